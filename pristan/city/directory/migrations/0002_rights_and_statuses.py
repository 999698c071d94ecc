# SPDX-License-Identifier: EUPL-1.2
"""Rights and legal statuses as kinds of entries."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('directory', '0001_initial'),
    ]

    operations = [
        migrations.AlterField(
            model_name='entry',
            name='kind',
            field=models.CharField(choices=[('organization', 'organization'), ('place', 'place'), ('service', 'service'), ('programme', 'programme'), ('course', 'course'), ('procedure', 'procedure'), ('right', 'right'), ('status', 'status')], max_length=20),
        ),
        migrations.CreateModel(
            name='Right',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(max_length=60)),
                ('cells', models.JSONField(default=list)),
                ('entry', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='right_row', to='directory.entry', to_field='uuid')),
            ],
        ),
        migrations.CreateModel(
            name='Status',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(max_length=60)),
                ('is_overlay', models.BooleanField(default=False)),
                ('is_minor', models.BooleanField(default=False)),
                ('not_with', models.JSONField(default=list)),
                ('proof', models.TextField(blank=True)),
                ('next', models.JSONField(default=list)),
                ('legal_basis', models.JSONField(default=list)),
                ('entry', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='status_row', to='directory.entry', to_field='uuid')),
            ],
            options={
                'verbose_name_plural': 'statuses',
            },
        ),
    ]
