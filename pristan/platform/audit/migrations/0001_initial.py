# SPDX-License-Identifier: EUPL-1.2

from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="AuditEntry",
            fields=[
                ("number", models.BigAutoField(primary_key=True, serialize=False)),
                ("what", models.CharField(max_length=100)),
                ("actor_kind", models.CharField(max_length=16)),
                ("actor_id", models.CharField(blank=True, max_length=64)),
                ("about_kind", models.CharField(max_length=60)),
                ("about_key", models.CharField(max_length=255)),
                ("why", models.TextField(blank=True)),
                ("at", models.DateTimeField()),
            ],
            options={
                "verbose_name_plural": "audit entries",
                "base_manager_name": "objects",
                "indexes": [models.Index(fields=["about_kind", "about_key"], name="audit_about")],
            },
        ),
    ]
