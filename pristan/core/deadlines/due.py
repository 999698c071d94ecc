# SPDX-License-Identifier: EUPL-1.2
"""The last day of a step, from an event that a person remembers as "so many days ago"."""

from datetime import date, timedelta

from pristan.core.deadlines.calendar import UNKNOWN, Calendar
from pristan.core.deadlines.counting import Counting, count


def event_day(event_days_ago: int | None, today: date) -> date | None:
    """The day of an event so many days ago; below 0 it is still to come. None: not known."""
    return None if event_days_ago is None else today - timedelta(days=event_days_ago)


def due(
    event_days_ago: int | None,
    days_after: int | None,
    today: date,
    *,
    working: bool,
    calendar: Calendar = UNKNOWN,
) -> date | None:
    """The last day that lies so many days, or working days, after an event; below 0: before it.

    It stays where it falls, on a free day too. None: the event or the number is not known, or the day could be another
    one because of holidays that are not known. Raises CountingError for a number beyond all reason.
    """
    event = event_day(event_days_ago, today)
    if event is None or days_after is None:
        return None
    rule = Counting("working days" if working else "days", days_after, "day after", "stays", source="")
    counted = count(rule, event, calendar)
    return counted.last_day if counted.is_certain else None
