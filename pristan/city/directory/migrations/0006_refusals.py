# SPDX-License-Identifier: EUPL-1.2
"""Who does not want to be listed."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('directory', '0005_parameters'),
    ]

    operations = [
        migrations.CreateModel(
            name='Refusal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(max_length=120)),
                ('reason', models.CharField(choices=[('asked', 'asked'), ('safety', 'safety'), ('no_room', 'no_room'), ('not_public', 'not_public'), ('ended', 'ended')], max_length=16)),
                ('since', models.DateTimeField()),
                ('given_by', models.CharField(max_length=64)),
                ('took', models.JSONField(default=list)),
                ('ended_at', models.DateTimeField(blank=True, null=True)),
                ('ended_by', models.CharField(blank=True, max_length=64)),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('ended_at', None)), fields=('key',), name='directory_one_refusal_per_key')],
            },
        ),
    ]
