# SPDX-License-Identifier: EUPL-1.2
"""When the words of the thesaurus change, the entries of a running city are found by the new ones."""

from pathlib import Path
from typing import Any

import pytest

from pristan.city.directory.tests import minipack
from pristan.platform.published import readers
from pristan.platform.published import services as published
from pristan.platform.search import knowledge
from pristan.platform.search.analysis import analyser
from pristan.platform.search.port import Query, index
from pristan.platform.search.tests.teaching import Lessons

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def lessons(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, settings: Any) -> Any:
    """What search knows: one word."""
    analyser()  # it keeps the word lists where they are
    taught = Lessons({"s:accident": {"sl": "nesreča", "sq": "aksident"}})
    settings.LEMMA_CACHE = tmp_path / "knowledge"
    monkeypatch.setattr(knowledge, "_sources", [taught])
    knowledge.refresh()
    yield taught
    knowledge.refresh()


def found(text: str) -> bool:
    return bool(index().query(Query(text, "sl", readers.version(), languages=("sl",))).hits)


def test_a_new_meaning_finds_entries_after_the_next_catch_up(lessons: Lessons, tmp_path: Path) -> None:
    minipack.load(minipack.write(tmp_path / "mini"))
    assert found("aksident") and not found("ndihmë")
    lessons.words["s:help"] = {"sl": "pomoč", "sq": "ndihmë"}
    assert not found("ndihmë"), "readers keep what their version began with"
    published.catch_up(at=minipack.AT)
    assert found("ndihmë") and found("aksident")


def test_where_no_word_changed_there_is_no_new_version(lessons: Lessons, tmp_path: Path) -> None:
    minipack.load(minipack.write(tmp_path / "mini"))
    before = readers.version()
    lessons.words = dict(lessons.words)
    published.catch_up(at=minipack.AT)
    assert readers.version() == before
