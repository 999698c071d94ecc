# SPDX-License-Identifier: EUPL-1.2
"""The contract of search, fourth part: whatever is typed, there is an answer, and it is the answer to what was typed."""

import string
from dataclasses import fields

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pristan.platform.search import candidates, reasons
from pristan.platform.search.candidates import Branch, Condition
from pristan.platform.search.encoding import MOST_TERMS
from pristan.platform.search.engine import Engine
from pristan.platform.search.port import MOST_WORDS, Query, index
from pristan.platform.search.tests.kit import Shelf, document

HOSTILE = {
    "long word": "a" * 10_000,
    "long text": "doctor " * 10_000,
    "many different words": " ".join(f"word{number}" for number in range(10_000)),
    "many slips": " ".join(f"doctr{letter}" for letter in string.ascii_letters),
    "zero byte": "doc\0tor",
    "control characters": "".join(map(chr, range(32))) + "\x7f\x85\u2028\u2029",
    "lone quotes": "' \" '' \"\"\" ` \u201e \u2019",
    "quote inside": "doctor' OR '1'='1",
    "statement": "'; DROP TABLE search_row; --",
    "fts words": "AND OR NOT NEAR",
    "fts signs": "* ^ : ( ) - + { } \"",
    "fts column": "tokens:doctor",
    "fts near": "NEAR(doctor bed, 2)",
    "fts open bracket": "doctor AND (",
    "tsquery signs": "& | ! <-> <2> :* :A",
    "tsquery open": "doctor & !(",
    "backslashes": "\\ \\' \\\\' doctor\\",
    "placeholders": "%s %(x)s %% {} $1 ?",
    "tokens of ours": "en0.doctor en/need:health en/",
    "like signs": "% _ doc%",
    "emoji": "🏥 👩‍⚕️ 🏳️‍🌈 ☎️",
    "directions": "\u202edoctor\u202c \u2067طبيب\u2069 doctor",
    "combining": "d" + "\u0301" * 5000,
    "half a surrogate": "\ud800 \udfff",
    "last characters": "\U0010ffff \uffff \ufffe",
    "scripts": "врач طبيب רופא 医生 แพทย์ डॉक्टर",
    "only function words": "a the of and to",
    "only signs": "... !!! ???",
    "numbers": "112 ١١٢ 1e309 NaN",
    "newlines": "\r\n\r\n",
}  # fmt: skip
LANGUAGES = ("en", "sl", "ar", "xx", "", "sl-Latn-SI", "EN", "e", "en'; --", "\0", "\ud800", "العربية", "en/need:health", "x" * 10_000)  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_whatever_is_typed_is_answered(town: Shelf, text: str) -> None:
    for language in ("en", "sl", "ar", "xx"):
        answer = town.ask(text, language=language, later=("free:unknown",), count=("need:",))
        assert answer.total >= len(answer.hits)
        assert all(isinstance(each, str) for each in index().suggest(text, language, 1))
        assert all(isinstance(each, str) for each in index().meant(Query(text, language, 1)))
        assert isinstance(
            reasons.why(text, language, {"name": {"text": text}, "summary": {"text": "A doctor"}}), list
        )
    assert town.found("doctor") == ["Clinic", "Women's house", "Dentist", "Pharmacy"]  # nothing broke


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_whatever_stands_in_a_document_can_be_kept_and_other_things_found(shelf: Shelf, text: str) -> None:
    shelf.put(
        document(1, name=text, alternate=text, keywords=text, summary=text, body=text),
        document(2, name="Doctor's advice"),
    )
    assert 2 in [hit.thing.int for hit in shelf.ask("advice").hits]
    assert shelf.ask().total == 2


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("doctor' \"", "doctor"), ("(doctor)", "doctor"), ("doctor*", "doctor"), ("-doctor", "doctor"), ("!doctor", "doctor"), ("^doctor", "doctor"),
        ("doctor | bed", "doctor bed"), ("doctor <-> bed", "doctor bed"), ("doctor & ! bed", "doctor bed"), ("\u202edoctor\u202c", "doctor"),
        ("doctor\0", "doctor"), ("\ufeffdoctor 🏥", "doctor"), ("doctor NOT bed", "doctor not bed"), ("summary:doctor", "summary doctor"),
    ],
)  # fmt: skip
def test_signs_and_operators_mean_nothing(town: Shelf, typed: str, meant: str) -> None:
    assert town.ask(typed) == town.ask(meant)
    assert town.ask(typed).total > 0


def test_operators_are_words_where_a_document_has_them(shelf: Shelf) -> None:
    shelf.put(
        document(1, language="xx", name="NEAR"),
        document(2, language="xx", name="NOT"),
        document(3, language="xx", name="OR AND"),
    )
    for text, name in (("near", "NEAR"), ("NOT", "NOT"), ("and", "OR AND")):
        assert shelf.found(text, language="xx") == [name]


