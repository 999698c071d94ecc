# SPDX-License-Identifier: EUPL-1.2
"""A word hints at the needs whose labels it stands in, in any language, and at those whose signs it belongs to."""

from pathlib import Path

import pytest

from pristan.platform.search import knowledge
from pristan.platform.search.analysis import analyser
from pristan.platform.search.knowledge import Knowledge
from pristan.platform.search.meanings import HINT, Asked
from pristan.platform.search.reasons import why
from pristan.platform.search.tests.conftest import Teach
from pristan.platform.search.tests.kit import Shelf, document
from pristan.platform.search.tests.teaching import Lessons
from pristan.platform.search.understanding import understand

OFFICE = Lessons(
    words={
        "n:registration": {"en": "register an address, report a new address", "de": "Wohnsitz anmelden"},
        "n:post": {"en": "redirect letters to another address", "de": "Nachsendeauftrag"},
        "n:garden": {"en": "allotment", "de": "Schrebergarten"},
        "s:address": {"en": "address", "de": "Adresse"}, "s:vegetables": {"en": "vegetables", "de": "Gemüse"}, "s:balcony": {"en": "balcony"},
    },
    shown={"n:garden": [[["s:vegetables"], ["s:balcony"]]]},
)  # fmt: skip


def asked(text: str, known: Knowledge, reader: str = "en") -> dict[str, Asked]:
    return {each.surface: each for each in understand(text, reader, [reader], analyser(), known).asked}


def test_a_word_of_labels_hints_at_their_need_the_more_of_them_it_stands_in(teach: Teach) -> None:
    word = asked("where do I tell my address", teach(OFFICE))["address"]
    assert HINT > word.hints["n:registration"] > word.hints["n:post"] > 0
    assert not word.meanings.keys() & word.hints.keys(), "it does not name them"


def test_labels_of_other_languages_and_parts_of_signs_hint_as_well(teach: Teach) -> None:
    known = teach(OFFICE)
    assert asked("meine Adresse", known, "de")["Adresse"].hints["n:registration"] > 0
    assert asked("Gemüse ziehen", known, "de")["Gemüse"].hints == {"n:garden": pytest.approx(HINT)}


def test_words_that_say_little_hint_at_nothing(teach: Teach) -> None:
    found = asked("again a new balcony", teach(OFFICE))
    assert found["balcony"].hints
    assert not found["again"].hints
    assert not found["new"].hints, "it stands in a label, but a light word is none that tells"


def test_what_is_hinted_at_is_found_after_what_is_said(teach: Teach, shelf: Shelf) -> None:
    teach(OFFICE)
    shelf.put(document(1, name="Allotment"), document(2, name="Vegetables"), document(3, name="Doctor"))
    assert shelf.found("vegetables") == ["Vegetables", "Allotment"]


def test_a_hint_is_no_reason(teach: Teach) -> None:
    teach(OFFICE)
    assert why("vegetables", "en", {"name": {"text": "Allotment"}}) == []


def test_a_city_without_a_thesaurus_has_none(teach: Teach) -> None:
    known = teach(Lessons({"s:address": {"en": "address"}}))
    assert known.hints.of_sense("s:address") == known.hints.of_term("address", "en") == []


def test_they_are_made_anew_where_their_file_is_lost(teach: Teach) -> None:
    lost: Path = teach(OFFICE).path.with_suffix(".hints")
    lost.unlink()
    knowledge.refresh()
    knowledge._open.cache_clear()
    assert knowledge.knowledge().hints.of_sense("s:address")
    assert lost.exists()
