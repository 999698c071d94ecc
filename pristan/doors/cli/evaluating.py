# SPDX-License-Identifier: EUPL-1.2
"""`pristan search eval`: how good search is over any collection, with the engine, the words and the thesaurus of the city."""

import argparse
import atexit
import json
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Any
from uuid import UUID, uuid5

EPILOG = """The collection, one JSON object a line:
  documents {"id", "lang", "title", "text"}   questions {"id", "lang", "text"}   right answers {"query_id", "doc_id", "relevance"}
  pages that say the same in two languages, to learn a lexicon from {"lang_a", "text_a", "lang_b", "text_b"}

examples:
  pristan search eval --docs docs.jsonl --queries queries.jsonl --qrels qrels.jsonl
  pristan search eval --docs d.jsonl --queries q.jsonl --qrels r.jsonl --query-lang sq --doc-lang en --partition city --json
  pristan search eval --docs d.jsonl --queries q.jsonl --qrels r.jsonl --learn-from pairs-of-other-cities.jsonl
"""
SPACE = UUID("b5a1a8a6-1f1e-4b1f-8a0e-5d1f3a6a7c55")
FOUND = 20
MOST_LANGUAGES = 13
PARTITION = "part"


def declare(commands: Any, formatter: Any) -> None:
    """Add the command."""
    one = commands.add_parser(
        "search-eval", prog="pristan search eval", help="measure search over any collection", epilog=EPILOG,
        formatter_class=formatter,
    )  # fmt: skip
    one.add_argument("--docs", required=True, type=Path, metavar="D.jsonl")
    one.add_argument("--queries", required=True, type=Path, metavar="Q.jsonl")
    one.add_argument("--qrels", required=True, type=Path, metavar="R.jsonl")
    one.add_argument("--query-lang", default="", help="only questions in this language")
    one.add_argument("--doc-lang", default="", help="only documents in this language")
    one.add_argument(
        "--partition",
        default="",
        metavar="FIELD",
        help="search only documents whose FIELD equals the question's",
    )
    one.add_argument(
        "--learn-from",
        type=Path,
        metavar="P.jsonl",
        help="learn a lexicon from pages that say the same first",
    )
    one.add_argument("--json", action="store_true", help="figures as one line of JSON")
    one.set_defaults(act=act, before=before)


