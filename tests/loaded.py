# SPDX-License-Identifier: EUPL-1.2
"""Fixtures of a city in the test database; a conftest that imports them offers them to its tests."""

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
    from django.db import transaction

    with django_db_blocker.unblock():
        block = transaction.atomic()
        block._from_testcase = True  # what is durable elsewhere may run inside it
        block.__enter__()
        try:
            yield cities.load()
        finally:
            transaction.set_rollback(True)
            block.__exit__(None, None, None)
