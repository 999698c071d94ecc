# SPDX-License-Identifier: EUPL-1.2

from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Dirty",
            fields=[
                ("thing", models.UUIDField(primary_key=True, serialize=False)),
                ("number", models.BigIntegerField(unique=True)),
            ],
            options={
                "verbose_name_plural": "dirty",
            },
        ),
        migrations.CreateModel(
            name="Sequence",
            fields=[
                ("number", models.BigIntegerField(primary_key=True, serialize=False)),
                ("thing", models.UUIDField()),
                (
                    "change",
                    models.CharField(
                        choices=[
                            ("published", "published"),
                            ("withdrawn", "withdrawn"),
                            ("archived", "archived"),
                        ],
                        max_length=16,
                    ),
                ),
                ("at", models.DateTimeField()),
            ],
            options={
                "verbose_name_plural": "sequence",
            },
        ),
        migrations.CreateModel(
            name="Address",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("thing", models.UUIDField()),
                ("since", models.BigIntegerField()),
                ("until", models.BigIntegerField(null=True)),
                ("address", models.CharField(max_length=255)),
                (
                    "role",
                    models.CharField(
                        choices=[("slug", "slug"), ("code", "code"), ("alias", "alias")], max_length=8
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "addresses",
                "indexes": [
                    models.Index(fields=["address"], name="published_by_address"),
                    models.Index(fields=["thing"], name="published_address_thing"),
                    models.Index(fields=["since"], name="published_address_since"),
                    models.Index(
                        condition=models.Q(("until__isnull", False)),
                        fields=["until"],
                        name="published_address_until",
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("until", None)),
                        fields=("address",),
                        name="published_one_thing_per_address",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Document",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("thing", models.UUIDField()),
                ("since", models.BigIntegerField()),
                ("until", models.BigIntegerField(null=True)),
                ("kind", models.CharField(max_length=40)),
                ("language", models.CharField(max_length=16)),
                ("slug", models.CharField(max_length=255)),
                ("sort_key", models.TextField()),
                ("letter", models.CharField(max_length=16)),
                ("body", models.TextField()),
                ("card", models.TextField()),
                ("facets", models.JSONField()),
                ("digest", models.CharField(max_length=32)),
            ],
            options={
                "indexes": [
                    models.Index(fields=["language", "kind"], name="published_language_kind"),
                    models.Index(fields=["since"], name="published_document_since"),
                    models.Index(
                        condition=models.Q(("until__isnull", False)),
                        fields=["until"],
                        name="published_document_until",
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("thing", "language", "since"), name="published_one_document_per_version"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Edition",
            fields=[
                ("id", models.SmallIntegerField(default=1, primary_key=True, serialize=False)),
                ("version", models.BigIntegerField(default=0)),
                ("at", models.DateTimeField(null=True)),
                ("number", models.BigIntegerField(default=0)),
                ("immediate", models.BigIntegerField(default=0)),
                ("pending", models.BigIntegerField(null=True)),
                ("settled", models.BigIntegerField(default=0)),
                ("settled_at", models.DateTimeField(null=True)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("id", 1)), name="published_one_edition")
                ],
            },
        ),
    ]
