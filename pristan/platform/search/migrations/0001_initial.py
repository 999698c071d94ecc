# SPDX-License-Identifier: EUPL-1.2
"""The tables of the index, and what makes them searchable in the database at hand."""

from django.db import migrations, models

from pristan.platform.search.migrations import _engines as engines


def _run(statements):
    def run(apps, schema_editor):
        for statement in statements.get(schema_editor.connection.vendor, ()):
            schema_editor.execute(statement)

    return run


class Migration(migrations.Migration):
    """Row, Term, and the full-text index over Row."""

    initial = True
    dependencies = ()

    operations = (
        migrations.CreateModel(
            name="Row",
            fields=[
                ("id", models.BigIntegerField(primary_key=True, serialize=False)),
                ("thing", models.UUIDField()),
                ("language", models.CharField(max_length=16)),
                ("since", models.BigIntegerField()),
                ("until", models.BigIntegerField(null=True)),
                ("name", models.TextField()),
                ("tokens", models.TextField()),
                ("lengths", models.CharField(max_length=60)),
            ],
            options={
                "indexes": [
                    models.Index("since", name="search_row_since"),
                    models.Index("until", condition=models.Q(("until__isnull", False)), name="search_row_until"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Term",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "language", "term", "since", blank=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("language", models.CharField(max_length=16)),
                ("term", models.CharField(max_length=200)),
                ("since", models.BigIntegerField()),
                ("docs", models.IntegerField()),
                ("surface", models.CharField(max_length=80)),
                ("reversed", models.CharField(max_length=200)),
            ],
            options={
                "indexes": [
                    models.Index("language", "reversed", name="search_term_reversed"),
                    models.Index("since", condition=models.Q(("since__gt", 0)), name="search_term_since"),
                ],
            },
        ),
        migrations.RunPython(
            _run({"sqlite": engines.SQLITE, "postgresql": engines.POSTGRES}),
            _run({"sqlite": engines.SQLITE_BACK, "postgresql": engines.POSTGRES_BACK}),
        ),
    )
