# SPDX-License-Identifier: EUPL-1.2
"""How much came in one hour. Nobody's address stands here, and nothing of what was sent."""

from django.db import models


class Tally(models.Model):
    """So many of one sort, in one hour, from one sender.

    ``hour``: hours since the beginning of 1970. ``sender``: a keyed digest that is another one in every hour; empty for all senders together.
    """

    pk = models.CompositePrimaryKey("hour", "what", "sender")
    hour = models.PositiveIntegerField()
    what = models.CharField(max_length=16)
    sender = models.CharField(max_length=64, blank=True)
    number = models.PositiveIntegerField()

    def __str__(self) -> str:
        return f"{self.what}: {self.number}"
