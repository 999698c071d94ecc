# SPDX-License-Identifier: EUPL-1.2
"""That somebody says: this is our organisation, and who vetted it."""

import django.db.models.deletion
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Claim',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('kind', models.CharField(max_length=40)),
                ('key', models.CharField(max_length=120)),
                ('language', models.CharField(max_length=16)),
                ('role', models.CharField(blank=True, max_length=120)),
                ('email', models.CharField(blank=True, max_length=254)),
                ('domain', models.CharField(blank=True, max_length=254)),
                ('page', models.CharField(blank=True, max_length=500)),
                ('reception', models.CharField(blank=True, max_length=40)),
                ('known_at', models.CharField(blank=True, max_length=200)),
                ('phones', models.JSONField(default=list)),
                ('code', models.CharField(max_length=64, unique=True)),
                ('received_on', models.DateField()),
                ('answer', models.CharField(blank=True, max_length=16)),
                ('state', models.CharField(choices=[('asked', 'asked'), ('vetted', 'vetted'), ('granted', 'granted'), ('refused', 'refused'), ('withdrawn', 'withdrawn')], default='asked', max_length=16)),
                ('asked_at', models.DateTimeField(null=True)),
                ('vetted_at', models.DateTimeField(null=True)),
                ('granted_at', models.DateTimeField(null=True)),
                ('refused_at', models.DateTimeField(null=True)),
                ('withdrawn_at', models.DateTimeField(null=True)),
            ],
            options={
                'indexes': [models.Index(fields=['state', 'received_on'], name='claims_queue'), models.Index(fields=['kind', 'key'], name='claims_thing')],
            },
        ),
        migrations.CreateModel(
            name='Vetting',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('by', models.CharField(max_length=64)),
                ('at', models.DateTimeField()),
                ('checks', models.JSONField(default=list)),
                ('claim', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='vettings', to='claims.claim')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('claim', 'by'), name='claims_one_vetting_per_person')],
            },
        ),
    ]
