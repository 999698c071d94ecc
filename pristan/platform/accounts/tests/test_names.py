# SPDX-License-Identifier: EUPL-1.2
"""Who stands behind an opaque id is asked of the accounts, in one query; who left has no name any more."""

from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

import pytest
from django.utils import translation

from pristan.platform.accounts.models import User
from pristan.platform.accounts.names import ERASED, LEFT, names_of

pytestmark = pytest.mark.django_db
AT = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


def test_people_have_their_names_and_who_left_has_none(django_assert_num_queries: Any) -> None:
    ana, bor = (
        str(User.objects.add(email=f"{name}@example.org", display_name=name, at=AT).uuid)
        for name in ("Ana", "Bor")
    )
    User.objects.filter(uuid=bor).update(display_name=ERASED)
    nobody = str(uuid4())
    with django_assert_num_queries(1):
        called = names_of([ana, bor, nobody, "pack-load", "", "a" * 36])
    assert called == {ana: "Ana", bor: LEFT, nobody: LEFT}, "jobs and links are no persons"


def test_without_a_person_nothing_is_asked(django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(0):
        assert names_of(["pack-load"]) == {}


def test_somebody_who_left_is_called_so_in_the_language_of_the_page() -> None:
    gone = str(uuid4())
    with translation.override("sl"):
        assert names_of([gone])[gone] == "nekdo, ki ne dela več tu"
