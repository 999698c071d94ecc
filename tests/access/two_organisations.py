# SPDX-License-Identifier: EUPL-1.2
"""Two organisations with an editor and a manager each: nobody of one reads or changes a thing of the other.

A conftest offers the fixture by ``from tests.access.two_organisations import two_organisations  # noqa: F401``::

    def test_outsiders_find_nothing(two_organisations):
        for outsider in two_organisations.other.people:
            assert two_organisations.client(outsider).get(address_of_ours).status_code == 404
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from pristan.platform.accounts.actors import Actor
from pristan.platform.accounts.models import User
from pristan.platform.power import services
from pristan.platform.power.selectors import actor_of
from tests.access.roles import OURS, ROOT, THEIRS, browser, person


@dataclass(frozen=True)
class Side:
    """One organisation: the key of its entry, and its people."""

    key: str
    editor: User
    manager: User

    @property
    def people(self) -> tuple[User, User]:
        """Both."""
        return self.editor, self.manager


@dataclass(frozen=True)
class TwoOrganisations:
    """Both sides, and how to act as one of their people."""

    one: Side
    other: Side
    at: datetime

    def client(self, user: User) -> Client:
        """A browser in which this person is signed in."""
        return browser(user)

    def actor(self, user: User) -> Actor:
        """This person with all powers."""
        return actor_of(user, at=self.at)


def _side(key: str, at: datetime) -> Side:
    people = {}
    for role in ("editor", "manager"):
        people[role] = person(f"{role}-{key}", at=at)
        services.give(user=people[role], role=f"organization_{role}", scope=key, actor=ROOT, at=at)
    return Side(key, people["editor"], people["manager"])


@pytest.fixture
def two_organisations(db: Any) -> TwoOrganisations:
    """The organisation of the example city, and another one."""
    at = timezone.now()
    return TwoOrganisations(_side(OURS, at), _side(THEIRS, at), at)
