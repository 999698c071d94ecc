# SPDX-License-Identifier: EUPL-1.2
"""Who holds which role over what, since when and until when. Nothing is deleted: a role ends."""

from datetime import datetime
from typing import ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import Q

from pristan.platform.power.roles import ROLES


class GrantQuerySet(models.QuerySet["Grant"]):
    """Query words of grants."""

    def active(self, at: datetime) -> Self:
        """Those that hold at this time."""
        return self.filter(Q(ended_at=None) | Q(ended_at__gt=at), granted_at__lte=at, user__is_active=True)


class Grant(models.Model):
    """One role of one person over one scope. ``granted_by`` and ``ended_by`` are opaque ids of actors."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="grants")
    role = models.CharField(max_length=32, choices=[(key, key) for key in ROLES])
    scope = models.CharField(max_length=120, blank=True)
    granted_at = models.DateTimeField()
    granted_by = models.CharField(max_length=64)
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.CharField(max_length=64, blank=True)

    objects: ClassVar[models.Manager["Grant"]] = GrantQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["user", "role", "scope"], condition=Q(ended_at=None), name="power_one_grant"
            ),
        ]
        indexes = [models.Index(fields=["role", "scope"], name="power_role_scope")]

    def __str__(self) -> str:
        return f"{self.role} of {self.scope or 'the city'}"
