# SPDX-License-Identifier: EUPL-1.2
"""What must be so of every verdict, whatever the rules and whoever answers: compared with all outcomes worked out one by one."""

from collections.abc import Callable, Iterator
from itertools import product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pristan.core.rules import ATTRIBUTES, Cell, Facts, Item, decide, decide_all, leaves, parse, span, truth
from pristan.core.tests.test_rules_cases import (
    ANSWERS,
    STATUSES,
    TESTS,
    conditions,
    facts,
    is_consistent,
    items,
    people,
    personal,
    talkative,
)

Answers = dict[str, Any]
ORDER = ("no", "not_known", "yes")
WORTH = {"no": 0, "unknown": 1, "yes": 2}
BOXES = ("legal_status", "base_status")


def of_cell(cell: Cell, whose: Facts) -> set[int]:
    """What a cell may give."""
    holds = True if cell.when is None else truth(cell.when, whose)
    return {WORTH[cell.entitled]} if holds else {0} if holds is False else {WORTH[cell.entitled], 0}


def outcomes(item: Item, whose: Facts) -> set[int]:
    """All outcomes that are still possible, one by one: the definition that the spans are short for."""
    it = whose.possible
    found = set[int]().union(*(of_cell(item.cell(code), whose) for code in it.bases))
    for code in it.certain:
        found = {max(pair) for pair in product(found, of_cell(item.cell(code), whose))}
    for code in it.maybe:
        found |= {max(pair) for pair in product(found, of_cell(item.cell(code), whose))}
    holds = True if item.when is None else truth(item.when, whose)
    return found if holds else {0} if holds is False else found | {0}


def part_of(answers: Answers, data: st.DataObject) -> Answers:
    """What somebody said before they said all of it."""
    kept = data.draw(st.sets(st.sampled_from([*answers])), label="kept") if answers else set()
    return {name: answers[name] for name in answers if name in kept}


@given(items(conditions), people | talkative)
def test_a_verdict_is_what_all_possible_outcomes_have_in_common(item: Item, answers: Answers) -> None:
    possible = outcomes(item, facts(answers))
    assert span(item, facts(answers)) == (min(possible), max(possible))
    assert decide(item, facts(answers)).answer == (ORDER[min(possible)] if len(possible) == 1 else "depends")


@given(items(conditions), talkative, st.data())
def test_more_answers_never_change_a_settled_verdict(
    item: Item, answers: Answers, data: st.DataObject
) -> None:
    before = decide(item, facts(part_of(answers, data)))
    assert before.answer in ("depends", decide(item, facts(answers)).answer)


@given(items(conditions), talkative, st.data())
def test_an_answer_can_only_shrink_what_is_possible(
    item: Item, answers: Answers, data: st.DataObject
) -> None:
    assert outcomes(item, facts(answers)) <= outcomes(item, facts(part_of(answers, data)))


@given(items(personal))
def test_nothing_answered_gives_a_no_only_where_every_status_says_no(item: Item) -> None:
    if decide(item, facts({})).answer == "no":
        assert {item.cell(code).entitled for code in STATUSES.bases} == {"no"}


@given(items(personal), talkative, st.sets(st.sampled_from([*ANSWERS])))
def test_a_refused_question_is_never_a_no(item: Item, answers: Answers, refused: set[str]) -> None:
    rest = {name: value for name, value in answers.items() if name not in refused}
    if decide(item, facts(rest)).answer == "no":
        assert decide(item, facts(answers)).answer == "no"


statusless = st.sampled_from(
    [{name: test} for name in TESTS if name != "legal_status" for test in TESTS[name]]
).map(parse)


@given(items(statusless), people, st.sampled_from(STATUSES.bases), st.sampled_from(STATUSES.overlays))
def test_an_overlay_never_worsens_anything(item: Item, answers: Answers, base: str, overlay: str) -> None:
    alone = outcomes(item, facts({**answers, "legal_status": base, "base_status": base}))
    both = outcomes(item, facts({**answers, "legal_status": base, "base_status": overlay}))
    assert min(both) >= min(alone)
    assert max(both) >= max(alone)
    assert alone != {1} or 0 not in both, "not known never becomes no"


@given(items(conditions), talkative)
def test_the_order_of_answers_does_not_matter(item: Item, answers: Answers) -> None:
    assert decide(item, facts(answers)) == decide(item, facts(dict(reversed(answers.items()))))


@given(items(conditions), st.sampled_from([*STATUSES]), st.sampled_from([*STATUSES]), people)
def test_the_two_boxes_are_one_question(item: Item, one: str, other: str, answers: Answers) -> None:
    here = {**answers, "legal_status": one, "base_status": other}
    there = {**answers, "legal_status": other, "base_status": one}
    if is_consistent(here):
        assert decide(item, facts(here)) == decide(item, facts(there))


@given(items(conditions), people | talkative)
def test_a_settled_verdict_leaves_nothing_open_and_gives_the_reasons_for_it(
    item: Item, answers: Answers
) -> None:
    found = decide(item, facts(answers))
    if found.answer == "depends":
        return
    assert not found.open
    assert not found.reasons.open
    assert not (found.reasons.holds if found.answer == "no" else found.reasons.fails)
    assert found.answer == "yes" or not found.to_check


@given(items(conditions), people | talkative)
def test_what_decides_is_a_status_the_person_may_have(item: Item, answers: Answers) -> None:
    found = decide(item, facts(answers))
    codes = facts(answers).possible.codes
    assert [code for code in codes if code in found.by] == list(found.by)
    told = {
        leaf for group in (found.reasons.holds, found.reasons.fails, found.reasons.open) for leaf in group
    }
    deciding = [item.cell(code).when for code in found.by] + [item.when]
    assert told <= {leaf for when in deciding if when is not None for leaf in leaves(when)}


