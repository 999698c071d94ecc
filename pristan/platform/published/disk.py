# SPDX-License-Identifier: EUPL-1.2
"""A full disk, told as what it is."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import DatabaseError

from pristan.platform.published.errors import DatabaseFull

POSTGRES_DISK_FULL = "53100"


@contextmanager
def telling_when_full() -> Iterator[None]:
    """Raise DatabaseFull instead of the driver's own error. Other errors pass."""
    try:
        yield
    except DatabaseError as error:
        if is_full(error):
            raise DatabaseFull from error
        raise


def is_full(error: BaseException) -> bool:
    """Is this error, or what caused it, a full disk or a database that reached its limit?"""
    cause = error.__cause__ or error
    code = getattr(cause, "sqlite_errorcode", None)
    return code == sqlite3.SQLITE_FULL or getattr(cause, "sqlstate", None) == POSTGRES_DISK_FULL
