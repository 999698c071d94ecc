# SPDX-License-Identifier: EUPL-1.2
"""A condition holds, fails or is open, and it says which of its tests that is because of."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pristan.core.rules import Condition, Dated, Facts, Leaf, Parameters, explain, leaves, parse, truth
from pristan.core.rules.nodes import Is
from pristan.core.tests.test_rules_cases import STATUSES, TODAY, conditions, facts, people, talkative, written


def holds(written: dict[str, Any], **answers: Any) -> bool | None:
    return truth(parse(written), facts(answers))


def named(found: tuple[Leaf, ...]) -> list[str]:
    """Leaves as short texts."""
    return [("not " if leaf.is_negated else "") + leaf.attribute for leaf in found]


WORKS, INSURED, PREGNANT, STUDIES = ({name: True} for name in ("works", "insured", "pregnant", "studies"))
NOT_INSURED = {"not": INSURED}


@pytest.mark.parametrize(
    ("written", "answers", "expected"),
    [
        ({"age": {"min": 15, "max": 29}}, {"age": 15}, True), ({"age": {"min": 15, "max": 29}}, {"age": 29}, True),
        ({"age": {"min": 15, "max": 29}}, {"age": 14}, False), ({"age": {"min": 15, "max": 29}}, {"age": 30}, False),
        ({"age": {"min": 15}}, {"age": 130}, True), ({"age": {"max": 15}}, {"age": 0}, True),
        ({"age": 17}, {"age": 17}, True), ({"age": 17}, {"age": 18}, False),
        ({"days_to_permit_expiry": {"max": 90}}, {"days_to_permit_expiry": -4}, True),
        ({"insured": True}, {"insured": True}, True), ({"insured": False}, {"insured": True}, False),
        ({"slovene_level": {"min": "A2"}}, {"slovene_level": "C1"}, True), ({"slovene_level": {"min": "A2"}}, {"slovene_level": "A1"}, False),
        ({"slovene_level": {"max": "A1"}}, {"slovene_level": "none"}, True), ({"slovene_level": "none"}, {"slovene_level": "A1"}, False),
        ({"children_ages": {"some": {"max": 5}}}, {"children_ages": (5, 9)}, True),
        ({"children_ages": {"some": {"min": 6, "max": 8}}}, {"children_ages": (5, 9)}, False),
        ({"children_ages": {"count": {"min": 2}}}, {"children_ages": (5, 9)}, True),
        ({"children_ages": {"count": {"max": 0}}}, {"children_ages": ()}, True),
        ({"wants": ["housing", "work"]}, {"wants": frozenset({"work", "school"})}, True), ({"wants": ["housing"]}, {"wants": frozenset()}, False),
    ],
)  # fmt: skip
def test_an_answer_meets_a_test_or_does_not(
    written: dict[str, Any], answers: dict[str, Any], expected: bool
) -> None:
    assert holds(written, **answers) is expected
    assert holds(written) is None


def test_no_children_is_an_answer() -> None:
    assert holds({"children_ages": {"some": {"max": 5}}}, children_ages=()) is False
    assert holds({"children_ages": {"some": {"max": 5}}}) is None


@pytest.mark.parametrize(
    ("listed", "answers", "expected"),
    [
        (["guest"], {}, None), (["guest"], {"legal_status": "guest"}, True), (["guest"], {"base_status": "guest"}, True),
        (["guest"], {"legal_status": "citizen"}, False), (["guest"], {"legal_status": "lost"}, None),
        (["lost"], {"legal_status": "guest"}, None), (["lost"], {"legal_status": "guest", "base_status": "guest"}, False),
        (["lost"], {"legal_status": "guest", "base_status": "lost"}, True), (["lost"], {"legal_status": "lost"}, True),
        (["guest", "neighbour", "citizen"], {}, True), (["guest", "neighbour", "citizen"], {"base_status": "lost"}, True),
        (["child"], {"legal_status": "guest", "age": 30}, False), (["child"], {"legal_status": "guest", "age": 12}, None),
        (["child"], {"legal_status": "citizen"}, False), (["citizen"], {"legal_status": "paperless"}, False),
        (["guest"], {"legal_status": "paperless"}, True),
    ],
)  # fmt: skip
def test_a_status_test_looks_at_all_that_is_possible(
    listed: list[str], answers: dict[str, Any], expected: bool | None
) -> None:
    assert holds({"legal_status": listed}, **answers) is expected


@pytest.mark.parametrize(
    ("day", "begins", "ends"),
    [(date(2026, 3, 1), True, False), (date(2026, 3, 2), True, True), (date(2026, 3, 3), False, True)],
)
def test_days_are_included_and_always_known(day: date, begins: bool, ends: bool) -> None:
    assert truth(parse({"from": day}), facts({})) is begins
    assert truth(parse({"until": day}), facts({})) is ends


def test_both_days_of_one_mapping_must_hold() -> None:
    law = parse({"from": "2025-07-01", "until": "2026-12-31"})
    assert [truth(law, facts({}, date(year, 7, 1))) for year in (2024, 2025, 2026, 2027)] == [
        False,
        True,
        True,
        False,
    ]


T, F, N = True, False, None
VALUES: dict[bool | None, dict[str, bool]] = {T: {"works": True}, F: {"works": False}, N: {}}
OTHERS: dict[bool | None, dict[str, bool]] = {T: {"insured": True}, F: {"insured": False}, N: {}}


@pytest.mark.parametrize(
    ("one", "other", "both", "either"),
    [(T, T, T, T), (T, F, F, T), (T, N, N, T), (F, F, F, F), (F, N, F, N), (N, N, N, N), (F, T, F, T), (N, T, N, T), (N, F, F, N)],
)  # fmt: skip
def test_all_any_and_not_have_three_values(
    one: bool | None, other: bool | None, both: bool | None, either: bool | None
) -> None:
    answers = {**VALUES[one], **OTHERS[other]}
    assert holds({"all": [WORKS, INSURED]}, **answers) is both
    assert holds({"works": True, "insured": True}, **answers) is both
    assert holds({"any": [WORKS, INSURED]}, **answers) is either
    assert holds({"not": {"all": [WORKS, INSURED]}}, **answers) is (None if both is None else not both)


def test_a_number_that_the_law_changes_is_that_of_the_day() -> None:
    parameters = Parameters(
        {"grown": [Dated(21, until=date(2025, 12, 31)), Dated(18, since=date(2026, 1, 1))]}
    )
    when = parse({"age": {"min": {"parameter": "grown"}}})
    for today, expected in ((date(2025, 12, 31), False), (date(2026, 1, 1), True)):
        assert truth(when, Facts({"age": 19}, STATUSES, today, parameters)) is expected


@pytest.mark.parametrize(
    "written",
    [{"age": {"min": {"parameter": "past"}}}, {"age": {"max": {"parameter": "past"}}}, {"age": {"min": {"parameter": "past"}, "max": 10}},
     {"age": {"parameter": "past"}}, {"children_ages": {"some": {"max": {"parameter": "past"}}}},
     {"children_ages": {"count": {"min": {"parameter": "nowhere"}}}}],
)  # fmt: skip
def test_a_number_that_nobody_gave_for_the_day_leaves_it_open_and_is_no_no(written: dict[str, Any]) -> None:
    assert holds(written, age=30, children_ages=(), days_since_arrival=3) is None
    assert not explain(parse(written), facts({"age": 30, "children_ages": (3,)})).fails


def test_where_two_values_hold_the_one_that_began_later_rules() -> None:
    parameters = Parameters(
        {"x": [Dated(3, since=date(2026, 2, 1)), Dated(1), Dated(2, date(2026, 1, 1), date(2026, 3, 1))]}
    )
    days = [date(2025, 1, 1), date(2026, 1, 1), date(2026, 2, 1), date(2026, 3, 5)]
    assert [parameters.at("x", day) for day in days] == [1, 2, 3, 3]
    assert Parameters().at("x", TODAY) is None


def test_the_leaves_of_a_condition_come_in_reading_order_each_once() -> None:
    found = leaves(parse({"any": [WORKS, {"not": {"all": [INSURED, {"not": PREGNANT}]}}, WORKS]}))
    assert named(found) == ["works", "not insured", "pregnant"]
    assert found[0] == Leaf("works", Is("works", True))


def test_a_day_is_a_leaf_too() -> None:
    assert named(leaves(parse({"from": "2026-01-01", "until": "2026-12-31", "works": True}))) == [
        "today",
        "today",
        "works",
    ]


def test_what_holds_tells_all_its_tests_or_the_first_branch_that_does() -> None:
    every = explain(parse({"all": [WORKS, INSURED]}), facts({"works": True, "insured": True}))
    assert (every.truth, named(every.holds)) == (True, ["works", "insured"])
    some = explain(parse({"any": [WORKS, {"all": [INSURED, PREGNANT]}, STUDIES]}),
                   facts({"insured": True, "pregnant": True, "studies": True}))  # fmt: skip
    assert named(some.holds) == ["insured", "pregnant"]


def test_what_fails_tells_only_what_fails_it() -> None:
    every = explain(
        parse({"all": [WORKS, INSURED, PREGNANT]}),
        facts({"works": True, "insured": False, "pregnant": False}),
    )
    assert (every.truth, named(every.fails)) == (False, ["insured", "pregnant"])
    some = explain(
        parse({"any": [WORKS, {"all": [INSURED, PREGNANT]}]}), facts({"works": False, "insured": False})
    )
    assert named(some.fails) == ["works", "insured"]


def test_what_is_open_tells_only_what_is_open() -> None:
    every = explain(parse({"all": [WORKS, INSURED, PREGNANT]}), facts({"works": True}))
    assert (every.truth, named(every.open)) == (None, ["insured", "pregnant"])
    some = explain(
        parse({"any": [{"all": [WORKS, INSURED]}, {"all": [WORKS, PREGNANT]}]}), facts({"insured": False})
    )
    assert named(some.open) == ["works", "pregnant"]


def test_a_not_is_told_as_its_contrary() -> None:
    neither = explain(parse({"not": {"any": [WORKS, INSURED]}}), facts({"works": False, "insured": False}))
    assert (neither.truth, named(neither.holds)) == (True, ["not works", "not insured"])
    not_both = explain(parse({"not": {"all": [WORKS, INSURED]}}), facts({"works": False, "insured": False}))
    assert named(not_both.holds) == ["not works"]
    twice = explain(parse({"not": {"not": WORKS}}), facts({"works": False}))
    assert named(twice.fails) == ["works"]


def weighed(leaf: Leaf, answers: dict[str, Any]) -> bool | None:
    """The truth of a leaf as it is told."""
    found = truth(leaf.test, facts(answers))
    return found if found is None or not leaf.is_negated else not found


@given(conditions, people | talkative)
def test_a_condition_is_explained_by_leaves_that_are_so(when: Condition, answers: dict[str, Any]) -> None:
    found = explain(when, facts(answers))
    assert found.truth is truth(when, facts(answers))
    told = {True: found.holds, False: found.fails, None: found.open}
    assert [outcome for outcome, because in told.items() if because] == [found.truth]
    for outcome, because in told.items():
        assert set(because) <= set(leaves(when))
        assert len(set(because)) == len(because)
        assert all(weighed(leaf, answers) is outcome for leaf in because)


@given(conditions, talkative, st.data())
def test_an_answer_more_never_turns_true_or_false_into_anything_else(
    when: Condition, answers: dict[str, Any], data: st.DataObject
) -> None:
    kept = data.draw(st.sets(st.sampled_from([*answers])))
    before, after = truth(when, facts({name: answers[name] for name in kept})), truth(when, facts(answers))
    assert before is None or before is after


@given(written, people)
def test_a_double_not_changes_nothing(written: dict[str, Any], answers: dict[str, Any]) -> None:
    assert holds({"not": {"not": written}}, **answers) is holds(written, **answers)


@given(written, written, people)
def test_not_exchanges_all_and_any(
    one: dict[str, Any], other: dict[str, Any], answers: dict[str, Any]
) -> None:
    contraries = {"any": [{"not": one}, {"not": other}]}
    assert holds({"not": {"all": [one, other]}}, **answers) is holds(contraries, **answers)
    assert explain(parse({"not": {"all": [one, other]}}), facts(answers)) == explain(
        parse(contraries), facts(answers)
    )


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.integers(0, 4000))
def test_between_two_days_it_holds_and_nowhere_else(begin: date, length: int) -> None:
    end = begin + timedelta(days=length)
    law = parse({"from": begin, "until": end})
    for day, expected in (
        (begin - timedelta(days=1), False),
        (begin, True),
        (end, True),
        (end + timedelta(days=1), False),
    ):
        assert truth(law, facts({}, day)) is expected
