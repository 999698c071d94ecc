# SPDX-License-Identifier: EUPL-1.2
"""The next question decides most of what is open; sensitive ones come last; when nothing can change, there is none."""

from collections.abc import Collection
from itertools import product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pristan.core.rules import NAMED, Cell, Item, decide, decide_all, next_question, parse
from pristan.core.tests.test_rules_cases import (
    ANSWERS,
    facts,
    is_consistent,
    items,
    people,
    personal,
    talkative,
)

YES, NO = Cell("yes"), Cell("no")
Answers = dict[str, Any]


def when(**tests: Any) -> Item:
    """Something for whoever meets all tests."""
    return Item("-".join(tests), "service", {}, YES, parse(tests))


def asked(several: list[Item], refused: Collection[str] = (), **answers: Any) -> str | None:
    return next_question(several, facts(answers), refused)


def test_where_nothing_is_open_there_is_no_question() -> None:
    assert asked([]) is None
    assert asked([Item("all", "service", {}, YES), Item("none", "service", {}, NO)]) is None
    assert asked([when(works=True)], works=True) is None


def test_the_question_that_settles_most_comes_first() -> None:
    assert asked([when(works=True), when(insured=True), when(insured=True)]) == "insured"
    assert asked([when(works=True), when(works=True), when(insured=True)]) == "works"


def test_of_equal_ones_the_first_declared_comes_first() -> None:
    assert asked([when(insured=True), when(works=True)]) == "works"


def test_a_question_that_always_settles_beats_one_that_sometimes_does() -> None:
    assert asked([when(works=True, insured=True), when(studies=True)]) == "studies"


def test_the_status_is_asked_first_where_it_tells_most() -> None:
    by_status = [Item(f"item-{n}", "right", {"guest": YES}, NO) for n in range(3)]
    assert asked([*by_status, when(works=True)]) == "legal_status"
    assert asked([*by_status, when(works=True)], legal_status="citizen") == "works"


def test_the_second_box_is_asked_for_when_an_overlay_could_better_it() -> None:
    for_the_lost = Item("item", "right", {"lost": YES}, NO)
    assert asked([for_the_lost], legal_status="guest") == "base_status"
    assert asked([for_the_lost], legal_status="lost") is None
    assert asked([for_the_lost], legal_status="guest", base_status="guest") is None


def test_sensitive_questions_come_after_all_others() -> None:
    several = [when(pregnant=True), when(pregnant=True), when(pregnant=True), when(works=True)]
    assert asked(several) == "works"
    assert asked(several, works=True) == "pregnant"
    assert asked(several, works=True, refused=["pregnant"]) is None


def test_of_equal_ones_the_one_that_is_not_sensitive_comes_first() -> None:
    # Two of three answers settle each: no child, or an older one; all statuses but the two with which one may be a guest or not.
    by_status = Item("item", "right", {"guest": YES}, NO)
    by_children = when(children_ages={"some": {"max": 5}}, wants=["housing"])
    assert asked([by_status, by_children]) == "children_ages"
    assert asked([by_status, by_status, by_children]) == "legal_status"


def test_who_refuses_is_asked_something_else() -> None:
    several = [when(works=True), when(works=True), when(insured=True)]
    assert asked(several, ["works"]) == "insured"
    assert asked(several, ["works", "insured"]) is None


def test_who_refuses_the_status_is_not_asked_for_it_in_other_words() -> None:
    assert asked([Item("item", "right", {"guest": YES}, NO)], ["legal_status"]) is None


def test_a_refused_status_does_not_make_questions_that_only_it_gives_a_sense() -> None:
    item = Item("item", "right", {"guest": Cell("yes", parse({"works": True})), "neighbour": YES}, NO)
    assert asked([item]) == "legal_status"
    assert asked([item], ["legal_status"]) is None, "whatever the work, it stays open"


def test_with_a_refused_status_what_is_the_same_for_all_is_still_asked() -> None:
    item = Item(
        "item", "right", {"guest": Cell("yes", parse({"works": True}))}, Cell("yes", parse({"insured": True}))
    )
    assert asked([item], ["legal_status"]) == "works"
    assert asked([item], ["legal_status"], works=True) == "insured"
    assert asked([item], ["legal_status"], works=True, insured=True) is None


