# SPDX-License-Identifier: EUPL-1.2
"""Readings of facts, and openings of pages."""

from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Opening',
            fields=[
                ('pk', models.CompositePrimaryKey('day', 'thing', 'language', blank=True, editable=False, primary_key=True, serialize=False)),
                ('day', models.DateField()),
                ('thing', models.UUIDField()),
                ('language', models.CharField(max_length=16)),
                ('number', models.BigIntegerField()),
            ],
        ),
        migrations.CreateModel(
            name='Reading',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('fact', models.CharField(max_length=100)),
                ('subject', models.CharField(max_length=100)),
                ('on', models.DateField()),
                ('taken_at', models.DateTimeField()),
                ('source', models.TextField()),
                ('dimensions', models.JSONField()),
                ('cells', models.JSONField()),
                ('is_withheld', models.BooleanField(default=False)),
            ],
            options={
                'base_manager_name': 'objects',
                'indexes': [models.Index(fields=['subject', 'on'], name='facts_subject')],
                'constraints': [models.UniqueConstraint(fields=('fact', 'on'), name='facts_one_reading_per_period')],
            },
        ),
    ]
