# SPDX-License-Identifier: EUPL-1.2
"""Triggers with which the database itself refuses to change or remove entries and seals, whoever asks.

They stop mistakes: a careless script, a shell, a bulk change that goes round the models. Who may drop a trigger may do
the rest as well, and shows in the chain. SQLite forgets triggers when a migration makes a table anew: such a migration
ends with :func:`lay`, or a test fails.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from django.db import connection as default

CHANGE, REMOVAL = "change", "removal"
EVENTS = {CHANGE: ("UPDATE",), REMOVAL: ("DELETE", "TRUNCATE")}
TABLES = ("audit_auditentry", "audit_seal")
WORDS = "what is on record in the audit is never changed or removed"
_FUNCTION = f"""CREATE OR REPLACE FUNCTION audit_refuse() RETURNS trigger LANGUAGE plpgsql
    AS $$ BEGIN RAISE EXCEPTION '{WORDS}' USING ERRCODE = 'restrict_violation'; END $$"""


def lay(connection: Any = default, kinds: Sequence[str] = (CHANGE, REMOVAL)) -> None:
    """Put the triggers where they are missing."""
    is_sqlite = connection.vendor == "sqlite"
    with connection.cursor() as cursor:
        if not is_sqlite:
            cursor.execute(_FUNCTION)
        for table, kind, name in _names(kinds):
            cursor.execute(_sqlite(table, kind, name) if is_sqlite else _postgres(table, kind, name))


def lift(connection: Any = default, kinds: Sequence[str] = (CHANGE, REMOVAL)) -> None:
    """Take them away: for tests, which empty tables and play the forger."""
    with connection.cursor() as cursor:
        for table, _, name in _names(kinds):
            on = "" if connection.vendor == "sqlite" else f" ON {table}"
            cursor.execute(f"DROP TRIGGER IF EXISTS {name}{on}")


def _names(kinds: Sequence[str]) -> Iterator[tuple[str, str, str]]:
    return ((table, kind, f"{table}_no_{kind}") for table in TABLES for kind in kinds)


def _sqlite(table: str, kind: str, name: str) -> str:
    return (
        f"CREATE TRIGGER IF NOT EXISTS {name} BEFORE {EVENTS[kind][0]} ON {table} "
        f"BEGIN SELECT RAISE(ABORT, '{WORDS}'); END"
    )


def _postgres(table: str, kind: str, name: str) -> str:
    return (
        f"CREATE OR REPLACE TRIGGER {name} BEFORE {' OR '.join(EVENTS[kind])} ON {table} "
        "FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse()"
    )
