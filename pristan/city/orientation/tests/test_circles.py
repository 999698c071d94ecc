# SPDX-License-Identifier: EUPL-1.2
"""Circles of the real world are told to whom they can hold up: two of their steps are planned and not done."""

from dataclasses import replace
from typing import Any

import pytest

from pristan.city.orientation import plans
from pristan.city.orientation.tests.kit import book, step, text, told

CIRCLE = {"id": "papers", "name": text("Address, bank"), "steps": ["bank", "address", "wage"], "ways": []}


def met(**given: Any) -> list[list[str]]:
    steps = [step("address", done={"address_registered": True}), step("bank"), step("other")]
    rules = replace(book(*steps), circles=(CIRCLE,))
    return [each["met"] for each in plans.plan(rules, told(rules, **given))["circles_known"]]


@pytest.mark.parametrize(
    ("given", "expected"),
    [({}, [["bank", "address"]]), ({"address_registered": True}, []), ({"address_registered": False}, [["bank", "address"]])],
)  # fmt: skip
def test_a_circle_is_met_while_two_of_its_steps_are_to_be_done(given: dict[str, Any], expected: Any) -> None:
    assert met(**given) == expected


def test_a_city_without_circles_tells_none() -> None:
    rules = book(step("address"), step("bank"))
    assert plans.plan(rules, told(rules))["circles_known"] == []
