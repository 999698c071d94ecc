# SPDX-License-Identifier: EUPL-1.2
"""All translations of all content in one table: the state of a translation belongs to the field."""

from collections.abc import Sequence
from typing import ClassVar, Self
from uuid import UUID

from django.db import models

from pristan.platform.translations.content import DRAFT, HUMAN


class TextQuerySet(models.QuerySet["Text"]):
    """Query words of translations."""

    def of(self, owners: Sequence[UUID]) -> Self:
        """The translations of these things."""
        return self.filter(owner__in=owners)


class Text(models.Model):
    """One text of one thing in one language.

    ``owner`` is the thing's public UUID, ``field`` the path of the text in it, ``made_from`` the digest of
    the original that was translated: where the original's digest differs now, the translation is stale.
    """

    owner = models.UUIDField()
    field = models.CharField(max_length=200)
    language = models.CharField(max_length=16)
    value = models.TextField()
    state = models.CharField(max_length=16, choices=[(DRAFT, "machine draft"), (HUMAN, "human")])
    made_from = models.CharField(max_length=8)
    # Opaque id of the actor; empty for machine drafts.
    reviewed_by = models.CharField(max_length=64, blank=True)
    reviewed_at = models.DateTimeField(null=True, blank=True)

    objects: ClassVar[models.Manager["Text"]] = TextQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["owner", "field", "language"], name="translations_one_text_per_field"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.owner} {self.field} [{self.language}]"
