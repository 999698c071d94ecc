# SPDX-License-Identifier: EUPL-1.2
"""When a job is due: once per period, across standstill, summer time and a clock set back."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from pristan.platform.ticks.jobs import Daily, Every, When

LJUBLJANA = ZoneInfo("Europe/Ljubljana")
NOON = datetime(2026, 11, 27, 12, 3, 20, tzinfo=UTC)


def periods(when: When, done: str, at: datetime) -> list[str]:
    """Which periods are owed."""
    return [due.period for due in when.due(done, at, LJUBLJANA)]


def test_every_so_many_minutes_begins_on_the_clock() -> None:
    assert periods(Every(5), "", NOON) == ["2026-11-27T12:00Z"]
    assert periods(Every(5), "2026-11-27T12:00Z", NOON) == []
    assert periods(Every(5), "2026-11-27T12:00Z", NOON + timedelta(minutes=2)) == ["2026-11-27T12:05Z"]


def test_missed_minutes_are_not_made_up_for() -> None:
    assert periods(Every(1), "2026-11-20T12:00Z", NOON) == ["2026-11-27T12:03Z"]


def test_an_hour_that_comes_twice_in_the_city_is_two_periods() -> None:
    first = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    both = {Every(60).period(first + timedelta(hours=n), LJUBLJANA) for n in range(2)}
    assert len(both) == 2


@pytest.mark.parametrize("minutes", [0, -1, 1441])
def test_every_takes_minutes_of_a_day(minutes: int) -> None:
    with pytest.raises(ValueError, match="from 1 to 1440"):
        Every(minutes)


def test_a_day_begins_at_midnight_in_the_city() -> None:
    late = datetime(2026, 11, 27, 23, 30, tzinfo=UTC)
    assert periods(Daily("last"), "2026-11-27", late) == ["2026-11-28"]
    assert periods(Daily("last"), "2026-11-28", late) == []


def test_after_a_standstill_each_day_is_owed_or_only_the_last() -> None:
    assert periods(Daily("each"), "2026-11-24", NOON) == ["2026-11-25", "2026-11-26", "2026-11-27"]
    assert periods(Daily("last"), "2026-11-24", NOON) == ["2026-11-27"]


@pytest.mark.parametrize("when", [Daily("each"), Daily("last")])
def test_the_first_day_has_none_before_it(when: Daily) -> None:
    assert periods(when, "", NOON) == ["2026-11-27"]


def test_at_lies_in_the_day_it_stands_for() -> None:
    dues = list(Daily("each").due("2026-03-27", datetime(2026, 3, 30, 8, 0, tzinfo=UTC), LJUBLJANA))
    assert [due.at.date().isoformat() for due in dues] == [due.period for due in dues]
    assert dues[0].at < dues[1].at < dues[2].at == datetime(2026, 3, 30, 8, 0, tzinfo=UTC)
    assert all(due.at.tzinfo is LJUBLJANA for due in dues)


@pytest.mark.parametrize("when", [Every(1), Every(60), Daily("each"), Daily("last")])
def test_nothing_is_due_for_a_clock_that_was_set_back(when: When) -> None:
    done = when.period(NOON, LJUBLJANA)
    for back in (timedelta(seconds=1), timedelta(hours=3), timedelta(days=400)):
        assert periods(when, done, NOON - back) == []


@pytest.mark.parametrize("when", [Every(1), Every(60), Daily("each"), Daily("last")])
def test_before_is_another_period(when: When) -> None:
    assert when.period(when.before(NOON), LJUBLJANA) < when.period(NOON, LJUBLJANA)


@pytest.mark.parametrize(
    ("when", "done", "is_late"),
    [
        (Every(1), "2026-11-27T11:54Z", False),
        (Every(1), "2026-11-27T11:53Z", True),
        (Every(30), "2026-11-27T11:00Z", False),
        (Every(30), "2026-11-27T10:30Z", True),
        (Daily("last"), "2026-11-26", False),
        (Daily("last"), "2026-11-25", True),
    ],
)
def test_late(when: When, done: str, is_late: bool) -> None:
    assert when.is_late(done, NOON, LJUBLJANA) is is_late


def test_a_job_that_once_ran_by_the_minute_may_become_a_daily_one_and_back() -> None:
    assert periods(Daily("each"), "2026-11-25T12:00Z", NOON) == ["2026-11-26", "2026-11-27"]
    assert periods(Every(1), "2026-11-27", NOON) == ["2026-11-27T12:03Z"]
    assert Every(1).is_late("2026-11-27", NOON, LJUBLJANA)


def test_a_job_says_how_often() -> None:
    assert [str(when) for when in (Every(1), Every(5), Daily("last"), Daily("each"))] == [
        "every minute", "every 5 minutes", "every day", "every day, missed days too",
    ]  # fmt: skip
