# SPDX-License-Identifier: EUPL-1.2
"""The realistic day of a step: office days, waiting times, and silence where nobody has said."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pristan.core.deadlines.calendar import Calendar
from pristan.core.deadlines.realistic import Realistic, WaitError, realistic

CALENDAR = Calendar({date(2026, 5, 1): "Labour Day", date(2026, 5, 4): "a bridge"}, frozenset({2026}))
FRIDAY = date(2026, 5, 1)
NOT_KNOWN: frozenset[int] = frozenset()
MONDAYS_WEDNESDAYS = frozenset({0, 2})


def test_where_nothing_is_known_it_is_the_next_working_day():
    assert realistic(FRIDAY, NOT_KNOWN, None, CALENDAR) == Realistic(
        date(2026, 5, 5), "office-days-not-known", soonest=date(2026, 5, 5)
    )


def test_a_working_day_is_good_at_once():
    assert realistic(date(2026, 5, 5), NOT_KNOWN, None, CALENDAR).day == date(2026, 5, 5)


def test_the_office_opens_on_its_days_and_not_on_a_holiday():
    found = realistic(FRIDAY, MONDAYS_WEDNESDAYS, None, CALENDAR)
    assert found == Realistic(date(2026, 5, 6), "waiting-time-not-known", soonest=date(2026, 5, 6))


def test_one_counts_on_the_longest_wait_and_may_hope_for_the_shortest():
    found = realistic(date(2026, 6, 1), MONDAYS_WEDNESDAYS, (1, 10), CALENDAR)
    assert found == Realistic(date(2026, 6, 15), "office-days-and-waiting-time", soonest=date(2026, 6, 3))


def test_a_wait_without_office_days_ends_on_a_working_day():
    found = realistic(date(2026, 6, 1), NOT_KNOWN, (5, 13), CALENDAR)
    assert found == Realistic(date(2026, 6, 15), "office-days-not-known", soonest=date(2026, 6, 8))


def test_an_office_that_is_open_on_saturdays_is_taken_at_its_word():
    assert realistic(FRIDAY, frozenset({5}), None, CALENDAR).day == date(2026, 5, 2)


def test_an_office_that_never_opens_has_no_day():
    closed = Calendar({date(2026, 1, 1) + timedelta(days=each): "closed" for each in range(800)}, frozenset())
    assert realistic(FRIDAY, frozenset({0}), None, closed) == Realistic(None, "no-open-day")


@pytest.mark.parametrize("wait", [(-1, 3), (5, 2)])
def test_a_wait_that_cannot_be_is_refused(wait):
    with pytest.raises(WaitError, match="the shortest first"):
        realistic(FRIDAY, NOT_KNOWN, wait, CALENDAR)


def test_a_day_that_no_week_has_is_refused():
    with pytest.raises(WaitError, match="from 0, Monday, to 6, Sunday"):
        realistic(FRIDAY, frozenset({1, 7}), None, CALENDAR)


some_days = st.dates(date(2024, 1, 1), date(2028, 12, 31))
weekdays = st.frozensets(st.integers(0, 6))
waits = st.none() | st.tuples(st.integers(0, 60), st.integers(0, 60)).map(lambda pair: (min(pair), max(pair)))
calendars = st.builds(
    Calendar,
    st.dictionaries(some_days, st.just("a holiday"), max_size=40),
    st.frozensets(st.integers(2024, 2029)),
)


@given(some_days, weekdays, waits, calendars)
def test_it_is_never_too_early_never_a_holiday_and_on_an_office_day(
    earliest: date, weekdays: frozenset[int], wait: tuple[int, int] | None, calendar: Calendar
) -> None:
    found = realistic(earliest, weekdays, wait, calendar)
    assert found.day is not None
    assert found.soonest is not None
    shortest, longest = wait or (0, 0)
    assert earliest + timedelta(days=shortest) <= found.soonest <= found.day
    assert earliest + timedelta(days=longest) <= found.day
    for day in (found.day, found.soonest):
        assert day not in calendar.holidays
        assert day.weekday() in (weekdays or range(5))


@given(some_days, weekdays, waits, calendars)
def test_it_says_what_is_not_known(
    earliest: date, weekdays: frozenset[int], wait: tuple[int, int] | None, calendar: Calendar
) -> None:
    because = realistic(earliest, weekdays, wait, calendar).because
    assert (because == "office-days-not-known") is (not weekdays)
    assert (because == "waiting-time-not-known") is (bool(weekdays) and wait is None)
