# SPDX-License-Identifier: EUPL-1.2
"""Paths, digests, states: translations as pure functions."""

import unicodedata
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pristan.platform.translations.content import Translation, digest, follow, originals, resolve, walk

ENTRY: dict[str, Any] = {
    "id": "cene-stupar-zip",
    "name": "Začetna integracija",
    "alternate_names": ["ZIP", {"en": "Initial integration"}],
    "organization": {"name": "JZ Cene Štupar"},
    "needs": ["slovene-courses"],
    "phones": [{"number": "112"}, {"number": "113", "remark": {"en": "booking call centre"}}],
    "schedule": {"text": "pon 9-12", "weekly": {"mo": ["09:00-12:00"]},
                 "exceptions": [{"from": "2026-12-24", "remark": "praznik"}]},
    "costs": [{"amount": "133.00", "text": "z izpitom"}],
    "documents": [{"text": "potrdilo"}, {"text": "vloga"}],
    "eligibility": {"text": "odrasli", "remark": "v Ljubljani", "legal_status": ["any"], "other": None},
    "procedure": {"deadline": {"text": "osem dni", "event_detail": "prihod"},
                  "place": {"office": "UE", "hours_text": "pon"}},
    "other_statements": [{"field": "schedule", "text": "tor 9-12", "sources": [{"note": "x"}]}],
    "sources": [{"url": "https://example.org", "note": "a note", "name": "a page"}],
    "provenance": {"name": {"as_of": "2018"}, "text": {"confidence": "low"}},
    "editors": {"notes": [{"text": "stays inside"}]},
}  # fmt: skip


def test_every_text_of_an_entry_and_nothing_else() -> None:
    assert list(walk(ENTRY, "sl")) == [
        ("name", "sl", "Začetna integracija"),
        ("alternate_names.1", "sl", "ZIP"),
        ("alternate_names.2", "en", "Initial integration"),
        ("phones.2.remark", "en", "booking call centre"),
        ("schedule.text", "sl", "pon 9-12"),
        ("schedule.exceptions.1.remark", "sl", "praznik"),
        ("costs.1.text", "sl", "z izpitom"),
        ("documents.1.text", "sl", "potrdilo"),
        ("documents.2.text", "sl", "vloga"),
        ("eligibility.text", "sl", "odrasli"),
        ("eligibility.remark", "sl", "v Ljubljani"),
        ("procedure.deadline.text", "sl", "osem dni"),
        ("procedure.deadline.event_detail", "sl", "prihod"),
        ("procedure.place.office", "sl", "UE"),
        ("procedure.place.hours_text", "sl", "pon"),
        ("other_statements.1.text", "sl", "tor 9-12"),
    ]


def test_a_part_is_walked_under_its_prefix() -> None:
    assert list(walk([{"text": "a"}], "sl", "documents")) == [("documents.1.text", "sl", "a")]
    assert list(walk("a", "sl", "procedure.place.office")) == [("procedure.place.office", "sl", "a")]
    assert originals({"name": "a"}, "sl") == {"name": ("sl", "a")}


def test_a_digest_is_of_what_a_text_says() -> None:
    assert digest("Ljubljana") == "b7f147d8"
    assert digest("  šola\n") == digest(unicodedata.normalize("NFD", "šola")) == digest("šola")
    assert digest("a") != digest("b")


@given(st.text())
def test_no_text_breaks_a_digest(text: str) -> None:
    assert len(digest(text)) == 8


SL = ("sl", "odprto")
HUMAN = Translation("open", "human", digest("odprto"))
DRAFT = Translation("مفتوح", "machine_draft", digest("odprto"))
STALE = Translation("was open", "human", digest("bilo odprto"))


@pytest.mark.parametrize(
    ("rows", "language", "expected"),
    [
        ({}, "sl", ("odprto", "sl", "original")),
        ({("name", "en"): HUMAN}, "en", ("open", "en", "human")),
        ({("name", "ar"): DRAFT}, "ar", ("مفتوح", "ar", "draft")),
        ({("name", "en"): STALE}, "en", ("was open", "en", "stale")),
        ({("name", "ar"): STALE, ("name", "en"): HUMAN}, "ar", ("was open", "ar", "stale")),
        ({("name", "en"): HUMAN}, "ar", ("open", "en", "human")),
        ({("name", "en"): STALE}, "ar", ("odprto", "sl", "original")),
        ({("name", "de"): HUMAN}, "ar", ("odprto", "sl", "original")),
        ({("summary", "en"): HUMAN}, "en", ("odprto", "sl", "original")),
    ],
)
def test_what_a_reader_gets(rows: Any, language: str, expected: tuple[str, str, str]) -> None:
    got = resolve("name", SL, rows, language, ["en", "sl"] if language == "ar" else ["sl"])
    assert (got["text"], got["lang"], got["state"]) == expected
    assert set(got) == {"text", "lang", "state"}


def test_the_chain_stops_at_the_language_of_the_original() -> None:
    rows = {("name", "en"): HUMAN}
    assert resolve("name", SL, rows, "ar", ["sl", "en"])["lang"] == "sl"
    assert resolve("name", ("it", "aperto"), rows, "ar", ["sl"]) == {
        "text": "aperto",
        "lang": "it",
        "state": "original",
    }


def followed(before: list[str], after: list[str]) -> dict[str, str]:
    """Translate a list of papers, change the list, and see which translation stands where."""
    texts = {f"documents.{at}.text": f"tr {text}" for at, text in enumerate(before, 1)}
    made = {f"documents.{at}.text": digest(text) for at, text in enumerate(before, 1)}
    known = originals({"documents": [{"text": text} for text in after]}, "sl")
    return {path.split(".")[1]: text for path, (text, _) in follow(texts, made, known).items()}


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("ab", "ab", {"1": "tr a", "2": "tr b"}),
        ("ab", "ba", {"1": "tr b", "2": "tr a"}),
        ("ab", "xab", {"2": "tr a", "3": "tr b"}),
        ("abc", "bc", {"1": "tr b", "2": "tr c"}),
        ("ab", "xb", {"1": "tr a", "2": "tr b"}),
        ("ab", "a", {"1": "tr a", "2": "tr b"}),
        ("a", "aa", {"1": "tr a"}),
        ("abc", "cab", {"1": "tr c", "2": "tr a", "3": "tr b"}),
    ],
)
def test_a_translation_follows_its_sentence(before: str, after: str, expected: dict[str, str]) -> None:
    assert followed(list(before), list(after)) == expected


def test_a_sentence_that_moved_to_another_list_is_not_followed() -> None:
    known = originals({"funding": [{"text": "a"}], "documents": [{"text": "b"}]}, "sl")
    found = follow({"documents.1.text": "tr a"}, {"documents.1.text": digest("a")}, known)
    assert found == {"documents.1.text": ("tr a", digest("a"))}


def test_without_a_digest_a_translation_stays_where_it_is() -> None:
    known = originals({"documents": [{"text": "b"}, {"text": "a"}]}, "sl")
    assert follow({"documents.1.text": "tr"}, {}, known) == {"documents.1.text": ("tr", "")}


@given(st.lists(st.sampled_from("abcdef"), max_size=6), st.lists(st.sampled_from("abcdef"), max_size=6))
def test_no_translation_is_lost_while_its_sentence_stands_untranslated(
    before: list[str], after: list[str]
) -> None:
    found = followed(before, after)
    right = {
        text
        for at, text in found.items()
        if at.isdigit() and int(at) <= len(after) and text == f"tr {after[int(at) - 1]}"
    }
    assert right == {f"tr {text}" for text in set(before) & set(after)}
