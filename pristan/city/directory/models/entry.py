# SPDX-License-Identifier: EUPL-1.2
"""An entry: everything that has a public page."""

from collections.abc import Sequence
from datetime import date
from typing import Self

from django.db import models

from pristan.platform.lifecycle.models import PublishingFields

KINDS = ("organization", "place", "service", "programme", "course", "procedure", "right", "status")


class EntryQuerySet(models.QuerySet["Entry"]):
    """Query words of the directory."""

    def published(self) -> Self:
        """Entries that readers may see."""
        return self.filter(state="published")

    def present(self) -> Self:
        """Entries that have not left: all but the archived."""
        return self.exclude(state="archived")

    def unchecked(self, today: date) -> Self:
        """Entries that readers see and nobody has checked, or not for too long."""
        late = models.Q(verification_row=None) | models.Q(verification_row__next_on__lt=today)
        return self.published().filter(late)

    def with_keys(self, keys: Sequence[str]) -> Self:
        """The entries with these immutable ids."""
        return self.filter(key__in=keys)


class Entry(PublishingFields):
    """An organisation, place, service, programme, course, procedure, right or status. HSDS: organization, location, service, program.

    ``key`` is the id in the pack and never changes; ``uuid`` is the UUIDv5 of (city namespace, key), computed once;
    ``slug`` stands in addresses and may change with history; ``code`` replaces it where the entry is sensitive.
    """

    key = models.CharField(max_length=120, unique=True)
    uuid = models.UUIDField(unique=True)
    code = models.CharField(max_length=20, unique=True)
    slug = models.CharField(max_length=120, unique=True)
    kind = models.CharField(max_length=20, choices=[(kind, kind) for kind in KINDS])
    changed_at = models.DateTimeField(null=True)

    language = models.CharField(max_length=8)
    # Path -> language of the texts whose source language is not that of the entry.
    text_languages = models.JSONField(default=dict)
    name = models.TextField()
    summary = models.TextField(blank=True)
    organization_name = models.TextField(blank=True)
    # Key of the organisation's own entry; a key, because it may be loaded after this one.
    organization_key = models.CharField(max_length=120, blank=True)
    website = models.TextField(blank=True)
    email = models.CharField(max_length=254, blank=True)
    is_free = models.CharField(max_length=10, blank=True)
    is_open_to_all = models.BooleanField(null=True)
    is_sensitive = models.BooleanField(default=False)
    is_location_secret = models.BooleanField(default=False)
    confidence = models.CharField(max_length=10, blank=True)
    as_of = models.CharField(max_length=10, blank=True)
    as_of_basis = models.CharField(max_length=60, blank=True)
    recheck_reason = models.CharField(max_length=60, blank=True)
    to_be_confirmed = models.JSONField(default=list)
    # Remarks of the editors; stays inside: never published, never indexed.
    editors = models.JSONField(default=dict)

    objects = EntryQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "entries"

    def __str__(self) -> str:
        return self.key


class EntryAddress(models.Model):
    """Another address that leads to an entry: a merged id or a former slug. It redirects for good (308)."""

    entry = models.ForeignKey(
        Entry, to_field="uuid", on_delete=models.CASCADE, related_name="other_addresses"
    )
    position = models.PositiveSmallIntegerField(default=0)
    slug = models.CharField(max_length=120, unique=True)
    role = models.CharField(max_length=10, choices=[("alias", "alias"), ("former", "former")])

    def __str__(self) -> str:
        return self.slug


class Relation(models.Model):
    """A typed relation, written on one side and shown on both. The other end is a key, as in the pack."""

    entry = models.ForeignKey(Entry, to_field="uuid", on_delete=models.CASCADE, related_name="relations")
    position = models.PositiveSmallIntegerField(default=0)
    type = models.CharField(max_length=20)
    to = models.CharField(max_length=120, db_index=True)

    def __str__(self) -> str:
        return f"{self.entry_id} {self.type} {self.to}"
