# SPDX-License-Identifier: EUPL-1.2
"""The last day of a step, from an event so many days ago or ahead."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pristan.core.deadlines.calendar import Calendar
from pristan.core.deadlines.counting import CountingError
from pristan.core.deadlines.due import due, event_day

TODAY = date(2026, 4, 29)  # a Wednesday
CALENDAR = Calendar({date(2026, 5, 1): "Labour Day"}, frozenset({2026}))


def test_a_month_after_a_status_that_was_granted_ten_days_ago():
    assert due(10, 30, TODAY, working=False) == date(2026, 5, 19)


def test_sixty_days_before_a_permit_that_ends_in_a_hundred():
    assert due(-100, -60, TODAY, working=False) == TODAY + timedelta(days=40)


def test_at_once_is_the_day_of_the_event():
    assert due(0, 0, TODAY, working=False) == TODAY


def test_a_last_day_may_lie_in_the_past():
    assert due(30, 8, TODAY, working=False) == date(2026, 4, 7)


def test_it_stays_on_a_free_day():
    assert due(0, 3, TODAY, working=False, calendar=CALENDAR) == date(2026, 5, 2), "a Saturday"


def test_three_working_days_after_the_notice_leave_out_the_holiday_and_the_weekend():
    assert due(0, 3, TODAY, working=True, calendar=CALENDAR) == date(2026, 5, 5)


@pytest.mark.parametrize(("ago", "after"), [(None, 30), (10, None), (None, None)])
@pytest.mark.parametrize("working", [True, False])
def test_what_is_not_known_has_no_day(ago, after, working):
    assert due(ago, after, TODAY, working=working, calendar=CALENDAR) is None


def test_working_days_that_unknown_holidays_could_move_have_no_day():
    assert due(0, 3, TODAY, working=True) is None
    assert due(0, 300, TODAY, working=True, calendar=CALENDAR) is None


def test_a_number_beyond_all_reason_is_an_error_of_the_data():
    with pytest.raises(CountingError, match="at most 40000"):
        due(0, 50_000, TODAY, working=False)


def test_the_day_of_an_event_is_known_from_the_days_since():
    assert event_day(10, TODAY) == date(2026, 4, 19)
    assert event_day(-2, TODAY) == date(2026, 5, 1)
    assert event_day(None, TODAY) is None


@given(st.integers(-40_000, 40_000), st.integers(-40_000, 40_000))
def test_days_are_only_added(ago: int, after: int) -> None:
    assert due(ago, after, TODAY, working=False) == TODAY + timedelta(days=after - ago)


@given(st.integers(-100, 100), st.integers(0, 100))
def test_working_days_never_end_before_as_many_days(ago: int, after: int) -> None:
    calendar = Calendar(CALENDAR.holidays, frozenset(range(2025, 2028)))
    days, working = (due(ago, after, TODAY, working=each, calendar=calendar) for each in (False, True))
    assert days is not None
    assert working is not None
    assert days <= working
