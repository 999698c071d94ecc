# SPDX-License-Identifier: EUPL-1.2
"""A condition is read from what people write, and a slip is named with its place, what is wrong and how to mend it."""

import json
from contextlib import suppress
from datetime import date, datetime
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from pristan.core.rules import Condition, Known, Parameter, RuleError, as_data, from_data, parse
from pristan.core.rules.attributes import NAMED
from pristan.core.rules.nodes import AllOf, AnyOf, Between, Count, From, Held, Is, Not, OneOf, Some, Until
from pristan.core.tests.test_rules_cases import conditions, written

anything = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 200) | st.floats() | st.text(max_size=5) | st.dates() | st.sampled_from(["A2", "2026-01-01"]),
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(st.sampled_from([*NAMED, "all", "any", "not", "from", "until", "min", "max", "some", "count", "parameter", "agee"]), inner, max_size=3),
    max_leaves=10,
)  # fmt: skip


def wrong(written: Any, known: Known | None = None) -> RuleError:
    """What is said of a condition that is none."""
    with pytest.raises(RuleError) as found:
        parse(written, "when", known or Known())
    return found.value


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("age: {min: 15, max: 29}", Between("age", 15, 29)),
        ("age: {min: 15}", Between("age", 15, None)),
        ("age: 17", Is("age", 17)),
        ("insured: true", Is("insured", True)),
        ("slovene_level: {min: A2}", Between("slovene_level", "A2", None)),
        ("slovene_level: none", Is("slovene_level", "none")),
        ("legal_status: [guest, lost]", Held(("guest", "lost"))),
        ("legal_status: guest", Held(("guest",))),
        ("wants: [housing]", OneOf("wants", ("housing",))),
        ("children_ages: {some: {min: 0, max: 5}}", Some("children_ages", 0, 5)),
        ("children_ages: {count: {min: 1}}", Count("children_ages", 1, None)),
        ("children_ages: {some: {max: 5}, count: {min: 2}}", AllOf((Some("children_ages", None, 5), Count("children_ages", 2, None)))),
        ("from: 2025-07-01", From(date(2025, 7, 1))),
        ("until: '2026-12-31'", Until(date(2026, 12, 31))),
        ("age: {min: {parameter: grown}}", Between("age", Parameter("grown"), None)),
        ("age: {parameter: grown}", Is("age", Parameter("grown"))),
        ("not: {insured: true}", Not(Is("insured", True))),
        ("{works: true, age: 17}", AllOf((Is("works", True), Is("age", 17)))),
        ("any: [{works: true}, {studies: true}]", AnyOf((Is("works", True), Is("studies", True)))),
        ("all: [{works: true}]", AllOf((Is("works", True),))),
        ("{age: 17, any: [{works: true}]}", AllOf((Is("age", 17), AnyOf((Is("works", True),))))),
    ],
)  # fmt: skip
def test_what_people_write_is_read(text: str, expected: Condition) -> None:
    assert parse(yaml.safe_load(text)) == expected


