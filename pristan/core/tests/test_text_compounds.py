# SPDX-License-Identifier: EUPL-1.2
"""German compounds are found by the words that they are made of."""

import time

import pytest

from pristan.core.tests.wordlists import LEMMAS
from pristan.core.text import Analyser, build
from pristan.core.text.compounds import parts


@pytest.fixture(scope="module")
def analyser() -> Analyser:
    """The analyser over the German word list of the set-up."""
    build(LEMMAS, ["de"], progress=lambda line: None)
    return Analyser(LEMMAS)


def readings(word: str, language: str) -> tuple[str, ...]:
    known = (
        "kranken",
        "versicherung",
        "karte",
        "sprache",
        "kurs",
        "arbeit",
        "amt",
        "ast",
        "kinder",
        "kind",
        "wagen",
        "erwagen",
        "innen",
    )
    return (word,) if language == "de" and word in known else ()


def test_a_compound_is_split_into_words_that_are_known_in_their_order() -> None:
    assert parts("krankenversicherung", "de", readings) == ("kranken", "versicherung")
    assert parts("krankenversicherungskarte", "de", readings) == ("kranken", "versicherung", "karte")


def test_letters_that_join_two_words_belong_to_none_of_them() -> None:
    assert parts("versicherungskurs", "de", readings) == ("versicherung", "kurs")
    assert parts("arbeitskarte", "de", readings) == ("arbeit", "karte")


def test_what_parts_it_most_evenly_is_what_it_is_made_of() -> None:
    assert parts("kinderwagen", "de", readings) == ("kinder", "wagen")


@pytest.mark.parametrize(
    "word", ["", "karte", "kurskurx", "xxxxversicherung", "versicherungxxxx", "kartenast", "kursinnen"]
)
def test_what_is_not_made_of_known_words_stays_whole(word: str) -> None:
    assert parts(word, "de", readings) == ()  # "ast" is too short: it ends too many words


def test_a_short_word_that_makes_many_compounds_is_a_part() -> None:
    assert parts("arbeitsamt", "de", readings) == ("arbeit", "amt")


def test_other_languages_are_left_alone() -> None:
    assert parts("krankenversicherung", "nl", lambda word, language: (word,)) == ()


def test_a_word_of_any_length_takes_bounded_time() -> None:
    begun = time.perf_counter()
    for word in ("kurs" * 10, "a" * 40, "kurskarte" * 4 + "x", "karten" * 6):
        parts(word, "de", readings)
    assert time.perf_counter() - begun < 1


@pytest.mark.parametrize(
    ("compound", "words"),
    [("Sprachkurs", "Kurs"), ("Krankenversicherung", "Versicherung"), ("Wohnungssuche", "Wohnung"), ("Arbeitserlaubnis", "Erlaubnis")],
)  # fmt: skip
def test_the_analyser_knows_the_parts_beside_the_word_itself(
    analyser: Analyser, compound: str, words: str
) -> None:
    word = analyser.word(compound, "de")
    assert word.terms
    assert set(analyser.word(words, "de").terms) & set(word.parts), word.parts
    assert not set(word.parts) & set(word.terms)
    assert analyser.word(compound, "sl").parts == ()
