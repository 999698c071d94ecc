# SPDX-License-Identifier: EUPL-1.2
"""`pristan search batch`: a file of questions becomes a file of answers, whole or not at all."""

import json
from pathlib import Path
from typing import Any

import pytest

from pristan.city.directory.tests import minipack
from pristan.platform.search import knowledge
from pristan.platform.search.tests.teaching import Lessons

pytestmark = pytest.mark.django_db(transaction=True)
WORDS = Lessons(
    {"s:accident": {"sl": "nesreča", "sq": "aksident"}, "x:weak:fire": {"en": "fire", "sl": "požar"}}
)


@pytest.fixture
def city(pack: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, settings: Any) -> Path:
    """The small city, loaded; search knows two words and one of danger."""
    from pristan.platform.search.analysis import analyser

    analyser()  # it keeps the word lists where they are
    settings.LEMMA_CACHE = tmp_path / "knowledge"
    monkeypatch.setattr(knowledge, "_sources", [WORDS])
    knowledge.refresh()
    minipack.load(pack)
    yield tmp_path
    knowledge.refresh()


def written(folder: Path, *rows: Any) -> Path:
    path = folder / "questions.jsonl"
    path.write_text("".join(f"{row if isinstance(row, str) else json.dumps(row)}\n" for row in rows), "utf-8")
    return path


def asked(number: int | str, text: str, lang: str = "sl", **more: Any) -> dict[str, Any]:
    return {"id": str(number), "lang": lang, "text": text, **more}


def answers(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def test_each_question_has_its_answer_in_just_this_form_and_in_order(pristan, city):
    questions = written(city, asked("b", "nesreča"), asked("a", "prijava naslova"), asked("b", "nesreča"))
    told = pristan("search", "batch", questions, "--out", city / "run.jsonl")
    assert told.status == 0 and told.out == ""
    first, second, third = answers(city / "run.jsonl")
    assert list(first) == ["query_id", "results", "fallback"]
    assert (first["query_id"], first["results"][0], first["fallback"]) == ("b", "klic", False)
    assert (second["query_id"], second["results"][0], second["fallback"]) == ("a", "korak", False)
    assert third == first, "the same question has the same answer"
    assert all(isinstance(each, str) for each in first["results"])


def test_what_an_alias_reaches_is_called_by_its_slug(pristan, city):
    pristan("search", "batch", written(city, asked(1, "stari klic v sili")), "--out", city / "run.jsonl")
    (answer,) = answers(city / "run.jsonl")
    assert "klic" in answer["results"] and "stari-klic" not in answer["results"]


def test_a_question_in_a_language_that_the_city_does_not_publish_in_is_answered(pristan, city):
    questions = written(
        city, asked(1, "aksident", "sq"), asked(2, "aksident", "en"), asked(3, "nesreča", "zz")
    )
    assert pristan("search", "batch", questions, "--out", city / "run.jsonl").status == 0
    for answer in answers(city / "run.jsonl"):
        assert answer["results"][0] == "klic" and answer["fallback"] is False


def test_where_nothing_matches_a_person_who_knows_more_is_named_and_it_is_said(pristan, city):
    questions = written(city, asked(1, "qqqqqqqqqqqq"), asked(2, ""), asked(3, "?!"), asked(4, "仕事"))
    pristan("search", "batch", questions, "--out", city / "run.jsonl")
    first, *others = answers(city / "run.jsonl")
    assert first == {"query_id": "1", "results": ["org"], "fallback": True}
    assert all(each["results"] for each in others), "never an empty answer"


def test_words_of_danger_bring_urgent_help_first_and_are_no_fallback(pristan, city):
    pristan("search", "batch", written(city, asked(1, "fire", "en")), "--out", city / "run.jsonl")
    (answer,) = answers(city / "run.jsonl")
    assert answer["results"][0] == "klic" and answer["fallback"] is False


def test_no_answer_is_longer_than_twenty_and_none_names_an_entry_twice(pristan, city):
    questions = written(city, asked(1, "klic nesreča prijava naslova organizacija požar"))
    pristan("search", "batch", questions, "--out", city / "run.jsonl")
    (answer,) = answers(city / "run.jsonl")
    assert len(answer["results"]) == len(set(answer["results"])) <= 20


def test_unusual_files_are_read(pristan, city):
    path = city / "questions.jsonl"
    path.write_bytes(b'\xef\xbb\xbf{"id": "1", "lang": "sl", "text": "nesre\xc4\x8da", "colour": 1}\r\n\r\n')
    assert pristan("search", "batch", path, "--out", city / "run.jsonl").status == 0
    assert [each["query_id"] for each in answers(city / "run.jsonl")] == ["1"]
    path.write_bytes(b"")
    assert pristan("search", "batch", path, "--out", city / "run.jsonl").status == 0
    assert answers(city / "run.jsonl") == []


def test_a_very_long_question_is_answered(pristan, city):
    questions = written(city, asked(1, "nesreča " + "a" * 4_000_000))
    assert pristan("search", "batch", questions, "--out", city / "run.jsonl").status == 0
    assert answers(city / "run.jsonl")[0]["results"][0] == "klic"


@pytest.mark.parametrize(
    "row", ["{", "[]", '{"id": "1", "lang": "sl"}', '{"id": 1, "lang": "sl", "text": "a"}']
)
def test_a_broken_row_is_named_by_file_and_line_and_nothing_is_written(pristan, city, row):
    out = city / "run.jsonl"
    out.write_text("yesterday's\n")
    before = sorted(city.iterdir())
    questions = written(city, asked(1, "nesreča"), row, asked(2, "nesreča"))
    told = pristan("search", "batch", questions, "--out", out)
    assert told.status == 1 and f"{questions}:2: " in told.err and told.out == ""
    assert out.read_text() == "yesterday's\n"
    assert sorted(city.iterdir()) == sorted({*before, questions}), "no draft is left behind"


def test_a_file_that_is_not_there_and_a_folder_that_is_not_are_told(pristan, city):
    missing = pristan("search", "batch", city / "no.jsonl", "--out", city / "run.jsonl")
    assert missing.status == 1 and "no.jsonl" in missing.err and not (city / "run.jsonl").exists()
    nowhere = pristan("search", "batch", written(city, asked(1, "a")), "--out", city / "no" / "run.jsonl")
    assert nowhere.status == 1 and str(city / "no") in nowhere.err


def test_before_there_is_a_city_it_says_what_to_do(pristan, tmp_path):
    told = pristan("search", "batch", written(tmp_path, asked(1, "a")), "--out", tmp_path / "run.jsonl")
    assert told.status == 1 and "pristan" in told.err and not (tmp_path / "run.jsonl").exists()