@pytest.mark.parametrize(
    ("written", "where", "part_of_mend"),
    [
        (None, "when", "mapping"), ([], "when", "mapping"), ("age", "when", "mapping"), ({}, "when", "Leave"), (True, "when", "mapping"),
        ({"agee": {"min": 18}}, "when.agee", "`age`"), ({"insurd": True}, "when.insurd", "`insured`"), ({"xyz": 1}, "when.xyz", "Known are"),
        ({False: True}, "when.False", "Known are"), ({"base_status": ["guest"]}, "when.base_status", "`legal_status`"),
        ({"an": [{"age": 3}]}, "when.an", "`any`"),
        ({"any": []}, "when.any", "at least one"), ({"all": []}, "when.all", "at least one"), ({"any": {"age": 3}}, "when.any", "at least one"),
        ({"not": []}, "when.not", "mapping"), ({"not": {}}, "when.not", "Leave"), ({"not": [{"age": 3}]}, "when.not", "mapping"),
        ({"any": [{"age": 3}, {"works": True}, {"age": {"min": "x"}}]}, "when.any.2.age.min", "parameter"),
        ({"age": {"min": 30, "max": 20}}, "when.age", "Exchange"), ({"age": {}}, "when.age", "`min`"), ({"age": {"minn": 3}}, "when.age.minn", "`min`"),
        ({"age": {"min": 3, "some": 4}}, "when.age.some", "min, max"), ({"age": {"min": None}}, "when.age.min", "parameter"),
        ({"age": {"min": -1}}, "when.age.min", "0 to 130"), ({"age": {"max": 131}}, "when.age.max", "0 to 130"), ({"age": 200}, "when.age", "0 to 130"),
        ({"age": True}, "when.age", "parameter"), ({"age": 17.0}, "when.age", "parameter"), ({"age": "17"}, "when.age", "parameter"),
        ({"age": [17]}, "when.age", "parameter"), ({"age": {"parameter": "X Y"}}, "when.age.parameter", "a-z"),
        ({"age": {"parameter": "x", "min": 3}}, "when.age", "parameter"), ({"age": {"min": {"paramter": "x"}}}, "when.age.min", "parameter"),
        ({"insured": 1}, "when.insured", "true or false"), ({"insured": None}, "when.insured", "true or false"),
        ({"insured": "yes"}, "when.insured", "true or false"),
        ({"slovene_level": "B3"}, "when.slovene_level", "none, A1"), ({"slovene_level": {"min": 2}}, "when.slovene_level.min", "none, A1"),
        ({"slovene_level": {"min": "C1", "max": "A1"}}, "when.slovene_level", "Exchange"), ({"slovene_level": None}, "when.slovene_level", "none, A1"),
        ({"legal_status": []}, "when.legal_status", "at least one"), ({"legal_status": ["a", "a"]}, "when.legal_status", "one of them"),
        ({"legal_status": {"min": 3}}, "when.legal_status", "at least one"), ({"legal_status": ["Not A Code"]}, "when.legal_status", "a-z"),
        ({"wants": [3]}, "when.wants", "a-z"), ({"wants": []}, "when.wants", "at least one"),
        ({"children_ages": 3}, "when.children_ages", "some"), ({"children_ages": {}}, "when.children_ages", "some"),
        ({"children_ages": {"min": 3}}, "when.children_ages.min", "some"), ({"children_ages": {"some": 3}}, "when.children_ages.some", "`min`"),
        ({"children_ages": {"count": {"min": 21}}}, "when.children_ages.count.min", "0 to 20"),
        ({"children_ages": {"some": {"min": 5, "max": 3}}}, "when.children_ages.some", "Exchange"),
        ({"from": "2026-02-30"}, "when.from", "calendar"), ({"from": "1.7.2025"}, "when.from", "2025-07-01"), ({"from": "20250701"}, "when.from", "2025-07-01"),
        ({"until": datetime(2025, 7, 1)}, "when.until", "2025-07-01"), ({"until": 2025}, "when.until", "2025-07-01"),
        ({"from": "2026-01-02", "until": "2026-01-01"}, "when", "Correct"),
    ],
)  # fmt: skip
def test_a_slip_is_named_with_its_place_and_the_way_out(written: Any, where: str, part_of_mend: str) -> None:
    found = wrong(written)
    assert found.where == where
    assert part_of_mend in found.mend
    assert found.what.endswith(".")
    assert str(found) == f"{found.where}: {found.what} {found.mend}"


def test_a_place_begins_where_the_caller_says() -> None:
    with pytest.raises(RuleError, match=r"^housing\.cells\.guest\.when\.age"):
        parse({"age": "x"}, "housing.cells.guest.when")


def test_codes_are_compared_with_those_that_are_known() -> None:
    known = Known(statuses=["guest", "neighbour"], parameters=["grown"])
    assert wrong({"legal_status": ["gest"]}, known).mend == "Did you mean `guest`?"
    assert wrong({"legal_status": ["xyz"]}, known).mend == "Known are: guest, neighbour."
    assert wrong({"any": [{"age": {"min": {"parameter": "grwn"}}}]}, known).mend == "Did you mean `grown`?"
    assert parse({"legal_status": ["guest"], "age": {"min": {"parameter": "grown"}}}, "when", known)


def test_a_range_with_a_number_that_changes_is_not_called_impossible() -> None:
    assert parse({"age": {"min": {"parameter": "grown"}, "max": 3}})


def test_a_range_of_one_is_a_range() -> None:
    assert parse({"age": {"min": 17, "max": 17}}) == Between("age", 17, 17)
    assert parse({"slovene_level": {"min": "A2", "max": "A2"}})


