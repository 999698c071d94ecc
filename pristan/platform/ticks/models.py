# SPDX-License-Identifier: EUPL-1.2
"""How far time's work is done: one row per job, and the heartbeat."""

from django.db import models


class JobState(models.Model):
    """One job: the last period that was done, when it last ran, and the class of its error if it failed then.

    ``ended_at`` before ``begun_at``, or missing, means that it runs now or was killed.
    """

    name = models.CharField(max_length=100, primary_key=True)
    done = models.CharField(max_length=20, blank=True)
    begun_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    error = models.CharField(max_length=200, blank=True)

    def __str__(self) -> str:
        return f"{self.name} {self.done}"

    @property
    def is_open(self) -> bool:
        """It was begun and has not come to an end."""
        return self.begun_at is not None and (self.ended_at is None or self.ended_at < self.begun_at)


class Heartbeat(models.Model):
    """One row: the latest tick, by its own clock."""

    at = models.DateTimeField()

    def __str__(self) -> str:
        return self.at.isoformat()
