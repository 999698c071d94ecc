# SPDX-License-Identifier: EUPL-1.2
"""That an organisation, or one place or service, does not want to be listed."""

from typing import Self

from django.db import models

# Why, in fixed words: what somebody says about their fear must not lie in a table.
REASONS = ("asked", "safety", "no_room", "not_public", "ended")


class RefusalQuerySet(models.QuerySet["Refusal"]):
    """Query words of refusals."""

    def standing(self) -> Self:
        """Those that nobody took back."""
        return self.filter(ended_at=None)


class Refusal(models.Model):
    """A wish not to be listed. ``key``: an entry; that of an organisation stands for all its entries, also those to come.

    ``took`` are the keys of the entries that readers saw until then: they come back when the wish is taken back.
    """

    key = models.CharField(max_length=120)
    reason = models.CharField(max_length=16, choices=[(reason, reason) for reason in REASONS])
    since = models.DateTimeField()
    given_by = models.CharField(max_length=64)
    took = models.JSONField(default=list)
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.CharField(max_length=64, blank=True)

    objects = RefusalQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["key"], condition=models.Q(ended_at=None), name="directory_one_refusal_per_key"
            )
        ]

    def __str__(self) -> str:
        return f"{self.key} since {self.since:%Y-%m-%d}"
