# SPDX-License-Identifier: EUPL-1.2
"""Labels that several concepts share are told apart from mistakes."""


from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('taxonomy', '0001_initial'),
    ]

    operations = [
        migrations.AddField(
            model_name='labels',
            name='ambiguous',
            field=models.JSONField(default=list),
        ),
    ]
