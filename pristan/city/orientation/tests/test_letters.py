# SPDX-License-Identifier: EUPL-1.2
"""A letter is counted by the rules of the city's document, and not at all where it has none. No city's law stands here."""

from datetime import date
from typing import Any

import pytest

from pristan.city.orientation import letters
from pristan.city.orientation.letters import LetterRules
from pristan.city.orientation.rulebook import read
from pristan.city.orientation.tests.kit import status, text

TODAY = date(2026, 3, 2)
COUNTING = {"units": ["days", "working days"], "starts": "day after", "end_on_free_day": "next working day"}


def rules(**given: Any) -> LetterRules:
    plain = {
        "counting": COUNTING,
        "look_for": [],
        "rules": [{"about": "start", "text": text("The next day.")}],
        "holidays": {"2026-03-16": text("Town Day")},
        "known_years": [2026],
    }
    return letters.rules(
        read({"statuses": [status("guest")], "items": [], "steps": [], "letters": plain | given})
    )


def test_a_term_that_ends_on_a_free_day_moves_on_and_the_safe_day_is_before_it() -> None:
    known = rules()
    found = letters.tell(known, 12, "days", TODAY, TODAY)  # Saturday, 14 March; Monday is a holiday
    assert found.last_day == date(2026, 3, 17)
    assert "Town Day" in [step.name for step in found.trail]
    assert letters.safe_day(known, found, TODAY) == date(2026, 3, 13)


def test_there_is_no_safe_day_where_nothing_moved_or_it_is_past() -> None:
    known = rules()
    assert letters.safe_day(known, letters.tell(known, 8, "days", TODAY, TODAY), TODAY) is None
    found = letters.tell(known, 12, "days", TODAY, date(2026, 3, 14))
    assert letters.safe_day(known, found, date(2026, 3, 14)) is None


@pytest.mark.parametrize(("unit", "last"), [("working days", 10), ("days", 9), ("moons", 9), ("", 9)])
def test_the_unit_is_one_that_the_city_allows_else_its_first(unit: str, last: int) -> None:
    assert letters.tell(rules(), 6, unit, TODAY, TODAY).last_day == date(2026, 3, last)


def test_years_whose_holidays_nobody_checked_make_a_day_uncertain() -> None:
    assert letters.tell(rules(), 8, "days", TODAY, TODAY).is_certain
    assert not letters.tell(rules(known_years=[]), 8, "days", TODAY, TODAY).is_certain


@pytest.mark.parametrize("known", [letters.NONE, rules(counting=None)])
def test_a_city_without_a_sure_rule_counts_nothing(known: LetterRules) -> None:
    found = letters.tell(known, 15, "days", TODAY, TODAY)
    assert (found.last_day, found.advice) == (None, "get-advice-today")
    assert letters.safe_day(known, found, TODAY) is None


def test_a_document_that_says_nothing_of_letters_is_a_city_without_rules() -> None:
    assert letters.rules(read({"statuses": [status("guest")], "items": [], "steps": []})) == letters.NONE


def test_rules_are_found_by_their_matter_in_their_order() -> None:
    known = rules(rules=[{"about": each} for each in ("late", "start", "end")])
    assert [each["about"] for each in known.about("end", "late")] == ["late", "end"]
