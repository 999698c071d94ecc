# SPDX-License-Identifier: EUPL-1.2
"""What was looked at lately is at hand, and no document is ever taken for another one."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from pristan.platform.search import shelf as documents
from pristan.platform.search.port import index
from pristan.platform.search.tests.kit import Shelf, document, thing

KEY: documents.Key = (1, thing(1), "xx", 1, "1 0 0 0 0 0")


def test_a_document_that_was_put_there_is_known_and_no_other() -> None:
    shelved = documents.put(KEY, "xx/ xx0.bread")
    assert documents.known([KEY, (2, *KEY[1:])]) == {KEY: shelved}
    own, language, kept = shelved
    assert (own, language) == (thing(1), "xx")
    assert kept.counts({"xx0.bread": 1}) == {"xx0.bread": 1}
    assert list(kept.lengths) == [1, 0, 0, 0, 0, 0]
    for other in ((*KEY[:3], 2, KEY[4]), (*KEY[:4], "2 0 0 0 0 0"), (KEY[0], thing(2), *KEY[2:])):
        assert documents.known([other]) == {}, other


def test_what_is_asked_for_seldom_leaves_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(documents, "MOST", 3)
    keys = [(number, *KEY[1:]) for number in range(4)]
    for key in keys[:3]:
        documents.put(key, "xx/")
    documents.known([keys[0]])
    documents.put(keys[3], "xx/")
    assert set(documents.known(keys)) == {keys[0], keys[2], keys[3]}


def test_all_is_forgotten_when_a_database_is_thrown_away() -> None:
    documents.put(KEY, "xx/")
    documents.clear()
    assert documents.known([KEY]) == {}


def test_the_same_question_again_reads_no_document(town: Shelf) -> None:
    def read(text: str) -> int:
        with CaptureQueriesContext(connection) as asked:
            town.ask(text)
        return sum('"tokens"' in each["sql"].partition("FROM")[0] for each in asked)

    assert [read("doctor"), read("doctor"), read("doctor course"), read("course")] == [1, 0, 1, 0]


def test_what_was_taken_away_or_written_anew_is_not_answered_from_the_shelf(shelf: Shelf) -> None:
    shelf.put(document(1, name="Old bread"))
    assert shelf.found("bread") == ["Old bread"]
    index().close([1], 2)
    shelf.put(document(1, name="New bread", row=2, since=2))
    old, new = (shelf.ask("old new bread", version=version).hits[0].terms for version in (1, 2))
    assert (set(old), set(new)) == ({"old", "bread"}, {"new", "bread"})
    index().purge([1, 2])
    assert shelf.ask("bread", version=2).hits == []
