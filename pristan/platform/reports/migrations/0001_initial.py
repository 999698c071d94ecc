# SPDX-License-Identifier: EUPL-1.2

import uuid
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Report',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('kind', models.CharField(max_length=40)),
                ('key', models.CharField(max_length=120)),
                ('language', models.CharField(max_length=16)),
                ('matters', models.JSONField(default=list)),
                ('text', models.TextField(blank=True)),
                ('contact', models.CharField(blank=True, max_length=200)),
                ('code', models.CharField(max_length=64, unique=True)),
                ('harm', models.PositiveSmallIntegerField(default=0)),
                ('received_on', models.DateField()),
                ('state', models.CharField(choices=[('new', 'new'), ('in_work', 'in_work'), ('solved', 'solved'), ('not_solved', 'not_solved')], default='new', max_length=16)),
                ('in_work_at', models.DateTimeField(null=True)),
                ('solved_at', models.DateTimeField(null=True)),
                ('not_solved_at', models.DateTimeField(null=True)),
                ('answer', models.CharField(blank=True, max_length=32)),
            ],
            options={
                'indexes': [models.Index(fields=['state', '-harm', 'received_on'], name='reports_queue'), models.Index(fields=['kind', 'key'], name='reports_thing')],
            },
        ),
    ]
