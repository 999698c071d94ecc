# SPDX-License-Identifier: EUPL-1.2
"""Verdicts as people meet them: what they say, by which statuses, why, what else must be checked, and what is open."""

from typing import Any

import pytest

from pristan.core.rules import Cell, Item, RuleError, Verdict, decide, decide_all, parse
from pristan.core.tests.test_rules_cases import facts

YES, NO, UNKNOWN = Cell("yes"), Cell("no"), Cell("unknown")
WORKS, INSURED, ADULT = (parse(each) for each in ({"works": True}, {"insured": True}, {"age": {"min": 18}}))


def item(otherwise: Cell = NO, when: Any = None, **cells: Cell) -> Item:
    return Item("doctor", "right", cells, otherwise, when)


def verdict(it: Item, **answers: Any) -> Verdict:
    return decide(it, facts(answers))


def said(it: Item, **answers: Any) -> tuple[str, tuple[str, ...]]:
    """The answer, and what is open."""
    found = verdict(it, **answers)
    return found.answer, found.open


def because(found: Verdict) -> dict[str, list[str]]:
    """The reasons as short texts."""
    told = {"holds": found.reasons.holds, "fails": found.reasons.fails, "open": found.reasons.open}
    return {name: [leaf.attribute for leaf in leaves] for name, leaves in told.items() if leaves}


def test_what_is_for_everybody_is_yes_before_any_question() -> None:
    assert verdict(item(YES)) == Verdict(
        "doctor", "yes", verdict(item(YES)).reasons, (), ("guest", "neighbour", "citizen"), ()
    )
    assert because(verdict(item(YES))) == {}


def test_what_is_for_nobody_is_no_before_any_question() -> None:
    assert said(item(NO)) == ("no", ())


def test_what_nobody_has_found_out_is_not_known_and_never_no() -> None:
    assert said(item(UNKNOWN)) == ("not_known", ())
    assert said(item(UNKNOWN), legal_status="guest", base_status="lost") == ("not_known", ())


def test_what_differs_by_status_depends_on_it_and_names_nobody_else() -> None:
    it = item(NO, guest=YES)
    assert said(it) == ("depends", ("legal_status",))
    assert said(it, legal_status="guest") == ("yes", ())
    assert said(it, legal_status="citizen") == ("no", ())


def test_the_status_in_the_second_box_counts_as_well() -> None:
    assert said(item(NO, guest=YES), base_status="guest") == ("yes", ())


@pytest.mark.parametrize(
    ("works", "expected"), [(True, ("yes", ())), (False, ("no", ())), (None, ("depends", ("works",)))]
)
def test_a_yes_with_a_condition_waits_for_the_answer(
    works: bool | None, expected: tuple[str, tuple[str, ...]]
) -> None:
    told = {} if works is None else {"works": works}
    assert said(item(Cell("yes", WORKS)), legal_status="guest", **told) == expected


@pytest.mark.parametrize(("works", "answer"), [(True, "not_known"), (False, "no"), (None, "depends")])
def test_what_is_not_known_may_have_a_condition_too(works: bool | None, answer: str) -> None:
    told = {} if works is None else {"works": works}
    assert verdict(item(Cell("unknown", WORKS)), **told).answer == answer


def test_an_overlay_can_better_a_no_and_while_it_may_it_depends() -> None:
    it = item(NO, lost=YES)
    assert said(it, legal_status="guest") == ("depends", ("base_status",))
    assert said(it, legal_status="guest", base_status="lost") == ("yes", ())
    assert said(it, legal_status="guest", base_status="guest") == ("no", ())
    assert verdict(it, legal_status="guest", base_status="lost").by == ("lost",)


def test_an_overlay_never_worsens_what_the_base_gives() -> None:
    assert said(item(YES, lost=NO), legal_status="guest", base_status="lost") == ("yes", ())
    assert said(item(UNKNOWN, lost=NO), legal_status="guest", base_status="lost") == ("not_known", ())
    assert said(item(YES, lost=NO), legal_status="guest") == ("yes", ())


def test_not_known_by_an_overlay_is_better_than_no() -> None:
    it = item(NO, lost=UNKNOWN)
    assert said(it, legal_status="guest", base_status="lost") == ("not_known", ())
    assert verdict(it, legal_status="guest", base_status="lost").by == ("lost",)


