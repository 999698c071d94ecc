# SPDX-License-Identifier: EUPL-1.2
"""A broad wish brings what is for this person and marks it; it never floods a plan, and never takes a step away."""

from typing import Any

from django.utils import translation

from pristan.city.orientation import plans, wishes
from pristan.city.orientation.rulebook import Rulebook
from pristan.city.orientation.tests import kit


def rules() -> Rulebook:
    hidden = {"unknown": "hide", "for": {"age": 100}, "under": ["papers"]}
    steps = [
        kit.step("plain"),
        kit.step("always", under=["papers"]),
        kit.step("sure", **hidden),
        kit.step("guests", **hidden),
    ]
    guests = kit.item("guests", "procedure", cells=[kit.cell("guest", "yes")], otherwise="no")
    return kit.book(
        *steps, items=[*(kit.item(each, "procedure") for each in ("plain", "always", "sure")), guests]
    )


def planned(**given: Any) -> list[str]:
    book = rules()
    with translation.override("en"):
        told = wishes.precise(book, kit.told(book, **given))
        return [each["id"] for each in plans.plan(book, told)["steps"]]


def test_without_a_wish_nothing_changes():
    book = rules()
    told = kit.told(book, wants=["money"])
    assert wishes.precise(book, told) is told
    assert planned() == planned(wants=["money"]) == ["plain", "always"]


def test_what_is_surely_for_them_comes_and_comes_first():
    assert planned(wants=["papers"]) == ["always", "sure", "plain"]


def test_what_depends_on_answers_waits_for_them():
    assert "guests" not in planned(wants=["papers"])
    assert "guests" in planned(wants=["papers"], legal_status="guest")
    assert "guests" not in planned(wants=["papers"], legal_status="citizen", base_status="citizen")


def test_a_wish_for_the_step_itself_brings_it_all_the_same():
    assert "guests" in planned(wants=["guests"])


def test_a_broad_wish_means_no_step_for_children_of_another_age():
    nursery = kit.step(
        "nursery", unknown="hide", per_child=True, ages=[0, 5], under=["school"], **{"for": {"age": 100}}
    )
    book = kit.book(nursery)
    for children, is_meant in (([3], True), ([8], False), ([], False), (None, True)):
        told = wishes.precise(book, kit.told(book, wants=["school"], children_ages=children))
        assert ("nursery" in told.facts.answers["wants"]) == is_meant, children
