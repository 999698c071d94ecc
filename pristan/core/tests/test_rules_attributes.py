# SPDX-License-Identifier: EUPL-1.2
"""Answers are read from whatever is sent: what fits is kept, what does not is named, and nothing is ever taken for a no."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pristan.core.rules import ATTRIBUTES, LEVELS, NAMED, Facts, Malformed, Status, Statuses, read

STATUSES = ("guest", "neighbour")
json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=4),
    max_leaves=8,
)


def answers(**given: Any) -> Any:
    return read(given, STATUSES).answers


def malformed(**given: Any) -> list[str]:
    return [each.key for each in read(given, STATUSES).malformed]


def test_nothing_answered_is_nothing_known() -> None:
    assert read({}, STATUSES).answers == {}
    assert answers(age=None, pregnant=None, children_ages=None) == {}


def test_each_kind_of_answer_is_read() -> None:
    given = {
        "legal_status": "guest", "age": 30, "days_to_permit_expiry": -3, "children_ages": [7, 3], "pregnant": False, "slovene_level": "A2",
        "wants": ["housing", "work"],
    }  # fmt: skip
    assert read(given, STATUSES).answers == {
        **given,
        "children_ages": (3, 7),
        "wants": frozenset({"housing", "work"}),
    }


def test_no_children_and_no_wishes_are_answers() -> None:
    assert answers(children_ages=[], wants=[]) == {"children_ages": (), "wants": frozenset()}


def test_what_nobody_declared_is_listed_and_ignored() -> None:
    found = read({"shoe_size": 43, "Age": 30, "age": 30, "nothing": None}, STATUSES)
    assert found.answers == {"age": 30}
    assert found.ignored == ("Age", "nothing", "shoe_size")
    assert not found.malformed


@pytest.mark.parametrize("given", [None, 3, "age", [], [["age", 30]], True])
def test_what_is_no_mapping_is_malformed_as_a_whole(given: object) -> None:
    found = read(given, STATUSES)
    assert not found.answers
    assert [each.key for each in found.malformed] == [""]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("age", True), ("age", 17.0), ("age", "17"), ("age", -1), ("age", 131), ("age", 10**30), ("age", [17]), ("age", float("nan")),
        ("days_since_arrival", -1), ("days_since_arrival", 40_001), ("days_to_permit_expiry", -4_001), ("days_to_18th_birthday", 7_001),
        ("legal_status", "nobody"), ("legal_status", 3), ("legal_status", ["guest"]), ("base_status", {}), ("legal_status", True),
        ("insured", 1), ("insured", 0), ("insured", "yes"), ("pregnant", "true"),
        ("slovene_level", "B3"), ("slovene_level", "a2"), ("slovene_level", 2), ("slovene_level", ["A2"]),
        ("children_ages", 3), ("children_ages", "3"), ("children_ages", [3.0]), ("children_ages", [True]), ("children_ages", [None]),
        ("children_ages", [-1]), ("children_ages", [131]), ("children_ages", [1] * 21), ("children_ages", {"3": 3}),
        ("wants", "housing"), ("wants", ["Housing"]), ("wants", [""]), ("wants", ["a" * 61]), ("wants", [3]), ("wants", [["housing"]]),
        ("wants", ["ok", "not ok"]), ("wants", ["a"] * 61),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_named_and_not_taken(name: str, value: object) -> None:
    found = read({name: value, "works": True}, STATUSES)
    assert found.answers == {"works": True}
    assert [each.key for each in found.malformed] == [name]


@pytest.mark.parametrize(
    ("name", "value"),
    [("age", 0), ("age", 130), ("days_to_permit_expiry", -4_000), ("days_to_permit_expiry", 40_000), ("children_ages", [0] * 20),
     ("wants", ["a" * 60]), ("wants", ["a-b_9"]), ("slovene_level", "none"), ("slovene_level", "C2")],
)  # fmt: skip
def test_the_bounds_themselves_fit(name: str, value: object) -> None:
    assert name in answers(**{name: value})


def test_all_that_is_malformed_is_named_in_the_order_of_declaration() -> None:
    assert malformed(wants=3, age="x", legal_status=1, insured=2) == [
        "legal_status",
        "age",
        "insured",
        "wants",
    ]


def test_what_is_malformed_says_what_would_be_right() -> None:
    (found,) = read({"age": 200}, STATUSES).malformed
    assert found == Malformed(
        "age", "This number is out of bounds.", "Send a whole number from 0 to 130, or null."
    )


@given(
    st.sampled_from([each.name for each in ATTRIBUTES]),
    st.text(st.characters(codec="utf-8"), min_size=4, max_size=20),
)
def test_a_complaint_never_repeats_what_was_sent(name: str, secret: str) -> None:
    for found in read({name: f"<{secret}>"}, STATUSES).malformed:
        assert f"<{secret}>" not in found.what + found.mend


def test_answers_are_never_printed() -> None:
    found = read({"legal_status": "guest", "pregnant": True}, STATUSES)
    whose = Facts(found.answers, Statuses([Status("visitor")]), date(2026, 3, 2))
    for printed in (repr(found), str(found), repr(whose), str(whose)):
        assert "guest" not in printed
        assert "pregnant" not in printed


@given(json | st.dictionaries(st.sampled_from([*NAMED, "shoe_size"]), json))
def test_reading_never_raises_and_keeps_only_what_is_declared(given: object) -> None:
    found = read(given, STATUSES)
    assert set(found.answers) <= set(NAMED)
    assert not set(found.answers) & {each.key for each in found.malformed}
    assert all(each.what and each.mend for each in found.malformed)


@given(st.dictionaries(st.sampled_from([*NAMED, "shoe_size", "hat"]), json))
def test_every_key_is_answered_unanswered_ignored_or_malformed(given: dict[str, Any]) -> None:
    found = read(given, STATUSES)
    told = {*found.answers, *found.ignored, *(each.key for each in found.malformed)}
    assert told == {key for key, value in given.items() if value is not None or key not in NAMED}


@given(st.dictionaries(st.sampled_from([*NAMED, "shoe_size", "hat"]), json))
def test_the_order_of_what_was_sent_never_matters(given: dict[str, Any]) -> None:
    assert read(given, STATUSES) == read(dict(reversed(given.items())), STATUSES)


def test_dangers_are_never_asked_for() -> None:
    never = {each.name for each in ATTRIBUTES if not each.is_asked}
    assert never == {"wants", "in_danger", "needs_doctor_now", "wages_unpaid"}


def test_what_could_harm_when_it_is_known_is_sensitive() -> None:
    sensitive = {each.name for each in ATTRIBUTES if each.is_sensitive}
    assert sensitive == {"legal_status", "base_status", "pregnant", "in_danger", "wages_unpaid"}


def test_every_attribute_has_a_name_of_its_own_and_sensible_bounds() -> None:
    assert len(NAMED) == len(ATTRIBUTES) == 20
    assert all(each.least < each.most for each in ATTRIBUTES if each.kind in ("number", "ages", "level"))
    assert NAMED["slovene_level"].most == LEVELS.index("C2")
