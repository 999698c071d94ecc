# SPDX-License-Identifier: EUPL-1.2
"""Conditions in words for a page that knows nobody's answers."""

from typing import Any

import pytest
from django.utils import translation

from pristan.city.orientation.conditions import in_words

NAMES = {"guest": {"text": "Guest"}, "citizen": {"text": "Citizen"}}
ADULT, GUEST, WORKS = {"age": {"min": 18}}, {"legal_status": ["guest"]}, {"works": True}


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (None, []),
        (ADULT, ["you are at least 18 years old"]),
        ({"all": [ADULT, WORKS]}, ["you are at least 18 years old", "you work"]),
        ({"any": [ADULT, WORKS]}, ["you are at least 18 years old – or you work"]),
        ({"any": [{"all": [ADULT, WORKS]}, GUEST]},
         ["you are at least 18 years old and you work – or your status is one of: Guest"]),
        ({"not": GUEST}, ["your status is none of: Guest"]),
        ({"not": WORKS}, ["you do not work"]),
        ({"not": {"any": [WORKS, GUEST]}}, ["you do not work", "your status is none of: Guest"]),
        ({"not": {"all": [WORKS, GUEST]}}, ["you do not work – or your status is none of: Guest"]),
        ({"not": {"not": WORKS}}, ["you work"]),
    ],
)  # fmt: skip
def test_each_part_is_a_sentence_and_a_not_is_its_contrary(given: Any, words: list[str]) -> None:
    with translation.override("en"):
        assert in_words(given, NAMES) == words


def test_a_status_that_nobody_named_is_called_by_its_code() -> None:
    with translation.override("en"):
        assert in_words({"legal_status": ["elsewhere"]}, NAMES) == ["your status is one of: elsewhere"]
