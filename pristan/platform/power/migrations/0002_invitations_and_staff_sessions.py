# SPDX-License-Identifier: EUPL-1.2

import django.db.models.deletion
import django.db.models.functions.text
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('power', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Invitation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('email', models.EmailField(blank=True, max_length=254)),
                ('role', models.CharField(choices=[('organization_editor', 'organization_editor'), ('organization_manager', 'organization_manager'), ('language_reviewer', 'language_reviewer'), ('city_editor', 'city_editor'), ('counsellor', 'counsellor'), ('official', 'official'), ('administrator', 'administrator')], max_length=32)),
                ('scope', models.CharField(blank=True, max_length=120)),
                ('language', models.CharField(max_length=12)),
                ('token_digest', models.CharField(max_length=64, unique=True)),
                ('sent_at', models.DateTimeField()),
                ('invited_by', models.CharField(max_length=64)),
                ('accepted_at', models.DateTimeField(blank=True, null=True)),
                ('withdrawn_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'ordering': ['-sent_at'],
                'constraints': [models.CheckConstraint(condition=models.Q(('email', django.db.models.functions.text.Lower('email'))), name='power_invited_in_lower_case')],
            },
        ),
        migrations.CreateModel(
            name='StaffSession',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('reason', models.CharField(max_length=300)),
                ('opened_at', models.DateTimeField()),
                ('until', models.DateTimeField()),
                ('ended_at', models.DateTimeField(blank=True, null=True)),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='staff_sessions', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['-opened_at'],
                'constraints': [models.UniqueConstraint(condition=models.Q(('ended_at', None)), fields=('user',), name='power_one_staff_session'), models.CheckConstraint(condition=models.Q(('until__gt', models.F('opened_at'))), name='power_staff_session_ends'), models.CheckConstraint(condition=models.Q(('reason', ''), _negated=True), name='power_staff_session_has_a_reason')],
            },
        ),
    ]
