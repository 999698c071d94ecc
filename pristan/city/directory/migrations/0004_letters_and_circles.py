# SPDX-License-Identifier: EUPL-1.2
"""A city knows how the days of a letter are counted, and where people get stuck."""

from django.db import migrations, models


def _record(name: str, length: int) -> migrations.CreateModel:
    return migrations.CreateModel(
        name=name,
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("key", models.CharField(max_length=length, unique=True)),
            ("record", models.JSONField()),
        ],
    )


class Migration(migrations.Migration):

    dependencies = [
        ("directory", "0003_plans"),
    ]

    operations = [_record("Letters", 80), _record("Circle", 120)]