def before() -> None:
    """A throw-away database instead of the city's, chosen before anything is opened."""
    folder = tempfile.mkdtemp(prefix="pristan-eval-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    os.environ["DATABASE_URL"] = f"sqlite:///{folder}/index.sqlite3"


def act(given: argparse.Namespace) -> int:
    """Index, ask, print."""
    from pristan.platform.search.evaluation import Measures

    if given.learn_from:
        _learn(given.learn_from)
    documents = _Documents(given.docs, given.doc_lang, given.partition)
    documents.index()
    right = _right(given.qrels)
    measured = Measures()
    for number, query in enumerate(_questions(given), 1):
        wanted = documents.known(right.get(query["id"], ()), query.get(given.partition))
        if wanted:
            _ask(documents, query, given.partition, wanted, measured)
        else:
            measured.left_out += 1
        _progress("asked", number)
    _print(measured.figures(), documents, as_json=given.json)
    return 0


class _Documents:
    """The collection that is searched, as the index knows it."""

    def __init__(self, path: Path, language: str, partition: str) -> None:
        self.path, self.language, self.partition = path, language, partition
        self.ids: dict[UUID, str] = {}
        self.parts: dict[str, Any] = {}
        self.languages: dict[str, int] = {}

    def index(self) -> None:
        """Read and index all; documents stream."""
        from django.core.management import call_command
        from django.db import connection

        from pristan.doors.cli.jsonl import BadRow
        from pristan.platform.search.port import index

        call_command("migrate", "search", verbosity=0)
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA synchronous = OFF")
        index().add(self._read())
        if not self.ids:
            raise BadRow(f"{self.path} holds no document{f' in {self.language}' if self.language else ''}.")

    def known(self, ids: Collection[str], part: Any) -> set[str]:
        """Those of the ids that a question could find."""
        return {
            each for each in ids if each in self.parts and (not self.partition or self.parts[each] == part)
        }

    def _read(self) -> Iterator[Any]:
        from pristan.core.text.languages import primary
        from pristan.doors.cli.jsonl import BadRow, rows
        from pristan.platform.search.port import IndexDocument

        for number, row in enumerate(
            rows(self.path, ("id", "lang", "title", "text"), empty=("title", "text")), 1
        ):
            language = primary(row["lang"])
            if self.language and language != primary(self.language):
                continue
            if row["id"] in self.parts:
                raise BadRow(
                    f"{self.path}: the id `{row['id']}` stands there twice. Give each document its own."
                )
            thing = uuid5(SPACE, row["id"])
            self.ids[thing] = row["id"]
            self.parts[row["id"]] = row.get(self.partition)
            self.languages[language] = self.languages.get(language, 0) + 1
            facets = frozenset([_facet(row.get(self.partition))]) if self.partition else frozenset[str]()
            fields = {"name": row["title"], "body": row["text"]}
            _progress("indexed", number)
            yield IndexDocument(number, thing, language, fields, facets, 1)


def _facet(part: Any) -> str:
    """The facet of a part; hashed, so that anything may be its name."""
    return f"{PARTITION}:{uuid5(SPACE, json.dumps(part, sort_keys=True)).hex}"


def _right(path: Path) -> dict[str, set[str]]:
    from pristan.doors.cli.jsonl import BadRow, rows

    found: dict[str, set[str]] = {}
    for row in rows(path, ("query_id", "doc_id"), other=("relevance",)):
        if isinstance(row["relevance"], bool) or not isinstance(row["relevance"], int | float):
            raise BadRow(f"{path}: `relevance` of {row['query_id']} and {row['doc_id']} must be a number")
        if row["relevance"] >= 1:
            found.setdefault(row["query_id"], set()).add(row["doc_id"])
    return found


def _learn(path: Path) -> None:
    """Take a lexicon into use that is learned from pairs of pages."""
    from pristan.doors.cli.jsonl import rows
    from pristan.platform.search import learning, lessons
    from pristan.platform.search.analysis import analyser

    pairs = [
        learning.Pair(row["lang_a"], row["text_a"], row["lang_b"], row["text_b"])
        for row in rows(path, ("lang_a", "text_a", "lang_b", "text_b"), empty=("text_a", "text_b"))
    ]
    learned = learning.learn(pairs, analyser())
    lessons.teach(learned)
    print(f"learned from {len(pairs)} pairs of pages: {learned.size()} words", file=sys.stderr)


def _questions(given: argparse.Namespace) -> Iterator[dict[str, Any]]:
    from pristan.core.text.languages import primary
    from pristan.doors.cli.jsonl import rows

    for row in rows(given.queries, ("id", "lang", "text"), empty=("text",)):
        if not given.query_lang or primary(row["lang"]) == primary(given.query_lang):
            yield row


def _ask(
    documents: _Documents, query: Mapping[str, Any], partition: str, right: set[str], measured: Any
) -> None:
    from pristan.platform.search.port import Query, index

    often = sorted(documents.languages, key=lambda each: -documents.languages[each])
    facets = (_facet(query.get(partition)),) if partition else ()
    asked = Query(
        query["text"],
        query["lang"],
        1,
        facets=facets,
        limit=FOUND,
        languages=tuple(often),
        most_languages=MOST_LANGUAGES,
    )
    began = time.perf_counter()
    hits = index().query(asked)
    ms = (time.perf_counter() - began) * 1000
    measured.add([documents.ids[hit.thing] for hit in hits.hits], right, ms, is_fallback=hits.is_fallback)


def _progress(what: str, number: int) -> None:
    if number % 500 == 0:
        print(f"{what} {number}", file=sys.stderr, flush=True)


def _print(figures: Mapping[str, float | int], documents: _Documents, *, as_json: bool) -> None:
    if as_json:
        print(json.dumps({"documents": len(documents.ids), **figures}))
        return
    print(
        f"{len(documents.ids)} documents, {figures['queries']} questions; {figures['left_out']} left out: nothing right among the documents"
    )
    for name, value in figures.items():
        if name not in ("queries", "left_out"):
            print(f"{name:>11}  {value:.3f}" if isinstance(value, float) else f"{name:>11}  {value}")
