# SPDX-License-Identifier: EUPL-1.2
"""Numbers that wait in memory until a thread of their own writes them: a reader never waits, and the order of events is nowhere.

What is added is summed up at once, so memory holds numbers by key and no event. What cannot be written is lost, with one line in the log that holds no key.
"""

import atexit
import logging
import os
from collections import Counter
from collections.abc import Callable, Hashable
from contextlib import suppress
from multiprocessing.util import Finalize
from threading import Lock, Timer
from typing import Generic, TypeVar

from django.db import connection

KeyT = TypeVar("KeyT", bound=Hashable)
log = logging.getLogger("pristan.facts")


class Batch(Generic[KeyT]):
    """Adds up by key. `write` gets what waited, at most every `every` seconds and at the end of the process; at most `most` keys wait."""

    def __init__(self, name: str, write: Callable[[Counter[KeyT]], None], *, every: float = 30.0, most: int = 20_000) -> None:  # fmt: skip
        self.name, self.every, self.most, self._write = name, every, most, write
        self._begin_anew()
        os.register_at_fork(after_in_child=self._begin_anew)

    def _begin_anew(self) -> None:
        """In a forked process what waits is its parent's to write, and so are the thread and the locks it may hold."""
        self.waiting: Counter[KeyT] = Counter()
        self._timer: Timer | None = None
        self._process = 0
        self._lock, self._writing = Lock(), Lock()

    def add(self, key: KeyT) -> None:
        """One more. Costs no query and never raises."""
        with self._lock:
            if key in self.waiting or len(self.waiting) < self.most:
                self.waiting[key] += 1
            self._wake()

    def _wake(self) -> None:
        if self._process != os.getpid():
            self._process = os.getpid()
            atexit.register(self._at_exit)
            Finalize(None, self._at_exit, exitpriority=0)  # a forked worker ends without asking `atexit`
        if self._timer is None or not self._timer.is_alive():
            self._timer = Timer(self.every, self._write_apart)
            self._timer.daemon = True
            with suppress(RuntimeError):  # no more threads: the end of the process writes
                self._timer.start()

    def flush(self) -> None:
        """Write what waits."""
        with self._writing:
            if taken := self.take():
                try:
                    self._write(taken)
                except Exception as error:  # whatever it is, its message may name what was opened
                    log.warning("%s were not written: %s", self.name, type(error).__name__)

    def take(self) -> Counter[KeyT]:
        """What waits, which waits no longer."""
        with self._lock:
            if self._timer:
                self._timer.cancel()
            taken, self.waiting, self._timer = self.waiting, Counter(), None
        return taken

    def _write_apart(self) -> None:
        try:
            self.flush()
        finally:
            connection.close()

    def _at_exit(self) -> None:
        with self._writing:  # a thread may be writing just now: it comes to its end
            has_more = bool(self.waiting)
        if has_more:
            self._write_apart()
