# SPDX-License-Identifier: EUPL-1.2
"""Terms, whatever the rule: what must hold of every count."""

from dataclasses import replace
from datetime import date, timedelta
from typing import get_args

from hypothesis import given
from hypothesis import strategies as st

from pristan.core.deadlines.calendar import UNKNOWN, Calendar
from pristan.core.deadlines.counting import Counting, EndOnFreeDay, Starts, Unit, count

some_days = st.dates(date(2020, 1, 1), date(2030, 12, 31))
calendars = st.builds(
    Calendar,
    st.dictionaries(some_days, st.sampled_from(["new year", "labour day"]), max_size=60),
    st.frozensets(st.integers(2018, 2033)),
)
rules = st.builds(
    Counting,
    unit=st.sampled_from(get_args(Unit)),
    number=st.integers(-24, 24),
    starts=st.sampled_from(get_args(Starts)),
    end_on_free_day=st.sampled_from(get_args(EndOnFreeDay)),
    source=st.just("a-law"),
)
whole = frozenset(range(1900, 2200))


@given(rules, some_days, calendars)
def test_the_trail_begins_with_the_event_and_leads_to_the_last_day(
    rule: Counting, day: date, calendar: Calendar
) -> None:
    counted = count(rule, day, calendar)
    assert counted.trail[0].kind == "from"
    assert counted.trail[0].day == day
    told = [step for step in counted.trail if step.kind != "holidays not known"]
    assert told[-1].day == counted.last_day


@given(rules, some_days, calendars)
def test_what_is_counted_lies_between_the_event_and_the_end(
    rule: Counting, day: date, calendar: Calendar
) -> None:
    trail = count(rule, day, calendar).trail
    end = next(step.day for step in trail if step.kind == "ends")
    first, last = sorted((day, end))
    assert all(first <= step.day <= last for step in trail if step.kind in ("begins", "not counted"))
    assert (end >= day) if rule.number >= 0 else (end <= day)


@given(rules, some_days, calendars)
def test_a_last_day_is_free_only_if_the_rule_lets_it_stay(
    rule: Counting, day: date, calendar: Calendar
) -> None:
    counted = count(rule, day, calendar)
    if rule.end_on_free_day != "stays":
        assert calendar.is_working(counted.last_day) is not False


@given(rules, some_days, calendars)
def test_the_rule_says_to_which_side_a_free_last_day_moves(
    rule: Counting, day: date, calendar: Calendar
) -> None:
    stays = count(replace(rule, end_on_free_day="stays"), day, calendar).last_day
    later = count(replace(rule, end_on_free_day="next working day"), day, calendar).last_day
    earlier = count(replace(rule, end_on_free_day="previous working day"), day, calendar).last_day
    assert earlier <= stays <= later


@given(rules, some_days, calendars)
def test_each_holiday_of_the_trail_has_its_name(rule: Counting, day: date, calendar: Calendar) -> None:
    for step in count(rule, day, calendar).trail:
        if step.kind in ("holiday", "not counted"):
            assert step.name == calendar.holidays[step.day]
        else:
            assert step.name == ""


@given(rules, some_days, calendars, st.lists(some_days, max_size=30))
def test_what_is_certain_stays_so_whatever_holidays_come_to_light_in_unknown_years(
    rule: Counting, day: date, calendar: Calendar, more: list[date]
) -> None:
    counted = count(rule, day, calendar)
    found = {each: "come to light" for each in more if each.year not in calendar.known_years}
    if counted.is_certain:
        assert count(rule, day, Calendar({**found, **calendar.holidays}, whole)).last_day == counted.last_day


@given(rules, some_days, calendars)
def test_with_all_holidays_known_everything_is_certain(rule: Counting, day: date, calendar: Calendar) -> None:
    assert count(rule, day, replace(calendar, known_years=whole)).is_certain


@given(rules, some_days)
def test_what_is_not_certain_names_a_day_of_an_unknown_year(rule: Counting, day: date) -> None:
    counted = count(rule, day, UNKNOWN)
    unknown = [step.day for step in counted.trail if step.kind == "holidays not known"]
    assert bool(unknown) is not counted.is_certain
    assert all(UNKNOWN.is_working(each) is None for each in unknown)


@given(rules, some_days, calendars, st.integers(1, 400))
def test_a_later_event_never_ends_earlier(rule: Counting, day: date, calendar: Calendar, later: int) -> None:
    assert count(rule, day, calendar).last_day <= count(rule, day + timedelta(days=later), calendar).last_day


@given(rules, some_days, calendars)
def test_one_more_never_ends_earlier(rule: Counting, day: date, calendar: Calendar) -> None:
    more = replace(rule, number=rule.number + 1)
    assert count(rule, day, calendar).last_day <= count(more, day, calendar).last_day


@given(st.sampled_from(get_args(Unit)), st.integers(1, 24), some_days, calendars)
def test_a_term_that_counts_its_first_day_is_never_the_longer_one(
    unit: Unit, number: int, day: date, calendar: Calendar
) -> None:
    same, after = (
        count(Counting(unit, number, starts, "stays", "a-law"), day, calendar).last_day
        for starts in get_args(Starts)[::-1]
    )
    assert same <= after
    if unit == "days":
        assert after - same == timedelta(days=1)


@given(rules, some_days, calendars)
def test_the_same_question_has_the_same_answer(rule: Counting, day: date, calendar: Calendar) -> None:
    assert count(rule, day, calendar) == count(rule, day, calendar)
