# SPDX-License-Identifier: EUPL-1.2
"""Terms counted by a rule: days, working days, months and years, forwards and backwards, with the trail of how."""

from datetime import date

import pytest

from pristan.core.deadlines.calendar import UNKNOWN, Calendar
from pristan.core.deadlines.counting import Counted, Counting, CountingError, Step, count

HOLIDAYS = {
    date(2026, 4, 6): "Easter Monday",
    date(2026, 4, 27): "Uprising Day",
    date(2026, 5, 1): "Labour Day",
    date(2026, 5, 2): "Labour Day",
    date(2026, 12, 25): "Christmas",
    date(2026, 12, 26): "Independence Day",
}
CALENDAR = Calendar(HOLIDAYS, frozenset({2025, 2026}))


def counted(
    number: int, unit: str, from_day: date, *, starts="day after", ends="stays", calendar=CALENDAR
) -> Counted:
    return count(Counting(unit, number, starts, ends, source="a-law"), from_day, calendar)


def last_day(*args, **kwargs) -> date:
    return counted(*args, **kwargs).last_day


def test_the_day_of_the_event_does_not_count_where_the_term_starts_the_day_after():
    assert last_day(15, "days", date(2026, 3, 2)) == date(2026, 3, 17)


def test_the_day_of_the_event_is_the_first_where_the_term_starts_the_same_day():
    assert last_day(15, "days", date(2026, 3, 2), starts="same day") == date(2026, 3, 16)


def test_an_example_worked_by_a_lawyer():
    """https://www.pravninasvet.net/index.php/2018/01/06/kdaj-se-iztece-rok/: handed over on 12 January 2018, 15 days."""
    calendar = Calendar({}, frozenset({2018}))
    found = counted(15, "days", date(2018, 1, 12), ends="next working day", calendar=calendar)
    assert found == Counted(
        date(2018, 1, 29),
        (
            Step("from", date(2018, 1, 12)),
            Step("begins", date(2018, 1, 13)),
            Step("ends", date(2018, 1, 27)),
            Step("saturday", date(2018, 1, 27)),
            Step("sunday", date(2018, 1, 28)),
            Step("next working day", date(2018, 1, 29)),
        ),
        is_certain=True,
    )


def test_a_last_day_that_is_a_holiday_moves_over_the_whole_long_weekend_and_each_day_is_told():
    found = counted(8, "days", date(2026, 4, 23), ends="next working day")
    assert found.trail[2:] == (
        Step("ends", date(2026, 5, 1)),
        Step("holiday", date(2026, 5, 1), "Labour Day"),
        Step("holiday", date(2026, 5, 2), "Labour Day"),
        Step("sunday", date(2026, 5, 3)),
        Step("next working day", date(2026, 5, 4)),
    )
    assert found.last_day == date(2026, 5, 4)


def test_a_last_day_can_move_back_instead():
    assert last_day(8, "days", date(2026, 4, 23), ends="previous working day") == date(2026, 4, 30)


def test_a_last_day_can_stay_where_it_falls_and_the_trail_says_that_it_is_free():
    found = counted(10, "days", date(2026, 4, 23))
    assert found.last_day == date(2026, 5, 3)
    assert found.trail[-2:] == (Step("sunday", date(2026, 5, 3)), Step("stays", date(2026, 5, 3)))


def test_a_last_day_that_is_a_working_day_needs_no_more_words():
    assert counted(1, "days", date(2026, 3, 2), ends="next working day").trail == (
        Step("from", date(2026, 3, 2)),
        Step("begins", date(2026, 3, 3)),
        Step("ends", date(2026, 3, 3)),
    )


def test_working_days_leave_out_weekends_and_name_the_holidays_left_out():
    found = counted(3, "working days", date(2026, 4, 29))
    assert found.last_day == date(2026, 5, 5)
    assert found.trail == (
        Step("from", date(2026, 4, 29)),
        Step("begins", date(2026, 4, 30)),
        Step("not counted", date(2026, 5, 1), "Labour Day"),
        Step("ends", date(2026, 5, 5)),
    )


def test_working_days_begin_on_the_first_that_is_one():
    found = counted(1, "working days", date(2026, 5, 1), starts="same day")
    assert found.trail[1] == Step("begins", date(2026, 5, 4))
    assert found.last_day == date(2026, 5, 4)
    assert last_day(1, "working days", date(2026, 5, 4), starts="same day") == date(2026, 5, 4)


@pytest.mark.parametrize(
    ("number", "unit", "from_day", "expected"),
    [
        (1, "months", date(2026, 1, 15), date(2026, 2, 15)),
        (1, "months", date(2026, 1, 31), date(2026, 2, 28)),
        (1, "months", date(2028, 1, 31), date(2028, 2, 29)),
        (1, "months", date(2026, 2, 28), date(2026, 3, 28)),
        (3, "months", date(2026, 11, 30), date(2027, 2, 28)),
        (-1, "months", date(2026, 3, 31), date(2026, 2, 28)),
        (1, "years", date(2026, 5, 10), date(2027, 5, 10)),
        (1, "years", date(2028, 2, 29), date(2029, 2, 28)),
        (4, "years", date(2028, 2, 29), date(2032, 2, 29)),
        (-1, "years", date(2028, 2, 29), date(2027, 2, 28)),
    ],
)
def test_months_and_years_end_on_the_day_of_the_same_number_or_the_last_of_the_month(
    number, unit, from_day, expected
):
    assert last_day(number, unit, from_day) == expected


