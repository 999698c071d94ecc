# SPDX-License-Identifier: EUPL-1.2
"""Who changes something alone is answered when readers have it; many at once are published together, and no mark stays behind."""

import time
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from itertools import chain
from threading import Event, Lock, Thread

import pytest

from pristan.platform.locks.errors import Busy
from pristan.platform.published.gathering import Gathering

AT = datetime(2026, 11, 28, 9, 0, tzinfo=UTC)
PATIENCE = 10  # seconds


class Readers:
    """What is marked, and what readers have: one run at a time, which takes what is marked when it begins, and may be told to last."""

    def __init__(self) -> None:
        self.marked: list[str] = []
        self.runs: list[list[str]] = []
        self.busy = 0
        self.begun, self.may_end, self.lock = Event(), Event(), Lock()
        self.may_end.set()
        self.gathering = Gathering(self.publish)

    def publish(self, at: datetime, wait: float) -> None:
        if self.busy or not self.lock.acquire(timeout=wait or -1, blocking=bool(wait)):
            self.busy -= self.busy > 0
            raise Busy("published", wait)
        with closing(self):
            taken, self.marked = self.marked, []
            self.begun.set()
            assert self.may_end.wait(PATIENCE)
            self.runs.append(taken)

    def close(self) -> None:
        self.lock.release()

    def change(self, *things: str) -> None:
        for thing in things:
            self.marked.append(thing)
            self.gathering.soon(AT)

    def have(self, count: int) -> bool:
        """Did readers get so many changes in the end?"""
        return in_the_end(lambda: sum(map(len, self.runs)) == count)


def in_the_end(is_so: Callable[[], bool]) -> bool:
    end = time.monotonic() + PATIENCE
    while not is_so() and time.monotonic() < end:
        time.sleep(0.01)
    return is_so()


@pytest.fixture
def readers(settings) -> Readers:
    settings.CALM_SECONDS = 0.3
    return Readers()


def test_who_is_alone_is_answered_when_readers_have_it(readers):
    readers.change("a")
    assert readers.runs == [["a"]]


def test_what_comes_right_after_is_published_together_and_keeps_nobody_waiting(readers):
    readers.change("a", "b", "c", "d")
    assert readers.runs == [["a"]] and readers.marked == ["b", "c", "d"]
    assert readers.have(4)
    assert readers.runs == [["a"], ["b", "c", "d"]]


def test_while_another_process_publishes_nobody_waits_and_nothing_is_forgotten(readers):
    readers.busy = 3  # the answer, and two attempts of the thread
    readers.change("a")
    assert readers.runs == []
    assert readers.have(1)
    assert readers.runs == [["a"]] and readers.busy == 0


def test_what_is_marked_while_the_thread_publishes_gets_a_thread_of_its_own(readers):
    readers.change("a")
    readers.begun.clear()
    readers.may_end.clear()
    readers.change("b")
    assert readers.begun.wait(PATIENCE), "the thread has taken what it publishes"
    readers.change("c")
    readers.may_end.set()
    assert readers.have(3)
    assert readers.runs == [["a"], ["b"], ["c"]]


def test_a_run_that_fails_beside_the_answers_is_told_and_the_next_change_takes_along_what_it_left(
    readers, caplog
):
    readers.change("a")
    done = Event()
    publish = readers.gathering._publish

    def fail(at: datetime, wait: float) -> None:
        done.set()
        raise OSError("a secret word")

    readers.gathering._publish = fail
    readers.change("b")
    assert done.wait(PATIENCE)
    readers.gathering._publish = publish
    readers.change("c")
    assert readers.have(3)
    assert readers.runs[0] == ["a"] and sorted(chain(*readers.runs[1:])) == ["b", "c"]
    assert in_the_end(lambda: "OSError" in caplog.text) and "secret" not in caplog.text


def test_forty_threads_leave_nothing_behind(readers):
    threads = [Thread(target=readers.change, args=(f"{at}.0", f"{at}.1")) for at in range(40)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(PATIENCE)
    assert readers.have(80) and not readers.marked
    assert sorted(chain(*readers.runs)) == sorted(f"{at}.{turn}" for at in range(40) for turn in (0, 1))
    assert len(readers.runs) < 20
