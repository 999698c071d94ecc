# SPDX-License-Identifier: EUPL-1.2
"""That somebody says: this is our organisation. What leads to the person goes when the claim is closed."""

from datetime import date
from typing import ClassVar, Self
from uuid import uuid4

from django.db import models

from pristan.platform.claims.lifecycle import CLAIMING, OPEN
from pristan.platform.lifecycle.machines import Machine


class ClaimQuerySet(models.QuerySet["Claim"]):
    """Query words of claims."""

    def open(self) -> Self:
        """Those that are not decided."""
        return self.filter(state__in=OPEN)

    def since(self, day: date) -> Self:
        """Those that came on this day or before."""
        return self.filter(received_on__lte=day)


class Claim(models.Model):
    """One claim of one thing.

    ``phones`` are the numbers under which the thing was listed before the claim: only these count for a call back. ``page``,
    ``reception`` and ``known_at`` are the ways to check that the claimer offers; they prove nothing by themselves.
    ``domain`` is the part of the e-mail behind the @, as mail servers read it. ``code`` is a keyed digest.
    """

    uuid = models.UUIDField(default=uuid4, unique=True, editable=False)
    kind = models.CharField(max_length=40)
    key = models.CharField(max_length=120)
    language = models.CharField(max_length=16)
    role = models.CharField(max_length=120, blank=True)
    email = models.CharField(max_length=254, blank=True)
    domain = models.CharField(max_length=254, blank=True)
    page = models.CharField(max_length=500, blank=True)
    reception = models.CharField(max_length=40, blank=True)
    known_at = models.CharField(max_length=200, blank=True)
    phones = models.JSONField(default=list)
    code = models.CharField(max_length=64, unique=True)
    received_on = models.DateField()
    answer = models.CharField(max_length=16, blank=True)
    state = models.CharField(
        max_length=16, default=CLAIMING.start, choices=[(state, state) for state in CLAIMING.states]
    )
    asked_at = models.DateTimeField(null=True)
    vetted_at = models.DateTimeField(null=True)
    granted_at = models.DateTimeField(null=True)
    refused_at = models.DateTimeField(null=True)
    withdrawn_at = models.DateTimeField(null=True)

    lifecycle: ClassVar[Machine] = CLAIMING
    objects = ClaimQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["state", "received_on"], name="claims_queue"),
            models.Index(fields=["kind", "key"], name="claims_thing"),
        ]

    def __str__(self) -> str:
        return f"claim of {self.kind} {self.key}"


class Vetting(models.Model):
    """What one person found out about a claim; each person once."""

    claim = models.ForeignKey(Claim, on_delete=models.CASCADE, related_name="vettings")
    by = models.CharField(max_length=64)
    at = models.DateTimeField()
    checks = models.JSONField(default=list)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["claim", "by"], name="claims_one_vetting_per_person")]

    def __str__(self) -> str:
        return f"{', '.join(self.checks)} by {self.by}"
