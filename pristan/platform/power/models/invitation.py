# SPDX-License-Identifier: EUPL-1.2
"""An invitation to work here in one role: a link that works once, for a week."""

from datetime import datetime, timedelta
from typing import ClassVar, Self
from uuid import uuid4

from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower

from pristan.platform.power.roles import ROLES

LASTS = timedelta(days=7)


class InvitationQuerySet(models.QuerySet["Invitation"]):
    """Query words of invitations."""

    def open(self, at: datetime) -> Self:
        """Those that can still be accepted."""
        return self.filter(accepted_at=None, withdrawn_at=None, sent_at__gt=at - LASTS)


class Invitation(models.Model):
    """Who is invited to which role, by whom. ``invited_by`` is the opaque id of an actor; the e-mail goes when it is over."""

    uuid = models.UUIDField(default=uuid4, unique=True, editable=False)
    email = models.EmailField(blank=True)
    role = models.CharField(max_length=32, choices=[(key, key) for key in ROLES])
    scope = models.CharField(max_length=120, blank=True)
    language = models.CharField(max_length=12)
    token_digest = models.CharField(max_length=64, unique=True)
    sent_at = models.DateTimeField()
    invited_by = models.CharField(max_length=64)
    accepted_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    objects: ClassVar[models.Manager["Invitation"]] = InvitationQuerySet.as_manager()

    class Meta:
        ordering = ["-sent_at"]
        constraints = [
            models.CheckConstraint(condition=Q(email=Lower("email")), name="power_invited_in_lower_case"),
        ]

    def __str__(self) -> str:
        return f"{self.role} of {self.scope or 'the city'}"

    @property
    def ends_at(self) -> datetime:
        """From then on the link does not work."""
        return self.sent_at + LASTS
