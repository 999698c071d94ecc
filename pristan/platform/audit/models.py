# SPDX-License-Identifier: EUPL-1.2
"""The audit trail and its seals: rows are added and never change."""

from datetime import datetime
from typing import Any, NoReturn, Self, TypeVar

from django.db import models

from pristan.platform.accounts.actors import Actor
from pristan.platform.audit import concerns
from pristan.platform.audit.errors import AuditIsAppendOnly

Row = TypeVar("Row", bound=models.Model)


class AppendOnly(models.QuerySet[Row]):
    """Reads and adds; everything else is refused."""

    def update(self, **kwargs: Any) -> NoReturn:
        """Refused."""
        raise AuditIsAppendOnly("changed", self._things)

    def delete(self) -> NoReturn:
        """Refused."""
        raise AuditIsAppendOnly("deleted", self._things)

    def bulk_update(self, *args: Any, **kwargs: Any) -> NoReturn:
        """Refused."""
        raise AuditIsAppendOnly("changed", self._things)

    def _raw_delete(self, using: str | None) -> NoReturn:
        raise AuditIsAppendOnly("deleted", self._things)

    def bulk_create(self, objs: Any, *args: Any, **kwargs: Any) -> list[Row]:
        """Add many; a row that is there already is never replaced."""
        if kwargs.get("update_conflicts") or not all(row._state.adding and self._is_new(row) for row in objs):
            raise AuditIsAppendOnly("changed", self._things)
        return super().bulk_create(objs, *args, **kwargs)

    def _is_new(self, row: Row) -> bool:
        return True

    @property
    def _things(self) -> str:
        return str(self.model._meta.verbose_name_plural).removeprefix("audit ")


class AuditQuerySet(AppendOnly["AuditEntry"]):
    """Query words of the trail."""

    def about(self, kind: str, key: str) -> Self:
        """Entries about one thing."""
        return self.filter(about_kind=kind, about_key=key)

    def by(self, actor_id: str) -> Self:
        """What one actor did, by their opaque id."""
        return self.filter(actor_id=actor_id)

    def since(self, at: datetime) -> Self:
        """From an instant on."""
        return self.filter(at__gte=at)

    def visible_to(self, actor: Actor) -> Self:
        """What concerns an actor, as the apps declare it; nothing by default."""
        return self.filter(concerns.seen_by(actor))

    def unsealed(self, *, above: int = 0) -> Self:
        """Entries that are not in the chain yet, of those with a number above."""
        # The seals are narrowed as well, so that a database that reads them all first reads few.
        seals = Seal.objects.filter(entry=models.OuterRef("pk"), entry_id__gt=above)
        return self.filter(~models.Exists(seals), number__gt=above)

    def _is_new(self, row: "AuditEntry") -> bool:
        return row.pk is None


class AuditEntry(models.Model):
    """Who did what to which thing, when and why. Names things by keys; never holds a personal value."""

    number = models.BigAutoField(primary_key=True)
    what = models.CharField(max_length=100)
    actor_kind = models.CharField(max_length=16)
    actor_id = models.CharField(max_length=64, blank=True)
    about_kind = models.CharField(max_length=60)
    about_key = models.CharField(max_length=255)
    why = models.TextField(blank=True)
    at = models.DateTimeField()

    objects = AuditQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "audit entries"
        base_manager_name = "objects"
        indexes = [
            models.Index(fields=["about_kind", "about_key"], name="audit_about"),
            models.Index(fields=["actor_id"], name="audit_actor"),
            models.Index(fields=["at"], name="audit_at"),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.what} {self.about_kind} {self.about_key}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Add the entry; a second save is refused."""
        if self.number or not self._state.adding:
            raise AuditIsAppendOnly("changed")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        """Refused."""
        raise AuditIsAppendOnly("deleted")


class Seal(models.Model):
    """One link of the chain: an entry's place in it, and the digest over the entry and the seal before.

    Positions have no gaps. The sealer alone writes here (see ``sealing``). There is no foreign key in the database: that an
    entry is gone is for the walk along the chain to find.
    """

    position = models.BigIntegerField(primary_key=True)
    entry = models.OneToOneField(AuditEntry, models.DO_NOTHING, db_constraint=False, related_name="seal")
    digest = models.CharField(max_length=64)

    objects = AppendOnly["Seal"].as_manager()

    class Meta:
        base_manager_name = "objects"

    def __str__(self) -> str:
        return f"{self.position}:{self.digest}"

    def save(self, *args: Any, **kwargs: Any) -> NoReturn:
        """Refused: seals come in pieces, by the sealer."""
        raise AuditIsAppendOnly("saved one by one", "seals")

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        """Refused."""
        raise AuditIsAppendOnly("deleted", "seals")
