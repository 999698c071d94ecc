# SPDX-License-Identifier: EUPL-1.2
"""The two tables of the index. What makes them searchable differs by database and is added by the first migration."""

from django.db import models
from django.db.models import Q


class Row(models.Model):
    """A document: what it is called and its tokens (see `tokens`), how many terms each field has. `id` is the number of the published document."""

    id = models.BigIntegerField(primary_key=True)
    thing = models.UUIDField()
    language = models.CharField(max_length=16)
    since = models.BigIntegerField()
    until = models.BigIntegerField(null=True)
    name = models.TextField()
    tokens = models.TextField()
    lengths = models.CharField(max_length=60)

    class Meta:
        indexes = (
            models.Index("since", name="search_row_since"),
            models.Index("until", name="search_row_until", condition=Q(until__isnull=False)),
        )


class Term(models.Model):
    """In how many documents a term occurs: the sum of `docs` over all rows with since <= the reader's version.

    Rows are changes, so that a version that is being written does not move the ranks that readers see. The empty term
    stands for every document. `reversed` finds words by their ends; `surface` is a word as it was written.
    """

    pk = models.CompositePrimaryKey("language", "term", "since")
    language = models.CharField(max_length=16)
    term = models.CharField(max_length=200)
    since = models.BigIntegerField()
    docs = models.IntegerField()
    surface = models.CharField(max_length=80)
    reversed = models.CharField(max_length=200)

    class Meta:
        indexes = (
            models.Index("language", "reversed", name="search_term_reversed"),
            models.Index("since", name="search_term_since", condition=Q(since__gt=0)),
            models.Index("docs", name="search_term_unused", condition=Q(docs=0)),
        )
