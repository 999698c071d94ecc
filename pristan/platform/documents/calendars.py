# SPDX-License-Identifier: EUPL-1.2
"""Calendar files (iCalendar, RFC 5545): whole days with reminders, in words that may be seen by others.

A calendar is shared, synchronised and shown on locked screens. So it says when, and never what.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID, uuid5

from icalendar import Alarm, Calendar, Event

PRODUCT = "-//Pristan//EN"
REMINDERS = (7, 1)  # days before
_MORNING = timedelta(hours=9)  # a reminder at midnight wakes people up


@dataclass(frozen=True)
class Day:
    """A day with its neutral words. ``place``: which of the days of a document it is; ``remark``: what stands below its words."""

    on: date
    title: str
    place: int
    remark: str = ""


def calendar(days: Iterable[Day], *, words: str, url: str, at: datetime, today: date, space: UUID) -> bytes:
    """The file. ``words`` and ``url`` stand on every day; ``at``: when it was made; ``space``: the namespace of the city's ids."""
    made = Calendar()
    made.add("prodid", PRODUCT)
    made.add("version", "2.0")
    made.add("calscale", "GREGORIAN")
    for day in days:
        made.add_component(_event(day, words, url, at, today, space))
    return bytes(made.to_ical())


def _event(day: Day, words: str, url: str, at: datetime, today: date, space: UUID) -> Event:
    event = Event()
    # The same day at the same place is the same event when the file is taken again; it tells no more than its date does.
    event.add("uid", str(uuid5(space, f"{day.on.isoformat()}/{day.place}")))
    event.add("dtstamp", at)
    event.add("dtstart", day.on)
    event.add("dtend", day.on + timedelta(days=1))
    event.add("summary", day.title)
    event.add("description", "\n".join(filter(None, [words, url, day.remark])))
    event.add("url", url)
    event.add("class", "PRIVATE")
    event.add("transp", "TRANSPARENT")
    for alarm in _alarms(day, today):
        event.add_component(alarm)
    return event


def _alarms(day: Day, today: date) -> Iterator[Alarm]:
    """In the morning of the days before; none that is over already, as some phones would ring at once."""
    for before in REMINDERS:
        if day.on - timedelta(days=before) > today:
            alarm = Alarm()
            alarm.add("action", "DISPLAY")
            alarm.add("description", day.title)
            alarm.add("trigger", _MORNING - timedelta(days=before))
            yield alarm
