# SPDX-License-Identifier: EUPL-1.2
"""The door to search: what is put in, what is asked, what comes back. Which engine stands behind it is not seen here."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Protocol
from uuid import UUID

from django.db import connection
from django.utils.module_loading import import_string

from pristan.platform.search.changes import Changes
from pristan.platform.search.encoded import Encoded

FIELDS = ("name", "alternate", "keywords", "summary", "body", "about", "parts")
MOST_WORDS = 64  # words of a query that are read
MOST_HITS = 1000  # results that can be paged through; `Hits.total` says this number when there are more
_LONGEST_TEXT = 4000  # characters of a query that are looked at
_LONGEST_LIST = 100  # filters of one sort
_GREATEST = 2**62


def version_in_range(version: int) -> int:
    """A version that every database can compare."""
    return min(max(version, -1), _GREATEST)


@dataclass(frozen=True)
class IndexDocument:
    """One thing in one language, as search reads it, from version `since` on.

    `encoded`: where it was analysed already (see `crew`). `meanings`: what it is declared to be about (see `knowledge`). `row`: a number that no other document ever has. `fields`: field -> text, as it is. `facets`: tokens such as
    `need:health`, made of small letters, digits and `: . - _`.
    """

    row: int
    thing: UUID
    language: str
    fields: Mapping[str, str]
    facets: frozenset[str]
    since: int
    meanings: tuple[str, ...] = ()
    encoded: Encoded | None = None


@dataclass(frozen=True)
class Query:
    """A question: the words of `text`, asked in `language` of what readers see at `version`.

    `facets` must all hold, of each of `groups` at least one, of `without` none. Hits that hold one of `later` (such as
    `free:unknown`) come after all that do not. `count`: prefixes of facets to count. `languages`: in which there are documents, the important ones first (none: only the
    reader's); the reader's own and those that the words may be in go before them, and `most_languages` are searched; `is_complete` says that every
    thing has a document in each of them. Anything may be asked: numbers
    out of range and texts too long are brought into range here, so engines need not look.
    """

    text: str
    language: str
    version: int
    facets: tuple[str, ...] = ()
    groups: tuple[tuple[str, ...], ...] = ()
    without: tuple[str, ...] = ()
    limit: int = 20
    offset: int = 0
    later: tuple[str, ...] = ()
    count: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    most_languages: int = 2
    is_complete: bool = False

    def __post_init__(self) -> None:
        sane = {
            "text": self.text[:_LONGEST_TEXT],
            "version": version_in_range(self.version),
            "limit": min(max(self.limit, 0), MOST_HITS),
            "offset": min(max(self.offset, 0), _GREATEST),
            "facets": self.facets[:_LONGEST_LIST],
            "groups": tuple(group[:_LONGEST_LIST] for group in self.groups[:_LONGEST_LIST]),
            "without": self.without[:_LONGEST_LIST],
            "later": self.later[:_LONGEST_LIST],
            "count": self.count[:_LONGEST_LIST],
            "languages": self.languages[:_LONGEST_LIST],
            "most_languages": min(max(self.most_languages, 1), _LONGEST_LIST),
        }
        for name, value in sane.items():
            object.__setattr__(self, name, value)


@dataclass(frozen=True)
class Hit:
    """A thing that was found. `score`: comparable within one answer only. `terms`: analysed words that matched."""

    thing: UUID
    score: float
    terms: tuple[str, ...]
    is_later: bool = False


@dataclass(frozen=True)
class Hits:
    """An answer: the asked-for page of `hits`, and how many there are in all (at most MOST_HITS).

    `is_fallback`: nothing that was typed matched; `hits` are then the nearest by spelling, or empty. `later`: how many
    of the total are `is_later`. `counts`: facet -> number of hits, for the prefixes in `Query.count`. `crisis`: the kinds of danger that the words speak
    of (see `crisis`), so that the right help can stand above all hits.
    """

    hits: list[Hit]
    total: int
    is_fallback: bool
    later: int = 0
    counts: dict[str, int] = field(default_factory=dict)
    crisis: tuple[str, ...] = ()


class Index(Protocol):
    """A search engine. Documents live by versions of the dataset: readers of V see those with since <= V < until."""

    def add(self, documents: Iterable[IndexDocument], later: Changes | None = None) -> None:
        """Take documents in: all or none, in the caller's transaction if there is one. Streams; give hundreds at a time.

        `later`: gathers what they add to the statistics; `record` it before anybody reads their version.
        ValueError: a facet with other signs in it. IntegrityError: a row that is already there.
        """

    def record(self, changes: Changes) -> None:
        """Write what was gathered while documents came in and ended: of one that is written anew, only the words that differ."""

    def close(self, rows: Sequence[int], until: int, later: Changes | None = None) -> None:
        """Readers of version `until` and later do not see these rows. Rows that are closed already stay as they are. `later`: as for `add`."""

    def reopen(self, rows: Sequence[int]) -> None:
        """Take a `close` back."""

    def purge(self, rows: Sequence[int]) -> None:
        """Forget these rows altogether, for readers of every version."""

    def settle(self, version: int) -> None:
        """Nobody asks for versions before this one any more: what was kept to tell them apart may be added up."""

    def clear_after(self, version: int) -> None:
        """Undo everything that was written for versions after this one, as when a load did not end."""

    def query(self, q: Query) -> Hits:
        """Find. Never raises for what was asked; without words, lists what the filters leave, by name."""

    def suggest(self, prefix: str, language: str, version: int, limit: int = 8) -> list[str]:
        """What somebody who has typed this much may want: names, then words."""

    def meant(self, q: Query) -> list[str]:
        """The text of a question as it may have been meant, where most of its words are known nowhere. Each of these finds something."""

    def facet_counts(self, q: Query, prefix: str) -> dict[str, int]:
        """Facet -> number of hits that hold it, for facets that begin with `prefix`."""


# By name, because engines look down to this module.
ENGINES = {
    "sqlite": "pristan.platform.search.sqlite.SqliteIndex",
    "postgresql": "pristan.platform.search.postgres.PostgresIndex",
}


@cache  # an engine keeps nothing
def index() -> Index:
    """The engine of the configured database."""
    engine: type[Index] = import_string(ENGINES[connection.vendor])
    return engine()
