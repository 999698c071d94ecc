# SPDX-License-Identifier: EUPL-1.2
"""A letter with a term in it: a date only from what the person copied out of it, and advice in every case."""

from datetime import date, timedelta
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pristan.core.deadlines.calendar import UNKNOWN, Calendar
from pristan.core.deadlines.counting import Counting, CountingError, EndOnFreeDay, Starts, Step
from pristan.core.deadlines.service import DaysNotPossible, Letter, LetterError, NotYetDelivered, letter

RULE = Counting("days", 0, "day after", "next working day", source="rules-of-terms")
CALENDAR = Calendar({date(2026, 4, 27): "Uprising Day"}, frozenset({2026}))
DELIVERED = date(2026, 4, 10)


def test_the_last_day_is_counted_from_the_day_of_delivery():
    found = letter(15, DELIVERED, RULE, CALENDAR, today=date(2026, 4, 13))
    assert found == Letter(
        last_day=date(2026, 4, 28),
        days_left=15,
        is_past=False,
        trail=(
            Step("from", DELIVERED),
            Step("begins", date(2026, 4, 11)),
            Step("ends", date(2026, 4, 25)),
            Step("saturday", date(2026, 4, 25)),
            Step("sunday", date(2026, 4, 26)),
            Step("holiday", date(2026, 4, 27), "Uprising Day"),
            Step("next working day", date(2026, 4, 28)),
        ),
        advice=None,
        is_certain=True,
    )


@pytest.mark.parametrize(("days", "delivered_on"), [(None, None), (15, None), (None, DELIVERED)])
def test_without_the_number_or_the_day_there_is_no_date_but_advice(days, delivered_on):
    found = letter(days, delivered_on, RULE, CALENDAR, today=date(2026, 4, 13))
    assert found == Letter(advice="get-advice-today")
    assert found.last_day is None
    assert found.days_left is None
    assert found.trail == ()


@pytest.mark.parametrize(
    ("today", "days_left", "advice"),
    [
        (date(2026, 4, 24), 4, None),
        (date(2026, 4, 25), 3, "hurry"),
        (date(2026, 4, 28), 0, "hurry"),
        (date(2026, 4, 29), -1, "get-advice-today-term-passed"),
    ],
)
def test_who_has_three_days_or_fewer_hurries_and_who_is_late_gets_advice(today, days_left, advice):
    found = letter(15, DELIVERED, RULE, CALENDAR, today)
    assert (found.days_left, found.advice) == (days_left, advice)
    assert found.is_past is (days_left < 0)


def test_a_letter_delivered_today_can_have_a_term_of_one_day():
    found = letter(1, date(2026, 4, 13), RULE, CALENDAR, today=date(2026, 4, 13))
    assert (found.last_day, found.advice) == (date(2026, 4, 14), "hurry")


def test_a_rule_in_working_days_counts_working_days():
    rule = Counting("working days", 0, "day after", "stays", source="rules-of-terms")
    assert letter(3, date(2026, 4, 24), rule, CALENDAR, today=date(2026, 4, 24)).last_day == date(2026, 4, 30)


def test_a_day_that_an_unknown_holiday_could_move_is_not_certain():
    found = letter(15, DELIVERED, RULE, UNKNOWN, today=date(2026, 4, 13))
    assert found.last_day == date(2026, 4, 27)
    assert not found.is_certain


@pytest.mark.parametrize("days", [0, -15, 366, 10**9])
def test_a_number_that_no_legal_notice_has_is_refused_with_a_way_out(days):
    for delivered_on in (DELIVERED, None):
        with pytest.raises(DaysNotPossible) as caught:
            letter(days, delivered_on, RULE, CALENDAR, today=date(2026, 4, 13))
        assert str(days) in caught.value.what
        assert "legal notice, 1 to 365" in caught.value.mend


def test_a_letter_that_comes_tomorrow_is_refused_with_a_way_out():
    for days in (15, None):
        with pytest.raises(NotYetDelivered, match="2026-04-10 is still to come: give the day on which"):
            letter(days, DELIVERED, RULE, CALENDAR, today=date(2026, 4, 9))


def test_both_are_letter_errors_and_each_cause_has_its_class():
    assert issubclass(DaysNotPossible, LetterError)
    assert issubclass(NotYetDelivered, LetterError)


def test_a_rule_in_months_cannot_count_the_days_of_a_letter():
    with pytest.raises(CountingError, match="not in months"):
        letter(
            15, DELIVERED, Counting("months", 1, "day after", "stays", "a-law"), CALENDAR, date(2026, 4, 13)
        )


rules = st.builds(
    Counting,
    unit=st.sampled_from(["days", "working days"]),
    number=st.integers(-9, 9),
    starts=st.sampled_from(get_args(Starts)),
    end_on_free_day=st.sampled_from(get_args(EndOnFreeDay)),
    source=st.just("a-law"),
)
some_days = st.dates(date(2024, 1, 1), date(2028, 12, 31))


@given(st.none() | st.integers(-5, 400), st.none() | some_days, rules, some_days)
def test_a_letter_has_a_date_an_advice_to_get_help_or_a_clear_error(
    days: int | None, delivered_on: date | None, rule: Counting, today: date
) -> None:
    try:
        found = letter(days, delivered_on, rule, CALENDAR, today)
    except LetterError as error:
        assert error.what
        assert error.mend
        assert (days is not None and not 1 <= days <= 365) or (
            delivered_on is not None and delivered_on > today
        )
        return
    assert (found.last_day is None) is (days is None or delivered_on is None)
    if found.last_day is None:
        assert found.advice == "get-advice-today"
    else:
        assert found.last_day == today + timedelta(days=found.days_left or 0)
        assert found.is_past is (found.last_day < today)
        assert found.advice or (found.days_left or 0) > 3, "only who has time gets no advice"


@given(st.integers(1, 365), some_days, rules, st.integers(0, 500))
def test_the_last_day_does_not_depend_on_when_one_asks(
    days: int, delivered_on: date, rule: Counting, ago: int
) -> None:
    at_once = letter(days, delivered_on, rule, CALENDAR, delivered_on)
    later = letter(days, delivered_on, rule, CALENDAR, delivered_on + timedelta(days=ago))
    assert (at_once.last_day, at_once.trail) == (later.last_day, later.trail)
