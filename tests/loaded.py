# SPDX-License-Identifier: EUPL-1.2
"""Fixtures of a city in a database; a conftest that imports them offers them to its tests."""

from collections.abc import Iterator
from typing import Any

import pytest

from tests import cities


@pytest.fixture
def city(db: None) -> Any:
    """The example city, loaded and shown to readers."""
    return cities.load()


@pytest.fixture
def example_city(_example_city: Any, db: None) -> Any:
    """The example city for tests that only read: loaded once per module, taken back at its end."""
    return _example_city


@pytest.fixture(scope="module")
def _example_city(django_db_setup: None, django_db_blocker: Any) -> Iterator[Any]:
    with cities.taken_back(django_db_blocker):
        yield cities.load()


@pytest.fixture(scope="module")
def ljubljana(ljubljana_server: Any, django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """Ljubljana for all tests of a module, in the database of the city that is served: loaded once for the whole run."""
    with django_db_blocker.unblock(), cities.inside(ljubljana_server.database):
        yield
