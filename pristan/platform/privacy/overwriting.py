# SPDX-License-Identifier: EUPL-1.2
"""What was deleted lies in the database's files until its place is needed: written over here, so that nobody reads it there.

Outside a transaction. Both databases write their tables anew, which takes a moment per gigabyte and keeps writers waiting.
"""

from collections.abc import Iterable

from django.db import connection
from django.db.models import Model

PATIENCE = "10s"  # PostgreSQL: so long it waits for readers; who comes later waits for it


class StillRead(Exception):
    """Somebody reads an older state of the database; call again later."""


def overwrite(models: Iterable[type[Model]]) -> None:
    """Write the tables of these models anew (SQLite: the whole file and its log). Raises StillRead, OperationalError."""
    if connection.vendor == "sqlite":
        _sqlite()
    else:
        _postgres(sorted({model._meta.db_table for model in models}))


def secure() -> None:
    """From here on this connection fills with zeros what it deletes (SQLite)."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA secure_delete = ON")


def _sqlite() -> None:
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA temp_store = FILE")  # the copy may be larger than memory
        try:
            cursor.execute("VACUUM")
        finally:
            cursor.execute("PRAGMA temp_store = MEMORY")
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        if cursor.fetchone()[0]:
            raise StillRead("somebody still reads; what was deleted is written over at the next tick")


def _postgres(tables: Iterable[str]) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('lock_timeout', %s, false)", [PATIENCE])
        try:
            for table in tables:
                cursor.execute(f"VACUUM (FULL, ANALYZE) {connection.ops.quote_name(table)}")
        finally:
            cursor.execute("RESET lock_timeout")
