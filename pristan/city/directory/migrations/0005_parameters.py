# SPDX-License-Identifier: EUPL-1.2
"""A city keeps numbers that change apart from rules and texts."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ("directory", "0004_letters_and_circles"),
    ]

    operations = [
        migrations.CreateModel(
            name="Parameter",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.CharField(max_length=120, unique=True)),
                ("record", models.JSONField()),
            ],
        ),
    ]
