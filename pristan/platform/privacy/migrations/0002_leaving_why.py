# SPDX-License-Identifier: EUPL-1.2
"""Why somebody was forgotten stands where it can be taken away again, not in the audit."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('privacy', '0001_initial'),
    ]

    operations = [
        migrations.AddField(
            model_name='leaving',
            name='why',
            field=models.TextField(blank=True, default=''),
            preserve_default=False,
        ),
    ]
