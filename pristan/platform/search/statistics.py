# SPDX-License-Identifier: EUPL-1.2
"""Statistics of terms: how rare a word is, which words begin like this, which are spelled almost like that."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db import connection

from pristan.core.text import within
from pristan.platform.search.changes import ALL

LAST = "\U0010ffff"  # no text that begins with p sorts after p + LAST
# Only these pieces and placeholders are put together into statements; whatever was typed goes beside them as values.
_SPAN = "SELECT term, SUM(docs) AS number, MAX(surface) AS shown FROM search_term WHERE language = %s AND since <= %s"
_ALIVE = "GROUP BY term HAVING SUM(docs) > 0 ORDER BY number DESC, term LIMIT %s"
_NEAR_LOOKED_AT = 300
# What a row does when it is written again: it counts on, and keeps the spelling it has.
GROW = (
    "DO UPDATE SET docs = search_term.docs + excluded.docs,"
    " surface = CASE WHEN search_term.surface = '' THEN excluded.surface ELSE search_term.surface END"
)


def merge(upto: int) -> None:
    """Add up changes that no reader needs to tell apart any more."""
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO search_term (language, term, since, docs, surface, reversed)"  # noqa: S608
            " SELECT language, term, 0, SUM(docs), MAX(surface), reversed FROM search_term"
            " WHERE since > 0 AND since <= %s GROUP BY language, term, reversed"
            f" ON CONFLICT (language, term, since) {GROW}",
            [upto],
        )
        cursor.execute("DELETE FROM search_term WHERE since > 0 AND since <= %s", [upto])


def forget() -> None:
    """Delete what counts nothing: what was withdrawn must not stand here as a word, and what was only written anew need not."""
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM search_term WHERE docs = 0")


def forget_unused() -> int:
    """Delete the terms that no document of any version has any more, though their changes stand apart; returns how many rows.

    Readers of a version that ended seconds ago take such a word for rarer than it was.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "DELETE FROM search_term WHERE (language, term) IN"
            " (SELECT language, term FROM search_term GROUP BY language, term HAVING SUM(docs) = 0)"
        )
        return int(cursor.rowcount)


def lookup(
    wanted: Mapping[str, Sequence[str]], version: int, reader: str, prefix: str, limit: int
) -> tuple[Counter[tuple[str, str]], list[tuple[str, int]]]:
    """Documents per (language, known term), ALL included; and the reader's commonest (term, documents) that begin with `prefix`."""
    parts: list[str] = []
    values: list[str | int] = []
    for language, terms in wanted.items():
        each = [ALL, *dict.fromkeys(terms)]
        places = ", ".join(["%s"] * len(each))
        known = f"{_SPAN} AND term IN ({places}) GROUP BY term"
        parts.append(f"SELECT %s AS kind, term, number FROM ({known}) AS known{len(parts)}")  # noqa: S608
        values += [language, language, version, *each]
    if prefix:
        longer = f"{_SPAN} AND term >= %s AND term < %s {_ALIVE}"
        parts.append(f"SELECT '' AS kind, term, number FROM ({longer}) AS longer")  # noqa: S608
        values += [reader, version, prefix, prefix + LAST, limit]
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(parts), values)
        rows = cursor.fetchall()
    found = Counter({(kind, term): int(docs) for kind, term, docs in rows if kind and docs > 0})
    return found, [(term, int(docs)) for kind, term, docs in rows if not kind]


def beginning(language: str, version: int, prefix: str, limit: int) -> list[tuple[str, str]]:
    """The commonest (term, surface) that begin with `prefix`."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"{_SPAN} AND term >= %s AND term < %s {_ALIVE}",
            [language, version, prefix, prefix + LAST, limit],
        )
        return [(term, shown) for term, _, shown in cursor.fetchall() if term]


@dataclass(frozen=True)
class Near:
    """A term spelled almost like another; `slips` apart."""

    term: str
    surface: str
    docs: int
    slips: int


def near(language: str, version: int, terms: Iterable[str], limit: int = 3) -> Mapping[str, list[Near]]:
    """For each term, the closest that documents have. Short words (under 4 letters) have none: all would be near.

    One slip (two in long words) leaves the front or the end of a word whole, so only words that share one are looked at.
    """
    found: dict[str, list[Near]] = {}
    for term in dict.fromkeys(terms):
        slips = 0 if len(term) < 4 else 1 if len(term) < 8 else 2
        if slips:
            rows = _sharing_an_end(language, version, term, slips)
            close = [
                Near(other, shown, docs, n)
                for other, docs, shown in rows
                if (n := within(term, other, slips))
            ]
            found[term] = sorted(close, key=lambda each: (each.slips, -each.docs, each.term))[:limit]
    return found


def _sharing_an_end(language: str, version: int, term: str, slips: int) -> list[tuple[str, int, str]]:
    half = len(term) // 2
    front, end = (
        term[:half],
        term[half + 1 :][::-1],
    )  # a letter apart, so that a swap in the middle leaves one whole
    length = "AND LENGTH(term) BETWEEN %s AND %s"
    one = f"SELECT term, number, shown FROM ({_SPAN} AND {{0}} >= %s AND {{0}} < %s {length} {_ALIVE}) AS {{0}}s"  # noqa: S608
    values: list[str | int] = []
    for part in (front, end):
        values += [
            language,
            version,
            part,
            part + LAST,
            len(term) - slips,
            len(term) + slips,
            _NEAR_LOOKED_AT,
        ]
    with connection.cursor() as cursor:
        cursor.execute(f"{one.format('term')} UNION {one.format('reversed')}", values)
        return [(other, int(docs), shown) for other, docs, shown in cursor.fetchall()]
