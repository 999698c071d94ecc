# SPDX-License-Identifier: EUPL-1.2
"""The contract of search, first part: what is found by words, and in which order. The orders are literal, so databases cannot differ."""

import pytest

from pristan.platform.search.encoding import ABOUT
from pristan.platform.search.port import FIELDS, MOST_WORDS
from pristan.platform.search.scoring import USUAL
from pristan.platform.search.tests.kit import Shelf, document, numbered

TEXTS = [each for each in FIELDS if each != ABOUT]


def test_a_word_counts_most_in_names_and_labels_and_least_in_the_body(shelf: Shelf) -> None:
    usual = {name: " ".join(f"word{number}" for number in range(int(USUAL[name]) - 1)) for name in TEXTS}
    shelf.put(
        *(document(n, **usual | {name: f"{usual[name]} garden"}) for n, name in enumerate(reversed(TEXTS)))
    )
    order = [list(reversed(TEXTS))[hit.thing.int] for hit in shelf.ask("garden").hits]
    assert set(order[:3]) == {"name", "alternate", "keywords"}
    assert order[3] == "summary"
    assert set(order[4:]) == {"body", "parts"}


def test_the_whole_town_is_found_by_words_in_a_literal_order(town: Shelf) -> None:
    assert town.found("doctor") == ["Clinic", "Women's house", "Dentist", "Pharmacy"]
    assert town.found("course") == ["Language course", "Driving school", "Library"]
    assert town.found("school") == ["Driving school", "Language course"]
    assert town.found("read") == ["Library", "Language course"]
    assert town.found("bed") == ["Shelter", "Women's house"]


def test_what_is_called_just_what_was_typed_goes_first_however_often_others_say_it(shelf: Shelf) -> None:
    shelf.put(
        document(
            1,
            name="Swimming club",
            alternate="swimming",
            keywords="swimming",
            body="swimming and swimming " * 50,
        ),
        document(2, name="Swimming"),
        document(
            3,
            language="sl",
            name="Tečaji slovenščine",
            body="tečaj slovenščine " * 50,
            keywords="tečaj slovenščine",
        ),
        document(4, language="sl", name="Tečaj slovenščine"),
    )
    assert shelf.found("swimming") == ["Swimming", "Swimming club"]
    assert set(shelf.found("tecaj slovenscine", language="sl")) == {"Tečaj slovenščine", "Tečaji slovenščine"}


def test_a_name_is_known_even_when_its_words_belong_to_another_language(shelf: Shelf) -> None:
    shelf.put(
        document(1, language="sl", name="Zug klub", alternate="zug", keywords="zug", body="zug in zug " * 50),
        document(2, language="sl", name="Zug", body="beseda " * 60),
    )
    assert shelf.found("zug", language="sl") == ["Zug", "Zug klub"]  # "zug" is a German word


def test_more_words_of_the_query_go_before_fewer(town: Shelf) -> None:
    assert town.found("safe bed doctor")[0] == "Women's house"
    assert town.found("driving course") == ["Driving school", "Language course", "Library"]


def test_a_rare_word_says_more_than_a_common_one(shelf: Shelf) -> None:
    shelf.put(*(document(n, name=f"Common {n}") for n in range(1, 30)), document(30, name="Rare one"))
    assert shelf.found("common rare")[0] == "Rare one"


def test_things_that_answer_equally_well_come_in_the_order_of_their_ids(shelf: Shelf) -> None:
    shelf.put(*(document(number, row=100 - number, name="Same words") for number in (4, 2, 9, 1)))
    for text in ("same", ""):
        assert [hit.thing.int for hit in shelf.ask(text).hits] == [1, 2, 4, 9]


def test_documents_that_do_not_have_the_words_are_not_found(town: Shelf) -> None:
    assert town.found("teeth") == ["Dentist"]
    nothing = town.ask("xylophone")
    assert (nothing.hits, nothing.total, nothing.is_fallback) == ([], 0, True)


def test_forms_and_spellings_of_a_word_find_the_same(shelf: Shelf) -> None:
    shelf.put(document(1, name="Courses"), document(2, language="sl", name="Tečaj slovenščine"))
    assert shelf.found("course") == shelf.found("COURSES") == ["Courses"]
    for typed in ("tečaji slovenščine", "tecaj slovenscine", "TEČAJ", "slovenscina"):
        assert shelf.found(typed, language="sl") == ["Tečaj slovenščine"], typed


def test_each_language_has_an_index_of_its_own(shelf: Shelf) -> None:
    shelf.put(document(1, name="Radio", row=1), document(2, name="Radio", language="sl", row=2))
    assert [hit.thing.int for hit in shelf.ask("radio").hits] == [1]
    assert [hit.thing.int for hit in shelf.ask("radio", language="sl").hits] == [2]
    assert [hit.thing.int for hit in shelf.ask("radio", language="sl-Latn-SI").hits] == [2]
    assert shelf.ask("radio", language="ar").hits == []


def test_function_words_do_not_find_anything_by_themselves(town: Shelf) -> None:
    assert town.found("a bed for the night") == town.found("bed night")
    assert "Library" not in town.found("where is the doctor")  # "the", "a" and "and" stand in its text


