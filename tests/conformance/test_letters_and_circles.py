# SPDX-License-Identifier: EUPL-1.2
"""Letters and circles over the real pack of Ljubljana: the example of the source comes out, and pages tell both in each language."""

from datetime import date
from typing import Any

import pytest
from django.test import Client

from pristan.city.orientation import answers, letters, plans
from pristan.city.orientation.rulebook import Rulebook, read
from pristan.doors.web.reading import texts
from tests import cities

pytestmark = pytest.mark.django_db
LANGUAGES = ("sl", "en", "ar")
TODAY = date(2026, 11, 27)


@pytest.fixture(scope="module")
def books(ljubljana: None) -> dict[str, Rulebook]:
    """The rules as readers of each language get them."""
    from pristan.platform.published import readers

    number = readers.version()
    return {each: read(readers.shared(kind="rules", language=each, version=number)) for each in LANGUAGES}


def test_the_example_of_the_source_comes_out(books, db):
    """Taken on 12 January 2018, 15 days: the 27th is a Saturday, so the last day is Monday, 29 January."""
    found = letters.tell(letters.rules(books["sl"]), 15, "days", date(2018, 1, 12), date(2018, 1, 13))
    assert found.last_day == date(2018, 1, 29)
    assert not found.is_certain, "nobody checked the holidays of 2018"


def test_holidays_of_the_law_move_a_last_day(books, db):
    rules = letters.rules(books["sl"])
    found = letters.tell(rules, 15, "days", date(2026, 4, 10), date(2026, 4, 13))
    assert found.last_day == date(2026, 4, 28), "the 25th is a Saturday, the 27th a holiday"
    assert "dan upora proti okupatorju" in [step.name for step in found.trail]
    assert found.is_certain


@pytest.mark.parametrize("language", LANGUAGES)
def test_rules_and_circles_are_told_in_every_language_with_their_sources(books, db, language):
    book = books[language]
    told = [*letters.rules(book).rules, *letters.rules(book).look_for, *book.circles]
    assert len(told) > 10
    assert {each["lang"] for each in texts([each for each in told if "ways" not in each])} == {language}
    for each in book.circles:
        assert {way["text"]["lang"] for way in each["ways"]} == {language}
        assert all(way["entry"]["slug"] for way in each["ways"])
    assert all(each["sources"] for each in told if "words" not in each)


@pytest.mark.parametrize(
    ("language", "day"),
    [
        ("sl", "ponedeljek, 7. december 2026"),
        ("en", "Monday, 7 December 2026"),
        ("ar", "الاثنين، 7 ديسمبر 2026"),
    ],
)
def test_the_page_of_a_letter_tells_day_rule_and_legal_help(books, db, time_machine, language, day):
    time_machine.move_to(cities.NOW)
    page = Client().get(f"/{language}/letter/").content.decode()
    assert "Pravni pouk" in page
    page = (
        Client().post(f"/{language}/letter/", {"days": "15", "delivered_on": "2026-11-20"}).content.decode()
    )
    assert day in page.partition('class="letter-day"')[2][:200]
    assert "ZUP" in page
    assert 'href="tel:' in page.partition('id="legal-help"')[2]


def test_a_newcomer_without_an_address_meets_the_circle_of_the_address_until_it_is_registered(books, db):
    def met(**given: Any) -> set[str]:
        told = answers.read(given, books["en"], TODAY)
        return {each["id"] for each in plans.plan(books["en"], told)["circles_known"]}

    newcomer = {
        "legal_status": "tcn_single_permit",
        "base_status": "tcn_single_permit",
        "days_since_arrival": 3,
    }
    assert "address" in met(**newcomer, address_registered=False)
    assert "protection-housing" not in met(**newcomer)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_plan_and_the_pages_of_the_steps_show_the_ways_out(books, db, language):
    way = books[language].circles[0]["ways"][2]["text"]["text"]  # the safe house
    assert way in Client().post(f"/{language}/plan/", {"address_registered": "no"}).content.decode()
    assert way in Client().get(f"/{language}/entry/secure-address-proof/").content.decode()
    assert way not in Client().get(f"/{language}/entry/klic-112/").content.decode()


@pytest.mark.parametrize(("words", "leads"), [("appeal against a decision", True), ("playground", False)])
def test_who_asks_about_a_decision_is_led_to_the_page_of_letters(books, db, words, leads):
    page = Client().get("/en/search/", {"q": words}).content.decode()
    assert ('href="/en/letter/"' in page) == leads
