# SPDX-License-Identifier: EUPL-1.2

import uuid
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('directory', '0006_refusals'),
    ]

    operations = [
        migrations.CreateModel(
            name='SheetDraft',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('owner', models.CharField(max_length=64)),
                ('language', models.CharField(max_length=8)),
                ('rows', models.JSONField()),
                ('choices', models.JSONField(default=dict)),
                ('outcome', models.JSONField(default=dict)),
                ('sent_at', models.DateTimeField()),
                ('ends_at', models.DateTimeField(db_index=True)),
            ],
        ),
    ]