def test_a_query_of_function_words_alone_is_taken_as_it_is(shelf: Shelf) -> None:
    shelf.put(document(1, name="The Who", body="a band"), document(2, name="Of of", body="the"))
    assert shelf.ask("for with").hits == []
    shelf.put(document(3, name="We"))
    assert shelf.found("we") == ["We"]


def test_the_last_word_may_be_unfinished(town: Shelf) -> None:
    assert town.found("pharm") == ["Pharmacy"]
    assert town.found("driving scho") == ["Driving school", "Language course"]
    assert town.ask("pharm").is_fallback is False


def test_a_word_before_the_last_is_not_completed(town: Shelf) -> None:
    assert town.found("pharm teeth") == ["Dentist"]


def test_a_finished_word_goes_before_one_that_only_begins_like_it(shelf: Shelf) -> None:
    shelf.put(*numbered(["Housework", "House", "Household"]))
    assert shelf.found("house")[0] == "House"


def test_a_slip_of_the_finger_still_finds_and_says_that_it_guessed(town: Shelf) -> None:
    for typed in ("dentsit", "dentst", "dentiist", "dentizt"):
        answer = town.ask(typed)
        assert town.called(answer.hits) == ["Dentist"], typed
        assert answer.is_fallback, typed


def test_two_slips_are_forgiven_in_long_words_only(shelf: Shelf) -> None:
    shelf.put(document(1, language="xx", name="pomaranca"), document(2, language="xx", name="ribez"))
    assert shelf.found("pemarnaac", language="xx") == []
    assert shelf.found("pomarencca", language="xx") == ["pomaranca"]
    assert shelf.found("ribzeu", language="xx") == []
    assert shelf.found("ribzs", language="xx") == []


def test_short_words_are_never_corrected(shelf: Shelf) -> None:
    shelf.put(document(1, language="xx", name="dom"), document(2, language="xx", name="dim"))
    assert shelf.found("dam", language="xx") == []


def test_an_exact_word_is_never_beaten_by_one_that_is_only_spelled_like_it(shelf: Shelf) -> None:
    shelf.put(
        document(1, language="xx", name="kolo", body="kolo kolo"),
        document(2, language="xx", name="Zveza", body="kolon"),
    )
    assert shelf.found("kolon", language="xx") == ["Zveza"]  # the word is known, so nothing else is meant
    assert shelf.ask("kolon", language="xx").is_fallback is False


def test_one_wrong_word_does_not_spoil_the_right_ones(town: Shelf) -> None:
    answer = town.ask("dentsit gums")
    assert town.called(answer.hits) == ["Dentist"]
    assert answer.is_fallback is False
    assert town.found("doctor qqqqqqqq") == town.found("doctor")


def test_a_hit_names_the_terms_by_which_it_was_found(town: Shelf) -> None:
    by_name = {town.names[hit.thing]: set(hit.terms) for hit in town.ask("safe doctor").hits}
    assert by_name["Women's house"] == {"safe", "doctor"}
    assert by_name["Dentist"] == {"doctor"}


def test_scores_fall_from_hit_to_hit_and_are_above_nothing(town: Shelf) -> None:
    scores = [hit.score for hit in town.ask("doctor bed course").hits]
    assert scores == sorted(scores, reverse=True)
    assert min(scores) > 0


def test_a_word_said_twice_in_the_query_counts_once(town: Shelf) -> None:
    once, twice = town.ask("bed doctor"), town.ask("bed doctor bed doctors")
    assert [(hit.thing, hit.score) for hit in once.hits] == [(hit.thing, hit.score) for hit in twice.hits]


def test_words_beyond_the_most_that_are_read_do_not_matter(shelf: Shelf) -> None:
    shelf.put(*numbered(["first", "last"], body="filler"))
    many = " ".join(f"w{number}x" for number in range(MOST_WORDS - 1))
    assert shelf.found(f"first {many} last") == ["first"]


def test_a_facet_is_not_a_word(shelf: Shelf) -> None:
    shelf.put(document(1, "place:river.bank", name="Boat"), document(2, name="Boat by a bank"))
    hits = shelf.ask("boat bank").hits
    assert [(hit.thing.int, set(hit.terms)) for hit in hits] == [(2, {"boat", "bank"}), (1, {"boat"})]


@pytest.mark.parametrize("text", ["", " ", "\t\n\u3000\u00a0"])
def test_without_words_everything_is_listed_by_name(town: Shelf, text: str) -> None:
    answer = town.ask(text)
    assert town.called(answer.hits) == [
        "Clinic", "Dentist", "Driving school", "Housing advice", "Language course", "Library", "Pharmacy", "Shelter", "Women's house",
    ]  # fmt: skip
    assert answer.is_fallback is False
    assert {hit.score for hit in answer.hits} == {0.0}


def test_a_list_by_name_does_not_mind_case_and_marks(shelf: Shelf) -> None:
    shelf.put(*numbered(["Zebra", "éclair", "Echo", "apple", "Eclipse"]))
    assert shelf.found() == ["apple", "Echo", "éclair", "Eclipse", "Zebra"]


def test_an_empty_index_answers_with_nothing(shelf: Shelf) -> None:
    for text in ("", "doctor"):
        assert (shelf.ask(text).hits, shelf.ask(text).total, shelf.ask(text).is_fallback) == ([], 0, True)
