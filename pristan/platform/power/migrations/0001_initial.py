# SPDX-License-Identifier: EUPL-1.2

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Grant',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('role', models.CharField(choices=[('organization_editor', 'organization_editor'), ('organization_manager', 'organization_manager'), ('language_reviewer', 'language_reviewer'), ('city_editor', 'city_editor'), ('counsellor', 'counsellor'), ('official', 'official'), ('administrator', 'administrator')], max_length=32)),
                ('scope', models.CharField(blank=True, max_length=120)),
                ('granted_at', models.DateTimeField()),
                ('granted_by', models.CharField(max_length=64)),
                ('ended_at', models.DateTimeField(blank=True, null=True)),
                ('ended_by', models.CharField(blank=True, max_length=64)),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='grants', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'indexes': [models.Index(fields=['role', 'scope'], name='power_role_scope')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('ended_at', None)), fields=('user', 'role', 'scope'), name='power_one_grant')],
            },
        ),
    ]
