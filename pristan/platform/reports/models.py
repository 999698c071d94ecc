# SPDX-License-Identifier: EUPL-1.2
"""What visitors say is wrong with a public page. Nobody's name is asked, and nothing says who it was."""

from typing import ClassVar
from uuid import uuid4

from django.db import models

from pristan.platform.lifecycle.machines import Machine
from pristan.platform.reports.lifecycle import REPORTING


class Report(models.Model):
    """One report about one thing.

    ``received_on`` is a day, not an instant. ``contact`` is what the sender chose to leave; it goes when the report is closed.
    ``code`` is a keyed digest of the code with which the sender asks what became of it.
    """

    uuid = models.UUIDField(default=uuid4, unique=True, editable=False)
    kind = models.CharField(max_length=40)
    key = models.CharField(max_length=120)
    language = models.CharField(max_length=16)
    matters = models.JSONField(default=list)
    text = models.TextField(blank=True)
    contact = models.CharField(max_length=200, blank=True)
    code = models.CharField(max_length=64, unique=True)
    harm = models.PositiveSmallIntegerField(default=0)
    received_on = models.DateField()
    state = models.CharField(
        max_length=16, default=REPORTING.start, choices=[(state, state) for state in REPORTING.states]
    )
    in_work_at = models.DateTimeField(null=True)
    solved_at = models.DateTimeField(null=True)
    not_solved_at = models.DateTimeField(null=True)
    answer = models.CharField(max_length=32, blank=True)

    lifecycle: ClassVar[Machine] = REPORTING

    class Meta:
        indexes = [
            models.Index(fields=["state", "-harm", "received_on"], name="reports_queue"),
            models.Index(fields=["kind", "key"], name="reports_thing"),
        ]

    def __str__(self) -> str:
        return f"report about {self.kind} {self.key}"
