# SPDX-License-Identifier: EUPL-1.2
"""What the words of a query may mean in the index, and which documents are looked at because of them."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from pristan.core.text import Word
from pristan.platform.search import clues
from pristan.platform.search.analysis import analyser
from pristan.platform.search.candidates import (
    MOST_READ,
    MOST_SCORED,
    Branch,
    Condition,
    filters,
    listing,
    ranked,
    telling,
)
from pristan.platform.search.clues import Clues
from pristan.platform.search.engine import Engine
from pristan.platform.search.knowledge import knowledge
from pristan.platform.search.port import MOST_HITS, Query, index
from pristan.platform.search.postgres import PostgresIndex
from pristan.platform.search.shelf import Key, Shelved
from pristan.platform.search.sqlite import SqliteIndex
from pristan.platform.search.tests.conftest import Teach
from pristan.platform.search.tests.kit import Shelf, document
from pristan.platform.search.tests.teaching import TOWN_WORDS
from pristan.platform.search.understanding import understand


@pytest.fixture
def market(shelf: Shelf) -> Shelf:
    """Six stalls: bread is common, honey rare."""
    names = ("bread", "bread rolls", "bread honey", "breadcrumbs", "cheese", "cheesecake")
    shelf.put(*(document(number, language="xx", name=name) for number, name in enumerate(names, 1)))
    return shelf


def read(text: str, language: str = "xx") -> Clues:
    asked = understand(text, language, [language], analyser(), knowledge())
    return clues.read(asked, [language], language, 1)[language]


def readings(found: Clues) -> list[dict[str, bool]]:
    """For each word: what it may stand for, and whether it is just that."""
    return [{each.term: each.is_typed for each in clue.readings} for clue in found.clues]


def test_the_rarest_word_comes_first(market: Shelf) -> None:
    found = read("bread honey bread")  # typed last, so it may be unfinished, although it was typed before
    assert readings(found) == [{"honey": True}, {"bread": True, "breadcrumbs": False}]
    assert found.weight == pytest.approx(sum(clue.weight for clue in found.clues))
    assert not found.is_guess


def test_the_last_word_also_means_what_begins_like_it_but_less(market: Shelf) -> None:
    assert readings(read("honey brea")) == [{"honey": True}, {"bread": False, "breadcrumbs": False}]
    assert readings(read("bread")) == [{"bread": True, "breadcrumbs": False}]
    assert readings(read("bread honey")) == [{"honey": True}, {"bread": True}]
    worth = {each.term: each.worth for each in read("bread").clues[0].readings}
    assert worth["bread"] > worth["breadcrumbs"] > 0


def test_two_letters_are_no_beginning(market: Shelf) -> None:
    assert read("br").clues == ()


def test_only_words_that_nobody_uses_are_corrected(market: Shelf) -> None:
    found = read("hony")
    assert readings(found) == [{"honey": False}]
    assert found.is_guess
    assert not read("hony cheese").is_guess


def test_words_without_any_meaning_are_left_out(market: Shelf) -> None:
    assert read("zzzzzz").clues == ()
    assert len(read("zzzzzz honey").clues) == 1


def test_no_question_needs_more_than_two_look_ups(market: Shelf) -> None:
    with CaptureQueriesContext(
        connection,
    ) as asked:
        read("bread honey cheese brea")
    assert len(asked) == 1
    with CaptureQueriesContext(connection) as asked:
        read("hony chese")
    assert len(asked) <= 3  # words, and at most one for each lost word


def test_words_that_no_document_has_are_named(market: Shelf) -> None:
    words: list[Word] = analyser().words("bread qwert honey", "xx")
    assert clues.unknown(words, "xx", 1) == ["qwert"]


def test_a_very_common_word_does_not_make_every_document_a_candidate(shelf: Shelf, monkeypatch: Any) -> None:
    crowd = (
        document(number, language="xx", name=f"Place {number}", body="common") for number in range(1, 3001)
    )
    index().add(crowd)
    shelf.put(document(9000, language="xx", name="Common"))
    seen = _looked_at(monkeypatch)
    assert shelf.ask("common", language="xx").hits[0].thing.int == 9000  # in a title: never missed
    assert shelf.ask("common place", language="xx").total > 0
    assert len(seen) == 2
    assert max(seen) <= MOST_READ


def test_a_rare_word_beside_common_ones_is_never_missed(shelf: Shelf) -> None:
    index().add(document(n, language="xx", name=f"Place {n}", body="common usual") for n in range(1, 2001))
    shelf.put(document(9000, language="xx", name="Last", body="rare"))
    assert shelf.ask("common usual rare", language="xx").hits[0].thing.int == 9000


def test_documents_with_both_of_two_common_words_are_looked_at_first(shelf: Shelf) -> None:
    index().add(
        document(n, language="xx", name=f"P{n}", body="left" if n % 2 else "right") for n in range(1, 3001)
    )
    shelf.put(document(9000, language="xx", name="Both", body="left right"))
    assert shelf.ask("left right", language="xx").hits[0].thing.int == 9000


def test_of_many_documents_those_are_read_in_which_the_words_weigh_most_together() -> None:
    nothing = Condition(())
    branches = [
        Branch(nothing, 9, ((0, 2.0),)),
        Branch(nothing, 9, ((1, 3.0),)),
        Branch(nothing, 9, ((1, 1.0),)),
    ]
    rows = [(0, 10), (1, 20), (2, 20), (0, 30), (2, 30), (1, 40), (0, 40)]
    assert telling(rows, branches) == [40, 20, 30, 10], "a word counts once, by its best reading"
    assert len(telling([(0, row) for row in range(10 * MOST_READ)], branches)) == MOST_READ


def test_branches_ask_for_all_filters_and_leave_out_what_is_unwanted(market: Shelf) -> None:
    asked = Query("bread honey", "xx", 1, facets=("a",), groups=(("b", "c"),), without=("d",))
    base = filters(asked, "xx")
    assert base == Condition((("xx/a",), ("xx/b", "xx/c")), ("xx/d",))
    small, large = read("bread honey"), replace(read("bread honey"), total=5000)
    for branch in (*ranked(base, small), *ranked(base, large)):
        assert branch.condition.each_of[-2:] == base.each_of
        assert branch.condition.none_of == base.none_of
    assert all(0 < branch.limit <= MOST_SCORED for branch in ranked(base, large))


def test_in_a_small_city_all_that_has_any_of_the_words_is_looked_at_in_one_go(market: Shelf) -> None:
    found = read("bread honey")
    (branch,) = ranked(Condition(()), found)
    assert {"xx0.bread", "xx0.honey"} <= set(branch.condition.each_of[0])
    assert branch.limit >= found.total == 6
    assert len(ranked(Condition(()), replace(found, total=branch.limit + 1))) > 1


def test_a_question_is_neither_completed_nor_corrected_where_its_words_are_known(shelf: Shelf) -> None:
    shelf.put(document(1, name="Breadcrumbs"), document(2, name="Honey"))
    assert readings(read("bread", "en")) == [{"breadcrumb": False}]
    assert readings(read("honey milk bread", "en")) == [{"honey": True}]
    assert readings(read("honey milk breadcr", "en")) == [{"honey": True}, {"breadcrumb": False}]
    assert readings(read("hnoey", "en")) == [{"honey": False}]
    assert read("money", "en").clues == (), "another word, not honey misspelled"


def test_a_list_is_the_whole_language_unless_a_filter_says_less() -> None:
    assert listing(Condition(()), Query("", "xx", 1), "xx") == [Branch(Condition((("xx/",),)), MOST_HITS)]
    first, then = listing(Condition(()), Query("", "xx", 1, later=("a",)), "xx")
    assert (first.condition.none_of, then.condition.each_of[0]) == (("xx/a",), ("xx/a",))


def test_each_database_is_told_a_condition_in_which_no_token_can_be_an_operator() -> None:
    condition = Condition((('a"b', "it's"), ("OR",)), ("x\\",))
    assert SqliteIndex().condition(condition) == '(("a""b" OR "it\'s") AND ("OR")) NOT ("x\\")'
    assert PostgresIndex().condition(condition) == "('a\"b' | 'it''s') & ('OR') & !('x\\\\')"


def _looked_at(monkeypatch: Any) -> list[int]:
    """How many documents each question reads from here on."""
    seen: list[int] = []
    documents = Engine._documents

    def counting(self: Engine, keys: Sequence[Key]) -> list[Shelved]:
        seen.append(len(keys))
        return documents(self, keys)

    monkeypatch.setattr(Engine, "_documents", counting)
    return seen


def test_each_language_that_is_searched_gets_its_own_words_and_the_same_meanings(
    shelf: Shelf, teach: Teach
) -> None:
    known = teach(TOWN_WORDS)
    shelf.put(document(1, language="sl", name="Zdravnik"), document(2, language="en", name="Doctor"))
    asked = understand("doctor", "en", ["en", "sl"], analyser(), known)
    found = clues.read(asked, ["en", "sl"], "en", 1)
    terms = {
        language: {each.term for clue in found[language].clues for each in clue.readings}
        for language in found
    }
    assert "s:doctor" in terms["en"] & terms["sl"]
    assert any(each.is_typed for each in found["en"].clues[0].readings)
    assert not any(each.is_typed for each in found["sl"].clues[0].readings)


def test_being_declared_to_be_about_just_what_the_question_names_is_worth_more(
    shelf: Shelf, teach: Teach
) -> None:
    known = teach(TOWN_WORDS)
    shelf.put(replace(document(1, language="sq", name="Qira"), meanings=("n:rent",)))
    shelf.put(document(2, language="sq", name="marr me qira"))
    for text, share in (("marr me qira", clues.NAMED), ("marr me qira mjek", 1.0)):
        asked = understand(text, "sq", ["sq"], analyser(), known)
        worth = {each.term: each.worth for each in clues.read(asked, ["sq"], "sq", 1)["sq"].clues[0].readings}
        assert worth["d:n:rent"] == pytest.approx(worth["n:rent"] * share), text


def test_all_languages_are_looked_up_at_once(shelf: Shelf, teach: Teach) -> None:
    known = teach(TOWN_WORDS)
    shelf.put(document(1, language="sl", name="Zdravnik"), document(2, language="en", name="Doctor"))
    asked = understand("doctor", "en", ["en", "sl", "ar"], analyser(), known)
    with CaptureQueriesContext(connection) as seen:
        clues.read(asked, ["en", "sl", "ar"], "en", 1)
    assert len(seen) == 1
