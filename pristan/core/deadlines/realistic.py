# SPDX-License-Identifier: EUPL-1.2
"""The realistic day of a step: when the office is open and the wait is over, beside the last day that the law sets."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from pristan.core.deadlines.calendar import DAY, Calendar, days
from pristan.core.deadlines.errors import DeadlineError

Because = Literal[
    "office-days-not-known",  # taken as open on every working day, and without a wait if none is known
    "waiting-time-not-known",  # the first day on which the office is open, as if nobody had to wait
    "office-days-and-waiting-time",
    "no-open-day",  # none within a year: there is no day
]

_FAR = 366  # days within which an office opens, or it does not


class WaitError(DeadlineError):
    """Office days or a waiting time that cannot be."""


@dataclass(frozen=True, slots=True)
class Realistic:
    """The day to count on, after the longest wait, and the `soonest`, after the shortest. An estimate, never a promise."""

    day: date | None
    because: Because
    soonest: date | None = None


def realistic(
    earliest: date, weekdays: frozenset[int], wait_days: tuple[int, int] | None, calendar: Calendar
) -> Realistic:
    """When a step can be done that can be begun on `earliest`, the day by which all is there that it needs.

    `weekdays` on which the office is open (0 is Monday; empty: not known), `wait_days` the shortest and the longest wait
    (None: not known). Holidays are closed as far as they are known. Raises WaitError.
    """
    shortest, longest = wait_days or (0, 0)
    if not 0 <= shortest <= longest:
        raise WaitError(f"a wait of {shortest} to {longest} days", "give the shortest first, none below 0")
    if not weekdays <= set(range(7)):
        raise WaitError(f"office days {sorted(weekdays)}", "count the days from 0, Monday, to 6, Sunday")
    soonest = _open_day(earliest + shortest * DAY, weekdays, calendar)
    day = _open_day(earliest + longest * DAY, weekdays, calendar)
    if soonest is None or day is None:
        return Realistic(None, "no-open-day")
    if not weekdays:
        return Realistic(day, "office-days-not-known", soonest)
    return Realistic(
        day, "waiting-time-not-known" if wait_days is None else "office-days-and-waiting-time", soonest
    )


def _open_day(day: date, weekdays: frozenset[int], calendar: Calendar) -> date | None:
    """The first day from this one on that is an office day and no holiday."""
    if not weekdays:
        return calendar.next_working(day)
    near = (each for each in days(day, day + _FAR * DAY) if each.weekday() in weekdays)
    return next((each for each in near if each not in calendar.holidays), None)
