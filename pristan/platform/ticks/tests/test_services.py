# SPDX-License-Identifier: EUPL-1.2
"""A tick does what is owed, once; what fails, hangs or dies keeps nothing else from being done."""

import logging
import threading
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import connection

from pristan.platform.locks.errors import Busy
from pristan.platform.ticks.jobs import Daily, Every, Job
from pristan.platform.ticks.models import Heartbeat, JobState
from pristan.platform.ticks.selectors import last_tick, standings
from pristan.platform.ticks.services import from_now
from pristan.platform.ticks.tests.kit import AT, ZONE, Diary, ticked

pytestmark = pytest.mark.django_db
DAY, MINUTE = timedelta(days=1), timedelta(minutes=1)
Declare = Callable[..., None]


def failing() -> None:
    """A job's work that fails, with a person's data in its words."""
    raise ValueError("ana@example.org was not found")


def marks(at=AT) -> dict[str, str]:  # type: ignore[no-untyped-def]
    return {each.job.name: each.mark for each in standings(at=at, zone=ZONE)}


def test_everything_that_is_due_is_done_once(diary: Diary, declared: Declare) -> None:
    declared(diary.job("a.seal", Every(1)), diary.job("b.count", Daily("each")))
    first = ticked()
    assert first.done == [("a.seal", "2026-11-27T12:03Z"), ("b.count", "2026-11-27")]
    assert ticked(AT + timedelta(seconds=20)).done == []
    assert ticked(AT + MINUTE).done == [("a.seal", "2026-11-27T12:04Z")]
    assert diary.lines == ["a.seal 11-27", "b.count 11-27", "a.seal 11-27"]
    assert last_tick() == AT + MINUTE


def test_days_of_standstill_are_made_up_for_as_the_job_declares(diary: Diary, declared: Declare) -> None:
    declared(diary.job("a.each", Daily("each")), diary.job("b.last", Daily("last")))
    ticked(AT - 3 * DAY)
    diary.lines.clear()
    ticked()
    assert diary.lines == ["a.each 11-25", "a.each 11-26", "a.each 11-27", "b.last 11-27"]


def test_a_failing_job_stops_no_other_and_is_tried_again(
    diary: Diary, declared: Declare, caplog: pytest.LogCaptureFixture
) -> None:
    declared(diary.job("a.fails", Daily("each"), failing), diary.job("b.works", Every(1)))
    with caplog.at_level(logging.WARNING):
        told = ticked()
    assert "a.fails failed: ValueError" in caplog.text
    assert [name for name, _ in told.done] == ["b.works"]
    assert told.failed == [("a.fails", JobState.objects.get(name="a.fails").error)]
    assert marks() == {"a.fails": "failed", "b.works": "well"}
    declared(diary.job("a.fails", Daily("each")), diary.job("b.works", Every(1)))
    assert ticked(AT + MINUTE).failed == []
    assert marks()["a.fails"] == "well"


def test_of_an_error_only_class_and_place_are_kept(
    diary: Diary, declared: Declare, caplog: pytest.LogCaptureFixture
) -> None:
    declared(diary.job("a.fails", Daily("each"), failing))
    with caplog.at_level(logging.WARNING):
        told = ticked()
    state = JobState.objects.get()
    assert state.error.startswith("ValueError at test_services.py:")
    assert "ana@example.org" not in f"{state.error} {told} {caplog.text}"


def test_missed_days_wait_behind_one_that_fails(diary: Diary, declared: Declare) -> None:
    declared(diary.job("a.each", Daily("each")))
    ticked(AT - 3 * DAY)
    declared(diary.job("a.each", Daily("each"), lambda: failing() if len(diary.lines) == 3 else None))
    ticked()
    assert diary.lines[1:] == ["a.each 11-25", "a.each 11-26"]
    assert JobState.objects.get().done == "2026-11-25"
    ticked(AT + MINUTE)
    assert diary.lines[3:] == ["a.each 11-26", "a.each 11-27"]


