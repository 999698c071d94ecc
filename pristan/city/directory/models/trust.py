# SPDX-License-Identifier: EUPL-1.2
"""Where we know it from: sources, provenance per field, what sources say otherwise, and who checked."""

from django.db import models

from pristan.city.directory.models.details import Detail
from pristan.city.directory.models.entry import Entry


class Source(Detail):
    """Where statements of the entry were read. A source without a web address has a note."""

    url = models.TextField(blank=True)
    date = models.CharField(max_length=10, blank=True)
    kind = models.CharField(max_length=60, blank=True)
    content_not_before = models.CharField(max_length=10, blank=True)
    note = models.TextField(blank=True)


class FieldProvenance(Detail):
    """Provenance of one field, where it differs from that of the entry. ``sources`` are 1-based positions."""

    field = models.CharField(max_length=40)
    sources = models.JSONField(default=list)
    as_of = models.CharField(max_length=10, blank=True)
    confidence = models.CharField(max_length=10, blank=True)


class OtherStatement(Detail):
    """What another source, or a merged record, says about a field. The newer one is shown; this is one tap away."""

    field = models.CharField(max_length=40)
    text = models.TextField()
    said_by = models.CharField(max_length=120, blank=True)
    sources = models.JSONField(default=list)
    as_of = models.CharField(max_length=10, blank=True)
    confidence = models.CharField(max_length=10, blank=True)


class Verification(models.Model):
    """That a person checked an entry: when, who (a role, not a name), how, and when next. No row: unverified."""

    entry = models.OneToOneField(
        Entry, to_field="uuid", on_delete=models.CASCADE, related_name="verification_row"
    )
    verified_on = models.DateField()
    verified_by = models.CharField(max_length=120)
    how = models.CharField(max_length=40, blank=True)
    next_on = models.DateField(null=True)

    def __str__(self) -> str:
        return f"{self.entry_id} on {self.verified_on}"
