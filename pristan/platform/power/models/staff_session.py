# SPDX-License-Identifier: EUPL-1.2
"""The only time in which an administrator has power: opened with a reason, and over by itself."""

from datetime import datetime
from typing import ClassVar, Self
from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import F, Q


class StaffSessionQuerySet(models.QuerySet["StaffSession"]):
    """Query words of staff sessions."""

    def open(self, at: datetime) -> Self:
        """Those that last at this time."""
        return self.filter(opened_at__lte=at, until__gt=at, ended_at=None)


class StaffSession(models.Model):
    """An administrator acts from ``opened_at`` until ``until``, or until they end it or sign out. ``uuid`` stands in the audit.

    ``browser`` is a digest: it gives power only to the signed-in session in which it was opened, and is empty once it is over.
    """

    uuid = models.UUIDField(default=uuid4, unique=True, editable=False)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="staff_sessions"
    )
    reason = models.CharField(max_length=300)
    opened_at = models.DateTimeField()
    until = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    browser = models.CharField(max_length=64, blank=True)

    objects: ClassVar[models.Manager["StaffSession"]] = StaffSessionQuerySet.as_manager()

    class Meta:
        ordering = ["-opened_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["user"], condition=Q(ended_at=None), name="power_one_staff_session"
            ),
            models.CheckConstraint(condition=Q(until__gt=F("opened_at")), name="power_staff_session_ends"),
            models.CheckConstraint(condition=~Q(reason=""), name="power_staff_session_has_a_reason"),
        ]

    def __str__(self) -> str:
        return str(self.uuid)

    @property
    def over_at(self) -> datetime:
        """When it ended, or will."""
        return self.ended_at or self.until
