# SPDX-License-Identifier: EUPL-1.2
"""Rows enter the full-text tables a batch at a time: one by one takes two (SQLite) and three (PostgreSQL) times as long."""

from django.db import migrations

_DROP = "DROP TRIGGER search_row_added"
_CREATE = """CREATE TRIGGER search_row_added AFTER INSERT ON search_row BEGIN
    INSERT INTO search_fts (rowid, tokens) VALUES (new.id, new.tokens); END"""


# New rows wait on a list of the index until the engine, which wrote them, sorts them in (see `PostgresIndex.insert`).
_WAIT = "ALTER INDEX search_row_tokens SET (fastupdate = on, gin_pending_list_limit = 1024)"
_NO_WAIT = "ALTER INDEX search_row_tokens SET (fastupdate = off)"


def _run(sqlite, postgresql):
    def run(apps, schema_editor):
        schema_editor.execute(sqlite if schema_editor.connection.vendor == "sqlite" else postgresql)

    return run


class Migration(migrations.Migration):
    """The engine writes in batches."""

    dependencies = (("search", "0003_signals"),)

    operations = (migrations.RunPython(_run(_DROP, _WAIT), _run(_CREATE, _NO_WAIT)),)