def test_the_same_day_twice_is_one_day_on_which_it_holds() -> None:
    assert parse({"from": "2026-01-01", "until": "2026-01-01"})


def nested(depth: int) -> dict[str, Any]:
    """So many conditions within each other."""
    inner: dict[str, Any] = {"works": True}
    for _ in range(depth):
        inner = {"not": inner}
    return inner


def test_what_nobody_can_read_is_refused() -> None:
    assert parse(nested(20))
    assert "flatter" in wrong(nested(21)).mend
    assert "flatter" in wrong(nested(400)).mend
    deep = as_data(parse(nested(20)))
    assert from_data(deep)
    for _ in range(400):
        deep = ["not", deep]
    with pytest.raises(RuleError, match="flatter"):
        from_data(deep)


@given(anything)
def test_whatever_is_written_is_read_or_refused(written: Any) -> None:
    with suppress(RuleError):
        assert as_data(parse(written))


@given(anything)
def test_whatever_data_is_sent_is_read_or_refused(data: Any) -> None:
    with suppress(RuleError):
        assert as_data(from_data(data))


@given(conditions)
def test_the_canonical_form_is_read_back_equal(when: Condition) -> None:
    assert from_data(as_data(when)) == when
    assert from_data(json.loads(json.dumps(as_data(when)))) == when


@given(written)
def test_what_is_written_equal_is_equal(written: dict[str, Any]) -> None:
    assert parse(written) == parse(yaml.safe_load(yaml.safe_dump(written, sort_keys=False)))
    assert hash(parse(written)) == hash(parse(written))


@pytest.mark.parametrize(
    ("written", "data"),
    [
        ({"age": {"min": 15, "max": 29}}, ["between", "age", 15, 29]), ({"age": {"max": 29}}, ["between", "age", None, 29]),
        ({"age": 17}, ["is", "age", 17]), ({"insured": True}, ["is", "insured", True]), ({"slovene_level": "B1"}, ["is", "slovene_level", "B1"]),
        ({"legal_status": "guest"}, ["is", "legal_status", ["guest"]]), ({"wants": ["parameter", "x"]}, ["is", "wants", ["parameter", "x"]]),
        ({"children_ages": {"some": {"max": 5}}}, ["some", "children_ages", None, 5]),
        ({"children_ages": {"count": {"min": 1}}}, ["count", "children_ages", 1, None]),
        ({"from": date(2025, 7, 1)}, ["from", "2025-07-01"]), ({"until": "2025-07-01"}, ["until", "2025-07-01"]),
        ({"age": {"parameter": "grown"}}, ["is", "age", ["parameter", "grown"]]),
        ({"age": {"min": {"parameter": "grown"}}}, ["between", "age", ["parameter", "grown"], None]),
        ({"not": {"works": True}}, ["not", ["is", "works", True]]),
        ({"works": True, "age": 17}, ["all", [["is", "works", True], ["is", "age", 17]]]),
        ({"any": [{"works": True}]}, ["any", [["is", "works", True]]]),
    ],
)  # fmt: skip
def test_the_canonical_form_is_small_and_regular(written: dict[str, Any], data: list[Any]) -> None:
    assert as_data(parse(written)) == data
    assert from_data(data) == parse(written)


@pytest.mark.parametrize(
    "data",
    [None, [], ["is"], ["is", "age"], ["is", "age", 17.0], ["is", "age", {"min": 3}], ["is", "age", None], ["between", "age", None, None],
     ["between", "age", 30, 20], ["between", "insured", 1, 2], ["some", "age", 1, 2], ["count", "children_ages", 1, 21], ["not"],
     ["not", ["is", "agee", 3]], ["all", []], ["any", "age"], ["all", [["is", "age", 17], []]], ["from", "2025-02-30"], ["until", None],
     ["xor", []], {"age": 17}, "age", ["parameter", "grown"], ["is", "base_status", ["guest"]], ["is", "insured", ["parameter", "x"]]],
)  # fmt: skip
def test_data_that_is_no_condition_is_refused(data: Any) -> None:
    with pytest.raises(RuleError):
        from_data(data)


def test_data_is_compared_with_what_is_known_too() -> None:
    with pytest.raises(RuleError, match="Did you mean `guest`"):
        from_data(["not", ["is", "legal_status", ["gest"]]], "when", Known(statuses=["guest"]))
