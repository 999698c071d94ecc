# SPDX-License-Identifier: EUPL-1.2
"""Opening hours: is a place open at a given local moment, and may we say so?

A schedule is a mapping as the read model holds it: ``weekly`` (day -> list of [from, to] as ``HH:MM``; a
range whose end is not after its start passes midnight), ``is_always``, ``on_holidays`` (``closed``,
``open`` or ``not_stated``), ``exceptions`` (``from``, ``to`` as dates, ``hours`` that replace the day's),
``valid_from`` and ``valid_to``.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any

DAYS = ("mo", "tu", "we", "th", "fr", "sa", "su")
TRUSTED_MONTHS = 24

Range = tuple[int, int]


def minutes(clock: str) -> int:
    """Minutes since midnight of ``HH:MM`` (``24:00`` is the end of the day). Raises ValueError."""
    hour, minute = clock.split(":")
    total = int(hour) * 60 + int(minute)
    if not (0 <= total <= 24 * 60 and int(minute) < 60):
        raise ValueError(f"{clock} is not a time of day")
    return total


def ranges(pairs: Sequence[Sequence[str]]) -> list[Range]:
    """Pairs of ``HH:MM`` as minutes; the end of a range past midnight lies beyond 1440."""
    found = []
    for start, end in pairs:
        opens, closes = minutes(start), minutes(end)
        found.append((opens, closes if closes > opens else closes + 24 * 60))
    return found


def hours_of_day(schedule: Mapping[str, Any], day: date, holidays: Collection[date]) -> list[Range] | None:
    """The ranges that begin on this day; None when nobody has said."""
    for exception in schedule.get("exceptions") or ():
        if str(exception["from"]) <= day.isoformat() <= str(exception.get("to") or exception["from"]):
            return ranges(exception.get("hours") or ())
    if not _is_valid_on(schedule, day):
        return None
    if schedule.get("is_always"):
        return [(0, 24 * 60)]
    weekly = schedule.get("weekly") or {}
    if not weekly:
        return None
    if day in holidays and schedule.get("on_holidays") != "open":
        return [] if schedule.get("on_holidays") == "closed" else None
    return ranges(weekly.get(DAYS[day.weekday()], ()))


def is_open(schedule: Mapping[str, Any], at: datetime, holidays: Collection[date]) -> bool | None:
    """Open at this local moment? None: not stated (no weekly hours, or a holiday nobody spoke of)."""
    now = at.hour * 60 + at.minute
    today = hours_of_day(schedule, at.date(), holidays)
    yesterday = hours_of_day(schedule, at.date() - timedelta(days=1), holidays) or []
    if any(closes > 24 * 60 and now < closes - 24 * 60 for _, closes in yesterday):
        return True
    if today is None:
        return None
    return any(opens <= now < closes for opens, closes in today)


def is_trusted(as_of: str | None, confidence: str | None, today: date) -> bool:
    """May "open now" be claimed? Only from hours dated within 24 months and not of low confidence.

    ``as_of`` is ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``; a shorter date counts from its first day, so that
    hours never look younger than they are.
    """
    if not as_of or confidence == "low":
        return False
    year, month, day = (as_of.split("-") + ["1", "1"])[:3]
    try:
        stated = date(int(year), int(month), int(day))
    except ValueError:
        return False
    months = (today.year - stated.year) * 12 + today.month - stated.month
    return months < TRUSTED_MONTHS or (months == TRUSTED_MONTHS and today.day <= stated.day)


def slots(schedule: Mapping[str, Any]) -> list[str]:
    """Day and hour marks (``mo09``) in which the weekly hours are open at some minute: candidates only."""
    found = set()
    for day, opens, closes in _weekly_ranges(schedule):
        for hour in range(opens // 60, (closes + 59) // 60):
            found.add(f"{DAYS[(day + hour // 24) % 7]}{hour % 24:02d}")
    return sorted(found)


def _weekly_ranges(schedule: Mapping[str, Any]) -> Iterator[tuple[int, int, int]]:
    for day, name in enumerate(DAYS):
        pairs = (
            [["00:00", "24:00"]]
            if schedule.get("is_always")
            else (schedule.get("weekly") or {}).get(name, ())
        )
        for opens, closes in ranges(pairs):
            yield day, opens, closes


def _is_valid_on(schedule: Mapping[str, Any], day: date) -> bool:
    start, end = schedule.get("valid_from") or "", schedule.get("valid_to") or "9999"
    return start <= day.isoformat() <= end
