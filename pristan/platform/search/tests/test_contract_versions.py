# SPDX-License-Identifier: EUPL-1.2
"""The contract of search, third part: documents live by versions, and the statistics follow them exactly."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pristan.platform.search import shelf as documents
from pristan.platform.search.analysis import analyser
from pristan.platform.search.changes import ALL, Changes
from pristan.platform.search.crew import analysed
from pristan.platform.search.encoding import encode
from pristan.platform.search.models import Row, Term
from pristan.platform.search.port import Hits, IndexDocument, Query, index
from pristan.platform.search.tests.kit import Shelf, document


def test_a_document_is_seen_from_its_version_on(shelf: Shelf) -> None:
    shelf.put(document(1, name="Early"), document(2, since=5, name="Late"))
    assert [shelf.found(version=version) for version in (0, 1, 4, 5, 10**40, -(10**40))] == [
        [], ["Early"], ["Early"], ["Early", "Late"], ["Early", "Late"], [],
    ]  # fmt: skip
    assert shelf.found("late", version=4) == []
    assert shelf.found("late", version=5) == ["Late"]


def test_readers_of_an_older_version_see_the_older_rows(shelf: Shelf) -> None:
    shelf.put(document(1, "free:no", name="Old name", row=10), document(2, name="Other"))
    index().close([10], 2)
    shelf.put(document(1, "free:yes", name="New name", row=11, since=2))
    before, after = shelf.ask("name", version=1), shelf.ask("name", version=2)
    assert [hit.terms for hit in before.hits] == [hit.terms for hit in after.hits] == [("name",)]
    assert (shelf.ask("old", version=1).total, shelf.ask("old", version=2).total) == (1, 0)
    assert (shelf.ask("new", version=1).total, shelf.ask("new", version=2).total) == (0, 1)
    assert [shelf.ask(version=version, count=("free:",)).counts for version in (1, 2)] == [
        {"free:no": 1},
        {"free:yes": 1},
    ]
    assert [index().suggest("na", "en", version) for version in (1, 2)] == [
        ["Old name", "name"],
        ["New name", "name"],
    ]
    assert [index().meant(Query("olld", "en", version)) for version in (1, 2)] == [["Old"], []]


def test_what_is_written_for_a_version_to_come_does_not_move_the_ranks_of_now(town: Shelf) -> None:
    before = town.ask("doctor bed course")
    town.put(*(document(100 + number, since=2, name="Doctor doctor", body="bed") for number in range(30)))
    index().close([1, 2, 3], 2)
    assert town.ask("doctor bed course") == before
    assert town.ask("doctor bed course", version=2) != before


def test_closing_ends_a_row_once(shelf: Shelf) -> None:
    shelf.put(document(1, name="Thing"))
    index().close([1], 3)
    index().close([1], 2)  # closed already: stays as it is
    assert [shelf.found(version=version) for version in (1, 2, 3)] == [["Thing"], ["Thing"], []]


def test_reopening_takes_a_close_back(shelf: Shelf) -> None:
    shelf.put(document(1, name="Thing"))
    index().close([1], 3)
    index().reopen([1])
    assert shelf.found("thing", version=3) == ["Thing"]
    index().reopen([1])  # open already
    assert _counted(3) == {("en", "thing"): 1, ("en", ALL): 1}


def test_what_is_purged_is_gone_for_readers_of_every_version(shelf: Shelf) -> None:
    shelf.put(document(1, name="Secret street"), document(2, name="Open street"))
    index().close([1], 5)
    index().purge([1])
    for version in (1, 4, 5):
        assert shelf.found("street", version=version) == ["Open street"]
        assert _counted(version) == {("en", "street"): 1, ("en", "open"): 1, ("en", ALL): 1}


def test_what_is_purged_leaves_no_word_behind(shelf: Shelf) -> None:
    shelf.put(document(1, name="Secret street"), document(2, name="Open street"))
    index().purge([1])
    assert not Term.objects.filter(term__startswith="secr").exists()
    assert not Term.objects.filter(surface__iexact="secret").exists()
    assert index().suggest("secr", "en", 1) == index().meant(Query("secrett", "en", 1)) == []
    index().purge([2])
    assert (Row.objects.count(), Term.objects.count()) == (0, 0)


def test_withdrawing_what_a_run_was_about_to_end_keeps_the_counts_right_when_the_run_dies(
    shelf: Shelf,
) -> None:
    shelf.put(document(1, name="Street"), document(2, name="Street"), document(3, name="Street", row=30))
    index().close([1, 30], 9)  # a run writes version 9 ...
    shelf.put(document(3, name="Street anew", row=31, since=9))
    index().purge([1])  # ... something is withdrawn in its middle ...
    assert _counted(1) == {("en", "street"): 2, ("en", ALL): 2}
    index().clear_after(1)  # ... and it never ends
    assert _counted(1) == _counted(9) == {("en", "street"): 2, ("en", ALL): 2}


def test_clearing_undoes_all_that_was_written_for_later_versions(town: Shelf) -> None:
    before, counted = town.ask("doctor bed"), _counted(1)
    index().close([1, 2], 2)
    town.put(document(1, since=2, row=101, name="Clinic of the doctor"), document(50, since=3, name="Bed"))
    index().close([9], 3)
    index().clear_after(1)
    assert town.ask("doctor bed") == town.ask("doctor bed", version=3) == before
    assert _counted(3) == counted
    index().clear_after(0)
    assert (Row.objects.count(), Term.objects.count()) == (0, 0)


def test_clearing_keeps_the_versions_up_to_the_one_it_names(shelf: Shelf) -> None:
    shelf.put(document(1, name="One"), document(2, since=2, name="Two"))
    index().close([1], 2)
    index().clear_after(2)
    assert [shelf.found(version=version) for version in (1, 2, 3)] == [["One"], ["Two"], ["Two"]]


def test_settling_changes_no_answer_of_the_versions_that_are_still_asked_for(town: Shelf) -> None:
    index().close([1], 2)
    town.put(document(1, since=2, row=101, name="Clinic", body="doctor"))
    index().close([2], 3)
    before = [(town.ask("doctor", version=version), _counted(version)) for version in (2, 3)]
    index().settle(2)
    assert [(town.ask("doctor", version=version), _counted(version)) for version in (2, 3)] == before
    assert not Term.objects.filter(since__in=(1, 2)).exists()


def test_a_word_keeps_its_spelling_through_all_versions(shelf: Shelf) -> None:
    for version in range(1, 6):
        index().close([version - 1], version)
        shelf.put(document(1, language="sl", row=version, since=version, name="Šola"))
        index().purge([version - 1])
        index().settle(version)
        assert index().meant(Query("sola šoal", "sl", version)) == ["sola Šola"], version
        assert "Šola" in index().suggest("šo", "sl", version), version


def test_a_word_first_seen_as_a_second_reading_is_still_spelled_once_it_is_written(shelf: Shelf) -> None:
    Term.objects.create(language="xx", term="kruh", since=0, docs=1, surface="", reversed="hurk")
    shelf.put(document(1, language="xx", name="kruh"))
    index().settle(1)
    assert Term.objects.get(language="xx", term="kruh").surface == "kruh"


def test_a_row_that_is_already_there_is_refused_and_nothing_of_its_batch_stays(town: Shelf) -> None:
    counted = _counted(1)
    with pytest.raises(IntegrityError), transaction.atomic():
        index().add([document(70, name="New"), document(1, name="Again")])
    assert town.ask().total == 9
    assert _counted(1) == counted


def test_adding_is_undone_with_the_callers_transaction(town: Shelf) -> None:
    with pytest.raises(RuntimeError), transaction.atomic():
        town.put(document(70, name="New"))
        index().close([1], 1)
        raise RuntimeError
    assert (town.ask().total, town.found("new")) == (9, [])


def test_documents_stream_in(shelf: Shelf) -> None:
    index().add(document(number, name=f"Name {number}") for number in range(1, 2502))
    assert (Row.objects.count(), _counted(1)["en", "name"]) == (2501, 2501)


def test_what_was_gathered_counts_once_it_is_recorded_and_what_left_meanwhile_leaves_no_word(
    shelf: Shelf,
) -> None:
    gathered = Changes()
    index().add([document(1, name="Bread"), document(2, name="Secret")], gathered)
    assert _counted(1) == Counter()
    index().purge([2])
    index().record(gathered)
    assert _counted(1) == {("en", "bread"): 1, ("en", ALL): 1}
    assert not Term.objects.filter(term="secret").exists()


def test_documents_that_were_analysed_together_may_come_alone(shelf: Shelf) -> None:
    texts = {1: "fresh bread", 2: "bread shop", 3: "Fresh milk"}
    made = analysed([document(number, language="xx", name=text) for number, text in texts.items()])
    index().add(made[:2])
    assert _counted(1) == {("xx", "fresh"): 1, ("xx", "bread"): 2, ("xx", "shop"): 1, ("xx", ALL): 2}
    assert set(Term.objects.exclude(term=ALL).values_list("surface", flat=True)) == {"fresh", "bread", "shop"}


def test_nothing_can_be_done_to_no_rows_and_to_unknown_rows(town: Shelf) -> None:
    before = _counted(2)
    for rows in ([], [999, 10**12]):
        index().close(rows, 2)
        index().reopen(rows)
        index().purge(rows)
    index().add([])
    assert _counted(2) == before


# What editors write in the sequences below: a few words in two languages, so that documents share some of them.
TEXTS = ("bed", "bed doctor", "doctor course course", "safe bed doctor", "")
QUESTIONS = ("bed", "doctor course", "be", "dcotor", "")
LANGUAGES = ("en", "xx")


@dataclass
class City:
    """What should be in the index: documents with the version that ends them, the version of readers, the settled one."""

    now: int = 1
    settled: int = 1
    rows: dict[int, tuple[IndexDocument, int | None]] = field(default_factory=dict)
    last: int = 0

    def do(self, step: tuple[str, int, int]) -> None:
        """One step of a city's life: what, on which thing, with which text."""
        verb, number, text = step
        getattr(self, verb)(number, text)

    def write(self, number: int, text: int) -> None:
        """The run that is going on writes a thing anew."""
        self.end(number, text)
        self._add(number, text, since=self.now + 1)

    def end(self, number: int, text: int) -> None:
        """The run that is going on ends a thing."""
        rows = [row for row, (made, until) in self._of(number) if until is None and made.since <= self.now]
        index().close(rows, self.now + 1)
        self.rows |= {row: (self.rows[row][0], self.now + 1) for row in rows}
        self._purge([row for row, (made, _) in self._of(number) if made.since > self.now])

    def regret(self, number: int, text: int) -> None:
        """The run takes its end of a thing back."""
        rows = [row for row, (_, until) in self._of(number) if until == self.now + 1]
        if not any(until is None for _, (_, until) in self._of(number)):
            index().reopen(rows)
            self.rows |= {row: (self.rows[row][0], None) for row in rows}

    def switch(self, number: int, text: int) -> None:
        """Readers see what the run has written."""
        self.now += 1

    def crash(self, number: int, text: int) -> None:
        """The run dies; what it wrote is undone."""
        index().clear_after(self.now)
        kept = {row: each for row, each in self.rows.items() if each[0].since <= self.now}
        self.rows = {
            row: (made, None if until and until > self.now else until) for row, (made, until) in kept.items()
        }

    def withdraw(self, number: int, text: int) -> None:
        """A thing is taken from readers of every version at once."""
        self._purge([row for row, _ in self._of(number)])

    def correct(self, number: int, text: int) -> None:
        """A thing is written anew for readers of every version at once."""
        self.withdraw(number, text)
        self._add(number, text, since=self.now)

    def sweep(self, number: int, text: int) -> None:
        """What no reader asks for any more is cleaned away."""
        self._purge([row for row, (_, until) in self.rows.items() if until is not None and until <= self.now])
        index().settle(self.now)
        self.settled = self.now

    def counted(self, version: int) -> Counter[tuple[str, str]]:
        """Statistics counted afresh."""
        found: Counter[tuple[str, str]] = Counter()
        for made in self.alive(version):
            found.update((made.language, term) for term in encode(made, analyser()).terms | {ALL})
        return found

    def alive(self, version: int) -> list[IndexDocument]:
        """What readers of a version see."""
        return [
            made
            for made, until in self.rows.values()
            if made.since <= version and (until is None or until > version)
        ]

    def _of(self, number: int) -> list[tuple[int, tuple[IndexDocument, int | None]]]:
        return [(row, each) for row, each in self.rows.items() if each[0].thing.int == number]

    def _add(self, number: int, text: int, *, since: int) -> None:
        new = []
        for language in LANGUAGES:
            self.last += 1
            new.append(document(number, f"text:{text}", row=self.last, since=since, language=language, name=f"Thing {number}", body=TEXTS[text]))  # fmt: skip
        index().add(new)
        self.rows |= {made.row: (made, None) for made in new}

    def _purge(self, rows: list[int]) -> None:
        index().purge(rows)
        for row in rows:
            del self.rows[row]


