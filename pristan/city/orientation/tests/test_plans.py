# SPDX-License-Identifier: EUPL-1.2
"""A plan: who gets which step, in which band, with which day and why. No city's law stands here."""

from typing import Any

import pytest

from pristan.city.orientation import plans
from pristan.city.orientation.tests.kit import book, cell, item, step, told


def planned(
    *steps: dict[str, Any], items: list[dict[str, Any]] | None = None, **given: Any
) -> dict[str, dict[str, Any]]:
    rules = book(*steps, items=items)
    return {each["id"]: each for each in plans.plan(rules, told(rules, **given))["steps"]}


def test_a_step_is_for_whom_its_condition_names_and_while_that_is_open_as_the_pack_says() -> None:
    children = {"children_ages": {"some": {"max": 5}}}
    shown, hidden = step("shown", **{"for": children}), step("hidden", unknown="hide", **{"for": children})
    assert set(planned(shown, hidden)) == {"shown"}
    assert set(planned(shown, hidden, children_ages=[3])) == {"shown", "hidden"}
    assert planned(shown, hidden, children_ages=[]) == {}


def test_a_wish_brings_a_step_in_and_what_is_done_leaves() -> None:
    wished = step(
        "wished",
        unknown="hide",
        wants=["housing"],
        done={"address_registered": True},
        **{"for": {"age": 100}},
    )
    assert planned(wished) == {}
    for wish in ("housing", "wished"):
        assert set(planned(wished, wants=[wish])) == {"wished"}
    assert planned(wished, wants=["housing"], address_registered=True) == {}


def test_a_step_that_the_law_refuses_is_not_planned_and_one_that_depends_is() -> None:
    only = [item("visit", "procedure", cells=[cell("guest", "yes")], otherwise="no")]
    assert planned(step("visit"), items=only)["visit"]["verdict"] == "depends"
    assert planned(step("visit"), items=only, legal_status="guest")["visit"]["verdict"] == "yes"
    assert planned(step("visit"), items=only, legal_status="citizen", base_status="citizen") == {}


@pytest.mark.parametrize(
    ("days", "due", "band"),
    [
        (0, "2026-03-12", "month"),
        (3, "2026-03-09", "week"),
        (9, "2026-03-03", "now"),
        (30, "2026-02-10", "now"),
    ],
)
def test_a_last_day_moves_a_step_forward_and_never_back(days: int, due: str, band: str) -> None:
    (found,) = planned(
        step("file", counts_from="days_since_arrival", days_after=10, event="arrival"),
        days_since_arrival=days,
    ).values()
    assert (found["due"], found["band"], found["because"]) == (due, band, "days-after-arrival")


def test_a_margin_of_safety_is_aimed_at_and_the_law_is_the_last_day() -> None:
    renewal = step(
        "renewal", counts_from="days_to_permit_expiry", days_after=-60, is_advice=True, band="later"
    )
    (found,) = planned(renewal, days_to_permit_expiry=100).values()
    assert (found["due"], found["realistic"], found["band"], found["because"]) == (
        "2026-06-10",
        "2026-04-11",
        "later",
        "before-expiry",
    )
    (found,) = planned(renewal, days_to_permit_expiry=50).values()
    assert (found["due"], found["realistic"], found["band"]) == ("2026-04-21", "2026-03-02", "now")


def test_a_wait_is_no_deadline() -> None:
    waiting = step(
        "waiting", counts_from="days_since_application", days_after=90, opens_after=True, band="now"
    )
    (found,) = planned(waiting, days_since_application=10).values()
    assert (found["due"], found["realistic"], found["band"], found["because"]) == (
        None,
        "2026-05-21",
        "later",
        "opens-after",
    )
    (found,) = planned(waiting, days_since_application=91).values()
    assert found["band"] == "now"


@pytest.mark.parametrize(
    ("more", "because"),
    [
        ({"recheck_reason": "new-law"}, "law-has-moved"), ({"confidence": "low"}, "source-is-weak"), ({"counts_from": None}, "no-deadline"),
        ({"counts_from": None, "calendar_window": "02-20/03-10"}, "window"), ({"counts_from": "days_since_status"}, "event-not-told"),
    ],
)  # fmt: skip
def test_without_a_sure_day_there_is_none_and_the_reason_is_told(more: dict[str, Any], because: str) -> None:
    given = {"counts_from": "days_since_arrival", "days_after": 10, "event": "arrival"} | more
    (found,) = planned(step("file", **given), days_since_arrival=1).values()
    assert (found["due"], found["because"]) == (None, because)


def test_an_open_window_of_the_year_is_now() -> None:
    (found,) = planned(step("enrol", calendar_window="02-20/03-10", band="later")).values()
    assert (found["band"], found["window"], found["due"]) == ("now", ["2026-02-20", "2026-03-10"], None)


