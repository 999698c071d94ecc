# SPDX-License-Identifier: EUPL-1.2
"""The chain: a table of seals, and triggers that refuse to change or remove entries and seals."""

from django.db import migrations, models

from pristan.platform.audit import guards


def _lay(apps, schema_editor):
    guards.lay(schema_editor.connection)


def _lift(apps, schema_editor):
    guards.lift(schema_editor.connection)


class Migration(migrations.Migration):
    dependencies = [("audit", "0001_initial")]

    operations = [
        migrations.CreateModel(
            name="Seal",
            fields=[
                ("position", models.BigIntegerField(primary_key=True, serialize=False)),
                (
                    "entry",
                    models.OneToOneField(
                        db_constraint=False,
                        on_delete=models.DO_NOTHING,
                        related_name="seal",
                        to="audit.auditentry",
                    ),
                ),
                ("digest", models.CharField(max_length=64)),
            ],
            options={"base_manager_name": "objects"},
        ),
        migrations.AddIndex("auditentry", models.Index(fields=["actor_id"], name="audit_actor")),
        migrations.AddIndex("auditentry", models.Index(fields=["at"], name="audit_at")),
        migrations.RunPython(_lay, _lift),
    ]
