# SPDX-License-Identifier: EUPL-1.2
"""A lexicon is learned from pages that say the same, and what was learned finds documents."""

import pytest

from pristan.platform.search import lessons
from pristan.platform.search.analysis import analyser
from pristan.platform.search.learning import Learned, Pair, learn
from pristan.platform.search.tests.kit import Shelf, document

WORDS = {"bread": "hleb", "shop": "lavka", "honey": "med", "house": "kuca", "night": "noc"}
LINES = ["bread shop", "honey shop", "bread house", "night house", "honey night", "house shop"]


def pair(*lines: str, language: str = "xx", other: str = "yy", end: str = "\n") -> Pair:
    said = end.join(lines)
    return Pair(
        language,
        said,
        other,
        " ".join(WORDS.get(each, each) for each in said.replace("\n", " \n ").split(" ")),
    )


def best(learned: Learned, word: str, language: str = "xx", other: str = "yy") -> str:
    found = learned.others(language, other, word)
    return found[0][0] if found else ""


def test_words_that_stand_where_others_stand_are_learned_in_both_directions() -> None:
    learned = learn([pair(*LINES)], analyser())
    assert {word: best(learned, word) for word in WORDS} == WORDS
    assert {best(learned, other, "yy", "xx") for other in WORDS.values()} == set(WORDS)
    assert learned.size() == 2 * len(WORDS)
    assert learned


def test_weights_are_shares_the_likeliest_first_and_few() -> None:
    learned = learn([pair(*LINES)], analyser())
    for word in WORDS:
        weights = [weight for _, weight in learned.others("xx", "yy", word)]
        assert weights == sorted(weights, reverse=True)
        assert 1 <= len(weights) <= 4
        assert all(0 < weight <= 1 for weight in weights)


def test_pages_of_another_order_and_of_many_pieces_are_learned_together() -> None:
    forth = [pair(each) for each in LINES[:3]]
    back = [Pair(each.other, each.other_text, each.language, each.text) for each in map(pair, LINES[3:])]
    learned = learn([*forth, *back], analyser())
    assert {word: best(learned, word) for word in WORDS} == WORDS


def test_a_page_with_other_paragraphs_is_read_as_a_whole() -> None:
    pages = [Pair("xx", each.replace(" ", "\n"), "yy", pair(each).other_text) for each in LINES]
    assert best(learn(pages, analyser()), "bread") == "hleb"


def test_what_stands_there_once_is_not_learned() -> None:
    learned = learn([pair(*LINES, "cheese bread")], analyser())
    assert (best(learned, "cheese"), best(learned, "bread")) == ("", "hleb")


@pytest.mark.parametrize(
    "pairs",
    [[], [Pair("xx", "", "yy", "")], [Pair("xx", "bread", "yy", "?!")], [pair(*LINES, other="xx-Latn")]],
    ids=["nothing", "empty", "no words", "one language"],
)
def test_where_nothing_is_to_be_learned_nothing_is(pairs: list[Pair]) -> None:
    learned = learn(pairs, analyser())
    assert (learned.size(), learned.others("xx", "yy", "bread")) == (0, [])
    assert not Learned()


def test_what_was_learned_finds_documents_but_the_very_word_goes_first(shelf: Shelf) -> None:
    shelf.put(document(1, language="sl", name="Lavka"), document(2, language="sl", name="Shop"))
    asked = {"text": "shop", "language": "en", "languages": ("sl",)}
    assert shelf.found(**asked) == ["Shop"]
    lessons.teach(learn([pair(*LINES, language="en", other="sl")], analyser()))
    assert shelf.found(**asked) == ["Shop", "Lavka"]
    lessons.teach(Learned())
    assert shelf.found(**asked) == ["Shop"]
