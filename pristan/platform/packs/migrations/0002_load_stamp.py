# SPDX-License-Identifier: EUPL-1.2

import uuid
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('packs', '0001_initial'),
    ]

    operations = [
        migrations.AddField(
            model_name='packload',
            name='stamp',
            field=models.UUIDField(default=uuid.uuid4, editable=False),
        ),
    ]
