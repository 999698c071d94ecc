# SPDX-License-Identifier: EUPL-1.2
"""When the matter of a person who works here ends. No name stands here: a person is the public id of the account."""

from django.db import models


class Leaving(models.Model):
    """What became of an account that nobody uses.

    `warned_at`: that it will be locked. `ended_at`: that it is closed; from here the time until it is stripped runs. `returned_at`: that it was opened again.
    `why`: what whoever erased it gave as the reason.
    """

    person = models.UUIDField(primary_key=True)
    warned_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    returned_at = models.DateTimeField(null=True)
    why = models.TextField(blank=True)

    def __str__(self) -> str:
        return str(self.person)
