# SPDX-License-Identifier: EUPL-1.2
"""Words that are learned from the city's own translated pages."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Lesson."""

    dependencies = (("search", "0005_larger_pieces"),)

    operations = (
        migrations.CreateModel(
            name="Lesson",
            fields=[
                ("since", models.BigIntegerField(primary_key=True, serialize=False)),
                ("words", models.BinaryField()),
            ],
        ),
    )
