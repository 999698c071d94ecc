# SPDX-License-Identifier: EUPL-1.2
"""When accounts that nobody uses were warned and closed."""

from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Leaving',
            fields=[
                ('person', models.UUIDField(primary_key=True, serialize=False)),
                ('warned_at', models.DateTimeField(null=True)),
                ('ended_at', models.DateTimeField(null=True)),
                ('returned_at', models.DateTimeField(null=True)),
            ],
        ),
    ]
