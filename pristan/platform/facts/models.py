# SPDX-License-Identifier: EUPL-1.2
"""Readings of facts, which are added and never change; and how often pages of entries were opened."""

from typing import Any, ClassVar, NoReturn

from django.db import models

from pristan.platform.facts.errors import ReadingsAreAppendOnly


class ReadingQuerySet(models.QuerySet["Reading"]):
    """Reads and adds; everything else is refused."""

    def update(self, **kwargs: Any) -> NoReturn:
        """Refused."""
        raise ReadingsAreAppendOnly

    def delete(self) -> NoReturn:
        """Refused."""
        raise ReadingsAreAppendOnly


class Reading(models.Model):
    """What a fact was on a day, or in the month that began on it.

    `dimensions`: list of [name, values]. `cells`: list of [values by dimension, number, is hidden], without zeros; of persons the sums as well, so that the row is also the
    ledger of what was published. The number of a hidden cell is never for readers.
    """

    fact = models.CharField(max_length=100)
    subject = models.CharField(max_length=100)
    on = models.DateField()
    taken_at = models.DateTimeField()
    source = models.TextField()
    dimensions = models.JSONField()
    cells = models.JSONField()
    is_withheld = models.BooleanField(default=False)

    objects: ClassVar[models.Manager["Reading"]] = ReadingQuerySet.as_manager()

    class Meta:
        base_manager_name = "objects"
        constraints = [models.UniqueConstraint(fields=["fact", "on"], name="facts_one_reading_per_period")]
        indexes = [models.Index(fields=["subject", "on"], name="facts_subject")]

    def __str__(self) -> str:
        return f"{self.fact} on {self.on}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Add the reading; a second save is refused."""
        if not self._state.adding:
            raise ReadingsAreAppendOnly
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        """Refused."""
        raise ReadingsAreAppendOnly


class Opening(models.Model):
    """How often the page of a thing was opened on a day in a language (see `openings`)."""

    pk = models.CompositePrimaryKey("day", "thing", "language")
    day = models.DateField()
    thing = models.UUIDField()
    language = models.CharField(max_length=16)
    number = models.BigIntegerField()

    def __str__(self) -> str:
        return f"{self.thing} in {self.language} on {self.day}"
