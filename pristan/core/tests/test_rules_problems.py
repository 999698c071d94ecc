# SPDX-License-Identifier: EUPL-1.2
"""Answers that cannot all be true are named, and nothing else is."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pristan.core.rules import Problem, Status, Statuses, problems
from pristan.core.tests.test_rules_cases import STATUSES, answers


def codes(**given: Any) -> list[str]:
    return [each.code for each in problems(given, STATUSES)]


def test_nothing_said_is_no_problem() -> None:
    assert problems({}, STATUSES) == ()


@pytest.mark.parametrize(
    ("age", "children"), [(20, (10,)), (20, (2, 10)), (20, (35,)), (9, (0,)), (30, (30,))]
)
def test_a_child_is_more_than_ten_years_younger(age: int, children: tuple[int, ...]) -> None:
    assert problems({"age": age, "children_ages": children}, STATUSES) == (
        Problem("child-too-old", ("age", "children_ages")),
    )


@pytest.mark.parametrize(("age", "children"), [(20, (9,)), (20, ()), (40, (0, 29)), (5, ())])
def test_younger_children_and_none_are_no_problem(age: int, children: tuple[int, ...]) -> None:
    assert not codes(age=age, children_ages=children)


def test_a_minor_is_not_of_age() -> None:
    assert problems({"legal_status": "child", "age": 18}, STATUSES) == (
        Problem("minor-of-age", ("legal_status", "age")),
    )
    assert problems(
        {"legal_status": "guest", "base_status": "child", "days_to_18th_birthday": -1}, STATUSES
    ) == (Problem("minor-of-age", ("base_status", "days_to_18th_birthday")),)
    both = {"legal_status": "child", "base_status": "child", "age": 20, "days_to_18th_birthday": -700}
    assert problems(both, STATUSES) == (
        Problem("minor-of-age", ("legal_status", "base_status", "days_to_18th_birthday", "age")),
    )


@pytest.mark.parametrize(
    "young", [{"age": 17}, {"days_to_18th_birthday": 0}, {"days_to_18th_birthday": 1}, {}]
)
def test_a_minor_who_is_a_child_is_no_problem(young: dict[str, int]) -> None:
    assert not codes(legal_status="child", **young)


@pytest.mark.parametrize(
    ("age", "days"),
    [(18, 1), (30, 300), (17, 0), (12, -40), (10, 365), (2, 3_000), (40, -1), (19, -4_000), (0, 5_000)],
)
def test_age_and_birthday_that_do_not_fit(age: int, days: int) -> None:
    assert problems({"age": age, "days_to_18th_birthday": days}, STATUSES) == (
        Problem("age-and-birthday-differ", ("days_to_18th_birthday", "age")),
    )


@pytest.mark.parametrize(
    ("age", "days"),
    [(18, 0), (18, -300), (17, 1), (17, 365), (12, 2_000), (0, 6_574), (40, -8_200), (100, -30_000)],
)
def test_age_and_birthday_that_fit(age: int, days: int) -> None:
    assert not codes(age=age, days_to_18th_birthday=days)


def test_a_year_more_or_less_is_let_pass() -> None:
    # Who is 10 has between 7 and 8 years to go: nothing is said from 6 years to 9.
    fits = [days for days in range(2_000, 3_500) if not codes(age=10, days_to_18th_birthday=days)]
    assert (fits[0], fits[-1], len(fits)) == (2_192, 3_287, 1_096)


@given(st.integers(0, 109), st.integers(0, 364))
def test_whoever_tells_their_true_age_and_birthday_has_no_problem(age: int, days_since_birthday: int) -> None:
    # On average a year has 365.25 days; a day more or less is no contradiction.
    days = round((18 - age) * 365.25) - days_since_birthday
    if (age < 18) == (days > 0):
        assert not codes(age=age, days_to_18th_birthday=days)


def test_nobody_arrives_before_birth() -> None:
    assert problems({"days_since_arrival": 5_000, "age": 10}, STATUSES) == (
        Problem("arrival-before-birth", ("days_since_arrival", "age")),
    )
    assert not codes(days_since_arrival=4_018, age=10)
    assert codes(days_since_arrival=4_019, age=10)
    assert not codes(days_since_arrival=366, age=0)


@pytest.mark.parametrize(("age", "is_problem"), [(9, True), (10, False), (65, False), (66, True)])
def test_pregnancy_has_its_ages(age: int, is_problem: bool) -> None:
    assert codes(pregnant=True, age=age) == (["age-of-pregnancy"] if is_problem else [])
    assert not codes(pregnant=False, age=age)


@pytest.mark.parametrize(("age", "is_problem"), [(14, True), (15, False)])
def test_work_has_its_age(age: int, is_problem: bool) -> None:
    assert codes(works=True, age=age) == (["age-of-work"] if is_problem else [])
    assert not codes(works=False, age=age)


def test_two_bases_are_one_too_many() -> None:
    assert problems({"legal_status": "guest", "base_status": "citizen"}, STATUSES) == (
        Problem("two-base-statuses", ("legal_status", "base_status")),
    )


@pytest.mark.parametrize(
    ("one", "other"), [("guest", "guest"), ("lost", "lost"), ("guest", "lost"), ("lost", "child")]
)
def test_other_pairs_of_statuses_are_no_problem(one: str, other: str) -> None:
    assert not codes(legal_status=one, base_status=other)
    assert not codes(legal_status=other, base_status=one)


def test_an_overlay_over_a_base_that_excludes_it() -> None:
    assert codes(legal_status="citizen", base_status="paperless") == ["statuses-exclude-each-other"]
    assert codes(legal_status="paperless", base_status="citizen") == ["statuses-exclude-each-other"]


def test_two_overlays_that_leave_no_base() -> None:
    statuses = Statuses([
        Status("a"), Status("b"), Status("x", True, frozenset({"a"})), Status("y", True, frozenset({"b"})),
    ])  # fmt: skip
    (found,) = problems({"legal_status": "x", "base_status": "y"}, statuses)
    assert found == Problem("statuses-exclude-each-other", ("legal_status", "base_status"))


def test_a_status_older_than_the_arrival_is_no_problem() -> None:
    assert not codes(days_since_status=9_000, days_since_arrival=3)


def test_a_base_alone_in_its_box_is_no_problem() -> None:
    assert not codes(base_status="guest")


def test_all_problems_are_named() -> None:
    found = codes(
        age=5, works=True, pregnant=True, children_ages=(4,), legal_status="guest", base_status="citizen"
    )
    assert found == ["child-too-old", "age-of-pregnancy", "age-of-work", "two-base-statuses"]


@given(answers, st.data())
def test_who_takes_answers_back_has_no_new_problems(given: dict[str, Any], data: st.DataObject) -> None:
    kept = data.draw(st.sets(st.sampled_from([*given]))) if given else set()
    fewer = problems({name: given[name] for name in kept}, STATUSES)
    assert {each.code for each in fewer} <= {each.code for each in problems(given, STATUSES)}


@given(answers)
def test_problems_are_about_answers_that_were_given(given: dict[str, Any]) -> None:
    for found in problems(given, STATUSES):
        assert set(found.keys) <= set(given)
        assert found.keys
