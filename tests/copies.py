# SPDX-License-Identifier: EUPL-1.2
"""Copies of the test database: loading a city takes seconds, copying one that is loaded a tenth of one."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from django.db import connection

from tests import cities


@contextmanager
def inside_copy(of: str, name: str) -> Iterator[str]:
    """All queries go to a copy of the database `of`, called like it and `name`, until this ends; then the copy is gone."""
    made = f"{of}_{name}"
    connection.close()
    _copy(of, made)
    try:
        with cities.inside(made):
            yield made
    finally:
        _remove(made)


def _copy(of: str, made: str) -> None:
    if connection.vendor == "postgresql":
        _remove(made)  # of a run that was killed
        _say(f'CREATE DATABASE "{made}" TEMPLATE "{of}"')
    else:
        Path(made).unlink(missing_ok=True)
        with closing(sqlite3.connect(of)) as source, closing(sqlite3.connect(made)) as target:
            source.backup(target)


def _remove(made: str) -> None:
    if connection.vendor == "postgresql":
        _say(f'DROP DATABASE IF EXISTS "{made}"')
    else:
        for ending in ("", "-wal", "-shm"):
            Path(f"{made}{ending}").unlink(missing_ok=True)


def _say(statement: str) -> None:
    with connection._nodb_cursor() as cursor:
        cursor.execute(statement)
