# SPDX-License-Identifier: EUPL-1.2
"""Opening hours as a page may say them.

A page is made once a day, so it never says "open now": it prints the hours, and a small script in the
reader's browser marks the day and the moment from the data that stand beside them.
"""

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext

from pristan.core import hours
from pristan.platform.ui import dates, lists

Schedule = Mapping[str, Any]


@dataclass(frozen=True)
class Row:
    """One day of the week."""

    day: str
    name: str
    ranges: tuple[tuple[str, str], ...]
    is_today: bool


def is_trusted(schedule: Schedule | None, today: date) -> bool:
    """May we say "open" at all?"""
    return schedule is not None and hours.is_trusted(schedule.get("as_of"), schedule.get("confidence"), today)


def is_open(schedule: Schedule | None, at_local: datetime, holidays: Collection[date]) -> bool | None:
    """Open at this minute; None: not stated, or stated too long ago to be trusted."""
    if not schedule or not is_trusted(schedule, at_local.date()):
        return None
    return hours.is_open(schedule, at_local, holidays)


def week(schedule: Schedule, today: date, language: str) -> list[Row]:
    """The days of the week in order; empty when no weekly hours are known."""
    weekly = schedule.get("weekly") or {}
    if not weekly:
        return []
    return [
        Row(
            day,
            dates.day_name(day, language),
            tuple((a, b) for a, b in weekly.get(day, ())),
            at == today.weekday(),
        )
        for at, day in enumerate(dates.DAYS)
    ]


def brief(schedule: Schedule | None, today: date, holidays: Collection[date]) -> str:
    """One line for a card: today's hours where they can be trusted, else what to do. Empty when nothing is stated."""
    if not schedule:
        return ""
    # A number to call at any hour keeps its words when its date is old, but not when the source itself was doubtful.
    if schedule.get("is_always") and schedule.get("confidence") != "low":
        return gettext("Day and night")
    if not is_trusted(schedule, today):
        return _old(schedule.get("as_of"))
    spans = hours.hours_of_day(schedule, today, holidays)
    if spans:
        return gettext("Today %(hours)s") % {"hours": lists.listed(_span(*each) for each in spans)}
    if spans is None:
        return gettext("By appointment") if schedule.get("by_appointment") else ""
    return gettext("Closed today")


def _old(as_of: str | None) -> str:
    if not as_of:
        return gettext("Hours without a date: call first")
    return gettext("Hours as of %(year)s: call first") % {"year": as_of[:4]}


def data(schedule: Schedule, holidays: Collection[date], zone: str) -> str:
    """What the script needs to mark the day and the moment, as JSON: the same bytes, in whatever order a database keeps keys."""
    keys = ("weekly", "is_always", "on_holidays", "valid_from", "valid_to")
    exceptions = [
        {key: each.get(key) for key in ("from", "to", "hours")} for each in schedule.get("exceptions") or ()
    ]
    made = {key: schedule.get(key) for key in keys} | {"exceptions": exceptions, "zone": zone}
    made["holidays"] = sorted(each.isoformat() for each in holidays)
    return json.dumps(made, separators=(",", ":"), sort_keys=True)


def _span(opens: int, closes: int) -> str:
    # A left-to-right isolate keeps "09:00-12:00" in order inside Arabic.
    return f"\u2066{_clock(opens)}\u2013{_clock(closes)}\u2069"


def _clock(minutes: int) -> str:
    return f"{minutes // 60 % 24 if minutes != 1440 else 24:02d}:{minutes % 60:02d}"
