# SPDX-License-Identifier: EUPL-1.2
"""The three tables of the index, and two of signals (see `signals`). What makes the index searchable differs by database: see the first migration."""

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


class Lesson(models.Model):
    """What search learned from the city's own translated pages, for readers of `since` and later (see `lessons`)."""

    since = models.BigIntegerField(primary_key=True)
    words = models.BinaryField()


class Count(models.Model):
    """How often a subject was asked for on a day, by readers of a language. `subject`: a concept, `entry:<uuid>`, or `fallback`."""

    pk = models.CompositePrimaryKey("day", "language", "subject")
    day = models.DateField()
    language = models.CharField(max_length=16)
    subject = models.CharField(max_length=120)
    number = models.BigIntegerField()


class Unmatched(models.Model):
    """A text that nothing matched. `text` is empty until it was looked for on enough different days."""

    digest = models.CharField(max_length=64, primary_key=True)
    language = models.CharField(max_length=16)
    days = models.IntegerField()
    last_day = models.DateField(db_index=True)
    text = models.CharField(max_length=60, blank=True)
