# SPDX-License-Identifier: EUPL-1.2
"""Calendar files: whole days, neutral words, reminders that lie ahead, the same events when taken again."""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

from dateutil import rrule
from icalendar import Calendar

from pristan.platform.documents.calendars import Day, calendar

TODAY = date(2026, 11, 27)
AT = datetime(2026, 11, 27, 16, 30, tzinfo=UTC)
CITY = UUID("3c0b6f9e-6b1a-4f5e-9a53-2f4f3d9c7d21")
URL = "https://city.example/ar/plan/"
DAYS = [Day(date(2026, 12, 24), "Pristan: خطوة 3", 3), Day(date(2026, 11, 30), "Pristan: خطوة 1", 1)]


def made(days: list[Day] = DAYS, today: date = TODAY) -> bytes:
    return calendar(days, words="Neutral, words; only", url=URL, at=AT, today=today, space=CITY)


def events(days: list[Day] = DAYS, today: date = TODAY) -> list:
    return Calendar.from_ical(made(days, today)).walk("VEVENT")


def test_a_day_is_whole_and_says_nothing_but_its_title():
    first = events()[0]
    assert (first.decoded("dtstart"), first.decoded("dtend")) == (date(2026, 12, 24), date(2026, 12, 25))
    assert first["summary"] == "Pristan: خطوة 3"
    assert first["description"] == f"Neutral, words; only\n{URL}"
    assert (first["class"], first["transp"]) == ("PRIVATE", "TRANSPARENT")


def test_the_file_is_what_the_standard_asks_for():
    found = made()
    read = Calendar.from_ical(found)
    assert (read["version"], "method" in read) == ("2.0", False)
    assert not read.errors
    lines = found.split(b"\r\n")
    assert lines[0] == b"BEGIN:VCALENDAR"
    assert all(len(line) <= 75 for line in lines)
    assert b"\n" not in found.replace(b"\r\n", b"")


def test_another_reader_finds_the_same_days():
    """By hand, as an old phone may: unfold the lines, split at the colon."""
    plain = made().decode().replace("\r\n ", "")
    starts = [line.partition(":")[2] for line in plain.split("\r\n") if line.startswith("DTSTART")]
    assert [rrule.rrulestr(f"DTSTART:{each}\nRRULE:FREQ=DAILY;COUNT=1")[0].date() for each in starts] == [
        day.on for day in DAYS
    ]


def test_reminders_ring_in_the_morning_seven_days_and_one_day_before():
    alarms = events()[0].walk("VALARM")
    assert [each.decoded("trigger") for each in alarms] == [
        timedelta(days=-7, hours=9),
        timedelta(days=-1, hours=9),
    ]
    assert {each["description"] for each in alarms} == {"Pristan: خطوة 3"}


def test_no_reminder_rings_for_a_morning_that_is_over():
    assert [len(each.walk("VALARM")) for each in events()] == [2, 1]
    assert [len(each.walk("VALARM")) for each in events(today=date(2026, 12, 23))] == [0, 0]


def test_taken_again_it_is_the_same_events_and_different_days_are_different():
    uids = [str(each["uid"]) for each in events()]
    assert uids == [str(each["uid"]) for each in events(today=date(2026, 11, 29))]
    assert len(set(uids)) == 2
    assert all(str(UUID(each)) == each for each in uids)


def test_a_plan_without_dates_is_an_empty_calendar():
    assert Calendar.from_ical(made([])).walk("VEVENT") == []
