# SPDX-License-Identifier: EUPL-1.2
"""A letter with a term in it: its last day, from what the person reads in the letter and from nothing else.

How many days there are stands in the legal notice of the letter, and only the person can read it there. Without it, or
without the day of delivery, there is no date: a wrong one is worse than none.
"""

from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from pristan.core.deadlines.calendar import Calendar
from pristan.core.deadlines.counting import Counting, CountingError, Step, count
from pristan.core.deadlines.errors import DeadlineError

Advice = Literal["get-advice-today", "get-advice-today-term-passed", "hurry"]

FEWEST, MOST = 1, 365  # days that a legal notice gives
HURRY = 3  # days left


class LetterError(DeadlineError):
    """What the person copied from the letter cannot be right."""


class DaysNotPossible(LetterError):
    """No legal notice gives so many, or so few, days."""


class NotYetDelivered(LetterError):
    """The day of delivery is still to come."""


@dataclass(frozen=True, slots=True)
class Letter:
    """The last day, if it can be told, and what to do. `days_left` is 0 on the last day and below 0 after it.

    `is_certain` is false where a holiday that is not known could move the day; then the day shown is the earliest
    that it can be, if the rule moves a last day that is free to a later one.
    """

    last_day: date | None = None
    days_left: int | None = None
    is_past: bool = False
    trail: tuple[Step, ...] = ()
    advice: Advice | None = None
    is_certain: bool = False


def letter(
    days: int | None, delivered_on: date | None, rule: Counting, calendar: Calendar, today: date
) -> Letter:
    """What a letter with a term of `days` asks for. `rule` says how days are counted; its own number is not used.

    Raises DaysNotPossible, NotYetDelivered; CountingError for a rule that counts no days.
    """
    if days is not None and not FEWEST <= days <= MOST:
        raise DaysNotPossible(f"{days} days", f"copy the number from the legal notice, {FEWEST} to {MOST}")
    if delivered_on is not None and delivered_on > today:
        raise NotYetDelivered(
            f"{delivered_on} is still to come", "give the day on which the letter was handed over"
        )
    if rule.unit not in ("days", "working days"):
        raise CountingError(f"a letter is counted in days, not in {rule.unit}", "give a rule for days")
    if days is None or delivered_on is None:
        return Letter(advice="get-advice-today")
    counted = count(replace(rule, number=days), delivered_on, calendar)
    left = (counted.last_day - today).days
    return Letter(counted.last_day, left, left < 0, counted.trail, _advice(left), counted.is_certain)


def _advice(days_left: int) -> Advice | None:
    if days_left < 0:
        return "get-advice-today-term-passed"
    return "hurry" if days_left <= HURRY else None
