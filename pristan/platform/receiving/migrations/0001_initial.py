# SPDX-License-Identifier: EUPL-1.2
"""How much came in one hour."""

from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Tally',
            fields=[
                ('pk', models.CompositePrimaryKey('hour', 'what', 'sender', blank=True, editable=False, primary_key=True, serialize=False)),
                ('hour', models.PositiveIntegerField()),
                ('what', models.CharField(max_length=16)),
                ('sender', models.CharField(blank=True, max_length=64)),
                ('number', models.PositiveIntegerField()),
            ],
        ),
    ]