def test_a_job_killed_in_the_middle_is_run_again(diary: Diary, declared: Declare) -> None:
    def killed() -> None:
        raise SystemExit

    declared(diary.job("a.dies", Daily("each"), killed))
    with pytest.raises(SystemExit):
        ticked()
    state = JobState.objects.get()
    assert state.is_open and not state.done
    assert marks() == {"a.dies": "open"}
    declared(diary.job("a.dies", Daily("each")))
    assert ticked(AT + MINUTE).done == [("a.dies", "2026-11-27")]
    assert marks() == {"a.dies": "well"}


def test_a_clock_set_back_does_nothing_twice_and_says_so(diary: Diary, declared: Declare) -> None:
    declared(diary.job("a.seal", Every(1)), diary.job("b.count", Daily("each")))
    ticked()
    for back in (timedelta(hours=5), 2 * DAY):
        told = ticked(AT - back)
        assert told.done == [] and told.set_back == back
    assert len(diary.lines) == 2
    assert last_tick() == AT
    assert ticked(AT + DAY).set_back == timedelta()
    assert diary.lines[2:] == ["a.seal 11-28", "b.count 11-28"]


def test_two_clocks_that_differ_by_seconds_are_not_spoken_of(diary: Diary, declared: Declare) -> None:
    declared(diary.job("a.seal", Every(1)))
    ticked()
    assert not ticked(AT - timedelta(seconds=30)).set_back
    assert len(diary.lines) == 1


def test_a_clock_that_ran_ahead_and_was_put_right_is_mended_from_now(diary: Diary, declared: Declare) -> None:
    declared(diary.job("a.seal", Every(1)), diary.job("b.count", Daily("each")))
    ticked(AT + 1000 * DAY)
    assert marks() == {"a.seal": "ahead", "b.count": "ahead"}
    assert from_now(at=AT, zone=ZONE) == ["a.seal", "b.count"]
    told = ticked(AT)
    assert not told.set_back
    assert [name for name, _ in told.done] == ["a.seal", "b.count"]
    assert marks() == {"a.seal": "well", "b.count": "well"}
    assert from_now(at=AT, zone=ZONE) == []


def test_standings(diary: Diary, declared: Declare) -> None:
    declared(diary.job("a.seal", Every(1)), diary.job("b.count", Daily("each")))
    assert marks() == {"a.seal": "never", "b.count": "never"}
    ticked()
    assert marks(AT + timedelta(minutes=12)) == {"a.seal": "late", "b.count": "well"}
    assert marks(AT + 2 * DAY) == {"a.seal": "late", "b.count": "late"}


def test_rows_say_what_they_are(diary: Diary, declared: Declare) -> None:
    declared(diary.job("a.seal", Every(1)))
    ticked()
    assert str(JobState.objects.get()) == "a.seal 2026-11-27T12:03Z"
    assert str(Heartbeat.objects.get()) == AT.isoformat()


@pytest.mark.django_db(transaction=True)
def test_of_two_ticks_at_once_one_leaves_with_a_clear_word(diary: Diary, declared: Declare) -> None:
    met: list[str] = []

    def other() -> None:
        try:
            ticked()
        except Busy as error:
            met.append(str(error))
        finally:
            connection.close()

    def meanwhile() -> None:
        thread = threading.Thread(target=other)
        thread.start()
        thread.join(timeout=20)

    declared(diary.job("a.seal", Every(1), meanwhile))
    ticked()
    assert len(met) == 1 and "another process is busy with `tick`" in met[0]
    assert diary.lines == ["a.seal 11-27"]


def test_a_job_of_an_app_is_called_with_an_instant_of_the_city(declared: Declare) -> None:
    seen = []
    declared(Job("a.count", Daily("last"), seen.append))
    ticked(AT.replace(hour=23, minute=30, second=0))
    assert [at.isoformat() for at in seen] == ["2026-11-28T00:30:00+01:00"]
