# SPDX-License-Identifier: EUPL-1.2
"""What a program is told that asks for a language."""

import json
from typing import Any

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db
NEXT = "/api/orientation/next"


def ask(language: str = "", header: str = "", body: Any = None) -> Any:
    return Client().post(
        f"{NEXT}?lang={language}" if language else NEXT,
        json.dumps(body or {}),
        content_type="application/json",
        headers={"Accept-Language": header} if header else {},
    )


@pytest.mark.parametrize(
    ("language", "header", "spoken"),
    [
        ("uk", "", "uk"), ("EN", "", "en"), ("en-GB", "", "en"), ("en_GB", "", "en"), ("uk-Cyrl-UA", "en", "uk"),
        ("xx", "", "pt"), ("xx", "uk", "uk"), ("", "", "pt"), ("", "EN-us", "en"), ("", "en;q=0, uk;q=0.1", "uk"), ("", "en;q=0", "pt"),
    ],
)  # fmt: skip
def test_a_language_is_understood_however_it_is_written_and_the_answer_names_its_own(
    example_city, language, header, spoken
):
    answer = ask(language, header)
    assert (answer.status_code, answer["Content-Language"]) == (200, spoken)
    assert answer.json()["text"] == ask(spoken).json()["text"]


def test_the_language_beside_the_answers_is_understood_alike(example_city):
    assert ask("uk", body={"answers": {}, "lang": "EN-gb"})["Content-Language"] == "en"
