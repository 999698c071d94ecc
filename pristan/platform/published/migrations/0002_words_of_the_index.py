# SPDX-License-Identifier: EUPL-1.2
"""A run remembers what expressions meant when it indexed."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('published', '0001_initial'),
    ]

    operations = [
        migrations.AddField(
            model_name='edition',
            name='words',
            field=models.CharField(default='', max_length=60),
        ),
    ]