def test_a_refused_condition_still_leaves_the_others_that_a_status_picks() -> None:
    nobody = dict.fromkeys(("child", "lost", "paperless"), NO)
    item = Item(
        "item",
        "right",
        {"guest": Cell("yes", parse({"works": True}))} | nobody,
        Cell("yes", parse({"insured": True})),
    )
    assert asked([item], ["works"]) == "insured"
    assert asked([item], ["works"], insured=True) == "legal_status"
    assert asked([item], ["works", "insured"]) is None


@pytest.mark.parametrize(
    "never", [{"in_danger": True}, {"needs_doctor_now": True}, {"wages_unpaid": True}, {"wants": ["housing"]}]
)
def test_nobody_is_asked_for_dangers_or_wishes(never: dict[str, Any]) -> None:
    assert decide(when(**never), facts({})).open == tuple(never)
    assert asked([when(**never)]) is None


def test_questions_that_only_decide_together_are_asked_too() -> None:
    pairs = Item(
        "item",
        "right",
        {},
        YES,
        parse({"any": [{"works": True, "insured": True}, {"studies": True, "address_registered": True}]}),
    )
    assert asked([pairs]) == "works"
    assert asked([pairs], works=True) == "insured"


def test_numbers_are_tried_on_both_sides_of_every_bound() -> None:
    # What is wished for is never asked, so only an answer that fails settles: one age of three, one level of seven.
    old = when(age={"max": 64}, wants=["housing"])
    beginner = when(slovene_level={"min": "A1"}, wants=["housing"])
    assert asked([old, beginner]) == "age"
    assert asked([old, beginner, beginner, beginner]) == "slovene_level"


def test_a_bound_that_the_law_changes_is_tried_with_the_value_of_the_day() -> None:
    assert asked([when(age={"min": {"parameter": "grown"}})]) == "age"
    assert asked([when(age={"min": {"parameter": "past"}})]) is None


def test_items_that_are_alike_weigh_as_many() -> None:
    alike = [Item(f"item-{n}", "service", {}, YES, parse({"insured": True})) for n in range(3)]
    assert asked([when(works=True), when(works=False), *alike]) == "insured"


@given(st.lists(items(personal), max_size=4), people, st.sets(st.sampled_from([*NAMED])))
def test_only_what_may_be_asked_is_asked(several: list[Item], answers: Answers, refused: set[str]) -> None:
    name = next_question(several, facts(answers), refused)
    if name is not None:
        assert NAMED[name].is_asked
        assert name not in answers
        assert name not in refused


@given(st.lists(items(personal), max_size=4), people)
def test_the_same_is_asked_whatever_the_order_of_items(several: list[Item], answers: Answers) -> None:
    assert next_question(several, facts(answers)) == next_question(several[::-1], facts(answers))


@settings(max_examples=60, deadline=None)
@given(st.lists(items(personal), max_size=3), talkative, st.sets(st.sampled_from([*ANSWERS]), max_size=3))
def test_asking_ends_and_then_nothing_that_may_be_asked_would_change_a_verdict(
    several: list[Item], truthful: Answers, refused: set[str]
) -> None:
    told: Answers = {}
    declined = set(refused)
    for _ in NAMED:
        name = next_question(several, facts(told), declined)
        if name is None:
            break
        assert name not in told
        assert name not in declined
        if name in truthful:
            told[name] = truthful[name]
        else:
            declined.add(name)
    assert next_question(several, facts(told), declined) is None
    before = [each.answer for each in decide_all(several, facts(told))]
    for world in remaining(told, declined):
        assert [each.answer for each in decide_all(several, facts(world))] == before


def remaining(told: Answers, declined: Collection[str]) -> list[Answers]:
    """Whatever could still be told in answer to questions that may be asked."""
    barred = {*told, *declined, *({"legal_status", "base_status"} if "legal_status" in declined else ())}
    names = [name for name in ANSWERS if name not in barred and NAMED[name].is_asked]
    # A few hundred are enough to find a gap in many runs, all of them would be millions.
    chosen = [name for name in names if name not in ("children_ages", "slovene_level")][:5]
    worlds = (
        dict(zip(chosen, values, strict=True))
        for values in product(*([None, *ANSWERS[name]] for name in chosen))
    )
    more = (
        {**told, **{name: value for name, value in world.items() if value is not None}} for world in worlds
    )
    return [world for world in more if is_consistent(world)]
