# SPDX-License-Identifier: EUPL-1.2
"""Some expressions are heard word by word: what a small word or an ending changes is another one."""

from collections.abc import Callable
from pathlib import Path

import pytest

from pristan.core.tests.wordlists import LEMMAS
from pristan.core.text import Analyser, phrases, tokenise
from pristan.core.text.phrases import Phrases
from pristan.core.text.verbatim import WIDEST

BROKE, MYSELF = "x:verbatim:violence", "x:harmless"
Hear = Callable[..., list[tuple[tuple[int, ...], str]]]


@pytest.fixture
def hear(tmp_path: Path) -> Hear:
    """(places, id) of what is heard in a text, of expressions (language, expression, id)."""

    def heard(
        text: str, language: str, *expressions: tuple[str, str, str]
    ) -> list[tuple[tuple[int, ...], str]]:
        phrases.build(tmp_path / "known.trie", expressions, Analyser(LEMMAS))
        found = Phrases(tmp_path / "known.trie").find_verbatim(tokenise(text), language)
        return [(span.places, name) for span in found for name in span.ids]

    return heard


@pytest.mark.parametrize(
    ("text", "language", "expression", "places"),
    [
        ("He BROKE my arm!", "en", "broke my arm", (1, 2, 3)), ("il m'a casse le bras", "fr", "m'a cassé", (1, 2, 3)),
        ("сломио ми је руку", "bs", "slomio mi", (0, 1)), ("KOLUMU KIRDI", "tr", "kolumu kırdı", (0, 1)),
        ("شوهرم مرا می‌زند", "fa", "مرا میزند", (1, 2)), ("slomio mi ruku", "sr", "slomio mi", (0, 1)),
    ],
)  # fmt: skip
def test_case_marks_and_alphabet_do_not_matter(
    hear: Hear, text: str, language: str, expression: str, places: tuple[int, ...]
) -> None:
    family = "bs" if language == "sr" else language
    assert hear(text, language, (family, expression, BROKE)) == [(places, BROKE)]


@pytest.mark.parametrize(
    ("text", "language", "expression"),
    [
        ("kolumu kırdım", "tr", "kolumu kırdı"), ("me rompí el brazo", "es", "me rompió"), ("broke the arm", "en", "broke my arm"),
        ("my arm broke", "en", "broke my arm"), ("arm", "en", "broke my arm"), ("broke my", "en", "broke my arm"), ("", "en", "broke my arm"),
        ("broke my arm", "de", "broke my arm"),
    ],
)  # fmt: skip
def test_an_ending_a_small_word_the_order_and_the_language_do(
    hear: Hear, text: str, language: str, expression: str
) -> None:
    written = "en" if language == "de" else language
    assert hear(text, language, (written, expression, BROKE)) == []


def test_three_dots_stand_for_a_few_words_or_none(hear: Hear) -> None:
    gap = ("de", "hat mir ... gebrochen", BROKE)
    for number in range(WIDEST + 1):
        text = f"er hat mir {'so ' * number}gebrochen"
        assert hear(text, "de", gap) == [((1, 2, 3 + number), BROKE)]
    assert hear(f"er hat mir {'so ' * (WIDEST + 1)}gebrochen", "de", gap) == []
    assert hear("er hat mir", "de", gap) == []


def test_a_longer_one_and_those_in_it_are_all_heard(hear: Hear) -> None:
    both = (
        ("en", "broke my arm", BROKE),
        ("en", "I broke my", MYSELF),
        ("en", "I fell ... broke my", MYSELF),
    )
    assert hear("I fell and I broke my arm", "en", *both) == [
        ((0, 1, 4, 5), MYSELF), ((3, 4, 5), MYSELF), ((4, 5, 6), BROKE),
    ]  # fmt: skip


def test_other_expressions_are_not_heard_so_nor_these_as_others(tmp_path: Path) -> None:
    analyser = Analyser(LEMMAS)
    phrases.build(tmp_path / "known.trie", [("en", "broke my arm", BROKE), ("en", "broke my leg", "x:strong:violence")], analyser)  # fmt: skip
    known = Phrases(tmp_path / "known.trie")
    words = [analyser.word(each, "en") for each in ("broke", "arm")]
    assert [*known.find(words, "en"), *known.find_apart(words, "en")] == []
    assert known.find_verbatim(["broke", "my", "leg"], "en") == []
