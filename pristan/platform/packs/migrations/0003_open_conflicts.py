# SPDX-License-Identifier: EUPL-1.2
"""Where pack and city did not agree at the last load."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('packs', '0002_load_stamp'),
    ]

    operations = [
        migrations.CreateModel(
            name='OpenConflict',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(max_length=40)),
                ('key', models.CharField(max_length=120)),
                ('field', models.CharField(max_length=200)),
                ('path', models.CharField(max_length=300)),
                ('line', models.PositiveIntegerField()),
                ('value', models.JSONField(null=True)),
                ('base', models.CharField(blank=True, max_length=16)),
                ('is_hidden', models.BooleanField(default=False)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('kind', 'key', 'field'), name='packs_one_conflict_per_field')],
            },
        ),
    ]
