# SPDX-License-Identifier: EUPL-1.2
"""What a program is told that asks for a language, mistypes an address, or comes while the city cannot be read."""

import json
from typing import Any

import pytest
from django.db import OperationalError
from django.test import Client

from pristan.doors.web import selectors
from pristan.doors.web.views import orientation

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


def test_what_stands_in_the_address_and_means_nothing_is_named_and_never_weighed(example_city):
    for body in ({"works": True}, {"answers": {"works": True}}):
        answer = Client().post(
            f"{NEXT}?language=en&age=77&age=78", json.dumps(body), content_type="application/json"
        )
        assert answer.json()["ignored"] == ["age", "language"]
        assert answer.json() | {"ignored": []} == ask(body=body).json()
        assert "77" not in answer.content.decode()


def test_the_language_beside_the_answers_is_understood_alike(example_city):
    assert ask("uk", body={"answers": {}, "lang": "EN-gb"})["Content-Language"] == "en"


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("get", "/api/", 404), ("get", "/api/orientation", 404), ("post", "/api/orientation/plan/", 404), ("get", "/api/plan?age=77", 404),
        ("post", "/api/openapi.json", 405), ("options", "/api/openapi.json", 405),
    ],
)  # fmt: skip
def test_a_program_at_a_wrong_address_is_told_in_json_where_to_look(example_city, method, path, status):
    answer = getattr(Client(), method)(path)
    assert (answer.status_code, answer["Content-Type"]) == (status, "application/json")
    assert set(answer.json()) == {"error", "mend"}
    assert answer["Cache-Control"] == "no-store"
    assert "77" not in answer.content.decode()


def test_people_at_a_wrong_address_get_a_page(example_city):
    assert Client().get("/en/api/")["Content-Type"].startswith("text/html")


def test_a_fault_of_ours_is_told_in_json_as_well(example_city, monkeypatch):
    def broken(*_: Any) -> None:
        raise RuntimeError("what somebody told")

    monkeypatch.setattr(orientation, "rulebook", broken)
    answer = Client(raise_request_exception=False).post(NEXT, "{}", content_type="application/json")
    assert (answer.status_code, answer["Content-Type"]) == (500, "application/json")
    assert answer.json()["mend"]
    assert "what somebody told" not in answer.content.decode()


def test_who_comes_while_the_city_cannot_be_read_is_told_when_to_come_again(monkeypatch):
    def gone() -> int:
        raise OperationalError

    monkeypatch.setattr(selectors, "version", gone)
    answer = ask()
    assert (answer.status_code, answer["Retry-After"]) == (503, "60")


def test_a_page_of_another_site_may_ask_and_read_the_answer_but_no_page_of_ours(example_city):
    elsewhere = {"Origin": "https://elsewhere.example"}
    first = Client().options(NEXT, headers=elsewhere | {"Access-Control-Request-Method": "POST"})
    assert (first.status_code, first["Access-Control-Allow-Methods"]) == (204, "POST")
    assert first["Access-Control-Allow-Headers"] == "Content-Type"
    good = Client().post(NEXT, "{}", content_type="application/json", headers=elsewhere)
    bad = Client().post(NEXT, "{", content_type="application/json", headers=elsewhere)
    read = [Client().get(path, headers=elsewhere) for path in ("/api/openapi.json", "/en/orientation.json")]
    for answer in (first, good, bad, *read):
        assert answer["Access-Control-Allow-Origin"] == "*"
        assert "Access-Control-Allow-Credentials" not in answer.headers
    for path in ("/en/", "/en/search/?q=a", "/en/suggest/?q=as", "/en/plan/", "/staff/"):
        assert "Access-Control-Allow-Origin" not in Client().get(path, headers=elsewhere).headers, path
