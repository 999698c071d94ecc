# SPDX-License-Identifier: EUPL-1.2
"""The engine that both databases share: rows and statistics are written, candidates fetched, scored and cut into pages.

A database adds how rows are written in bulk and how a condition on tokens is said to it.
"""

from abc import ABC, abstractmethod
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import islice
from typing import Any, ClassVar
from uuid import UUID

from django.db import connection, transaction

from pristan.core.text import fold
from pristan.core.text.languages import primary
from pristan.platform.search import candidates, clues, statistics, suggestions
from pristan.platform.search.analysis import analyser
from pristan.platform.search.candidates import Branch, Condition
from pristan.platform.search.models import Row
from pristan.platform.search.port import MOST_HITS, Hit, Hits, IndexDocument, Query
from pristan.platform.search.scoring import score
from pristan.platform.search.statistics import Changes
from pristan.platform.search.tokens import Stored, encode, terms_in

BATCH = 1000
NOTHING = Hits([], 0, is_fallback=True)
RowValues = tuple[int, UUID, str, int, str, str, str]


class Engine(ABC):
    """See `port.Index`. Keeps no state, so one serves all threads."""

    BRANCH: ClassVar[str]  # finds rows by a condition (see `condition`), the reader's version, and a limit

    @abstractmethod
    def condition(self, condition: Condition) -> str:
        """A condition as this database is told it."""

    @abstractmethod
    def insert(self, rows: list[RowValues]) -> None:
        """Write rows: id, thing, language, since, name, tokens, lengths."""

    @abstractmethod
    def count(self, rows: list[tuple[str, str, int, int, str, str]]) -> None:
        """Add changes to the statistics (see `Term`); a row that is there grows."""

    def add(self, documents: Iterable[IndexDocument]) -> None:
        """See `port.Index`."""
        waiting = iter(documents)
        changes = Changes()
        with transaction.atomic():
            while chunk := list(islice(waiting, BATCH)):
                self.insert([self._row(document, changes) for document in chunk])
            self.count(changes.rows())

    def close(self, rows: Sequence[int], until: int) -> None:
        """See `port.Index`."""
        changes = Changes()
        with transaction.atomic():
            for chunk in _chunks(rows):
                open_rows = Row.objects.filter(pk__in=chunk, until=None)
                for language, tokens in open_rows.values_list("language", "tokens"):
                    changes.moved(language, terms_in(tokens), until, -1)
                open_rows.update(until=until)
            self.count(changes.rows())

    def reopen(self, rows: Sequence[int]) -> None:
        """See `port.Index`."""
        changes = Changes()
        with transaction.atomic():
            for chunk in _chunks(rows):
                closed = Row.objects.filter(pk__in=chunk, until__isnull=False)
                for language, tokens, until in closed.values_list("language", "tokens", "until"):
                    changes.moved(language, terms_in(tokens), until or 0, +1)
                closed.update(until=None)
            self.count(changes.rows())

    def purge(self, rows: Sequence[int]) -> None:
        """See `port.Index`. Statistics of versions that nobody reads any more are added up on the way."""
        changes = Changes()
        ends: set[int | None] = set()
        with transaction.atomic():
            for chunk in _chunks(rows):
                leaving = Row.objects.filter(pk__in=chunk)
                for language, tokens, since, until in leaving.values_list(
                    "language", "tokens", "since", "until"
                ):
                    ends.add(until)
                    if until is None:
                        changes.moved(language, terms_in(tokens), since, -1)
                leaving.delete()
            self.count(changes.rows())
            if None not in ends:
                statistics.merge(min((end for end in ends if end is not None), default=0))

    def clear_after(self, version: int) -> None:
        """See `port.Index`."""
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("DELETE FROM search_row WHERE since > %s", [version])
            cursor.execute("UPDATE search_row SET until = NULL WHERE until > %s", [version])
            cursor.execute("DELETE FROM search_term WHERE since > %s", [version])

    def query(self, q: Query) -> Hits:
        """See `port.Index`."""
        language = primary(q.language)
        base = candidates.filters(q, language)
        if base is None:
            return NOTHING
        words = analyser().words(q.text, language)
        if not words:
            return NOTHING if q.text.strip() else self._listed(q, base, language)
        found = clues.read(words, language, q.version)
        return self._ranked(q, base, language, found) if found.clues else NOTHING

    def facet_counts(self, q: Query, prefix: str) -> dict[str, int]:
        """See `port.Index`."""
        return self.query(replace(q, count=(prefix,), limit=0)).counts

    def suggest(self, prefix: str, language: str, version: int, limit: int = 8) -> list[str]:
        """See `port.Index`."""
        return suggestions.suggest(self, prefix, primary(language), version, limit)

    def nearest(self, text: str, language: str, version: int) -> list[str]:
        """See `port.Index`."""
        return suggestions.nearest(text, primary(language), version)

    def fetch(self, branches: Sequence[Branch], version: int, *columns: str) -> list[tuple[Any, ...]]:
        """Columns of the rows that any of the branches finds, each once, among those seen at `version`."""
        values: list[str | int] = []
        for branch in branches:
            values += [self.condition(branch.condition), version, branch.limit]
        found = " UNION ".join([self.BRANCH] * len(branches))
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT {', '.join(columns)} FROM search_row WHERE id IN ({found})", values)  # noqa: S608
            rows: list[tuple[Any, ...]] = cursor.fetchall()
        return rows

    def _row(self, document: IndexDocument, changes: Changes) -> RowValues:
        made = encode(document, analyser())
        changes.added(made, document.since)
        return (
            document.row,
            document.thing,
            made.language,
            document.since,
            made.name,
            made.tokens,
            made.lengths,
        )

    def _ranked(self, q: Query, base: Condition, language: str, found: clues.Clues) -> Hits:
        rows = self.fetch(candidates.ranked(base, found), q.version, "thing", "tokens", "lengths")
        hits: list[Hit] = []
        documents: list[Stored] = []
        for thing, tokens, lengths in rows:
            document = Stored(tokens, lengths)
            points, terms = score(document, found)
            if terms:
                hits.append(Hit(_uuid(thing), points, terms, _is_later(q, document, language)))
                documents.append(document)
        hits.sort(key=lambda hit: (hit.is_later, -hit.score, hit.thing.int))
        return _page(q, hits, documents, language, is_fallback=found.is_guess)

    def _listed(self, q: Query, base: Condition, language: str) -> Hits:
        more = ("tokens", "lengths") if q.later or q.count else ()
        rows = self.fetch(candidates.listing(base, q, language), q.version, "thing", "name", *more)
        documents = [Stored(*row[2:]) for row in rows] if more else []
        later = [_is_later(q, document, language) for document in documents] or [False] * len(rows)
        order = sorted((late, fold(row[1]), _uuid(row[0])) for row, late in zip(rows, later, strict=True))
        hits = [Hit(thing, 0.0, (), late) for late, _, thing in order]
        return _page(q, hits, documents, language, is_fallback=False)


def _page(q: Query, hits: list[Hit], documents: list[Stored], language: str, *, is_fallback: bool) -> Hits:
    hits = hits[:MOST_HITS]
    counts: Counter[str] = Counter()
    if q.count:
        counts.update(facet for document in documents for facet in document.facets(language, q.count))
    return Hits(
        hits=hits[q.offset : q.offset + q.limit],
        total=len(hits),
        is_fallback=is_fallback or not hits,
        later=sum(hit.is_later for hit in hits),
        counts=dict(counts),
    )


def _is_later(q: Query, document: Stored, language: str) -> bool:
    return any(document.has_facet(language, facet) for facet in q.later)


def _uuid(value: UUID | str) -> UUID:
    """SQLite gives ids back as text."""
    return value if isinstance(value, UUID) else UUID(value)


def _chunks(rows: Sequence[int]) -> Iterable[Sequence[int]]:
    return (rows[start : start + BATCH] for start in range(0, len(rows), BATCH))
