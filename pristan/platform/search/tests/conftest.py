# SPDX-License-Identifier: EUPL-1.2
"""The index of the database that the suite runs on. Every test of the contract runs on each of them, with the same expectations.

What expressions mean is made here as well: no test depends on the words of a thesaurus that people edit.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from pristan.platform.search import knowledge, lessons
from pristan.platform.search import shelf as documents
from pristan.platform.search.analysis import analyser
from pristan.platform.search.port import index
from pristan.platform.search.tests.kit import PLACES, Shelf
from pristan.platform.search.tests.teaching import Lessons

Teach = Callable[[Lessons], knowledge.Knowledge]


@pytest.fixture(scope="session")
def nothing_known(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where it is kept that nothing is known, once for all tests."""
    return tmp_path_factory.mktemp("knowledge")


@pytest.fixture(autouse=True)
def _untaught(nothing_known: Path, monkeypatch: pytest.MonkeyPatch, settings: Any) -> Any:
    analyser()  # it keeps the word lists where they are
    settings.LEMMA_CACHE = nothing_known
    monkeypatch.setattr(knowledge, "_sources", [])
    monkeypatch.setattr(lessons, "_taught", [])
    lessons.forget()
    knowledge.refresh()
    documents.clear()
    yield
    lessons.forget()
    knowledge.refresh()
    documents.clear()


@pytest.fixture
def teach(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, settings: Any) -> Teach:
    """Let search know what these lessons say."""

    def taught(lessons: Lessons) -> knowledge.Knowledge:
        settings.LEMMA_CACHE = tmp_path / "knowledge"
        monkeypatch.setattr(knowledge, "_sources", [lessons])
        knowledge.refresh()
        return knowledge.knowledge()

    return taught


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
