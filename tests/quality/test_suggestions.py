# SPDX-License-Identifier: EUPL-1.2
"""A misspelled word of any of the thirteen languages gets the word that was meant, over the real city, and a right word none.

`misspellings.jsonl` was written by hand; none of it is a misspelling that labels list.
"""

import json
from collections import defaultdict
from pathlib import Path

import pytest

from pristan.core.text import fold
from tests import cities

pytestmark = pytest.mark.django_db

ROWS = [
    json.loads(line)
    for line in Path(__file__).with_name("misspellings.jsonl").read_text("utf-8").splitlines()
]
LEAST = 5  # of the six of each language


def meant(text: str) -> list[str]:
    """What somebody who reads English is offered."""
    from pristan.platform.published import readers
    from pristan.platform.search.port import Query, index

    asked = Query(text, "en", readers.version(), languages=("sl", "en", "ar"), is_complete=True)
    return [fold(each) for each in index().meant(asked)]


def listed() -> set[tuple[str, str]]:
    """Every word of labels, lexicon and words of danger: (language, word)."""
    from pristan.city.taxonomy.search import ThesaurusSource

    expressions = ThesaurusSource([cities.THESAURUS]).expressions()
    return {(language, word.casefold()) for language, text, _ in expressions for word in text.split()}


def test_misspelled_words_of_every_language_get_the_word_that_was_meant(ljubljana: None, db: None) -> None:
    right = defaultdict(list)
    for row in ROWS:
        right[row["lang"]].append(fold(row["meant"]) in meant(row["text"]))
        assert meant(row["meant"]) == [], f"{row['meant']} is known"
    assert len(right) == 13
    assert {language: sum(each) for language, each in right.items() if sum(each) < LEAST} == {}


def test_the_misspellings_are_nobodys_labels() -> None:
    words = listed()
    assert [row for row in ROWS if (row["lang"], row["text"].casefold()) in words] == []
