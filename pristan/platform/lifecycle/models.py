# SPDX-License-Identifier: EUPL-1.2
"""The log of all moves, and the fields of things that are published."""

from typing import ClassVar

from django.db import models

from pristan.platform.lifecycle.machines import PUBLISHING, Machine


class TransitionLog(models.Model):
    """One move of one thing. ``from_state`` is empty where the thing entered its first state."""

    thing_kind = models.CharField(max_length=60)
    thing = models.UUIDField()
    from_state = models.CharField(max_length=40, blank=True)
    to_state = models.CharField(max_length=40)
    actor_kind = models.CharField(max_length=16)
    actor_id = models.CharField(max_length=64, blank=True)
    at = models.DateTimeField()
    why = models.TextField(blank=True)

    class Meta:
        indexes = [models.Index(fields=["thing"], name="lifecycle_thing")]

    def __str__(self) -> str:
        return f"{self.thing_kind} {self.thing}: {self.from_state} -> {self.to_state}"


class PublishingFields(models.Model):
    """State and one timestamp per state, for models whose things are published. They also need a ``uuid``."""

    state = models.CharField(
        max_length=16, default=PUBLISHING.start, choices=[(state, state) for state in PUBLISHING.states]
    )
    draft_at = models.DateTimeField(null=True, blank=True, editable=False)
    in_review_at = models.DateTimeField(null=True, blank=True, editable=False)
    published_at = models.DateTimeField(null=True, blank=True, editable=False)
    withdrawn_at = models.DateTimeField(null=True, blank=True, editable=False)
    archived_at = models.DateTimeField(null=True, blank=True, editable=False)

    lifecycle: ClassVar[Machine] = PUBLISHING

    class Meta:
        abstract = True
