# SPDX-License-Identifier: EUPL-1.2
"""How often what was asked for, and the digests of what was asked for in vain."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Count, Unmatched."""

    dependencies = (("search", "0002_forget_and_order"),)

    operations = (
        migrations.CreateModel(
            name="Count",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "day", "language", "subject", blank=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("day", models.DateField()),
                ("language", models.CharField(max_length=16)),
                ("subject", models.CharField(max_length=120)),
                ("number", models.BigIntegerField()),
            ],
        ),
        migrations.CreateModel(
            name="Unmatched",
            fields=[
                ("digest", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("language", models.CharField(max_length=16)),
                ("days", models.IntegerField()),
                ("last_day", models.DateField(db_index=True)),
                ("text", models.CharField(blank=True, max_length=60)),
            ],
        ),
    )
