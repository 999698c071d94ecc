# SPDX-License-Identifier: EUPL-1.2
"""A sheet that somebody sent, between looking at it and writing it."""

from typing import Any, ClassVar, Self
from uuid import uuid4

from django.db import models


class SheetDraftQuerySet(models.QuerySet["SheetDraft"]):
    """Query words of drafts."""

    def ended(self, at: Any) -> Self:
        """Those whose day is over."""
        return self.filter(ends_at__lte=at)


class SheetDraft(models.Model):
    """The rows of a sheet as they were read; the file itself is kept nowhere.

    ``rows``: see ``sheets.reading.Given``; emptied when it is written. ``choices``: number of a row -> what its owner said of its match.
    ``outcome``: how many entries became what; so the same form sent twice writes once.
    """

    uuid = models.UUIDField(default=uuid4, unique=True, editable=False)
    owner = models.CharField(max_length=64)
    language = models.CharField(max_length=8)
    rows = models.JSONField()
    choices = models.JSONField(default=dict)
    outcome = models.JSONField(default=dict)
    sent_at = models.DateTimeField()
    ends_at = models.DateTimeField(db_index=True)

    objects: ClassVar[SheetDraftQuerySet] = SheetDraftQuerySet.as_manager()  # type: ignore[assignment]

    def __str__(self) -> str:
        return f"sheet {self.uuid}"