@pytest.mark.parametrize(
    ("number", "from_day", "expected"),
    [
        (1, date(2026, 3, 1), date(2026, 3, 31)),
        (1, date(2026, 1, 31), date(2026, 2, 28)),
        (1, date(2026, 1, 29), date(2026, 2, 28)),
        (-1, date(2026, 3, 31), date(2026, 2, 28)),
        (-1, date(2026, 3, 15), date(2026, 2, 16)),
    ],
)
def test_a_month_whose_first_day_counts_ends_a_day_earlier_if_there_is_a_day_of_the_same_number(
    number, from_day, expected
):
    assert last_day(number, "months", from_day, starts="same day") == expected


def test_a_negative_number_goes_back_from_the_event():
    expiry = date(2026, 9, 10)
    assert last_day(-60, "days", expiry) == date(2026, 7, 12)
    assert last_day(-60, "days", expiry, starts="same day") == date(2026, 7, 13)
    assert counted(-60, "days", expiry).trail[1] == Step("begins", date(2026, 9, 9))


def test_working_days_before_an_event_leave_out_free_days_too():
    found = counted(-2, "working days", date(2026, 4, 28))
    assert found.last_day == date(2026, 4, 23)
    assert found.trail == (
        Step("from", date(2026, 4, 28)),
        Step("begins", date(2026, 4, 24)),
        Step("not counted", date(2026, 4, 27), "Uprising Day"),
        Step("ends", date(2026, 4, 23)),
    )


def test_nothing_to_count_ends_on_the_day_of_the_event():
    for unit in ("days", "working days", "months", "years"):
        assert last_day(0, unit, date(2026, 5, 3)) == date(2026, 5, 3)
        assert last_day(0, unit, date(2026, 5, 3), ends="next working day") == date(2026, 5, 4)


def test_a_last_day_in_a_year_of_unknown_holidays_is_not_certain_and_the_trail_says_which_day():
    found = counted(15, "days", date(2026, 12, 20), ends="next working day")
    assert found.last_day == date(2027, 1, 4)
    assert not found.is_certain
    assert found.trail[-1] == Step("holidays not known", date(2027, 1, 4))


def test_an_unknown_holiday_does_not_matter_to_a_day_that_stays():
    assert counted(15, "days", date(2026, 12, 20)).is_certain


def test_an_unknown_year_on_the_way_does_not_matter_to_days_that_are_all_counted():
    calendar = Calendar({}, frozenset({2026, 2028}))
    assert counted(400, "days", date(2026, 12, 20), ends="next working day", calendar=calendar).is_certain


def test_working_days_through_a_year_of_unknown_holidays_are_not_certain():
    calendar = Calendar({}, frozenset({2026, 2028}))
    found = counted(300, "working days", date(2026, 12, 20), calendar=calendar)
    assert found.last_day.year == 2028
    assert not found.is_certain
    assert Step("holidays not known", date(2027, 1, 1)) in found.trail


def test_uncertainty_is_told_once():
    found = counted(3, "working days", date(2026, 3, 2), ends="next working day", calendar=UNKNOWN)
    assert [step.kind for step in found.trail].count("holidays not known") == 1
    found = counted(0, "working days", date(2026, 3, 2), ends="next working day", calendar=UNKNOWN)
    assert [step.kind for step in found.trail].count("holidays not known") == 1


@pytest.mark.parametrize(
    ("key", "value", "words"),
    [
        ("unit", "weeks", "days, working days, months, years"),
        ("starts", "tomorrow", "day after, same day"),
        ("end_on_free_day", "monday", "next working day, stays, previous working day"),
        ("number", 40_001, "at most 40000"),
        ("number", -40_001, "at most 40000"),
    ],
)
def test_a_rule_with_a_slip_in_it_says_what_to_write(key, value, words):
    rule = {
        "unit": "days",
        "number": 15,
        "starts": "day after",
        "end_on_free_day": "stays",
        "source": "a-law",
    }
    with pytest.raises(CountingError, match=words) as caught:
        Counting(**rule | {key: value})
    assert str(value) in caught.value.what


@pytest.mark.parametrize("unit", ["days", "working days", "months", "years"])
@pytest.mark.parametrize("from_day", [date.min, date.max])
def test_a_term_that_leaves_the_calendar_is_an_error_of_ours(unit, from_day):
    number = 1 if from_day == date.max else -1
    with pytest.raises(CountingError, match="nearer to our time"):
        counted(number, unit, from_day)


def test_a_last_day_that_would_move_out_of_the_calendar_is_an_error_of_ours():
    first_week_is_free = Calendar({date(1, 1, each): "free" for each in range(1, 8)}, frozenset({1}))
    with pytest.raises(CountingError, match="beyond the years"):
        counted(0, "days", date(1, 1, 6), ends="previous working day", calendar=first_week_is_free)
