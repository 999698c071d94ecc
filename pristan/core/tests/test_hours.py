# SPDX-License-Identifier: EUPL-1.2
"""Opening hours: nights, lunch breaks, holidays, exceptions, and silence where nobody has said."""

from datetime import date, datetime

import pytest

from pristan.core.hours import is_open, is_trusted, minutes, slots

WEEK = {"weekly": {"mo": [["08:00", "12:00"], ["13:00", "15:00"]], "fr": [["21:00", "04:00"]]}}
MONDAY, FRIDAY = date(2026, 3, 2), date(2026, 3, 6)


def at(day: date, clock: str) -> datetime:
    return datetime.combine(day, datetime.strptime(clock, "%H:%M").time())


@pytest.mark.parametrize(
    ("day", "clock", "expected"),
    [
        (MONDAY, "07:59", False),
        (MONDAY, "08:00", True),
        (MONDAY, "12:00", False),
        (MONDAY, "14:59", True),
        (MONDAY, "15:00", False),
        (FRIDAY, "20:59", False),
        (FRIDAY, "23:00", True),
        (date(2026, 3, 7), "03:59", True),
        (date(2026, 3, 7), "04:00", False),
        (date(2026, 3, 3), "10:00", False),
    ],
)
def test_week(day, clock, expected):
    assert is_open(WEEK, at(day, clock), ()) is expected


def test_nobody_has_said():
    assert is_open({"weekly": {}}, at(MONDAY, "10:00"), ()) is None
    assert is_open(WEEK, at(MONDAY, "10:00"), {MONDAY}) is None, "a holiday nobody spoke of"


def test_holidays_and_exceptions():
    assert is_open(WEEK | {"on_holidays": "closed"}, at(MONDAY, "10:00"), {MONDAY}) is False
    assert is_open(WEEK | {"on_holidays": "open"}, at(MONDAY, "10:00"), {MONDAY}) is True
    moved = WEEK | {"exceptions": [{"from": "2026-03-02", "to": None, "hours": [["10:00", "11:00"]]}]}
    assert (
        is_open(moved, at(MONDAY, "08:30"), ()) is False and is_open(moved, at(MONDAY, "10:30"), ()) is True
    )
    closed = WEEK | {"exceptions": [{"from": "2026-03-01", "to": "2026-03-05", "hours": []}]}
    assert is_open(closed, at(MONDAY, "10:00"), ()) is False


def test_validity_and_always():
    always = {"is_always": True}
    assert is_open(always, at(MONDAY, "03:00"), {MONDAY}) is True
    assert is_open(always | {"valid_from": "2026-04-01"}, at(MONDAY, "03:00"), ()) is None


@pytest.mark.parametrize(
    ("as_of", "confidence", "expected"),
    [
        ("2025-06", "medium", True),
        ("2024", "high", False),
        ("2024-03-02", "high", True),
        ("2024-03-01", "high", False),
        ("2026-01", "low", False),
        (None, "high", False),
        ("2026-02-31", "high", False),
    ],
)
def test_only_young_and_certain_hours_are_trusted(as_of, confidence, expected):
    assert is_trusted(as_of, confidence, MONDAY) is expected


def test_slots_cover_every_open_minute():
    assert slots(WEEK) == [
        "fr21",
        "fr22",
        "fr23",
        "mo08",
        "mo09",
        "mo10",
        "mo11",
        "mo13",
        "mo14",
        "sa00",
        "sa01",
        "sa02",
        "sa03",
    ]
    assert len(slots({"is_always": True})) == 168


def test_clock():
    assert minutes("24:00") == 1440
    with pytest.raises(ValueError, match="25:00"):
        minutes("25:00")
