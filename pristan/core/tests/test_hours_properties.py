# SPDX-License-Identifier: EUPL-1.2
"""Opening hours, whatever a clerk may write: the three answers, and what must agree with what."""

from contextlib import suppress
from datetime import date, datetime, time, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from pristan.core.hours import DAYS, hours_of_day, is_open, is_trusted, minutes, ranges, slots

clocks = st.builds("{:02d}:{:02d}".format, st.integers(0, 23), st.integers(0, 59))
pairs = st.lists(st.lists(clocks, min_size=2, max_size=2), max_size=3)
days = st.dates(date(2000, 1, 3), date(2100, 1, 1))
weeks = st.dictionaries(st.sampled_from(DAYS), pairs, max_size=7)
exceptions = st.lists(
    st.builds(lambda start, length, hours: {"from": start.isoformat(), "to": (start + timedelta(days=length)).isoformat(), "hours": hours},
              days, st.integers(0, 20), pairs), max_size=2)  # fmt: skip
schedules = st.fixed_dictionaries(
    {"weekly": weeks},
    optional={"is_always": st.booleans(), "on_holidays": st.sampled_from(["closed", "open", "not_stated", None]), "exceptions": exceptions,
              "valid_from": days.map(date.isoformat), "valid_to": days.map(date.isoformat)},
)  # fmt: skip
moments = st.datetimes(datetime(2000, 1, 4), datetime(2100, 1, 1))
anything = st.text(st.characters(), max_size=20)


@given(schedules, moments, st.sets(days, max_size=3))
def test_every_schedule_has_one_of_three_answers(
    schedule: dict[str, Any], at: datetime, holidays: set[date]
) -> None:
    assert is_open(schedule, at, holidays) in (True, False, None)


@given(weeks.filter(bool), moments)
def test_an_open_minute_lies_in_a_slot(weekly: dict[str, Any], at: datetime) -> None:
    if is_open({"weekly": weekly}, at, ()):
        assert f"{DAYS[at.weekday()]}{at.hour:02d}" in slots({"weekly": weekly})


@given(schedules, moments)
def test_a_holiday_nobody_spoke_of_is_never_called_closed_or_open_by_its_own_hours(
    schedule: dict[str, Any], at: datetime
) -> None:
    silent = {"weekly": schedule["weekly"], "on_holidays": "not_stated"}
    assert hours_of_day(silent, at.date(), {at.date()}) is None
    # Only a night that began the day before may still be open.
    assert is_open(silent, at, {at.date(), at.date() - timedelta(days=1)}) is None


@given(days, pairs, weeks)
def test_an_exception_replaces_its_day(day: date, hours: list[Any], weekly: dict[str, Any]) -> None:
    schedule = {"weekly": weekly, "exceptions": [{"from": day.isoformat(), "hours": hours}]}
    assert hours_of_day(schedule, day, {day}) == ranges(hours)


@given(moments, st.sets(days, max_size=2))
def test_always_is_always(at: datetime, holidays: set[date]) -> None:
    assert is_open({"is_always": True}, at, holidays) is True
    assert len(slots({"is_always": True})) == 7 * 24


@given(clocks, clocks)
def test_a_range_is_never_empty_and_never_longer_than_a_day(opens: str, closes: str) -> None:
    ((start, end),) = ranges([[opens, closes]])
    assert 0 < end - start <= 24 * 60


@given(anything)
def test_a_clock_is_read_or_refused(text: str) -> None:
    with suppress(ValueError):
        assert 0 <= minutes(text) <= 24 * 60


@given(days, days, st.sampled_from(["high", "medium", "low", "", None]))
def test_hours_are_trusted_for_two_years_and_a_shorter_date_never_longer(
    stated: date, today: date, confidence: str | None
) -> None:
    whole = is_trusted(stated.isoformat(), confidence, today)
    for shorter in (stated.isoformat()[:7], stated.isoformat()[:4]):
        assert whole or not is_trusted(shorter, confidence, today) or confidence == "low"
    if confidence == "low" or datetime.combine(today, time()) - datetime.combine(stated, time()) > timedelta(
        days=731
    ):
        assert not whole


@given(anything)
def test_a_date_that_is_none_is_not_trusted(text: str) -> None:
    assert is_trusted(text, "high", date(2026, 3, 2)) in (True, False)
