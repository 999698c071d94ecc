# SPDX-License-Identifier: EUPL-1.2
"""How often words occur, which begin like another, and which are spelled almost like it."""

from uuid import uuid4

from pristan.platform.search import statistics
from pristan.platform.search.analysis import analyser
from pristan.platform.search.changes import ALL, Changes
from pristan.platform.search.encoding import encode
from pristan.platform.search.models import Term
from pristan.platform.search.port import Query, index
from pristan.platform.search.tests.kit import Shelf, document


def shelve(shelf: Shelf, *names: str) -> None:
    shelf.put(*(document(number, language="xx", name=name) for number, name in enumerate(names, 1)))


def near(*terms: str, limit: int = 3) -> dict[str, list[str]]:
    return {
        term: [each.term for each in found] for term, found in statistics.near("xx", 1, terms, limit).items()
    }


def test_a_document_counts_once_for_each_of_its_words(shelf: Shelf) -> None:
    shelve(shelf, "bread bread bread", "bread", "milk")
    known, longer = statistics.lookup({"xx": ["bread", "milk", "salt"], "yy": ["bread"]}, 1, "xx", "", 5)
    assert known == {("xx", ALL): 3, ("xx", "bread"): 2, ("xx", "milk"): 1}
    assert known["xx", "salt"] == known["yy", "bread"] == 0
    assert longer == []


def test_the_commonest_words_with_a_beginning_come_first_then_the_alphabet(shelf: Shelf) -> None:
    shelve(shelf, "breads", "breada", "bread", "bread", "brex", "bre\U0001f35e")
    assert statistics.lookup({}, 1, "xx", "bread", 5)[1] == [("bread", 2), ("breada", 1), ("breads", 1)]
    assert statistics.lookup({"xx": []}, 1, "xx", "bread", 2)[1] == [("bread", 2), ("breada", 1)]
    assert [term for term, _ in statistics.beginning("xx", 1, "bre", 9)] == [
        "bread",
        "bre",
        "breada",
        "breads",
        "brex",
    ]
    assert (
        statistics.beginning("xx", 1, "", 9)[0][0] == "bread"
    )  # the empty term stands for all, and is no word


def test_what_a_beginning_finds_does_not_hang_on_signs_that_databases_could_read(shelf: Shelf) -> None:
    shelve(shelf, "percent", "abc")
    for prefix in ("%", "_", "p%", "*", "'", "\\"):
        assert statistics.beginning("xx", 1, prefix, 9) == [], prefix


def test_every_single_slip_is_found_wherever_it_is(shelf: Shelf) -> None:
    word = "kolovrat"
    shelve(shelf, word)
    slips = {word[:at] + word[at + 1 :] for at in range(8)} | {word[:at] + "x" + word[at:] for at in range(9)}
    slips |= {word[:at] + "x" + word[at + 1 :] for at in range(8)}
    slips |= {word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in range(7)}
    assert {typed: found for typed, found in near(*slips).items() if found != [word]} == {}


def test_short_words_have_no_neighbours_and_unknown_ones_an_empty_list(shelf: Shelf) -> None:
    shelve(shelf, "dom", "dim", "kolovrat")
    assert near("dam", "abcdefgh") == {"abcdefgh": []}


def test_the_closest_neighbours_come_first_and_there_are_no_more_than_asked_for(shelf: Shelf) -> None:
    shelve(shelf, "kolovrat", "kolovrti", "kolovrti", "kolovrts", "kolovrt", "kolobrt")
    assert near("kolovrtx") == {"kolovrtx": ["kolovrti", "kolovrt", "kolovrts"]}
    assert near("kolovrtx", limit=1) == {"kolovrtx": ["kolovrti"]}


def test_writers_always_write_in_the_same_order_and_never_a_change_of_nothing() -> None:
    one, other = (
        encode(document(n, language="xx", name=name), analyser()) for n, name in ((1, "b a"), (2, "c"))
    )
    there, back = Changes(), Changes()
    there.added(one, 1)
    there.added(other, 1)
    back.added(other, 1)
    back.added(one, 1)
    assert there.rows() == back.rows() == sorted(there.rows())
    there.moved("xx", {"a", "b", "c"}, 1, -1)
    assert [row[1] for row in there.rows()] == [ALL]


def test_merging_keeps_sums_and_forgetting_only_takes_what_is_nothing(shelf: Shelf) -> None:
    rows = {("kept", 1): 2, ("kept", 3): -1, ("gone", 1): 1, ("gone", 2): -1, ("later", 4): 1}
    nothing = {("kept", 2): 0, ("never", 1): 0}
    for (term, since), docs in (rows | nothing).items():
        Term.objects.create(language="xx", term=term, since=since, docs=docs, surface="", reversed=term[::-1])
    statistics.forget()
    assert Term.objects.count() == len(rows)
    statistics.merge(3)
    statistics.forget()
    left = {(row.term, row.since): row.docs for row in Term.objects.all()}
    assert left == {("kept", 0): 1, ("later", 4): 1}


def test_of_a_document_that_is_written_anew_only_the_words_that_differ_are_counted(shelf: Shelf) -> None:
    shelve(shelf, "fresh bread")
    changes, anew = Changes(), document(1, language="xx", name="stale bread", row=2, since=2)
    index().close([1], 2, changes)
    index().add([anew], changes)
    assert not Term.objects.filter(since=2).exists(), "nothing is counted before it is recorded"
    index().record(changes)
    assert dict(Term.objects.filter(since=2).values_list("term", "docs")) == {"fresh": -1, "stale": 1}
    known, _ = statistics.lookup({"xx": ["fresh", "stale", "bread"]}, 2, "xx", "", 5)
    assert known == {("xx", ALL): 1, ("xx", "stale"): 1, ("xx", "bread"): 1}


def test_statistics_say_nothing_of_who_asked(shelf: Shelf) -> None:
    shelve(shelf, "bread")
    before = list(Term.objects.values_list())
    shelf.ask(f"bread {uuid4().hex}", language="xx")
    index().meant(Query("braed", "xx", 1))
    assert list(Term.objects.values_list()) == before
