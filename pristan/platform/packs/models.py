# SPDX-License-Identifier: EUPL-1.2
"""What the last load left: the base of the three-way comparison, and the files for export."""

from uuid import uuid4

from django.db import models


class LoadedThing(models.Model):
    """One thing as the last load left it: digest per field, and the text of its files with all comments."""

    kind = models.CharField(max_length=40)
    key = models.CharField(max_length=120)
    digests = models.JSONField()
    files = models.JSONField()
    is_archived = models.BooleanField(default=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "key"], name="packs_one_row_per_thing")]

    def __str__(self) -> str:
        return f"{self.kind} {self.key}"


class PackLoad(models.Model):
    """One finished load, for the record: when, by whom, and its summary in figures.

    ``stamp`` is another one for every load: what was read of the vocabulary, which only loads change, holds while it is the newest.
    """

    stamp = models.UUIDField(default=uuid4, editable=False)
    loaded_at = models.DateTimeField()
    actor = models.CharField(max_length=80)
    pack = models.CharField(max_length=200)
    summary = models.JSONField()

    def __str__(self) -> str:
        return f"{self.pack} at {self.loaded_at:%Y-%m-%d %H:%M}"


class OpenConflict(models.Model):
    """A field that the last load found changed on both sides, until somebody settles it; each load writes them anew.

    ``value`` is what the pack says, ``base`` the digest of what both sides began from. ``is_hidden``: the pack's value is not kept.
    """

    kind = models.CharField(max_length=40)
    key = models.CharField(max_length=120)
    field = models.CharField(max_length=200)
    path = models.CharField(max_length=300)
    line = models.PositiveIntegerField()
    value = models.JSONField(null=True)
    base = models.CharField(max_length=16, blank=True)
    is_hidden = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["kind", "key", "field"], name="packs_one_conflict_per_field")
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.key}: {self.field}"
