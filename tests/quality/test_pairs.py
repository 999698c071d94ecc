# SPDX-License-Identifier: EUPL-1.2
"""Danger and its calm neighbour, in nearly the same words (`pairs.yaml`): the one pins help, the other does not. Asks for no database."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from pristan.core.text.languages import TAUGHT
from pristan.platform.search.analysis import analyser
from pristan.platform.search.knowledge import knowledge
from pristan.platform.search.understanding import understand
from tests.cities import THESAURUS
from tests.journeys.kinds import ALWAYS, IS_ALL

FEWEST_NEEDS = 250  # that danger is no part of, of some 500
FEWEST = 12  # pairs of a language
BODY = "medical"  # whoever was hurt by somebody needs more than a doctor

# What I did to myself stands beside what somebody did to me: it takes nothing of that away.
BOTH = {
    "en": "I fell and broke my arm because my husband pushed me", "de": "ich habe mir den Arm gebrochen weil mein Mann mich gestoßen hat",
    "sl": "zlomila sem si roko ker me je mož porinil po stopnicah", "bs": "došla sam kući, slomio mi ruku", "mk": "си ја скршив раката кога маж ми ме турна",
    "sq": "theva dorën kur burri më shtyu", "uk": "я зламала руку бо чоловік мене б'є", "ru": "ушла от мужа, он меня избивает", "ar": "انكسرت يدي لأن زوجي ضربني",
    "fa": "دستم شکست چون شوهرم مرا زد", "tr": "kolumu kırdım çünkü kocam beni itti", "fr": "je me suis cassé le bras parce que mon mari m'a poussée",
    "es": "tengo miedo de que me pegue en la calle",
}  # fmt: skip

# Words of the reader's language that are words of danger in another one.
OWN = {
    "fr": ["je suis italien", "je suis gay"], "es": ["ropa gratis", "enfermera en casa"], "en": ["long-term care", "water tap", "B&B", "ATM fee"],
    "sl": ["list da živim tukaj"],
}  # fmt: skip


@cache
def pairs() -> dict[str, Sequence[tuple[str, str]]]:
    read = yaml.safe_load((Path(__file__).parent / "pairs.yaml").read_text("utf-8"))
    return {language: [(danger, calm) for danger, calm in some] for language, some in read.items()}


@cache
def labels(language: str) -> Any:
    return yaml.safe_load((THESAURUS / "labels" / language / "needs.yaml").read_text("utf-8"))


def heard(text: str, language: str) -> set[str]:
    return {*understand(text, language, (language,), analyser(), knowledge()).crisis}


def test_every_language_of_search_has_its_pairs() -> None:
    assert {language for language, some in pairs().items() if len(some) >= FEWEST} == {*TAUGHT}


@pytest.mark.parametrize("language", TAUGHT)
def test_what_somebody_did_pins_help_and_what_befell_me_or_a_thing_does_not(language: str) -> None:
    assert [danger for danger, _ in pairs()[language] if not heard(danger, language) - {BODY}] == []
    assert [calm for _, calm in pairs()[language] if heard(calm, language)] == []


def test_harmless_words_hide_no_danger_that_stands_beside_them() -> None:
    assert {*BOTH} == {*TAUGHT}
    assert [text for language, text in BOTH.items() if not heard(text, language)] == []


@pytest.mark.parametrize(
    ("language", "text"), [(language, text) for language, some in OWN.items() for text in some]
)
def test_a_word_of_the_readers_language_is_no_danger_because_another_language_has_it(
    language: str, text: str
) -> None:
    assert not heard(text, language)


def test_the_names_of_everyday_needs_are_no_danger() -> None:
    """In Slovene, English and Arabic; the other languages take turns (all of them in `make audit`)."""
    every = [each for each in labels("sl") if f"n:{each}" in knowledge().danger.everyday]
    assert len(every) > FEWEST_NEEDS
    rings = [
        (language, name)
        for at, concept in enumerate(every)
        for language in {*(TAUGHT if IS_ALL else ALWAYS), TAUGHT[at % len(TAUGHT)]}
        if heard(name := labels(language)[concept]["pref"], language)
    ]
    assert rings == []


def test_danger_in_another_language_is_heard_on_any_page() -> None:
    assert "suicide" in heard("suicidio", "en")
    assert "violence" in heard("mi marido me pega", "en")
