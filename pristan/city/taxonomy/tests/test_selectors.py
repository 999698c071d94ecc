# SPDX-License-Identifier: EUPL-1.2
"""The vocabulary: concepts in their order and tree, in the words that a reader understands."""

from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from pristan.city.taxonomy import selectors
from pristan.city.taxonomy.models import Concept
from pristan.city.taxonomy.pack import ConceptSection
from pristan.city.taxonomy.selectors import Vocabulary
from pristan.city.taxonomy.tests import kit


@pytest.fixture
def words(tmp_path: Path, db: None) -> Vocabulary:
    """The vocabulary of the tiny thesaurus."""
    return kit.vocabulary(kit.write(tmp_path))


def test_it_is_read_with_two_queries_and_asks_no_more(tmp_path: Path, db: None) -> None:
    kit.load(kit.write(tmp_path))
    with CaptureQueriesContext(connection) as asked:
        found = selectors.vocabulary()
        found.concepts("needs")
        found.shown("needs", "doctor", "sl", ["en"])
        found.codes("en", [])
        found.narrower("needs", "health")
    assert len(asked) == 2


def test_concepts_come_in_the_order_of_their_file(words: Vocabulary) -> None:
    assert kit.ids(words.concepts("needs")) == ["health", "doctor", "papers"]
    assert kit.ids(words.concepts("costs")) == ["free", "paid"]
    assert words.concepts("nothing") == []


def test_what_was_given_up_is_offered_no_more_but_can_still_be_read(words: Vocabulary) -> None:
    assert "physician" not in kit.ids(words.concepts("needs"))
    assert words.narrower("needs", "health") == ["doctor"]
    assert words.label("needs", "physician", "en", []) == ("Physician", "en")


def test_what_left_the_pack_is_offered_no_more_but_can_still_be_read(words: Vocabulary) -> None:
    ConceptSection().archive(["needs/doctor"], actor=kit.LOADER, at=kit.AT)
    again = selectors.vocabulary()
    assert kit.ids(again.concepts("needs")) == ["health", "papers"]
    assert again.narrower("needs", "health") == []
    assert again.label("needs", "doctor", "en", []) == ("Doctor", "en")
    assert again.with_ancestors("needs", "doctor") == {"doctor", "health"}


def test_who_holds_a_concept_that_was_replaced_is_found_under_the_new_one_and_all_above_it(
    words: Vocabulary,
) -> None:
    assert words.with_ancestors("needs", "physician") == {"physician", "doctor", "health"}
    assert words.with_ancestors("needs", "doctor") == {"doctor", "health"}
    assert words.with_ancestors("needs", "papers") == {"papers"}


def test_above_stands_everything_up_to_the_top_by_every_way(db: None) -> None:
    tree = {"top": [], "other": [], "left": ["top"], "right": ["top", "other"], "low": ["left", "right"]}
    kit.put(
        {f"needs/{key}": {"position": at, "broader": above} for at, (key, above) in enumerate(tree.items())}
    )
    found = selectors.vocabulary()
    assert found.with_ancestors("needs", "low") == {"low", "left", "right", "top", "other"}
    assert found.narrower("needs", "top") == ["left", "right"]
    assert found.narrower("needs", "low") == []
    assert found.with_ancestors("needs", "unknown") == {"unknown"}


def test_even_a_circle_comes_to_an_end(db: None) -> None:
    kit.put({"needs/a": {"broader": ["b"]}, "needs/b": {"broader": ["a"]}})
    Concept.objects.filter(key="needs/a").update(replaced_by="a")
    assert selectors.vocabulary().with_ancestors("needs", "a") == {"a", "b"}


def test_the_same_id_in_another_list_is_another_concept(db: None) -> None:
    kit.put(
        {
            "needs/women": {"broader": ["top"]},
            "needs/top": {},
            "audiences/women": {"labels.en": {"pref": "Women"}},
        }
    )
    found = selectors.vocabulary()
    assert found.with_ancestors("audiences", "women") == {"women"}
    assert found.narrower("audiences", "top") == []
    assert found.label("needs", "women", "en", []) == ("women", "en")


@pytest.mark.parametrize(
    ("key", "language", "chain", "expected"),
    [
        ("doctor", "sl", ["en"], ("Zdravnik", "sl")),
        ("papers", "sl", ["en"], ("Papers", "en")),
        ("doctor", "ar", ["sl", "en"], ("Zdravnik", "sl")),
        ("doctor", "ar", [], ("doctor", "en")),
        ("no-such-need", "sl", ["en"], ("no such need", "en")),
    ],
)
def test_a_label_is_in_the_first_language_that_has_one_and_says_which(
    words: Vocabulary, key: str, language: str, chain: list[str], expected: tuple[str, str]
) -> None:
    assert words.label("needs", key, language, chain) == expected


def test_a_page_gets_id_label_language_and_icon(words: Vocabulary) -> None:
    assert words.shown("needs", "health", "sl", ["en"]) == {
        "id": "health",
        "label": "Zdravje",
        "lang": "sl",
        "icon": "heart",
    }
    assert words.shown("needs", "gone", "sl", ["en"]) == {
        "id": "gone",
        "label": "gone",
        "lang": "en",
        "icon": "",
    }


def test_search_knows_the_shown_words_of_the_readers_language_and_the_labels_of_its_fallbacks(
    words: Vocabulary,
) -> None:
    assert words.search_words("needs", "doctor", "en", ["sl"]) == [
        "Doctor",
        "GP",
        "family doctor",
        "Zdravnik",
    ]
    assert words.search_words("needs", "doctor", "ar", ["en", "sl"]) == ["Doctor", "Zdravnik"]
    assert words.search_words("needs", "gone", "en", []) == []


def test_hidden_words_are_never_shown(words: Vocabulary) -> None:
    shown = [words.shown("needs", key, "en", []) for key in ("health", "doctor", "papers")]
    assert "docter" not in str(shown) + str(words.codes("en", []))


def test_codes_are_the_lists_that_pages_print_in_words_and_not_the_trees(words: Vocabulary) -> None:
    assert words.codes("sl", ["en"]) == {"costs": {"free": "Free of charge", "paid": "With costs"}}
