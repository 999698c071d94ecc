# SPDX-License-Identifier: EUPL-1.2
"""An invented city with six statuses, and whatever people and rules may be in it: what the other tests of the rules draw from.

A city's real statuses are in its pack and never in a test of the engine.
"""

from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from pristan.core.rules import (
    Cell,
    Condition,
    Dated,
    Facts,
    Item,
    Parameters,
    Status,
    Statuses,
    parse,
    problems,
    read,
)

TODAY = date(2026, 3, 2)
STATUSES = Statuses(
    [
        Status("guest"),
        Status("neighbour"),
        Status("citizen"),
        Status("child", is_overlay=True, not_with=frozenset({"citizen"}), is_minor=True),
        Status("lost", is_overlay=True),
        Status("paperless", is_overlay=True, not_with=frozenset({"citizen", "neighbour"})),
    ]
)
PARAMETERS = Parameters({"grown": [Dated(18)], "past": [Dated(3, until=date(2020, 1, 1))]})

# One answer of each sort that the tests below tell apart: whatever is true of these is true of all.
ANSWERS: dict[str, list[Any]] = {
    "legal_status": [*STATUSES],
    "base_status": [*STATUSES],
    "days_to_18th_birthday": [-4500, 300, 4500],
    "age": [5, 17, 18, 30],
    "children_ages": [(), (2,), (2, 9)],
    "pregnant": [True, False],
    "works": [True, False],
    "insured": [True, False],
    "slovene_level": ["none", "A2", "C1"],
    "wants": [frozenset(), frozenset({"housing"})],
}
# Tests of one attribute each, for everything that may be written.
TESTS: dict[str, list[Any]] = {
    "legal_status": [["guest"], ["guest", "lost"], ["child"], ["paperless", "citizen"]],
    "days_to_18th_birthday": [{"max": 365}],
    "age": [{"min": 18}, {"max": 17}, {"min": 10, "max": 20}, 30, {"min": {"parameter": "grown"}}],
    "children_ages": [
        {"some": {"max": 5}},
        {"some": {"min": 6}},
        {"count": {"min": 1}},
        {"count": {"min": 2}},
    ],
    "pregnant": [True],
    "works": [True, False],
    "insured": [True, False],
    "slovene_level": [{"min": "A2"}, "none"],
    "wants": [["housing"]],
}


def facts(answers: dict[str, Any], today: date = TODAY) -> Facts:
    """Somebody on a day."""
    return Facts(answers, STATUSES, today, PARAMETERS)


def is_consistent(answers: dict[str, Any]) -> bool:
    """Can all of it be true?"""
    return not problems(answers, STATUSES)


def without_contradiction(answers: dict[str, Any]) -> dict[str, Any]:
    """The answers, save those that contradict an earlier one."""
    kept: dict[str, Any] = {}
    for name, value in answers.items():
        kept |= {name: value} if is_consistent({**kept, name: value}) else {}
    return kept


each_answer = {name: st.sampled_from(some) for name, some in ANSWERS.items()}
answers = st.fixed_dictionaries({}, optional=each_answer)
people = answers.map(without_contradiction)
talkative = st.fixed_dictionaries(each_answer).map(
    without_contradiction
)  # people who have told almost everything


def mappings_of(*names: str) -> st.SearchStrategy[Any]:
    """Mappings that test one of these attributes."""
    return st.sampled_from([{name: test} for name in names for test in TESTS[name]])


def joined(one: dict[str, Any], other: dict[str, Any]) -> dict[str, Any]:
    """Both in one mapping; two days might exclude each other there, which is refused."""
    both = {**one, **other}
    return other if both.keys() >= {"from", "until"} else both


DAYS = [{"from": "2026-03-03"}, {"from": "2026-03-02"}, {"until": "2026-03-01"}, {"until": "2026-03-02"}]
UNKNOWABLE = [{"age": {"max": {"parameter": "past"}}}, {"age": {"parameter": "nowhere"}}]
written = st.recursive(
    mappings_of(*TESTS) | st.sampled_from(DAYS + UNKNOWABLE),
    lambda parts: st.one_of(
        st.builds(lambda several: {"all": several}, st.lists(parts, min_size=1, max_size=3)),
        st.builds(lambda several: {"any": several}, st.lists(parts, min_size=1, max_size=3)),
        st.builds(lambda one: {"not": one}, parts),
        st.builds(joined, parts, parts),
    ),
    max_leaves=6,
)  # fmt: skip
conditions: st.SearchStrategy[Condition] = written.map(parse)
# Such that with nothing answered nothing is known: no days.
personal = st.recursive(
    mappings_of(*TESTS),
    lambda parts: st.builds(lambda word, several: {word: several}, st.sampled_from(["all", "any"]), st.lists(parts, min_size=1, max_size=2))
    | st.builds(lambda one: {"not": one}, parts),
    max_leaves=4,
).map(parse)  # fmt: skip


def cells(when: st.SearchStrategy[Condition]) -> st.SearchStrategy[Cell]:
    """What a status may give."""
    checks = st.sampled_from([(), ("income",), ("income", "form")])
    maybe_when = st.none() | when
    return st.builds(Cell, st.sampled_from(["yes", "unknown"]), maybe_when, checks) | st.just(Cell("no"))


def items(when: st.SearchStrategy[Condition]) -> st.SearchStrategy[Item]:
    """Rights, procedures and services with whatever conditions."""
    of_statuses = st.dictionaries(st.sampled_from([*STATUSES]), cells(when))
    return st.builds(Item, st.just("item"), st.just("right"), of_statuses, cells(when), st.none() | when)


@given(answers)
def test_the_answers_drawn_are_well_formed(drawn: dict[str, Any]) -> None:
    found = read(
        {name: [*value] if isinstance(value, frozenset) else value for name, value in drawn.items()}, STATUSES
    )
    assert found.answers == drawn
    assert not found.ignored
    assert not found.malformed


def test_there_are_people_of_every_status_and_age() -> None:
    for code in STATUSES:
        assert any(is_consistent({"legal_status": code, "age": age}) for age in ANSWERS["age"])