def test_the_base_under_an_overlay_is_asked_for_where_it_matters() -> None:
    assert said(item(NO, guest=YES), legal_status="lost") == ("depends", ("base_status",))
    assert said(item(NO, lost=YES), legal_status="lost") == ("yes", ())


def test_an_age_can_tell_that_nobody_is_a_minor() -> None:
    it = item(NO, child=YES)
    assert said(it) == ("depends", ("legal_status", "days_to_18th_birthday", "age"))
    assert said(it, age=30) == ("no", ())
    assert said(it, legal_status="guest", days_to_18th_birthday=-3) == ("no", ())
    assert said(it, legal_status="guest", age=12) == ("depends", ("base_status",))


def test_a_base_that_excludes_an_overlay_is_not_bettered_by_it() -> None:
    assert said(item(NO, child=YES), legal_status="citizen") == ("no", ())


def test_a_condition_for_everybody_limits_all() -> None:
    it = item(NO, ADULT, guest=YES)
    assert said(it, legal_status="guest") == ("depends", ("age",))
    assert said(it, legal_status="guest", age=30) == ("yes", ())
    assert said(it, age=17) == ("no", ())
    assert said(it, age=17, legal_status="guest") == ("no", ())


def test_an_overlay_that_gives_what_is_given_anyway_leaves_nothing_open() -> None:
    yes = Cell("yes", parse({"insured": True}))
    item = Item("item", "right", {}, yes)
    assert decide(item, facts({"legal_status": "lost"})).open == ("insured",)


def test_where_one_answer_can_change_it_only_such_are_open() -> None:
    it = item(NO, guest=Cell("yes", WORKS), neighbour=YES)
    assert said(it) == ("depends", ("legal_status",)), "work alone would leave it open"
    assert said(it, legal_status="guest") == ("depends", ("works",))


def test_where_only_several_answers_can_change_it_all_of_these_are_open() -> None:
    pairs = parse({"any": [{"works": True, "insured": True}, {"studies": True, "pregnant": True}]})
    it = item(YES, pairs)
    assert said(it) == ("depends", ("pregnant", "works", "studies", "insured"))
    assert said(it, works=False) == ("depends", ("pregnant", "studies"))


def test_conditions_that_differ_by_status_are_open_together_with_it() -> None:
    it = item(Cell("yes", ADULT), guest=Cell("yes", WORKS), neighbour=Cell("yes", INSURED), child=NO)
    assert said(it) == ("depends", ("legal_status", "age", "works", "insured"))
    assert said(it, legal_status="guest", base_status="guest") == ("depends", ("works",))


def test_a_number_nobody_gave_leaves_it_open_with_nothing_to_ask() -> None:
    it = item(YES, parse({"age": {"min": {"parameter": "past"}}}))
    assert said(it) == ("depends", ())
    assert because(verdict(it)) == {"open": ["age"]}


def test_when_both_boxes_hold_overlays_the_base_stays_unknown_and_is_not_asked_for() -> None:
    assert said(item(NO, guest=YES), legal_status="lost", base_status="lost") == ("depends", ())


def test_a_yes_tells_what_holds_and_by_which_statuses() -> None:
    it = item(NO, ADULT, guest=Cell("yes", WORKS), lost=Cell("yes", INSURED))
    found = verdict(it, legal_status="guest", base_status="lost", works=True, insured=False, age=20)
    assert (found.answer, found.by) == ("yes", ("guest",))
    assert because(found) == {"holds": ["works", "age"]}


def test_a_no_tells_what_fails_and_not_what_holds() -> None:
    it = item(NO, ADULT, guest=Cell("yes", WORKS))
    refused = verdict(it, legal_status="guest", base_status="guest", works=False, age=20)
    assert (refused.answer, refused.by, because(refused)) == ("no", ("guest",), {"fails": ["works"]})
    too_young = verdict(it, legal_status="guest", base_status="guest", works=True, age=12)
    assert (too_young.answer, too_young.by, because(too_young)) == ("no", (), {"fails": ["age"]})
    by_overlay = verdict(item(NO, ADULT, lost=YES), legal_status="guest", base_status="lost", age=12)
    assert (by_overlay.answer, by_overlay.by, because(by_overlay)) == ("no", (), {"fails": ["age"]})
    neither = verdict(it, legal_status="guest", base_status="guest", works=False, age=12)
    assert because(neither) == {"fails": ["works", "age"]}