def test_urgent_steps_stand_in_now_and_say_what_the_law_asks_first() -> None:
    first, then = (
        step("papers", band="later"),
        step("court", prerequisites=["papers"], urgent={"in_danger": True}, band="later"),
    )
    found = planned(first, then, in_danger=True)
    assert [(each["id"], each["band"], each["urgent"]) for each in found.values()] == [
        ("papers", "now", False),
        ("court", "now", True),
    ]
    assert found["court"]["blocked_by"] == ["papers"]
    assert not planned(first, then)["court"]["urgent"]


def test_children_of_its_ages_are_named() -> None:
    (found,) = planned(step("school", per_child=True, ages=[6, 14]), children_ages=[3, 7, 9]).values()
    assert found["for_children"] == [7, 9]


def test_a_day_whose_article_nobody_has_read_is_told_with_a_doubt() -> None:
    def law(*articles: tuple[str | None, bool]) -> list[dict[str, Any]]:
        return [{"law": "L", "article": article, "is_article_verified": read} for article, read in articles]

    def doubt(**more: Any) -> Any:
        given = {"counts_from": "days_since_arrival", "days_after": 10, "event": "arrival"} | more
        (found,) = planned(step("file", **given), days_since_arrival=1).values()
        return found["doubt"]

    assert doubt(legal_basis=law(("1", True), (None, False))) is None, "a law without an article names none"
    for basis in (law(), law((None, False)), law(("1", False)), law(("1", True), ("2", False))):
        assert doubt(legal_basis=basis) == "article-not-verified"
        assert doubt(legal_basis=basis, recheck_reason="new-law") is None, "there is no day to doubt"


def test_a_day_too_unsure_to_be_told_still_sorts() -> None:
    moved = {"counts_from": "days_since_status", "recheck_reason": "new-law", "band": "now"}
    late, soon = step("a-late", days_after=90, **moved), step("soon", days_after=30, **moved)
    found = planned(late, soon, days_since_status=5)
    assert [*found] == ["soon", "a-late"]
    assert {each["due"] for each in found.values()} == {None}


def test_what_other_steps_wait_for_comes_first_where_nothing_else_decides() -> None:
    need = {"prerequisites_strength": "practical", "prerequisites": ["number"]}
    found = planned(step("alone"), step("bank", **need), step("number"), step("wages", **need))
    assert [*found] == ["number", "alone", "bank", "wages"]


DANGER: dict[str, Any] = {
    "band": "now",
    "for": {"in_danger": True},
    "urgent": {"in_danger": True},
    "wants": ["violence"],
}


def test_help_in_danger_stands_apart_until_an_answer_asks_for_it_and_is_never_gone() -> None:
    rules = book(
        step("danger", **DANGER),
        step("visit", band="now"),
        items=[item("danger", is_always=True), item("visit")],
    )

    def made(**given: Any) -> dict[str, Any]:
        return plans.plan(rules, told(rules, **given))

    for given in (
        {},
        {"in_danger": False},
        {"in_danger": True},
        {"wants": ["violence"]},
        {"legal_status": "guest"},
    ):
        assert [each["id"] for each in made(**given)["help"]] == ["danger"], given
    assert [each["id"] for each in plans.to_do(made())] == ["visit"]
    assert [(each["id"], each["aside"]) for each in made()["steps"]] == [("visit", False), ("danger", True)]
    asked = made(in_danger=True)["steps"]
    assert [(each["id"], each["aside"], each["urgent"]) for each in asked][0] == ("danger", False, True)
    assert [each["id"] for each in plans.to_do(made(wants=["violence"]))] == ["danger", "visit"]


def test_help_in_danger_that_cannot_wait_comes_before_every_paper() -> None:
    file = {
        "counts_from": "days_since_arrival",
        "days_after": 10,
        "urgent": {"days_since_arrival": {"max": 30}},
    }
    rules = book(
        step("late", wants=["papers"], **file),
        step("appeal", wants=["papers"], urgent={"wants": ["papers"]}),
        step("danger", **DANGER),
        items=[item("danger", is_always=True), item("late"), item("appeal")],
    )
    given = told(rules, in_danger=True, days_since_arrival=20, wants=["papers"])
    assert [each["id"] for each in plans.plan(rules, given)["steps"]] == ["danger", "late", "appeal"]


def test_what_counts_as_done_is_told_only_of_steps_that_are_for_this_person() -> None:
    has = {"days_to_permit_expiry": {"min": 0}}
    rules = book(
        step("permit", done=has),
        step("study", done=has),
        items=[
            item("permit", "procedure"),
            item("study", "procedure", cells=[cell("guest", "yes")], otherwise="no"),
        ],
    )

    def done(**given: Any) -> Any:
        return plans.plan(rules, told(rules, days_to_permit_expiry=5, **given))["done"]

    assert done(legal_status="guest") == ["permit", "study"]
    assert done(legal_status="citizen", base_status="citizen") == ["permit"]