@given(items(conditions), people | talkative)
def test_what_is_open_is_not_answered_and_comes_in_the_order_of_declaration(
    item: Item, answers: Answers
) -> None:
    found = decide(item, facts(answers)).open
    assert not set(found) & set(answers)
    assert [each.name for each in ATTRIBUTES if each.name in found] == list(found)


@given(st.lists(items(conditions), max_size=5), people)
def test_all_together_are_decided_as_each_alone(several: list[Item], answers: Answers) -> None:
    assert decide_all(several, facts(answers)) == tuple(decide(each, facts(answers)) for each in several)


def do_statuses_fit(answers: Answers) -> bool:
    """Is nothing wrong with the statuses, whatever else is?"""
    return is_consistent({box: answers[box] for box in BOXES if box in answers})


def worlds(
    answers: Answers, names: tuple[str, ...], is_possible: Callable[[Answers], bool]
) -> Iterator[Answers]:
    """Everything that could still be answered about these, unanswered included."""
    unanswered = [name for name in names if name not in answers]
    for values in product(*([None, *ANSWERS[name]] for name in unanswered)):
        told = {name: value for name, value in zip(unanswered, values, strict=True) if value is not None}
        if is_possible({**answers, **told}):
            yield {**answers, **told}


def named(item: Item) -> tuple[str, ...]:
    """All attributes that may matter to an item: those that its conditions test, the statuses, and who is a minor."""
    whens = [item.when, item.otherwise.when, *(cell.when for cell in item.cells.values())]
    found = {leaf.attribute for when in whens if when is not None for leaf in leaves(when)}
    return tuple(name for name in ANSWERS if name in {*found, *BOXES, "age", "days_to_18th_birthday"})


def moves_alone(item: Item, answers: Answers, name: str) -> bool:
    """Does some answer to this one change what is possible? The two boxes of the status are one question."""
    before, names = span(item, facts(answers)), BOXES if name in BOXES else (name,)
    return any(span(item, facts(world)) != before for world in worlds(answers, names, do_statuses_fit))


def moves_with_others(item: Item, answers: Answers, name: str) -> bool:
    """Does it, after some answers to others?"""
    others = tuple(each for each in named(item) if each != name and not (name in BOXES and each in BOXES))
    return any(moves_alone(item, world, name) for world in worlds(answers, others, do_statuses_fit))


each_once = st.permutations(["age", "works", "insured", "pregnant", "children_ages", "slovene_level"])
grown_up = {"child": Cell("no")}  # else an age would tell something in two places


@st.composite
def small_items(draw: st.DrawFn) -> Item:
    """Items that test every attribute in one place at most."""
    names = draw(each_once)

    def when(most: int) -> Any:
        mine = [names.pop() for _ in range(min(draw(st.integers(0, most)), len(names)))]
        tests = [{name: draw(st.sampled_from(TESTS[name]))} for name in mine]
        return parse({draw(st.sampled_from(["all", "any"])): tests}) if tests else None

    def cell() -> Cell:
        entitled = draw(st.sampled_from(["yes", "yes", "no", "unknown"]))
        return Cell(entitled) if entitled == "no" else Cell(entitled, when(2))

    of_statuses = {code: cell() for code in draw(st.sets(st.sampled_from(["guest", "citizen", "lost"])))}
    return Item("item", "right", of_statuses | grown_up, cell(), when(1))


@settings(max_examples=60, deadline=None)
@given(small_items(), people)
def test_each_open_attribute_can_change_what_is_possible(item: Item, answers: Answers) -> None:
    found = decide(item, facts(answers)).open
    names = named(item)
    if any(moves_alone(item, answers, name) for name in names):
        assert all(moves_alone(item, answers, name) for name in found)
    else:
        assert all(moves_with_others(item, answers, name) for name in found)


@settings(max_examples=150, deadline=None)
@given(items(personal), people)
def test_no_attribute_that_is_not_open_changes_a_verdict_by_itself(item: Item, answers: Answers) -> None:
    found = decide(item, facts(answers)).open
    for name in named(item):
        if name not in found and name != "base_status":
            before = span(item, facts(answers))
            for world in worlds(answers, (name,), is_consistent):
                assert span(item, facts(world)) == before


@settings(max_examples=100, deadline=None)
@given(small_items(), people)
def test_where_nothing_is_open_no_answers_together_change_anything(item: Item, answers: Answers) -> None:
    found = decide(item, facts(answers))
    if not found.open:
        assert {span(item, facts(world)) for world in worlds(answers, named(item), do_statuses_fit)} == {
            span(item, facts(answers))
        }


@given(items(conditions), talkative, st.data())
def test_where_nothing_is_open_nothing_that_is_told_later_changes_anything(
    item: Item, answers: Answers, data: st.DataObject
) -> None:
    before = part_of(answers, data)
    if not decide(item, facts(before)).open:
        assert span(item, facts(answers)) == span(item, facts(before))


@pytest.mark.parametrize("first", [True, False])
def test_tests_that_exclude_each_other_may_name_one_attribute_too_many(first: bool) -> None:
    """The one over-approximation, kept here so that it is known: a child or an adult, one of the two is always true."""
    young, grown = (Cell("yes", parse({"age": test})) for test in ({"max": 17}, {"min": 18}))
    item = Item("item", "right", {"guest": young if first else grown, **grown_up}, grown if first else young)
    assert decide(item, facts({})).open == ("age",)
    assert not moves_alone(item, {}, "age")
    assert moves_with_others(item, {}, "age"), "but together with the status it decides"
