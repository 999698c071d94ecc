# SPDX-License-Identifier: EUPL-1.2
"""The rules to carry away: all that a plan and a verdict need, and no text of a reader but the sentences of reasons."""

from typing import Any

import msgspec
import pytest

from pristan.city.orientation.portable import portable
from pristan.city.orientation.rulebook import Rulebook
from pristan.city.orientation.tests.kit import book, cell, item, step, text
from pristan.core.rules import ATTRIBUTES, from_data, parse


def carried(rules: Rulebook) -> dict[str, Any]:
    """As another program reads it."""
    read: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(portable(rules)))
    return read


def test_rules_that_are_alike_are_told_once() -> None:
    alike = carried(book(items=[item("one"), item("two", "right"), item("three", when={"works": True})]))
    assert [(each["id"], each["kind"], each["rule"]) for each in alike["items"]] == [
        ("one", "service", 0),
        ("two", "right", 0),
        ("three", "service", 1),
    ]
    assert alike["rules"] == [
        {"otherwise": {"entitled": "yes"}},
        {"otherwise": {"entitled": "yes"}, "when": ["is", "works", True]},
    ]


def test_equal_cells_stand_together_and_keys_stand_for_texts() -> None:
    cells = [
        cell("guest", "unknown"),
        cell("citizen", "unknown"),
        cell("lost", "yes", to_check=[text("If.")]),
    ]
    (rule,) = carried(book(items=[item("stay", cells=cells, otherwise="no")]))["rules"]
    assert rule["cells"] == [
        {"entitled": "unknown", "statuses": ["guest", "citizen"]},
        {"entitled": "yes", "statuses": ["lost"], "to_check": ["stay.lost.1"]},
    ]


def test_a_step_says_what_a_plan_needs_and_leaves_the_rest_out() -> None:
    (plain,) = carried(book(step("visit")))["steps"]
    assert plain == {"id": "visit", "band": "month", "wanted_by": ["visit"]}
    given = step("file", unknown="hide", prerequisites=["visit"], counts_from="days_since_arrival", days_after=10,
                 recheck_reason="new-law", per_child=True, ages=[6, 14], done={"insured": True}, **{"for": {"age": {"min": 18}}})  # fmt: skip
    (full,) = carried(book(given))["steps"]
    assert full["for"] == ["between", "age", 18, None]
    assert full["done"] == ["is", "insured", True]
    assert (full["is_shown_if_unknown"], full["has_law_moved"], full["ages"]) == (False, True, [6, 14])
    assert (full["counts_from"], full["days_after"], full["prerequisites"]) == (
        "days_since_arrival",
        10,
        ["visit"],
    )
    assert not {"why", "risk", "sources", "name", "deadline"} & full.keys()


def test_every_test_of_a_reason_has_its_sentence_and_no_other_test_has_one() -> None:
    when = {"not": {"any": [{"works": True}, {"age": {"max": 5}}]}, "insured": True}
    steps = [step("visit", **{"for": {"studies": True}})]
    found = carried(book(*steps, items=[item("visit", "procedure", when=when)]))["sentences"]
    assert [(from_data(test), is_negated) for test, is_negated, _ in found] == [
        (parse({"works": True}), True),
        (parse({"age": {"max": 5}}), True),
        (parse({"insured": True}), False),
    ]
    assert [words for _, _, words in found] == [
        "you do not work",
        "not: you are at most 5 years old",
        "you have health insurance here",
    ]


def test_what_may_be_told_and_the_numbers_of_the_law_go_along() -> None:
    values = [{"value": 65, "since": "2020-01-01", "until": None}]
    rules = book(
        parameters=[{"id": "pension", "name": text("Pension age"), "unit": "years", "values": values}],
        circles=[{"id": "papers", "name": text("Address, bank"), "steps": ["bank"], "ways": []}],
    )
    found = carried(rules)
    assert [each["name"] for each in found["attributes"]] == [each.name for each in ATTRIBUTES]
    assert found["parameters"] == {"pension": [[65, "2020-01-01", None]]}
    assert found["circles"] == [{"id": "papers", "steps": ["bank"]}]
    assert [each["code"] for each in found["statuses"]] == ["guest", "citizen", "lost"]


@pytest.mark.parametrize("kind", ["right", "service"])
def test_no_text_of_a_reader_is_carried(kind: str) -> None:
    words = text("A secret address")
    rules = book(
        items=[
            item("stay", kind, to_check=[words], name=words, cells=[cell("guest", "yes", conditions=words)])
        ]
    )
    assert b"secret" not in msgspec.json.encode(portable(rules))
