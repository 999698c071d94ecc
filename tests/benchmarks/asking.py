# SPDX-License-Identifier: EUPL-1.2
"""Search in process, without any cache of results, against a plain full-text query over the same texts."""

import random
import re
import time
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from django.db import connection

QUERIES = 600
WARM_UP = 300  # other questions before them: a worker that has been asked before
_WORD = re.compile(r"\w{2,}")
_QUESTIONS = {
    "sl": ["kje dobim {}", "ali lahko {} brez dokumentov"],
    "en": ["where can i get {}", "how do i {} without papers"],
    "ar": ["أين أجد {}", "كيف أحصل على {}"],
}
_TABLE = {
    "sqlite": ["CREATE VIRTUAL TABLE bench_plain USING fts5(language, body)"],
    "postgresql": ["CREATE TABLE bench_plain(id bigint, language text, body tsvector)"],
}
_INSERT = {
    "sqlite": "INSERT INTO bench_plain(rowid, language, body) VALUES (%s, %s, %s)",
    "postgresql": "INSERT INTO bench_plain VALUES (%s, %s, to_tsvector('simple', %s))",
}
_INDEX = ("CREATE INDEX ON bench_plain USING gin(body)", "ANALYZE bench_plain")


def measure(languages: Sequence[str]) -> dict[str, Any]:
    """Figures of search and of the plain query, for the same questions."""
    from pristan.platform.published import readers
    from pristan.platform.search.port import Query, index

    version = readers.version()
    asked = list(_questions(languages, version, QUERIES, seed=11))
    engine = index()
    for text, language in set(_questions(languages, version, WARM_UP, seed=12)) - set(asked):
        engine.query(Query(text, language, version))
    ours = _times(lambda text, language: engine.query(Query(text, language, version)), asked)
    plain = _plain()
    return {"search": _figures(ours), "baseline": _figures(_times(plain, asked))}


def _questions(
    languages: Sequence[str], version: int, number: int, *, seed: int
) -> Iterator[tuple[str, str]]:
    """Different questions: one to four words of real documents, with typing errors, half of them as whole sentences."""
    from pristan.platform.published.models import Document

    draw = random.Random(seed)
    seen: set[tuple[str, str]] = set()
    texts = {
        language: list(
            Document.objects.filter(language=language, kind="entry").values_list("card", flat=True)[:3000]
        )
        for language in languages
    }
    while len(seen) < number:
        language = draw.choice(list(languages))
        words = _WORD.findall(_texts(draw.choice(texts[language])))
        chosen = " ".join(draw.sample(words, min(len(words), draw.randint(1, 4))))
        if draw.random() < 0.1 and len(chosen) > 4:
            at = draw.randrange(1, len(chosen) - 1)
            chosen = chosen[:at] + chosen[at + 1 :]
        if draw.random() < 0.3:
            chosen = draw.choice(_QUESTIONS.get(language, ["{}"])).format(chosen)
        if (chosen, language) not in seen:
            seen.add((chosen, language))
            yield chosen, language


def _times(ask: Callable[[str, str], Any], asked: Sequence[tuple[str, str]]) -> list[float]:
    found = []
    for text, language in asked:
        began = time.perf_counter()
        ask(text, language)
        found.append((time.perf_counter() - began) * 1000)
    return sorted(found)


def _figures(times: Sequence[float]) -> dict[str, Any]:
    return {"count": len(times), "p50_ms": times[len(times) // 2], "p95_ms": times[int(len(times) * 0.95)]}


def _plain() -> Callable[[str, str], Any]:
    """The baseline: the same texts in one plain full-text table; any word matches, best twenty by the engine's own rank."""
    from pristan.platform.published.models import Document

    rows = Document.objects.filter(kind="entry", until=None).order_by("pk")
    is_sqlite = connection.vendor == "sqlite"
    with connection.cursor() as cursor:
        for statement in _TABLE[connection.vendor]:
            cursor.execute(statement)
        last = 0
        # Whole chunks: a cursor that is still being read must not wait for one that writes.
        while chunk := list(rows.filter(pk__gt=last).values_list("pk", "language", "card")[:2000]):
            cursor.executemany(
                _INSERT[connection.vendor], [(pk, language, _texts(card)) for pk, language, card in chunk]
            )
            last = chunk[-1][0]
        for statement in () if is_sqlite else _INDEX:
            cursor.execute(statement)
    return _plain_sqlite if is_sqlite else _plain_postgres


def _texts(card: str) -> str:
    return " ".join(re.findall(r'"text":"((?:[^"\\]|\\.)*)"', card))


def _plain_sqlite(text: str, language: str) -> Any:
    words = " OR ".join(f'"{word}"' for word in _WORD.findall(text)) or '"x"'
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT rowid FROM bench_plain WHERE bench_plain MATCH %s ORDER BY rank LIMIT 20",
            [f"language : {language} AND body : ({words})"],
        )
        return cursor.fetchall()


def _plain_postgres(text: str, language: str) -> Any:
    words = " | ".join(f"'{word}'" for word in _WORD.findall(text)) or "x"
    sql = "SELECT id FROM bench_plain, to_tsquery('simple', %s) q WHERE body @@ q AND language = %s ORDER BY ts_rank(body, q) DESC LIMIT 20"
    with connection.cursor() as cursor:
        cursor.execute(sql, [words, language])
        return cursor.fetchall()
