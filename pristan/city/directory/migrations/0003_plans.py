# SPDX-License-Identifier: EUPL-1.2
"""Procedures know when they belong into a plan."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('directory', '0002_rights_and_statuses'),
    ]

    operations = [
        migrations.AddField(
            model_name='procedure',
            name='plan',
            field=models.JSONField(default=dict),
        ),
    ]
