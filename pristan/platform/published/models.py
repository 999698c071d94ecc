# SPDX-License-Identifier: EUPL-1.2
"""The read model: rows that hold from one version of the dataset to another, and what is still to be done."""

from collections.abc import Iterable
from typing import ClassVar, Self, TypeVar
from uuid import UUID

from django.db import connection, models
from django.db.models import Q

# Few rows have ended: an index over the others would mislead planners that look for open rows.
ENDED = Q(until__isnull=False)

Row = TypeVar("Row", bound=models.Model)


class VersionedQuerySet(models.QuerySet[Row]):
    """Query words of rows with ``since`` and ``until``."""

    def visible(self, version: int) -> Self:
        """What readers of this version see."""
        return self.filter(Q(until=None) | Q(until__gt=version), since__lte=version)

    def open(self) -> Self:
        """Rows that no version ends yet."""
        return self.filter(until=None)

    def of(self, things: Iterable[UUID]) -> Self:
        """Rows of these things."""
        return self.filter(thing__in=list(things))


class Versioned(models.Model):
    """A row that holds from version ``since`` on, and before version ``until``."""

    thing = models.UUIDField()
    since = models.BigIntegerField()
    until = models.BigIntegerField(null=True)

    class Meta:
        abstract = True


class Document(Versioned):
    """What one thing says to readers in one language: all that its page, the API and every export show.

    ``body`` and ``card`` are JSON as text (a card is the part that lists need); ``digest`` covers
    everything, so that an unchanged document is not written again.
    """

    kind = models.CharField(max_length=40)
    language = models.CharField(max_length=16)
    slug = models.CharField(max_length=255)
    sort_key = models.TextField()
    letter = models.CharField(max_length=16)
    body = models.TextField()
    card = models.TextField()
    facets = models.JSONField()
    digest = models.CharField(max_length=32)

    objects: ClassVar[models.Manager["Document"]] = VersionedQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["thing", "language", "since"], name="published_one_document_per_version"
            ),
        ]
        indexes = [
            models.Index(fields=["language", "kind"], name="published_language_kind"),
            models.Index(fields=["since"], name="published_document_since"),
            models.Index(fields=["until"], condition=ENDED, name="published_document_until"),
        ]

    def __str__(self) -> str:
        return f"{self.slug} [{self.language}] {self.since}-{self.until or ''}"


class Address(Versioned):
    """What leads to a thing in an address, in all languages: its slug, its code, an alias that redirects."""

    address = models.CharField(max_length=255)
    role = models.CharField(max_length=8, choices=[(role, role) for role in ("slug", "code", "alias")])

    objects: ClassVar[models.Manager["Address"]] = VersionedQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "addresses"
        constraints = [
            models.UniqueConstraint(
                fields=["address"], condition=Q(until=None), name="published_one_thing_per_address"
            ),
        ]
        indexes = [
            models.Index(fields=["address"], name="published_by_address"),
            models.Index(fields=["thing"], name="published_address_thing"),
            models.Index(fields=["since"], name="published_address_since"),
            models.Index(fields=["until"], condition=ENDED, name="published_address_until"),
        ]

    def __str__(self) -> str:
        return f"{self.address} ({self.role}) -> {self.thing}"


class Edition(models.Model):
    """The one row that says which version readers see. Holding it is the lock of every writer.

    ``number`` is the last number given in the sequence, ``immediate`` the number of the last change that
    did not wait for a run, ``pending`` the version that a run is preparing (None when none is, and none has
    crashed), ``words`` what expressions meant when documents were indexed, and which code made them (see
    ``search.knowledge`` and ``registry.form``).
    """

    ROW = 1

    id = models.SmallIntegerField(primary_key=True, default=ROW)
    version = models.BigIntegerField(default=0)
    at = models.DateTimeField(null=True)
    number = models.BigIntegerField(default=0)
    immediate = models.BigIntegerField(default=0)
    pending = models.BigIntegerField(null=True)
    settled = models.BigIntegerField(default=0)
    settled_at = models.DateTimeField(null=True)
    words = models.CharField(max_length=60, default="")

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(id=1), name="published_one_edition")]

    def __str__(self) -> str:
        return f"version {self.version}"

    @classmethod
    def now(cls) -> Self:
        """The row as it is, without holding it."""
        return cls.objects.filter(pk=cls.ROW).first() or cls()

    @classmethod
    def hold(cls) -> Self:
        """The row, held to the end of the caller's transaction: writers come one after the other."""
        row = cls.objects.select_for_update().filter(pk=cls.ROW).first()
        if row is None:
            cls.objects.bulk_create([cls()], ignore_conflicts=True)
            row = cls.objects.select_for_update().get(pk=cls.ROW)
        return row

    @classmethod
    def take(cls, count: int) -> int:
        """The next numbers of the sequence, so many; returns the first. The row is held as by :meth:`hold`, in one question."""
        table = connection.ops.quote_name(cls._meta.db_table)
        with connection.cursor() as cursor:
            cursor.execute(
                f"UPDATE {table} SET number = number + %s WHERE id = %s RETURNING number",  # noqa: S608
                [count, cls.ROW],
            )
            found = cursor.fetchone()
        if found is None:
            cls.hold()
            return cls.take(count)
        return int(found[0]) - count + 1


class Sequence(models.Model):
    """What changed, in one order without gaps: who follows the city reads on from the last number known."""

    number = models.BigIntegerField(primary_key=True)
    thing = models.UUIDField()
    change = models.CharField(
        max_length=16, choices=[(name, name) for name in ("published", "withdrawn", "archived")]
    )
    at = models.DateTimeField()

    class Meta:
        verbose_name_plural = "sequence"

    def __str__(self) -> str:
        return f"{self.number} {self.change} {self.thing}"


class Dirty(models.Model):
    """A thing whose documents may be out of date; ``number`` is its last place in the sequence."""

    thing = models.UUIDField(primary_key=True)
    number = models.BigIntegerField(unique=True)

    class Meta:
        verbose_name_plural = "dirty"

    def __str__(self) -> str:
        return f"{self.thing} {self.number}"
