# SPDX-License-Identifier: EUPL-1.2
"""Where many people change things in the same moment, readers get all of it together, beside the answers.

Whoever changes something while nobody else does is answered when readers have it. Who comes right after, or while another process
publishes, is answered at once, and a thread publishes a moment later what all of them marked. No mark stays behind: it is committed
before :meth:`Gathering.soon` is called, and a thread that has begun to publish is none that a later mark can rely on, so that
one gets a thread of its own. What a process that dies leaves is published by the next tick.
"""

import logging
from collections.abc import Callable
from datetime import datetime
from math import inf
from threading import Lock, Timer
from time import monotonic

from django.conf import settings
from django.db import connection

from pristan.platform.locks.errors import Busy

log = logging.getLogger("pristan.published")
# May raise Busy where another process publishes, and has then done nothing; waits for it as many seconds as are told.
Publish = Callable[[datetime, float], object]

LONG = 60.0  # seconds for which a thread waits for another process


class Gathering:
    """One for each process."""

    def __init__(self, publish: Publish) -> None:
        self._publish = publish
        self._lock = Lock()
        self._waiting: Timer | None = None  # a thread that has not begun to publish
        self._published_at = -inf

    def soon(self, at: datetime) -> None:
        """Publish what is marked: now, or a moment later together with what others mark meanwhile."""
        if not (self._is_calm() and self._now(at)):
            self._later(at)

    def _is_calm(self) -> bool:
        return monotonic() - self._published_at >= settings.CALM_SECONDS and not self._is_waiting()

    def _is_waiting(self) -> bool:
        return self._waiting is not None and self._waiting.is_alive()  # a forked process has none of them

    def _now(self, at: datetime) -> bool:
        try:
            self._publish(at, 0)
        except Busy:
            return False
        self._published_at = monotonic()
        return True

    def _later(self, at: datetime) -> None:
        with self._lock:
            if not self._is_waiting():
                self._waiting = Timer(2 * settings.CALM_SECONDS, self._apart, [at])
                self._waiting.daemon = True
                self._waiting.start()

    def _apart(self, at: datetime) -> None:
        """In a thread: its own connection, closed after. Takes along all that is marked until it begins, and nothing after."""
        with self._lock:
            self._waiting = None
        try:
            self._publish(at, LONG)
            self._published_at = monotonic()
        except Busy:
            self._later(at)
        except Exception as error:  # whatever it is, the next tick tries again
            log.warning("what people changed is not published yet: %s", type(error).__name__)
        finally:
            connection.close()
