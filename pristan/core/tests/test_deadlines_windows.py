# SPDX-License-Identifier: EUPL-1.2
"""Calendar windows: open, next, over the turn of the year, and on the last of February."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pristan.core.deadlines.windows import Window, WindowError, next_window, parse


def test_before_the_window_it_is_still_to_come_this_year():
    assert next_window("03-02/03-16", date(2026, 1, 10)) == Window(
        date(2026, 3, 2), date(2026, 3, 16), is_open=False
    )


@pytest.mark.parametrize("day", [2, 9, 16])
def test_in_the_window_it_is_open_from_the_first_day_to_the_last(day):
    assert next_window("03-02/03-16", date(2026, 3, day)) == Window(
        date(2026, 3, 2), date(2026, 3, 16), is_open=True
    )


def test_after_the_window_the_next_is_that_of_next_year():
    assert next_window("03-02/03-16", date(2026, 3, 17)) == Window(
        date(2027, 3, 2), date(2027, 3, 16), is_open=False
    )


def test_a_window_of_one_day_is_open_on_that_day():
    assert next_window("09-01/09-01", date(2026, 9, 1)).is_open
    assert next_window("09-01/09-01", date(2026, 9, 2)).begins == date(2027, 9, 1)


@pytest.mark.parametrize(
    ("today", "begins", "is_open"),
    [
        (date(2026, 1, 15), date(2025, 12, 1), True),
        (date(2026, 1, 31), date(2025, 12, 1), True),
        (date(2026, 2, 1), date(2026, 12, 1), False),
        (date(2026, 12, 31), date(2026, 12, 1), True),
    ],
)
def test_a_window_may_pass_the_turn_of_the_year(today, begins, is_open):
    assert next_window("12-01/01-31", today) == Window(begins, date(begins.year + 1, 1, 31), is_open)


def test_the_29th_of_february_is_the_last_of_february_in_every_year():
    assert next_window("02-01/02-29", date(2027, 1, 1)).ends == date(2027, 2, 28)
    assert next_window("02-01/02-29", date(2028, 1, 1)).ends == date(2028, 2, 29)
    assert next_window("02-29/03-10", date(2027, 1, 1)).begins == date(2027, 2, 28)


def test_the_28th_of_february_stays_the_28th():
    assert next_window("02-01/02-28", date(2028, 1, 1)).ends == date(2028, 2, 28)


@pytest.mark.parametrize(
    "window",
    ["", "03-02", "3-2/3-16", "03-02/03-16/04-01", "03-02 / 03-16", "03/02-03/16", "2026-03-02/2026-03-16",
     "13-01/13-02", "02-30/03-01", "04-31/05-01", "00-10/01-10", "03-02/03-16\n", "٠٣-٠٢/٠٣-١٦"],
)  # fmt: skip
def test_what_is_no_window_is_refused_and_the_form_is_named(window):
    with pytest.raises(WindowError, match="MM-DD/MM-DD") as caught:
        next_window(window, date(2026, 1, 1))
    assert repr(window) in caught.value.what


month_days = st.dates(date(2000, 1, 1), date(2000, 12, 31)).map(lambda day: day.strftime("%m-%d"))
windows = st.builds("{}/{}".format, month_days, month_days)
some_days = st.dates(date(1990, 1, 1), date(2100, 12, 31))


@given(windows, some_days)
def test_the_next_window_has_not_ended_and_is_open_exactly_if_today_lies_in_it(
    window: str, today: date
) -> None:
    found = next_window(window, today)
    assert today <= found.ends
    assert found.begins <= found.ends
    assert found.is_open is (found.begins <= today <= found.ends)
    assert found.begins <= today + timedelta(days=366), "there is one every year"


@given(windows, some_days)
def test_no_window_is_left_out_between_today_and_the_next(window: str, today: date) -> None:
    found = next_window(window, today)
    before = next_window(window, found.begins - timedelta(days=1))
    assert before.ends < today or before.begins == found.begins


@given(windows, some_days, st.integers(0, 800))
def test_later_never_finds_an_earlier_window(window: str, today: date, later: int) -> None:
    assert next_window(window, today).begins <= next_window(window, today + timedelta(days=later)).begins


@given(windows)
def test_a_window_is_read_as_it_was_written(window: str) -> None:
    (month, day), (last_month, last_day) = parse(window)
    assert f"{month:02}-{day:02}/{last_month:02}-{last_day:02}" == window


@given(st.text(max_size=14))
def test_any_text_is_a_window_or_a_clear_error(text: str) -> None:
    try:
        next_window(text, date(2026, 1, 1))
    except WindowError as error:
        assert "MM-DD/MM-DD" in error.mend
