# SPDX-License-Identifier: EUPL-1.2
"""A city of leaflets, and no other projector."""

from collections.abc import Iterator

import pytest

from pristan.platform.published import registry, runs
from pristan.platform.published.tests.kit import Leaflets
from pristan.platform.search.port import index


@pytest.fixture
def leaflets(db: None) -> Iterator[Leaflets]:
    """An empty city; give it texts, mark them and catch up."""
    city = Leaflets()
    index().clear_after(-1)  # the tables of an index need not be Django's, so a flush may leave them full
    with registry.only(city):
        yield city


@pytest.fixture
def small_chunks(monkeypatch: pytest.MonkeyPatch) -> int:
    """Runs that write two things at a time."""
    monkeypatch.setattr(runs, "CHUNK", 2)
    return 2
