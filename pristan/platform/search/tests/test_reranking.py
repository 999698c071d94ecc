# SPDX-License-Identifier: EUPL-1.2
"""The second look: letters that a document shares with the question, and its words near each other."""

from dataclasses import replace

import pytest

from pristan.platform.search import reranking
from pristan.platform.search.analysis import analyser
from pristan.platform.search.clues import Clue, Clues, Reading
from pristan.platform.search.encoding import encode
from pristan.platform.search.letters import groups
from pristan.platform.search.meanings import Asked
from pristan.platform.search.reranking import GRAMS, NEARNESS, TOPIC, added
from pristan.platform.search.tests.kit import Shelf, document, numbered
from pristan.platform.search.tokens import Stored, term_tokens


def stored(language: str = "xx", **fields: str) -> tuple[str, Stored]:
    made = encode(document(1, language=language, **fields), analyser())
    return language, Stored(made.tokens, made.lengths)


def asked(text: str, light: float = 1.0) -> list[Asked]:
    return [Asked(each.surface, {"xx": each}, light=light) for each in analyser().words(text, "xx")]


def clues(text: str, language: str = "xx") -> dict[str, Clues]:
    found = (
        Clue((Reading(each, 1, 1.0, 2.0, term_tokens(language, each), is_typed=True),))
        for each in text.split()
    )
    return {language: Clues(tuple(found), is_guess=False, total=1)}


def by_letters(text: str, *documents: tuple[str, Stored], light: float = 1.0) -> list[float]:
    return added(asked(text, light), clues("nothing"), documents)


def by_nearness(text: str, *bodies: str) -> list[float]:
    return added([], clues(text), [stored(body=each) for each in bodies])


def test_letter_groups_know_the_edges_of_a_word_and_every_word_has_one() -> None:
    assert groups("bread") == {"^bre", "brea", "read", "ead$"}
    assert (groups("ab"), groups("a"), groups("")) == ({"^ab$"}, {"^a$"}, {"^$"})


def test_a_relative_of_a_word_gains_more_than_a_stranger_and_the_word_itself_most() -> None:
    same, relative, stranger = by_letters(
        "bakery", *(stored(body=each) for each in ("bakery", "bakeries", "honey"))
    )
    assert same > relative > stranger == 0
    assert same == pytest.approx(GRAMS)


def test_letters_that_few_documents_have_say_more() -> None:
    bread, honey, _ = by_letters("bread honey", *(stored(body=each) for each in ("bread", "honey", "bread")))
    assert honey > bread > 0


def test_letters_of_words_that_count_little_are_not_looked_at() -> None:
    assert by_letters("bakery", stored(body="bakery"), light=0.3) == [0]


def test_meanings_and_facets_are_no_letters() -> None:
    facet = encode(document(1, "bakery", language="xx"), analyser())
    made = Stored(f"{facet.tokens} xx0.s:bakery", facet.lengths)
    assert by_letters("bakery", ("xx", made)) == [0]


def test_words_side_by_side_gain_more_than_words_apart_and_far_ones_nothing() -> None:
    far = "bread " + "x " * 8 + "honey"
    side, apart, nothing, alone = by_nearness(
        "bread honey", "bread honey", "bread x x x honey", far, "bread bread"
    )
    assert side > apart > nothing == alone == 0
    assert side == pytest.approx(NEARNESS / 2), "one pair of two words of the same weight"
    assert by_nearness("bread honey", "honey bread", "x honey bread x bread") == pytest.approx([side, side])


def test_words_of_two_fields_are_no_neighbours() -> None:
    assert added([], clues("bread honey"), [stored(name="bread", alternate="honey")]) == [0]


def about(*meanings: str, language: str = "xx", **fields: str) -> tuple[str, Stored]:
    made = encode(replace(document(1, language=language, **fields), meanings=meanings), analyser())
    return language, Stored(made.tokens, made.lengths)


def by_topic(text: str, meant: dict[str, float], *documents: tuple[str, Stored]) -> list[float]:
    words = [replace(each, meanings=meant) for each in asked(text, light=0.1)]
    return [share / TOPIC for share in added(words, clues(text), documents)]


def test_what_is_first_of_all_about_the_need_gains_most_and_what_is_about_another_nothing() -> None:
    first, second, third, other = by_topic(
        "flat",
        {"n:rent": 0.9},
        about("n:rent"),
        about("a:women", "n:work", "n:rent"),
        about("n:work", "n:school", "n:rent"),
        about("n:work", "a:women"),
    )
    assert first == pytest.approx(1)
    assert first > second > third > other == 0


def test_needs_that_several_words_mean_count_for_each_and_all_that_are_declared_add_up() -> None:
    both, one = by_topic("flat money", {"n:rent": 0.8, "n:debts": 0.4}, about("n:rent", "n:debts"), about("n:rent"))  # fmt: skip
    assert one == pytest.approx(1)
    assert one < both < 1.5
    words = asked("flat money", light=0.1)
    words[0].meanings.update({"n:rent": 0.5, "n:work": 0.6})
    words[1].meanings["n:rent"] = 0.5
    rent, work = added(words, clues("flat money"), [about("n:rent"), about("n:work")])
    assert rent > work > 0


def test_what_is_called_so_is_about_it_as_much_as_any_other() -> None:
    meant = {"n:rent": 0.9}
    most, named, elsewhere, in_part = by_topic(
        "green house",
        meant,
        about("n:rent"),
        about("n:work", name="house", alternate="the green one"),
        about("n:work", keywords="green house x x x x x x x x"),
        about("n:work", name="house"),
    )
    assert named >= most == pytest.approx(1)
    assert elsewhere < most
    assert in_part == 0


def test_each_document_is_measured_by_the_words_of_its_language() -> None:
    found = clues("bread honey") | clues("hleb med", "yy")
    one, other = stored(body="bread honey"), stored("yy", body="bread honey hleb med")
    assert added([], found, [one, other]) == pytest.approx([NEARNESS / 2] * 2)
    assert added(asked("bread"), found, []) == []


def test_what_stands_together_goes_first_and_the_order_of_the_others_stays(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    filler = "red green blue yellow brown white black pink grey"
    shelf.put(
        document(1, name="Apart", body=f"night {filler} school"),
        document(2, name="Together", body=f"night school {filler}"),
    )
    assert shelf.found("night school") == ["Together", "Apart"]
    monkeypatch.setattr(reranking, "MOST", 1)
    assert shelf.found("night school") == ["Apart", "Together"]


def test_scores_still_fall_where_more_is_found_than_looked_at_again(shelf: Shelf) -> None:
    shelf.put(*numbered([f"Garden {'x ' * number}" for number in range(reranking.MOST + 9)]))
    scores = [hit.score for hit in shelf.ask("garden", limit=100).hits]
    assert len(scores) == reranking.MOST + 9
    assert scores == sorted(scores, reverse=True)
