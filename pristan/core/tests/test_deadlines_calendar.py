# SPDX-License-Identifier: EUPL-1.2
"""Working days: weekends, holidays, and years of which nobody has said which days are free."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from pristan.core.deadlines.calendar import UNKNOWN, Calendar, days

LABOUR_DAY, SECOND_LABOUR_DAY = date(2026, 5, 1), date(2026, 5, 2)  # a Friday and a Saturday
CALENDAR = Calendar({LABOUR_DAY: "labour day", SECOND_LABOUR_DAY: "labour day"}, frozenset({2026}))

some_days = st.dates(date(2020, 1, 1), date(2030, 12, 31))
calendars = st.builds(
    Calendar,
    st.dictionaries(some_days, st.just("a holiday"), max_size=40),
    st.frozensets(st.integers(2019, 2031)),
)


def test_a_weekday_of_a_known_year_is_a_working_day_unless_it_is_a_holiday():
    assert CALENDAR.is_working(date(2026, 4, 30)) is True
    assert CALENDAR.is_working(LABOUR_DAY) is False


def test_saturdays_and_sundays_are_never_working_days_in_a_year_nobody_knows_either():
    assert UNKNOWN.is_working(date(2027, 1, 2)) is False
    assert UNKNOWN.is_working(date(2027, 1, 3)) is False


def test_a_weekday_of_an_unknown_year_may_be_free_or_not():
    assert CALENDAR.is_working(date(2027, 5, 3)) is None


def test_a_holiday_that_is_listed_is_free_even_if_others_of_its_year_may_be_missing():
    new_year = date(2027, 1, 1)
    assert Calendar({new_year: "new year"}, frozenset()).is_working(new_year) is False


def test_the_next_working_day_is_the_day_itself_if_it_is_one():
    assert CALENDAR.next_working(date(2026, 4, 30)) == date(2026, 4, 30)
    assert CALENDAR.next_working(LABOUR_DAY) == date(2026, 5, 4)


def test_the_previous_working_day_is_the_day_itself_if_it_is_one():
    assert CALENDAR.previous_working(date(2026, 5, 4)) == date(2026, 5, 4)
    assert CALENDAR.previous_working(date(2026, 5, 3)) == date(2026, 4, 30)


def test_working_days_are_added_over_a_long_weekend_and_taken_away_again():
    assert CALENDAR.add_working(date(2026, 4, 30), 1) == date(2026, 5, 4)
    assert CALENDAR.add_working(date(2026, 5, 4), -1) == date(2026, 4, 30)


def test_no_working_days_added_leave_a_free_day_as_it_is():
    assert CALENDAR.add_working(LABOUR_DAY, 0) == LABOUR_DAY


def test_a_stretch_is_known_if_each_of_its_days_is():
    assert CALENDAR.is_known(date(2026, 12, 30), date(2026, 12, 31))
    assert not CALENDAR.is_known(date(2026, 12, 31), date(2027, 1, 1))
    assert CALENDAR.is_known(date(2027, 1, 2), date(2027, 1, 3)), "a weekend is free whatever the year"


def test_days_from_first_to_last_hold_both_and_none_backwards():
    assert list(days(LABOUR_DAY, SECOND_LABOUR_DAY)) == [LABOUR_DAY, SECOND_LABOUR_DAY]
    assert list(days(SECOND_LABOUR_DAY, LABOUR_DAY)) == []


@given(calendars, some_days)
def test_only_free_days_lie_before_the_next_working_day(calendar: Calendar, day: date) -> None:
    found = calendar.next_working(day)
    assert calendar.is_working(found) is not False
    assert all(calendar.is_working(each) is False for each in days(day, found - timedelta(days=1)))


@given(calendars, some_days)
def test_the_previous_working_day_mirrors_the_next(calendar: Calendar, day: date) -> None:
    found = calendar.previous_working(day)
    assert calendar.is_working(found) is not False
    assert all(calendar.is_working(each) is False for each in days(found + timedelta(days=1), day))


@given(calendars, some_days, st.integers(1, 60))
def test_so_many_working_days_lie_after_the_day_up_to_the_nth(calendar: Calendar, day: date, n: int) -> None:
    found = calendar.add_working(day, n)
    after = [each for each in days(day + timedelta(days=1), found) if calendar.is_working(each) is not False]
    assert len(after) == n
    assert after[-1] == found


@given(calendars, some_days, st.integers(-60, 60))
def test_from_a_working_day_there_and_back_is_where_one_began(calendar: Calendar, day: date, n: int) -> None:
    day = calendar.next_working(day)
    assert calendar.add_working(calendar.add_working(day, n), -n) == day


@given(calendars, some_days, st.integers(0, 30), st.integers(0, 30))
def test_adding_twice_is_adding_once(calendar: Calendar, day: date, first: int, second: int) -> None:
    assert calendar.add_working(calendar.add_working(day, first), second) == calendar.add_working(
        day, first + second
    )
