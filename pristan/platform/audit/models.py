# SPDX-License-Identifier: EUPL-1.2
"""The audit trail: rows are added and never change."""

from typing import Any, ClassVar, NoReturn

from django.db import models

from pristan.platform.audit.errors import AuditIsAppendOnly


class AuditQuerySet(models.QuerySet["AuditEntry"]):
    """Reads and adds; everything else is refused."""

    def update(self, **kwargs: Any) -> NoReturn:
        """Refused."""
        raise AuditIsAppendOnly("changed")

    def delete(self) -> NoReturn:
        """Refused."""
        raise AuditIsAppendOnly("deleted")

    def bulk_update(self, *args: Any, **kwargs: Any) -> NoReturn:
        """Refused."""
        raise AuditIsAppendOnly("changed")

    def _raw_delete(self, using: str | None) -> NoReturn:
        raise AuditIsAppendOnly("deleted")

    def bulk_create(self, objs: Any, *args: Any, **kwargs: Any) -> list["AuditEntry"]:
        """Add many; an entry that is there already is never replaced."""
        if kwargs.get("update_conflicts") or any(entry.pk is not None for entry in objs):
            raise AuditIsAppendOnly("changed")
        return super().bulk_create(objs, *args, **kwargs)


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

    objects: ClassVar[models.Manager["AuditEntry"]] = AuditQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "audit entries"
        base_manager_name = "objects"
        indexes = [models.Index(fields=["about_kind", "about_key"], name="audit_about")]

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
