# SPDX-License-Identifier: EUPL-1.2

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('power', '0002_invitations_and_staff_sessions'),
    ]

    operations = [
        migrations.AddField(
            model_name='staffsession',
            name='browser',
            field=models.CharField(blank=True, max_length=64),
        ),
    ]