def test_only_signs_find_nothing_and_do_not_list_everything(town: Shelf) -> None:
    for text in ("...", "🏥", "' \"", "\0", "\u202e"):
        answer = town.ask(text)
        assert (answer.hits, answer.total, answer.is_fallback) == ([], 0, True), text


@pytest.mark.parametrize("language", LANGUAGES)
def test_any_language_is_answered(town: Shelf, language: str) -> None:
    for text in ("", "doctor", "طبيب"):
        town.ask(text, language=language, facets=("need:health",), without=("free:no",))
    index().suggest("doc", language, 1)
    index().meant(Query("docctor", language, 1))
    reasons.why("doctor", language, {"name": "doctor"})


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_document_in_any_language_is_found_in_it(shelf: Shelf, language: str) -> None:
    shelf.put(document(1, "need:health", language=language, name="Zxq"))
    assert shelf.found("zxq", language=language, facets=("need:health",)) == ["Zxq"]


def test_absurd_limits_of_suggestions_are_brought_into_range(town: Shelf) -> None:
    assert index().suggest("d", "en", 1, -3) == index().suggest("doctor", "en", 1, 0) == []
    assert 0 < len(index().suggest("do", "en", 1, 10**40)) <= 20


@pytest.mark.parametrize("version", [10**40, -(10**40), 2**63, -1])
def test_absurd_versions_are_brought_into_range(town: Shelf, version: int) -> None:
    seen = version > 0
    assert bool(town.found("doctor", version=version)) is seen
    assert bool(index().suggest("doc", "en", version)) is seen
    assert bool(index().meant(Query("docctor", "en", version))) is seen


def test_a_question_is_brought_into_range_whatever_it_holds() -> None:
    asked = Query("x" * 10**6, "en", 10**30, limit=10**9, offset=-1, facets=("a",) * 999, without=("a",) * 999, later=("a",) * 999,
                  groups=(("a",) * 999,) * 999, count=("a",) * 999, languages=("a",) * 999)  # fmt: skip
    assert (asked.limit, asked.offset, len(asked.groups), len(asked.groups[0])) == (1000, 0, 100, 100)
    assert len(asked.text) <= 4000
    longest = {
        each.name: len(getattr(asked, each.name))
        for each in fields(asked)
        if isinstance(getattr(asked, each.name), tuple)
    }
    assert set(longest.values()) == {100}
    assert [Query("", "en", 1, most_languages=most).most_languages for most in (-1, 0, 10**9)] == [1, 1, 100]


def test_a_document_with_very_many_words_is_kept_and_found_by_its_first_ones(shelf: Shelf) -> None:
    words = [
        f"{number:05d}" + "щ" * 35 for number in range(MOST_TERMS + 500)
    ]  # long ones, which grow when written in Latin letters
    shelf.put(document(1, language="xx", name="Everything", body=" ".join(words)))
    assert shelf.found("everything", language="xx") == ["Everything"]
    assert shelf.found(words[MOST_TERMS - 2], language="xx") == ["Everything"]
    assert shelf.ask(
        words[-1], language="xx"
    ).is_fallback  # beyond the most: found by its likeness to others only


def test_a_query_of_very_many_known_words_is_answered(shelf: Shelf) -> None:
    shelf.put(*(document(number, name=f"word{number} thing", body="common") for number in range(1, 200)))
    answer = shelf.ask(" ".join(f"word{number}" for number in range(1, 200)))
    assert 0 < answer.total <= MOST_WORDS
    assert candidates.MOST_SCORED > MOST_WORDS


@pytest.mark.parametrize("most", [1, 5, 20, 99, 100, 500])
def test_of_a_common_word_as_many_documents_are_fetched_as_are_wanted_each_once(
    shelf: Shelf, most: int
) -> None:
    shelf.put(*(document(number, name="thing") for number in range(1, 101)))
    index().close([17, 18], 2)
    engine = index()
    assert isinstance(engine, Engine)
    found = engine.fetch([Branch(Condition((("en/",),)), most)], 1, "id")
    assert len(found) == len(set(found)) == min(most, 100)
    later = engine.fetch([Branch(Condition((("en0.thing",),)), most)], 2, "id")
    assert len(later) == len(set(later)) == min(most, 98)
    assert not {(17,), (18,)} & set(later)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=60), language=st.sampled_from(["en", "sl", "xx"]))
def test_no_text_is_too_strange(town: Shelf, text: str, language: str) -> None:
    answer = town.ask(text, language=language, facets=("need:health",))
    assert answer.total == len(answer.hits)
    index().suggest(text, language, 1)
    index().meant(Query(text, language, 1))
    reasons.why(text, language, {"name": text})
