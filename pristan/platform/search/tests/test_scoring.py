# SPDX-License-Identifier: EUPL-1.2
"""Scores say how well a document answers. Pure: documents are made here, and no database is asked."""

from dataclasses import replace

import pytest

from pristan.platform.search.analysis import analyser
from pristan.platform.search.clues import LONGER, NEAR, Clue, Clues, Reading
from pristan.platform.search.encoding import encode
from pristan.platform.search.port import FIELDS
from pristan.platform.search.scoring import SATURATION, USUAL, WEIGHTS, Scorer
from pristan.platform.search.tests.kit import document
from pristan.platform.search.tokens import Stored, declared, term_tokens


def stored(**fields: str) -> Stored:
    made = encode(document(1, language="xx", **fields), analyser())
    return Stored(made.tokens, made.lengths)


def reading(term: str, *, worth: float = 1.0, rarity: float = 2.0) -> Reading:
    return Reading(term, 1, worth, rarity, term_tokens("xx", term), is_typed=worth == 1)


def clues(*each: Reading | tuple[Reading, ...]) -> Clues:
    found = (Clue(one if isinstance(one, tuple) else (one,)) for one in each)
    return Clues(tuple(found), is_guess=False, total=1)


def score(document: Stored, asked: Clues) -> tuple[float, tuple[str, ...]]:
    return Scorer(asked).score(document)


def points(document: Stored, *each: Reading | tuple[Reading, ...]) -> float:
    return score(document, clues(*each))[0]


BREAD, SHOP = reading("bread"), reading("shop")


def test_a_document_without_the_words_has_no_score_and_no_terms() -> None:
    assert score(stored(name="milk"), clues(BREAD)) == (0.0, ())


@pytest.mark.parametrize("times", [2, 5, 50, 2000])
def test_an_exact_title_always_beats_more_mentions_in_a_body(times: int) -> None:
    title = stored(name="bread", body=" ".join(["other"] * 40))
    body = stored(name="shop", body=" ".join(f"bread w{number}" for number in range(times)))
    assert points(title, BREAD) > points(body, BREAD)
    several = [reading(f"w{number}") for number in range(9)]
    text = " ".join(each.term for each in several)
    assert points(stored(name=text), *several) > points(
        stored(name="shop", body=f"{text} " * times), *several
    )


def test_a_name_with_more_or_fewer_words_is_not_the_exact_title() -> None:
    exact, more, fewer = (
        points(stored(name=name), BREAD, SHOP) for name in ("shop bread", "bread shop corner", "bread")
    )
    assert exact > clues(BREAD, SHOP).weight > max(more, fewer)
    guessed = points(stored(name="broad"), reading("broad", worth=NEAR))
    assert guessed < reading("broad", worth=NEAR).weight


def test_one_mention_never_says_more_in_a_field_of_less_weight() -> None:
    usual = {name: " ".join(f"w{number}" for number in range(int(USUAL[name]) - 1)) for name in FIELDS}
    heavy = sorted(FIELDS, key=WEIGHTS.__getitem__, reverse=True)
    found = [points(stored(**usual | {name: f"bread {usual[name]}"}), BREAD) for name in heavy]
    assert found == sorted(set(found), reverse=True)
    assert list(WEIGHTS) == list(FIELDS)


def test_more_mentions_say_more_but_never_more_than_the_word_weighs() -> None:
    found = [points(stored(body=" x ".join(["bread"] * times)), BREAD) for times in (1, 2, 4, 8)]
    assert found == sorted(found)
    assert found[-1] < BREAD.weight
    assert points(stored(**dict.fromkeys(FIELDS, "bread x bread x bread")), BREAD) < BREAD.weight
    assert SATURATION > 0


def test_a_word_in_a_short_text_says_more_than_in_a_long_one() -> None:
    short, long = stored(body="fresh bread"), stored(body="bread " + " ".join(f"w{n}" for n in range(300)))
    assert points(short, BREAD) > points(long, BREAD)


def test_two_words_in_the_text_go_before_one_of_them_in_the_title() -> None:
    both, one = stored(name="Corner", body="a shop with bread"), stored(name="shop")
    assert points(both, BREAD, SHOP) > points(one, BREAD, SHOP)


def test_a_rare_word_says_more_than_a_common_one() -> None:
    rare, common = reading("bread", rarity=5.0), reading("shop", rarity=0.5)
    assert points(stored(name="bread"), rare, common) > points(stored(name="shop"), rare, common)


def test_the_word_as_typed_goes_before_guesses_at_it() -> None:
    exact, longer, near = reading("bread"), reading("breads", worth=LONGER), reading("broad", worth=NEAR)
    of = {
        name: score(stored(name=name), clues((exact, longer, near))) for name in ("bread", "breads", "broad")
    }
    assert of["bread"][0] > of["broad"][0] > of["breads"][0] > 0
    assert [terms for _, terms in of.values()] == [("bread",), ("breads",), ("broad",)]


def test_a_word_counts_once_however_many_of_its_readings_are_there() -> None:
    alone, both = stored(name="bread x"), stored(name="bread broad")
    readings = (reading("bread"), reading("broad", worth=NEAR))
    assert score(alone, clues(readings)) == score(both, clues(readings))


def test_terms_are_named_in_the_order_of_the_clues() -> None:
    assert score(stored(name="shop bread"), clues(BREAD, SHOP))[1] == ("bread", "shop")


def meant(term: str, *, worth: float = 0.8) -> Reading:
    return Reading(term, 1, worth, 2.0, term_tokens("xx", term))


ABOUT_BREAD = declared("n:bread")


def with_meaning(*meanings: str, **fields: str) -> Stored:
    """A document that is declared to be about something as well."""
    made = encode(replace(document(1, language="xx", **fields), meanings=meanings), analyser())
    return Stored(made.tokens, made.lengths)


def test_a_document_that_says_it_in_two_ways_goes_before_one_that_says_it_in_one() -> None:
    either = (BREAD, meant(ABOUT_BREAD))
    word, meaning = stored(body="bread"), with_meaning("n:bread", body="loaf")
    both = with_meaning("n:bread", body="bread")
    assert points(both, either) > max(points(word, either), points(meaning, either))
    assert min(points(word, either), points(meaning, either)) > 0


def test_a_meaning_alone_never_makes_the_exact_name() -> None:
    meaning, name = with_meaning("n:bread", name="loaf"), stored(name="bread")
    either = (BREAD, meant(ABOUT_BREAD))
    assert points(name, either) > clues(either).weight > points(meaning, either)


def test_a_meaning_names_the_document_that_was_found_by_it() -> None:
    assert score(with_meaning("n:bread"), clues((BREAD, meant(ABOUT_BREAD))))[1] == (ABOUT_BREAD,)
