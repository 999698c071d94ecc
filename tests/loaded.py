# SPDX-License-Identifier: EUPL-1.2
"""Fixtures of a city in a database, for all tests: the first conftest names this file as a plugin."""

from collections.abc import Iterator
from typing import Any

import pytest

from tests import cities, copies


@pytest.fixture
def city(db: None) -> Any:
    """The example city, loaded and shown to readers."""
    return cities.load()


@pytest.fixture
def example_city(_example_city: Any, db: None) -> Any:
    """The example city for tests that only read: loaded once per run, each module has a copy."""
    return _example_city


@pytest.fixture(scope="session")
def _loaded(django_db_setup: None, django_db_blocker: Any) -> Iterator[tuple[str, Any]]:
    """The name of a database that holds the example city, and what its load said."""
    from django.db import connection

    own = connection.settings_dict["NAME"]
    with django_db_blocker.unblock(), copies.inside_copy(own, "example") as name:
        said = cities.load()
        with cities.inside(own):
            yield name, said


@pytest.fixture(scope="module")
def _example_city(_loaded: tuple[str, Any], django_db_blocker: Any) -> Iterator[Any]:
    name, said = _loaded
    with django_db_blocker.unblock(), copies.inside_copy(name, "module"):
        yield said


@pytest.fixture(scope="module")
def ljubljana(ljubljana_server: Any, django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """Ljubljana for all tests of a module, in the database of the city that is served: loaded once for the whole run."""
    with django_db_blocker.unblock(), cities.inside(cities.name(ljubljana_server.database)):
        yield
