# SPDX-License-Identifier: EUPL-1.2
"""Calendar windows: the weeks of the year in which something is done each year, such as enrolment.

A window is that of the last known round, so its days are "usually in", never a date to rely on, until the new year's
round is published.
"""

import re
from dataclasses import dataclass
from datetime import date

from pristan.core.deadlines.calendar import DAY
from pristan.core.deadlines.errors import DeadlineError

_FORM = re.compile(r"([0-9]{2})-([0-9]{2})/([0-9]{2})-([0-9]{2})")
_LEAP_YEAR = 2000
_LEAP_DAY = (2, 29)

MonthDay = tuple[int, int]


class WindowError(DeadlineError):
    """Something that is no window of the year."""


@dataclass(frozen=True, slots=True)
class Window:
    """The days of a round, both included; open if today is one of them."""

    begins: date
    ends: date
    is_open: bool


def next_window(window: str, today: date) -> Window:
    """The round that is open today, else the next one, of a window `MM-DD/MM-DD`. Raises WindowError.

    A window whose end lies earlier in the year than its beginning passes the turn of the year. 29 February is the last
    day of February in every year.
    """
    first, last = parse(window)
    for year in (today.year - 1, today.year):
        ends = _day(year + (last < first), last)
        if ends >= today:
            begins = _day(year, first)
            return Window(begins, ends, begins <= today)
    return Window(_day(today.year + 1, first), _day(today.year + 1 + (last < first), last), is_open=False)


def parse(window: str) -> tuple[MonthDay, MonthDay]:
    """Month and day of the first and of the last day of a window. Raises WindowError."""
    found = _FORM.fullmatch(window)
    if found is None:
        raise _error(window)
    month, day, last_month, last_day = map(int, found.groups())
    first, last = (month, day), (last_month, last_day)
    try:
        for each in (first, last):
            date(_LEAP_YEAR, *each)
    except ValueError:
        raise _error(window) from None
    return first, last


def _error(window: str) -> WindowError:
    return WindowError(
        f"{window!r} is no window of the year", "write MM-DD/MM-DD with days that exist, such as 02-01/02-29"
    )


def _day(year: int, month_day: MonthDay) -> date:
    return date(year, 3, 1) - DAY if month_day == _LEAP_DAY else date(year, *month_day)
