# SPDX-License-Identifier: EUPL-1.2
"""Proposals, what was decided about them, every version of a thing, and what was removed for good. People stand in them as opaque ids only."""

from typing import ClassVar
from uuid import uuid4

from django.db import models

from pristan.platform.lifecycle.machines import Machine
from pristan.platform.review.lifecycle import PROPOSING, PURGING


class Proposal(models.Model):
    """What somebody wants a thing to say.

    ``base``: field -> digest of the value that the author saw; ``wanted``: field -> value (None removes it). ``token`` makes
    the same form sent twice one proposal.
    """

    uuid = models.UUIDField(default=uuid4, unique=True, editable=False)
    token = models.UUIDField(default=uuid4, unique=True)
    kind = models.CharField(max_length=40)
    key = models.CharField(max_length=120)
    is_new = models.BooleanField(default=False)
    organization = models.CharField(max_length=120, blank=True)
    author = models.CharField(max_length=64)
    base = models.JSONField(default=dict)
    wanted = models.JSONField(default=dict)
    source = models.TextField(blank=True)
    comment = models.TextField(blank=True)
    harm = models.PositiveSmallIntegerField(default=0)
    state = models.CharField(
        max_length=20, default=PROPOSING.start, choices=[(state, state) for state in PROPOSING.states]
    )
    draft_at = models.DateTimeField(null=True)
    submitted_at = models.DateTimeField(null=True)
    accepted_at = models.DateTimeField(null=True)
    accepted_in_part_at = models.DateTimeField(null=True)
    refused_at = models.DateTimeField(null=True)
    withdrawn_at = models.DateTimeField(null=True)

    lifecycle: ClassVar[Machine] = PROPOSING

    class Meta:
        indexes = [
            models.Index(fields=["state", "-harm", "submitted_at"], name="review_queue"),
            models.Index(fields=["kind", "key"], name="review_thing"),
            models.Index(fields=["organization", "state"], name="review_organization"),
            models.Index(fields=["author", "state"], name="review_author"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.key}: {', '.join(self.wanted)}"


class Decision(models.Model):
    """What was decided about one field of a proposal, and why."""

    proposal = models.ForeignKey(Proposal, on_delete=models.CASCADE, related_name="decisions")
    field = models.CharField(max_length=200)
    is_accepted = models.BooleanField()
    reason = models.TextField(blank=True)
    decided_by = models.CharField(max_length=64)
    decided_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["proposal", "field"], name="review_one_decision_per_field")
        ]

    def __str__(self) -> str:
        return f"{self.field}: {'accepted' if self.is_accepted else 'refused'}"


class Comment(models.Model):
    """What author and reviewers write to each other about a proposal."""

    proposal = models.ForeignKey(Proposal, on_delete=models.CASCADE, related_name="comments")
    author = models.CharField(max_length=64)
    text = models.TextField()
    at = models.DateTimeField()

    class Meta:
        ordering = ("at", "pk")

    def __str__(self) -> str:
        return f"comment on {self.proposal_id}"


class Version(models.Model):
    """One change of one thing: the fields that changed, before and after. Numbers of a thing have no gaps.

    What a thing was before its first change here is version 0 and has no row: a first load writes none.
    """

    kind = models.CharField(max_length=40)
    key = models.CharField(max_length=120)
    number = models.PositiveIntegerField()
    before = models.JSONField()
    after = models.JSONField()
    actor_kind = models.CharField(max_length=16)
    actor = models.CharField(max_length=64, blank=True)
    at = models.DateTimeField()
    cause = models.CharField(max_length=16)
    why = models.TextField(blank=True)
    proposal = models.CharField(max_length=36, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["kind", "key", "number"], name="review_one_version_per_number")
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.key}, version {self.number}"


class Trust(models.Model):
    """A field that an organisation publishes without review. Ended ones stay for the record."""

    organization = models.CharField(max_length=120)
    field = models.CharField(max_length=60)
    given_by = models.CharField(max_length=64)
    given_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organization", "field"],
                condition=models.Q(ended_at=None),
                name="review_one_trust_per_field",
            )
        ]

    def __str__(self) -> str:
        return f"{self.organization}: {self.field}"


class Purge(models.Model):
    """A value that one person asks to be removed for good and a second one removes. The value itself is never stored here.

    ``digest`` is a keyed digest of its form (see ``barred``), ``length`` how many words that has. ``removed``: where it stood and in how many
    things; ``left``: where it still stands, as that cannot be changed. ``overwritten_at``: when no freed page of the database held it any more.
    """

    uuid = models.UUIDField(default=uuid4, unique=True, editable=False)
    kind = models.CharField(max_length=40)
    key = models.CharField(max_length=120)
    digest = models.CharField(max_length=64)
    length = models.PositiveSmallIntegerField()
    reason = models.TextField()
    state = models.CharField(
        max_length=16, default=PURGING.start, choices=[(state, state) for state in PURGING.states]
    )
    asked_by = models.CharField(max_length=64)
    asked_at = models.DateTimeField()
    done_by = models.CharField(max_length=64, blank=True)
    done_at = models.DateTimeField(null=True)
    withdrawn_at = models.DateTimeField(null=True)
    removed = models.JSONField(default=dict)
    left = models.JSONField(default=dict)
    overwritten_at = models.DateTimeField(null=True)

    lifecycle: ClassVar[Machine] = PURGING

    class Meta:
        indexes = [models.Index(fields=["state", "asked_at"], name="review_purges")]

    def __str__(self) -> str:
        return f"purge about {self.kind} {self.key}"
