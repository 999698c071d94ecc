# SPDX-License-Identifier: EUPL-1.2
"""SQLite: rows enter the full-text table a batch at a time, as a trigger for each of them takes twice as long."""

from django.db import migrations

_DROP = "DROP TRIGGER search_row_added"
_CREATE = """CREATE TRIGGER search_row_added AFTER INSERT ON search_row BEGIN
    INSERT INTO search_fts (rowid, tokens) VALUES (new.id, new.tokens); END"""


def _on_sqlite(statement):
    def run(apps, schema_editor):
        if schema_editor.connection.vendor == "sqlite":
            schema_editor.execute(statement)

    return run


class Migration(migrations.Migration):
    """The engine writes both tables itself."""

    dependencies = (("search", "0003_signals"),)

    operations = (migrations.RunPython(_on_sqlite(_DROP), _on_sqlite(_CREATE)),)