def test_a_no_by_status_needs_no_other_reason() -> None:
    found = verdict(item(NO, ADULT), legal_status="guest", base_status="guest")
    assert (found.answer, found.by, because(found)) == ("no", ("guest",), {})


def test_what_depends_tells_what_is_open_and_what_holds_already() -> None:
    it = item(NO, ADULT, guest=Cell("yes", WORKS))
    assert because(verdict(it, legal_status="guest", base_status="guest", age=20)) == {
        "open": ["works"],
        "holds": ["age"],
    }
    assert because(verdict(it, legal_status="guest", base_status="guest", works=True)) == {
        "open": ["age"],
        "holds": ["works"],
    }


def test_what_depends_names_the_statuses_that_may_still_decide() -> None:
    it = item(NO, guest=YES, lost=UNKNOWN)
    assert verdict(it).by == ("guest", "neighbour", "citizen", "lost")
    assert verdict(it, legal_status="neighbour").by == ("neighbour", "lost")
    assert verdict(it, legal_status="lost").by == ("guest", "lost"), "a no of another base is bettered"


def test_what_else_must_be_so_is_told_with_a_yes() -> None:
    it = item(NO, guest=Cell("yes", None, ("income", "form")))
    found = verdict(it, legal_status="guest")
    assert (found.answer, found.to_check) == ("yes", ("income", "form"))
    assert verdict(it).to_check == ("income", "form"), "it may become yes"
    assert verdict(it, legal_status="citizen", base_status="citizen").to_check == ()


def test_what_is_not_known_or_fails_has_nothing_to_check() -> None:
    assert verdict(item(Cell("unknown", None, ("income",)))).to_check == ()
    it = item(Cell("yes", WORKS, ("income",)))
    assert verdict(it, works=False).to_check == ()
    assert verdict(it, works=True).to_check == ("income",)


def test_where_one_status_asks_for_nothing_more_nothing_is_to_check() -> None:
    it = item(NO, guest=YES, lost=Cell("yes", None, ("permit",)))
    found = verdict(it, legal_status="guest", base_status="lost")
    assert (found.answer, found.to_check, found.by) == ("yes", (), ("guest",))
    other = item(NO, guest=Cell("yes", None, ("permit",)), lost=YES)
    assert verdict(other, legal_status="guest", base_status="lost").by == ("lost",)


def test_where_each_status_asks_for_something_all_is_told_once() -> None:
    it = item(NO, guest=Cell("yes", None, ("permit", "form")), lost=Cell("yes", None, ("form", "income")))
    found = verdict(it, legal_status="guest", base_status="lost")
    assert (found.to_check, found.by) == (("permit", "form", "income"), ("guest", "lost"))


def test_a_condition_on_the_status_itself_is_open_in_the_empty_box() -> None:
    it = item(YES, parse({"legal_status": ["guest"]}))
    assert said(it) == ("depends", ("legal_status",))
    assert said(it, legal_status="lost") == ("depends", ("base_status",))
    assert said(it, legal_status="lost", base_status="guest") == ("yes", ())


def test_contradictions_still_get_a_verdict() -> None:
    it = item(NO, guest=YES)
    assert said(it, legal_status="guest", base_status="citizen") == ("yes", ())
    assert said(it, legal_status="child", age=90)[0] == "depends"


def test_all_verdicts_come_in_the_order_of_the_items_even_of_those_that_are_alike() -> None:
    several = [
        Item(f"item-{n}", "service", {"guest": YES} if n % 2 else {}, NO, ADULT if n % 3 else None)
        for n in range(12)
    ]
    found = decide_all(several, facts({"age": 20}))
    assert [each.id for each in found] == [each.id for each in several]
    assert found == tuple(decide(each, facts({"age": 20})) for each in several)
    assert decide_all([], facts({})) == ()


def test_a_no_with_a_condition_is_refused_because_it_could_mean_two_things() -> None:
    with pytest.raises(RuleError, match="contrary"):
        Cell("no", WORKS)


def test_another_word_for_an_answer_is_refused() -> None:
    with pytest.raises(RuleError, match="yes, no or unknown"):
        Cell("conditional")  # type: ignore[arg-type]
