# SPDX-License-Identifier: EUPL-1.2
"""The index of the database that the suite runs on. Every test of the contract runs on each of them, with the same expectations."""

import pytest

from pristan.platform.search.port import index
from pristan.platform.search.tests.kit import PLACES, Shelf


@pytest.fixture
def shelf(db: None) -> Shelf:
    """An empty index."""
    index().clear_after(-1)  # the tables of an index need not be Django's, so a flush may leave them full
    return Shelf()


@pytest.fixture
def town(shelf: Shelf) -> Shelf:
    """The index with the nine places in it."""
    shelf.put(*PLACES)
    return shelf
