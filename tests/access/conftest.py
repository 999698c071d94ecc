# SPDX-License-Identifier: EUPL-1.2
"""All tests of access read the example city."""

from typing import Any

import pytest
from django.test import Client
from django.utils import timezone


@pytest.fixture
def ask(example_city):
    """`ask(address, method="GET", **headers)`: as a visitor without anything."""
    client = Client()

    def ask(address: str, method: str = "GET", **headers: str):
        from tests.access.table import real

        return client.generic(method, real(address), headers=headers)

    return ask


@pytest.fixture(scope="module")
def _people(_example_city: Any, django_db_blocker: Any) -> Any:
    from tests.access.roles import everybody

    with django_db_blocker.unblock():
        return everybody(timezone.now())


@pytest.fixture
def people(_people: Any, db: None) -> Any:
    """One person for each role; what a test changes is taken back after it."""
    return _people


@pytest.fixture
def ask_as(people, settings):
    """`ask_as(role, address, method="GET", data=None)`: as somebody with this role, or as anyone."""

    settings.ACCOUNT_REAUTHENTICATION_TIMEOUT = (
        24 * 3600
    )  # they signed in when the first test began, however long ago that is

    def ask_as(role: str, address: str, method: str = "GET", data: dict[str, Any] | None = None):
        from tests.access.table import named

        client = people.client(role)
        if method == "POST":
            return client.post(named(address, people.things), data or {})
        return client.generic(method, named(address, people.things))

    return ask_as