VERBS = ("write", "write", "write", "end", "regret", "switch", "crash", "withdraw", "correct", "sweep")
steps = st.lists(
    st.tuples(st.sampled_from(VERBS), st.integers(1, 4), st.integers(0, len(TEXTS) - 1)), max_size=25
)


@pytest.mark.slow
@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(life=steps)
def test_after_any_life_counts_and_answers_are_those_of_an_index_made_afresh(
    shelf: Shelf, life: list[Any]
) -> None:
    _throw_away()
    city = City()
    for step in life:
        city.do(step)
        for version in range(city.settled, city.now + 2):
            assert _counted(version) == city.counted(version), (step, version)
    answers = {version: _answers(version) for version in range(city.settled, city.now + 2)}
    for version, given_answers in answers.items():
        _throw_away()
        index().add(
            [IndexDocument(n, *_but_row(made), since=version) for n, made in enumerate(city.alive(version))]
        )
        assert given_answers == _answers(version)


def _throw_away() -> None:
    """What comes next is another database, with the same numbers of rows."""
    index().clear_after(-1)
    documents.clear()


def _but_row(made: IndexDocument) -> tuple[Any, ...]:
    return made.thing, made.language, made.fields, made.facets


def _answers(version: int) -> list[Hits | list[str]]:
    asked = [
        index().query(Query(text, language, version, count=("text:",)))
        for text in QUESTIONS
        for language in LANGUAGES
    ]
    return [
        *asked,
        index().suggest("thing d", "en", version),
        index().meant(Query("dcotor saef", "xx", version)),
    ]


def _counted(version: int) -> Counter[tuple[str, str]]:
    """Documents per language and term as readers of a version get them."""
    found: Counter[tuple[str, str]] = Counter()
    for language, term, docs in Term.objects.filter(since__lte=version).values_list(
        "language", "term", "docs"
    ):
        found[language, term] += docs
    return Counter({key: docs for key, docs in found.items() if docs})
