# SPDX-License-Identifier: EUPL-1.2
"""One at a time, across processes: a lock that ends with the process that holds it, however that dies.

Beside a SQLite database it is ``flock`` on a small file, on PostgreSQL a session's advisory lock (so the
connection must not pass through a pooler in transaction mode).
"""

import fcntl
import hashlib
import os
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from django.db import Error, connection

from pristan.platform.locks.errors import Busy

WAIT = 3600.0  # seconds: longer than the longest load
PAUSE = 0.05

Try = Callable[[], bool]


@contextmanager
def exclusive(name: str, *, wait: float = WAIT) -> Iterator[None]:
    """Hold the lock ``name``. Waits up to ``wait`` seconds (0: steps aside at once), then raises Busy.

    Not re-entrant. Take it outside transactions: whoever waits inside one keeps everybody else waiting.
    """
    taker = _file if connection.vendor == "sqlite" else _advisory
    with taker(name) as try_once:
        deadline = time.monotonic() + wait
        while not try_once():
            if time.monotonic() >= deadline:
                raise Busy(name, wait)
            time.sleep(PAUSE)
        yield


@contextmanager
def _file(name: str) -> Iterator[Try]:
    with lock_path(name).open("ab") as file:

        def try_once() -> bool:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                return False
            return True

        yield try_once  # closing the file frees the lock, and so does the death of the process


def lock_path(name: str) -> Path:
    """The file beside the database; for a database in memory one of this process only."""
    database = str(connection.settings_dict["NAME"])
    if ":memory:" in database or "mode=memory" in database:
        return Path(tempfile.gettempdir()) / f"pristan-{os.getpid()}.{name}.lock"
    return Path(f"{database}.{name}.lock")


@contextmanager
def _advisory(name: str) -> Iterator[Try]:
    key = int.from_bytes(hashlib.sha256(f"pristan:{name}".encode()).digest()[:8], "big", signed=True)
    held: list[bool] = []

    def ask(function: str) -> bool:
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT {function}(%s)", [key])
            return bool(cursor.fetchone()[0])

    def try_once() -> bool:
        if ask("pg_try_advisory_lock"):
            held.append(True)
        return bool(held)

    try:
        yield try_once
    finally:
        if held:
            with suppress(Error):  # a lost connection has freed the lock already
                ask("pg_advisory_unlock")
