# SPDX-License-Identifier: EUPL-1.2
"""Terms that no document has are found and deleted quickly; spellings are compared alike whatever the database's collation."""

from django.db import migrations, models


def _collate(name):
    def run(apps, schema_editor):
        if schema_editor.connection.vendor == "postgresql":
            schema_editor.execute(f"ALTER TABLE search_term ALTER COLUMN surface TYPE text COLLATE {name}")

    return run


class Migration(migrations.Migration):
    """An index over unused terms, and one order of spellings."""

    dependencies = (("search", "0001_initial"),)

    operations = (
        migrations.RunPython(_collate('"C"'), _collate('"default"')),
        migrations.AddIndex("term", models.Index("docs", condition=models.Q(("docs", 0)), name="search_term_unused")),
    )
