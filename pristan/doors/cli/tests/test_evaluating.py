# SPDX-License-Identifier: EUPL-1.2
"""`pristan search eval`: any collection can be searched and measured, and the city's own data are not touched."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as django_settings
from django.db import connection

from pristan.platform.search import knowledge, lessons, shelf
from pristan.platform.search.port import index
from pristan.platform.search.tests.teaching import TOWN_WORDS

pytestmark = pytest.mark.django_db(transaction=True)

DOCS = [
    {"id": "flat", "lang": "sl", "title": "Najem stanovanja", "text": "Pogodba in varščina", "city": "north"},
    {"id": "doctor", "lang": "sl", "title": "Zdravnik", "text": "Pregledi za vse", "city": "north"},
    {"id": "course", "lang": "en", "title": "Language course", "text": "Learn to speak", "city": "north"},
    {"id": "doctor-en", "lang": "en", "title": "Doctor", "text": "Check-ups", "city": "south"},
]
QUERIES = [
    {"id": "1", "lang": "sl", "text": "zdravnik", "city": "north"},
    {"id": "2", "lang": "sq", "text": "marr me qira", "city": "north"},
    {"id": "3", "lang": "en", "text": "doctor", "city": "south"},
    {"id": "4", "lang": "en", "text": "swimming", "city": "north"},
]
RIGHT = [
    {"query_id": "1", "doc_id": "doctor", "relevance": 2}, {"query_id": "2", "doc_id": "flat", "relevance": 1},
    {"query_id": "3", "doc_id": "doctor-en", "relevance": 1.5}, {"query_id": "3", "doc_id": "flat", "relevance": 0},
    {"query_id": "4", "doc_id": "gone", "relevance": 3}, {"query_id": "nobody", "doc_id": "flat", "relevance": 1},
]  # fmt: skip
FIGURES = [
    "queries", "left_out", "success@1", "success@5", "success@10", "mrr@10", "empty", "fallback", "p50_ms", "p95_ms",
]  # fmt: skip


@pytest.fixture
def evaluate(pristan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, settings: Any) -> Any:
    """Measure, in the database of the tests; returns (answer, figures)."""
    if connection.vendor != "sqlite":
        pytest.skip("a throw-away index is always a file of SQLite")
    from pristan.doors.cli import evaluating
    from pristan.platform.search.analysis import analyser

    analyser()
    settings.LEMMA_CACHE = tmp_path / "knowledge"
    monkeypatch.setattr(knowledge, "_sources", [TOWN_WORDS])
    monkeypatch.setattr(lessons, "_taught", [])
    monkeypatch.setattr(evaluating, "before", lambda: None)
    knowledge.refresh()

    def run(*more: object, docs: Any = DOCS, queries: Any = QUERIES, right: Any = RIGHT) -> Any:
        index().clear_after(-1)
        shelf.clear()
        paths = [written(tmp_path / name, rows) for name, rows in (("d", docs), ("q", queries), ("r", right))]
        told = pristan(
            "search", "eval", "--docs", paths[0], "--queries", paths[1], "--qrels", paths[2], "--json", *more
        )
        return told, json.loads(told.out) if told.status == 0 else {}

    yield run
    index().clear_after(-1)
    shelf.clear()
    knowledge._open.cache_clear()
    knowledge.refresh()


def written(path: Path, rows: Any) -> Path:
    lines = (row if isinstance(row, str) else json.dumps(row) for row in rows)
    path.write_text("".join(f"{line}\n" for line in lines), "utf-8")
    return path


def test_all_figures_are_there_and_questions_without_a_right_document_are_left_out(evaluate):
    _, figures = evaluate()
    assert list(figures) == ["documents", *FIGURES]
    assert (figures["documents"], figures["queries"], figures["left_out"]) == (4, 3, 1)
    assert figures["success@1"] == figures["success@10"] == figures["mrr@10"] == 1
    assert figures["empty"] == figures["fallback"] == 0
    assert 0 < figures["p50_ms"] <= figures["p95_ms"]


def test_a_person_gets_them_in_words(pristan, evaluate, tmp_path):
    evaluate()
    index().clear_after(-1)
    told = pristan(
        "search", "eval", "--docs", tmp_path / "d", "--queries", tmp_path / "q", "--qrels", tmp_path / "r"
    )
    assert told.status == 0
    assert "4 documents, 3 questions; 1 left out" in told.out
    assert all(name in told.out for name in FIGURES[2:])


def test_only_questions_or_documents_of_one_language(evaluate):
    _, figures = evaluate("--query-lang", "sq")
    assert (figures["documents"], figures["queries"], figures["success@1"]) == (4, 1, 1)
    _, figures = evaluate("--doc-lang", "sl")
    assert (figures["documents"], figures["queries"], figures["left_out"]) == (2, 2, 2)
    _, figures = evaluate("--query-lang", "sq", "--doc-lang", "en")
    assert (figures["queries"], figures["left_out"], figures["success@1"]) == (0, 1, 0)
    _, figures = evaluate("--doc-lang", "sl-SI")
    assert figures["documents"] == 2


def test_a_part_of_the_collection_is_searched_by_its_own_questions_only(evaluate):
    doubled = [*DOCS, {"id": "other", "lang": "en", "title": "Doctor", "text": "", "city": "west"}]
    _, figures = evaluate("--partition", "city", "--query-lang", "en", docs=doubled)
    assert (figures["queries"], figures["success@1"]) == (1, 1)
    right = [{"query_id": "1", "doc_id": "doctor-en", "relevance": 1}]  # it lies in another part
    _, figures = evaluate("--partition", "city", right=right)
    assert (figures["queries"], figures["left_out"]) == (0, 4)


@pytest.mark.parametrize("part", ["A b/c:Ž", 7, None, ["x", 1], "' OR 1"])
def test_a_part_may_have_any_name(evaluate, part):
    docs, queries = [DOCS[1] | {"city": part}, DOCS[0] | {"city": "else"}], [QUERIES[0] | {"city": part}]
    _, figures = evaluate("--partition", "city", docs=docs, queries=queries)
    assert (figures["queries"], figures["success@1"]) == (1, 1)


def test_relevance_below_one_is_not_right(evaluate):
    _, figures = evaluate(right=[{"query_id": "1", "doc_id": "doctor", "relevance": 0.5}])
    assert (figures["queries"], figures["left_out"]) == (0, 4)


def test_what_finds_nothing_is_counted(evaluate):
    _, figures = evaluate(right=[{"query_id": "4", "doc_id": "flat", "relevance": 1}])
    assert (figures["queries"], figures["empty"], figures["fallback"], figures["mrr@10"]) == (1, 1, 1, 0)


def test_unknown_keys_and_empty_lines_are_ignored_and_texts_may_be_empty(evaluate):
    docs = ["", *(each | {"more": [1]} for each in DOCS), {"id": "e", "lang": "sl", "title": "", "text": ""}]
    _, figures = evaluate(docs=docs, queries=[*QUERIES, ""], right=["", *RIGHT])
    assert (figures["documents"], figures["success@1"]) == (5, 1)


@pytest.mark.parametrize(
    ("file", "row", "why"),
    [
        ("docs", "{", "d:5: this is not JSON"), ("docs", {"id": "x", "lang": "sl", "title": "a"}, "d:5: `text` is missing"),
        ("docs", DOCS[0], "`flat` stands there twice"), ("queries", {"id": "x", "text": "a"}, "q:5: `lang` is missing"), ("queries", "[]", "q:5: this is not an object"),
        ("right", {"query_id": "1", "doc_id": "flat"}, "r:7: `relevance` is missing"), ("right", {"query_id": "1", "doc_id": "flat", "relevance": "1"}, "`relevance` of 1 and flat must be a number"),
        ("right", {"query_id": "1", "doc_id": "flat", "relevance": True}, "must be a number"), ("right", {"query_id": 1, "doc_id": "flat", "relevance": 1}, "r:7: `query_id` must be text"),
    ],
)  # fmt: skip
def test_a_broken_row_is_named(evaluate, file, row, why):
    given = {"docs": DOCS, "queries": QUERIES, "right": RIGHT}
    told, _ = evaluate(**{file: [*given[file], row]})
    assert told.status == 1 and why in told.err and told.out == ""


BATHS = [
    {"lang_a": "en", "text_a": f"swimming {one}", "lang_b": "sl", "text_b": f"plavanje {two}", "more": 1}
    for one, two in (("summer", "poletje"), ("winter", "zima"), ("summer", "poletje"), ("school", "solanje"))
]


def test_words_learned_from_pages_that_say_the_same_find_more(evaluate, tmp_path):
    docs = [*DOCS, {"id": "bath", "lang": "sl", "title": "Plavanje", "text": "", "city": "north"}]
    right = [{"query_id": "4", "doc_id": "bath", "relevance": 1}]
    _, before = evaluate(docs=docs, right=right)
    told, after = evaluate("--learn-from", written(tmp_path / "p", ["", *BATHS]), docs=docs, right=right)
    assert (before["empty"], before["success@1"]) == (1, 0)
    assert (after["empty"], after["success@1"]) == (0, 1)
    assert "learned from 4 pairs of pages: " in told.err and " 0 words" not in told.err


@pytest.mark.parametrize(
    "pairs", [[], [BATHS[0] | {"text_a": "", "text_b": ""}], [BATHS[0] | {"lang_b": "en"}]]
)
def test_pages_from_which_nothing_can_be_learned_change_nothing(evaluate, tmp_path, pairs):
    told, figures = evaluate("--learn-from", written(tmp_path / "p", pairs))
    assert (told.status, figures["success@1"]) == (0, 1)
    assert f"learned from {len(pairs)} pairs of pages: 0 words" in told.err


@pytest.mark.parametrize(
    ("row", "why"),
    [("{", "p:5: this is not JSON"), ({"lang_a": "en"}, "p:5: `text_a` is missing"), (BATHS[0] | {"text_b": 7}, "p:5: `text_b` must be text"),
     (BATHS[0] | {"lang_b": ""}, "p:5: `lang_b` must be text and not empty")],
)  # fmt: skip
def test_a_broken_pair_of_pages_is_named(evaluate, tmp_path, row, why):
    told, _ = evaluate("--learn-from", written(tmp_path / "p", [*BATHS, row]))
    assert told.status == 1 and why in told.err and told.out == ""
    assert '"lang_a": "..."' in told.err


def test_a_missing_file_of_pages_is_told(evaluate, tmp_path):
    told, _ = evaluate("--learn-from", tmp_path / "nowhere")
    assert told.status == 1 and "nowhere" in told.err and told.out == ""
    assert "how the name is written" in told.err, "a way out that is one"


def test_a_collection_without_documents_is_told(evaluate):
    for more, docs in (((), []), (("--doc-lang", "fr"), DOCS)):
        told, _ = evaluate(*more, docs=docs)
        assert told.status == 1 and "holds no document" in told.err


def test_a_missing_file_is_told(pristan, evaluate, tmp_path):
    evaluate()
    told = pristan(
        "search", "eval", "--docs", tmp_path / "no", "--queries", tmp_path / "q", "--qrels", tmp_path / "r"
    )
    assert told.status == 1 and "no" in told.err


@pytest.mark.slow
def test_the_citys_own_database_is_not_touched(tmp_path):
    database = tmp_path / "city.sqlite3"
    paths = [written(tmp_path / name, rows) for name, rows in (("d", DOCS), ("q", QUERIES), ("r", RIGHT))]
    called = [sys.executable, "-m", "pristan.doors.cli.main", "search", "eval", "--docs", paths[0], "--queries", paths[1], "--qrels", paths[2], "--json"]  # fmt: skip
    told = subprocess.run(
        called, cwd=django_settings.BASE_DIR, capture_output=True, text=True, check=False, timeout=300,
        env=os.environ | {"DATABASE_URL": f"sqlite:///{database}", "TMPDIR": str(tmp_path), "SECRET_KEY": "x"},
    )  # fmt: skip
    assert told.returncode == 0, told.stderr
    assert json.loads(told.stdout)["documents"] == 4
    assert not database.exists()
    assert not list(tmp_path.glob("pristan-eval-*")), "the throw-away index is thrown away"
