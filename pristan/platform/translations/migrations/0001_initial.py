# SPDX-License-Identifier: EUPL-1.2

from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Text",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("owner", models.UUIDField()),
                ("field", models.CharField(max_length=200)),
                ("language", models.CharField(max_length=16)),
                ("value", models.TextField()),
                (
                    "state",
                    models.CharField(
                        choices=[("machine_draft", "machine draft"), ("human", "human")], max_length=16
                    ),
                ),
                ("made_from", models.CharField(max_length=8)),
                ("reviewed_by", models.CharField(blank=True, max_length=64)),
                ("reviewed_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("owner", "field", "language"), name="translations_one_text_per_field"
                    )
                ],
            },
        ),
    ]
