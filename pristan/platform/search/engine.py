# SPDX-License-Identifier: EUPL-1.2
"""The engine that both databases share: rows and statistics are written, candidates fetched, scored and cut into pages.

A database adds how rows are written in bulk and how a condition on tokens is said to it.
"""

from abc import ABC, abstractmethod
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from typing import Any, ClassVar
from uuid import UUID

from django.db import connection, transaction

from pristan.core.text import fold
from pristan.core.text.languages import primary
from pristan.platform.search import again, candidates, clues, kin, lessons, shelf, statistics, suggestions
from pristan.platform.search.analysis import analyser
from pristan.platform.search.candidates import Branch, Condition
from pristan.platform.search.changes import Changes
from pristan.platform.search.encoded import terms_in
from pristan.platform.search.encoding import encode
from pristan.platform.search.knowledge import knowledge
from pristan.platform.search.models import Row
from pristan.platform.search.port import MOST_HITS, Hit, Hits, IndexDocument, Query, version_in_range
from pristan.platform.search.scoring import Scorer
from pristan.platform.search.tokens import Stored
from pristan.platform.search.understanding import Question, content_languages, understand

BATCH = 1000
NOTHING = Hits([], 0, is_fallback=True)
Found = tuple[Hit, Stored | None]  # the document only where its tokens are asked for
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

    def add(self, documents: Iterable[IndexDocument], later: Changes | None = None) -> None:
        """See `port.Index`."""
        waiting = iter(documents)
        changes = Changes() if later is None else later
        lessons.forget()
        with transaction.atomic():
            while chunk := list(islice(waiting, BATCH)):
                shelf.forget(document.row for document in chunk)
                self.insert([self._row(document, changes) for document in chunk])
            if later is None:
                self.count(changes.rows())

    def record(self, changes: Changes) -> None:
        """See `port.Index`. What was taken away meanwhile leaves no word behind."""
        with transaction.atomic():
            self.count(changes.rows())
            statistics.forget()

    def close(self, rows: Sequence[int], until: int, later: Changes | None = None) -> None:
        """See `port.Index`."""
        changes = Changes() if later is None else later
        with transaction.atomic():
            for chunk in _chunks(rows):
                open_rows = Row.objects.filter(pk__in=chunk, until=None)
                for language, tokens in open_rows.values_list("language", "tokens"):
                    changes.moved(language, terms_in(tokens), until, -1)
                open_rows.update(until=until)
            if later is None:
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
        """See `port.Index`. Exact for every version, as a row may leave while a version that ends it is being written."""
        changes = Changes()
        with transaction.atomic():
            for chunk in _chunks(rows):
                leaving = Row.objects.filter(pk__in=chunk)
                for language, tokens, since, until in leaving.values_list(
                    "language", "tokens", "since", "until"
                ):
                    terms = terms_in(tokens)
                    changes.moved(language, terms, since, -1)
                    if until is not None:
                        changes.moved(language, terms, until, +1)
                leaving.delete()
            self.count(changes.rows())
            statistics.forget()

    def settle(self, version: int) -> None:
        """See `port.Index`."""
        with transaction.atomic():
            statistics.merge(version)
            lessons.settle(version)
            statistics.forget()

    def clear_after(self, version: int) -> None:
        """See `port.Index`."""
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("DELETE FROM search_row WHERE since > %s", [version])
            cursor.execute("UPDATE search_row SET until = NULL WHERE until > %s", [version])
            cursor.execute("DELETE FROM search_term WHERE since > %s", [version])
            lessons.clear_after(version)
            lessons.forget()

    def query(self, q: Query) -> Hits:
        """See `port.Index`."""
        reader = primary(q.language)
        if (base := candidates.filters(q, reader)) is None:
            return NOTHING
        if not q.text.strip():
            return self._listed(q, base, reader)
        asked = understand(
            q.text,
            reader,
            (reader, *q.languages),
            analyser(),
            knowledge(q.version),
            lessons.learned(q.version),
        )
        if not asked.asked:
            return NOTHING
        languages = content_languages(
            reader, asked.spoken, q.languages, q.most_languages, is_complete=q.is_complete
        )
        found = clues.read(asked, languages, reader, q.version)
        hits = self._ranked(q, found, asked) if any(each.clues for each in found.values()) else NOTHING
        if (
            not hits.hits and q.is_complete and not q.offset
        ):  # a text that nobody translated yet lies in another language
            return self.query(replace(q, is_complete=False))
        return replace(hits, crisis=asked.crisis)

    def facet_counts(self, q: Query, prefix: str) -> dict[str, int]:
        """See `port.Index`."""
        return self.query(replace(q, count=(prefix,), limit=0)).counts

    def suggest(self, prefix: str, language: str, version: int, limit: int = 8) -> list[str]:
        """See `port.Index`."""
        return suggestions.suggest(self, prefix, primary(language), version_in_range(version), limit)

    def meant(self, q: Query) -> list[str]:
        """See `port.Index`."""
        return suggestions.meant(self, q)

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

    def _keys(self, branches: Sequence[Branch], version: int) -> list[shelf.Key]:
        """The documents to be read: all that a small city has, the most telling ones of a large one."""
        if not all(branch.says for branch in branches):
            return self.fetch(branches, version, *shelf.KEY)
        parts: list[str] = []
        values: list[str | int] = []
        for number, branch in enumerate(branches):
            parts.append(f"SELECT {number}, id FROM ({self.BRANCH}) AS found{number}")  # noqa: S608
            values += [self.condition(branch.condition), version, branch.limit]
        with connection.cursor() as cursor:
            cursor.execute(" UNION ALL ".join(parts), values)
            rows = candidates.telling(cursor.fetchall(), branches)
        return list(Row.objects.filter(pk__in=rows).values_list(*shelf.KEY))

    def _documents(self, keys: Sequence[shelf.Key]) -> list[shelf.Shelved]:
        """The documents of rows; those that were looked at lately are at hand."""
        at_hand = shelf.known(keys)
        missing = {key[0]: key for key in keys if key not in at_hand}
        for chunk in _chunks([*missing]):
            for row, tokens in Row.objects.filter(pk__in=chunk).values_list("pk", "tokens"):
                at_hand[missing[row]] = shelf.put(missing[row], tokens)
        return [at_hand[key] for key in keys if key in at_hand]

    def _row(self, document: IndexDocument, changes: Changes) -> RowValues:
        made = document.encoded or encode(document, analyser(), knowledge().phrases)
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

    def _ranked(self, q: Query, found: Mapping[str, clues.Clues], asked: Question) -> Hits:
        branches = [
            branch
            for language, each in found.items()
            if each.clues and (base := candidates.filters(q, language)) is not None
            for branch in candidates.ranked(base, each)
        ]
        documents = self._documents(self._keys(branches, q.version))
        best: dict[UUID, again.Scored] = {}
        for language, each in found.items():
            own, share = [one for one in documents if one[1] == language], asked.worth(language)
            for key, document, points, terms in self._scored(q, each, language, own):
                worth = points * share
                if worth and (key not in best or worth > best[key][0].score):
                    hit = Hit(key, worth, terms, _is_later(q, document, language))
                    best[key] = hit, language, document
        ranked = again.looked_at([*best.values()], found, asked.asked, knowledge(q.version).broader)
        listed = [(hit, document) for hit, _, document in ranked]
        return _page(q, listed, is_fallback=next(iter(found.values())).is_guess)

    def _scored(
        self, q: Query, found: clues.Clues, language: str, documents: Sequence[shelf.Shelved]
    ) -> Iterator[tuple[UUID, Stored, float, tuple[str, ...]]]:
        """Documents of a language with their scores and why; of a collection with kin, all that the filters leave."""
        scorer = Scorer(found, _usual([document for _, _, document in documents]))
        if found.clues and kin.may_have_kin([document for _, _, document in documents], found.total):
            keys = sorted(self.fetch(candidates.whole(language), q.version, *shelf.KEY))
            every = self._documents(keys)
            if len(every) == len(keys) and not any(document.is_declared for _, _, document in every):
                left = {row for (row,) in self.fetch(candidates.left(q, language), q.version, "id")}
                scores = kin.scores(keys, every, scorer)
                yield from (
                    (thing, document, *score)
                    for key, (thing, _, document), score in zip(keys, every, scores, strict=True)
                    if key[0] in left
                )
                return
        for thing, _, document in documents:
            yield thing, document, *scorer.score(document)

    def _listed(self, q: Query, base: Condition, language: str) -> Hits:
        more = ("tokens", "lengths") if q.later or q.count else ()
        rows = self.fetch(candidates.listing(base, q, language), q.version, "thing", "name", *more)
        named: list[tuple[str, Found]] = []
        for thing, name, *stored in rows:
            document = Stored(*stored) if stored else None
            is_later = document is not None and _is_later(q, document, language)
            named.append((fold(name), (Hit(_uuid(thing), 0.0, (), is_later), document)))
        named.sort(key=lambda each: (each[1][0].is_later, each[0], each[1][0].thing.int))
        return _page(q, [each for _, each in named], is_fallback=False)


def _page(q: Query, found: Sequence[Found], *, is_fallback: bool) -> Hits:
    found = found[:MOST_HITS]
    hits = [hit for hit, _ in found]
    counts: Counter[str] = Counter()
    if q.count:
        for _, document in found:
            counts.update(document.facets(q.count) if document else ())
    return Hits(
        hits=hits[q.offset : q.offset + q.limit],
        total=len(hits),
        is_fallback=is_fallback or not hits,
        later=sum(hit.is_later for hit in hits),
        counts=dict(counts),
    )


def _usual(documents: Sequence[Stored]) -> list[float]:
    """How long each field is on average."""
    columns = zip(*(document.lengths for document in documents), strict=True)
    return [sum(column) / len(documents) for column in columns]


def _is_later(q: Query, document: Stored, language: str) -> bool:
    return any(document.has_facet(language, facet) for facet in q.later)


def _uuid(value: UUID | str) -> UUID:
    """SQLite gives ids back as text."""
    return value if isinstance(value, UUID) else UUID(value)


def _chunks(rows: Sequence[int]) -> Iterable[Sequence[int]]:
    return (rows[start : start + BATCH] for start in range(0, len(rows), BATCH))
