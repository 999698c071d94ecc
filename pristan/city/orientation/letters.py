# SPDX-License-Identifier: EUPL-1.2
"""A letter with a term, counted by the city's own rules. What was copied from the letter lives as long as one call.

Nothing is counted where the city has no rule, or none that is sure: then there is no day, only advice.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from pristan.city.orientation.rulebook import Body, Rulebook, Text
from pristan.core.deadlines.calendar import UNKNOWN, Calendar
from pristan.core.deadlines.counting import Counting
from pristan.core.deadlines.service import Letter, letter


@dataclass(frozen=True)
class LetterRules:
    """How the city counts. `units`: in which terms are given, none where nothing is counted; `names`: of the holidays."""

    units: tuple[str, ...] = ()
    rules: tuple[Body, ...] = ()
    look_for: tuple[Body, ...] = ()
    names: Mapping[date, Text] = field(default_factory=dict)
    calendar: Calendar = UNKNOWN
    counting: Mapping[str, Any] = field(default_factory=dict)

    def about(self, *matters: str) -> list[Body]:
        """The rules of these matters, in their order."""
        return [each for each in self.rules if each["about"] in matters]


NONE = LetterRules()
"""A city that has said nothing of letters."""


def rules(book: Rulebook) -> LetterRules:
    """The rules of the city."""
    if book.letters is None:
        return NONE
    given = book.letters
    counting = given["counting"] or {}
    names = {date.fromisoformat(day): name for day, name in given["holidays"].items()}
    calendar = Calendar({day: name["text"] for day, name in names.items()}, frozenset(given["known_years"]))
    return LetterRules(
        tuple(counting.get("units", ())), tuple(given["rules"]), tuple(given["look_for"]), names, calendar, counting
    )  # fmt: skip


def tell(rules: LetterRules, days: int | None, unit: str, delivered_on: date | None, today: date) -> Letter:
    """The last day and the way to it, or advice alone. Raises DaysNotPossible, NotYetDelivered."""
    if not rules.units:
        return Letter(advice="get-advice-today")
    known: Any = unit if unit in rules.units else rules.units[0]
    starts, end = rules.counting["starts"], rules.counting["end_on_free_day"]
    return letter(days, delivered_on, Counting(known, 0, starts, end, source="end"), rules.calendar, today)


def safe_day(rules: LetterRules, found: Letter, today: date) -> date | None:
    """The working day before a last day that was moved on: some terms are not moved. None: not moved, or past already."""
    if not any(step.kind == "next working day" for step in found.trail):
        return None
    ends = next(step.day for step in found.trail if step.kind == "ends")
    day = rules.calendar.previous_working(ends)
    return day if day >= today else None
