# SPDX-License-Identifier: EUPL-1.2
"""German verbs that fall apart are put together again, and nothing else is."""

import pytest

from pristan.core.tests.wordlists import LEMMAS
from pristan.core.text import Analyser, build, tokenise
from pristan.core.text.verbs import joined, whole

VERBS = {"aufpasst", "anrufe", "anfasst", "ausgeht", "aufgeht"}


def apart(text: str, language: str = "de") -> dict[int, str]:
    return joined(tokenise(text), language, VERBS.__contains__)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Oma passt morgen auf", {1: "aufpasst"}), ("wer PASST heute Auf", {1: "aufpasst"}), ("Oma passt auf, wenn ich arbeite", {1: "aufpasst"}),
        ("ich rufe an und Oma passt auf", {1: "anrufe", 5: "aufpasst"}), ("er fasst meine kleine Tochter an", {1: "anfasst"}),
        ("Oma geht aus", {1: "ausgeht"}),
    ],
)  # fmt: skip
def test_a_verb_gets_the_prefix_from_the_end_of_its_clause(text: str, found: dict[int, str]) -> None:
    assert apart(text) == found


@pytest.mark.parametrize(
    "text",
    ["", "auf", "auf passt", "Oma geht auf die Straße", "Oma singt auf", "passt" + " ja" * 12 + " auf"],
)
def test_a_word_of_place_a_word_that_is_none_and_a_far_one_are_left_alone(text: str) -> None:
    assert apart(text) == {}


def test_other_languages_have_no_such_verbs() -> None:
    assert apart("Oma passt auf", "nl") == {}
    assert whole("angefasst", "nl") == ""


@pytest.mark.parametrize(
    ("participle", "form"),
    [("angefasst", "anfasst"), ("zusammengelebt", "zusammenlebt"), ("eingefallen", "einfallen"), ("hereingeholt", ""),
     ("vergessen", ""), ("anfasst", ""), ("gefasst", ""), ("angefasstes", ""), ("ange", ""), ("", "")],
)  # fmt: skip
def test_a_participle_loses_the_letters_in_its_middle(participle: str, form: str) -> None:
    assert whole(participle, "de") == form


def test_the_analyser_reads_a_participle_as_its_verb() -> None:
    build(LEMMAS, ["de"], progress=lambda line: None)
    analyser = Analyser(LEMMAS)
    for participle, verb in (
        ("angefasst", "anfassen"),
        ("aufgepasst", "aufpassen"),
        ("abgelehnt", "ablehnen"),
    ):
        assert set(analyser.word(verb, "de").terms) <= set(analyser.word(participle, "de").terms)
    assert analyser.word("vergessen", "de").terms == analyser.word("vergesse", "de").terms
