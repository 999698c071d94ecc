# SPDX-License-Identifier: EUPL-1.2

import django.db.models.deletion
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Proposal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('token', models.UUIDField(default=uuid.uuid4, unique=True)),
                ('kind', models.CharField(max_length=40)),
                ('key', models.CharField(max_length=120)),
                ('is_new', models.BooleanField(default=False)),
                ('organization', models.CharField(blank=True, max_length=120)),
                ('author', models.CharField(max_length=64)),
                ('base', models.JSONField(default=dict)),
                ('wanted', models.JSONField(default=dict)),
                ('source', models.TextField(blank=True)),
                ('comment', models.TextField(blank=True)),
                ('harm', models.PositiveSmallIntegerField(default=0)),
                ('state', models.CharField(choices=[('draft', 'draft'), ('submitted', 'submitted'), ('accepted', 'accepted'), ('accepted_in_part', 'accepted_in_part'), ('refused', 'refused'), ('withdrawn', 'withdrawn')], default='draft', max_length=20)),
                ('draft_at', models.DateTimeField(null=True)),
                ('submitted_at', models.DateTimeField(null=True)),
                ('accepted_at', models.DateTimeField(null=True)),
                ('accepted_in_part_at', models.DateTimeField(null=True)),
                ('refused_at', models.DateTimeField(null=True)),
                ('withdrawn_at', models.DateTimeField(null=True)),
            ],
            options={
                'indexes': [models.Index(fields=['state', '-harm', 'submitted_at'], name='review_queue'), models.Index(fields=['kind', 'key'], name='review_thing'), models.Index(fields=['organization', 'state'], name='review_organization'), models.Index(fields=['author', 'state'], name='review_author')],
            },
        ),
        migrations.CreateModel(
            name='Comment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('author', models.CharField(max_length=64)),
                ('text', models.TextField()),
                ('at', models.DateTimeField()),
                ('proposal', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='comments', to='review.proposal')),
            ],
            options={
                'ordering': ('at', 'pk'),
            },
        ),
        migrations.CreateModel(
            name='Trust',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('organization', models.CharField(max_length=120)),
                ('field', models.CharField(max_length=60)),
                ('given_by', models.CharField(max_length=64)),
                ('given_at', models.DateTimeField()),
                ('ended_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('ended_at', None)), fields=('organization', 'field'), name='review_one_trust_per_field')],
            },
        ),
        migrations.CreateModel(
            name='Version',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(max_length=40)),
                ('key', models.CharField(max_length=120)),
                ('number', models.PositiveIntegerField()),
                ('before', models.JSONField()),
                ('after', models.JSONField()),
                ('actor_kind', models.CharField(max_length=16)),
                ('actor', models.CharField(blank=True, max_length=64)),
                ('at', models.DateTimeField()),
                ('cause', models.CharField(max_length=16)),
                ('why', models.TextField(blank=True)),
                ('proposal', models.CharField(blank=True, max_length=36)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('kind', 'key', 'number'), name='review_one_version_per_number')],
            },
        ),
        migrations.CreateModel(
            name='Decision',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('field', models.CharField(max_length=200)),
                ('is_accepted', models.BooleanField()),
                ('reason', models.TextField(blank=True)),
                ('decided_by', models.CharField(max_length=64)),
                ('decided_at', models.DateTimeField()),
                ('proposal', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='decisions', to='review.proposal')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('proposal', 'field'), name='review_one_decision_per_field')],
            },
        ),
    ]
