# SPDX-License-Identifier: EUPL-1.2
"""The page of a letter: it only counts what was copied, keeps nothing, and tells no day that nobody can know."""

from typing import Any

import pytest
import time_machine
from django.test import Client

from pristan.city.orientation import letters
from pristan.doors.web.views import letter
from tests import cities, logged

pytestmark = pytest.mark.django_db
SECRET = "1977-07-07"


@pytest.fixture(autouse=True)
def _day() -> Any:
    with time_machine.travel(cities.NOW, tick=False):  # Tuesday, 24 November 2026
        yield


def answer(language: str = "en", **fields: str) -> Any:
    return Client().post(f"/{language}/letter/", fields)


def text(language: str = "en", **fields: str) -> str:
    return answer(language, **fields).content.decode()


def test_the_form_asks_for_a_number_and_a_day_and_says_where_they_stand(example_city):
    page = Client().get("/en/letter/").content.decode()
    assert 'method="post"' in page
    assert 'type="date"' in page
    assert "prazo de recurso" in page
    assert "The letter counts as delivered on the day on which you receive it." in page


@pytest.mark.parametrize(
    ("language", "day", "weekday"),
    [("en", "7 December 2026", "Monday"), ("pt", "7 de dezembro de 2026", "segunda-feira"), ("uk", "7 грудня 2026", "понеділок")],
)  # fmt: skip
def test_the_last_day_stands_first_with_its_weekday_and_the_way_to_it(example_city, language, day, weekday):
    page = text(language, days="15", delivered_on="2026-11-20")  # ends on Saturday, 5 December
    heading = page.partition('class="letter-day"')[2].partition("</h2>")[0]
    assert day in heading
    assert weekday in heading
    assert (
        page.count("<li>", page.index("letter-trail"), page.index("</ol>", page.index("letter-trail"))) == 6
    )
    assert "Regulamento Inventado 2/2026" in page


def test_days_left_and_the_safe_day_are_told(example_city):
    page = text(days="15", delivered_on="2026-11-20")
    assert "13 days are left." in page
    assert "To be safe, do it by: Friday, 4 December 2026" in page
    assert "Hurry." not in page


@pytest.mark.parametrize(
    ("days", "delivered_on", "words"),
    [
        ("10", "2026-11-20", "6 days are left."), ("7", "2026-11-20", "3 days are left."), ("5", "2026-11-20", "1 day is left."),
        ("4", "2026-11-20", "Today is the last day."), ("1", "2026-11-17", "The last day was: Wednesday, 18 November 2026"),
    ],
)  # fmt: skip
def test_who_has_three_days_or_fewer_is_told_to_hurry(example_city, days, delivered_on, words):
    page = text(days=days, delivered_on=delivered_on)
    assert words in page
    assert ("Hurry." in page) == (days in ("7", "5"))
    assert "Get advice today all the same" not in page or days == "1"


def test_a_term_in_working_days_is_counted_so_where_the_city_allows_it(example_city):
    heading = text(days="5", unit="working days", delivered_on="2026-11-20").partition('class="letter-day"')[
        2
    ]
    assert "Friday, 27 November 2026" in heading[:200]
    heading = text(days="5", unit="moons", delivered_on="2026-11-20").partition('class="letter-day"')[2]
    assert "Wednesday, 25 November 2026" in heading[:200]


def test_a_last_day_of_which_not_all_holidays_are_known_is_not_certain(example_city):
    assert "This day is not certain" in text(days="60", delivered_on="2026-11-20")
    assert "This day is not certain" not in text(days="15", delivered_on="2026-11-20")


@pytest.mark.parametrize("fields", [{}, {"days": "15"}, {"delivered_on": "2026-11-20"}])
def test_without_the_number_or_the_day_there_is_no_day_but_advice_and_legal_help(example_city, fields):
    page = text(**fields)
    assert "Terms can be as short as 3 days." in page
    assert "letter-day" not in page
    assert "Free legal help" in page


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"days": "0"}, "A term has from 1 to 365 days."), ({"days": "-3"}, "A term has from 1 to 365 days."),
        ({"days": "366"}, "A term has from 1 to 365 days."), ({"days": "fifteen"}, "as a whole number"),
        ({"days": "1.5"}, "as a whole number"), ({"days": "9" * 60}, "as a whole number"),
        ({"delivered_on": "2026-02-31"}, "There is no such day"), ({"delivered_on": "31. 2. 2026"}, "There is no such day"),
        ({"delivered_on": "yesterday"}, "with its month and year"), ({"delivered_on": "2026-11-25"}, "still to come"),
        ({"delivered_on": "0000-01-01"}, "There is no such day"),
    ],
)  # fmt: skip
def test_a_slip_gets_a_clear_word_at_its_field_and_nothing_is_lost(example_city, fields, words):
    given = {"days": "15", "delivered_on": "2026-11-20"} | fields
    found = answer(**given)
    page = found.content.decode()
    assert found.status_code == 422
    assert words in page
    assert page.count('aria-invalid="true"') == 1
    assert "letter-day" not in page
    assert all(f'value="{each[:60]}"' in page for each in given.values())


@pytest.mark.parametrize(
    "written", ["2026-11-20", "20. 11. 2026", "20.11.2026", "20/11/2026", " 20 11 2026 ", "٢٠. ١١. ٢٠٢٦"]
)
def test_a_day_is_read_as_people_write_it(example_city, written):
    assert "Monday, 7 December 2026" in text(days="١٥", delivered_on=written)


def test_a_city_without_a_rule_counts_nothing_and_says_where_to_get_advice(example_city, monkeypatch):
    monkeypatch.setattr(letter, "_rules", lambda page: letters.NONE)
    page = Client().get("/en/letter/").content.decode()
    assert "so we count nothing" in page
    assert 'method="post"' not in page
    assert "Free legal help" in page
    assert "letter-day" not in text(days="15", delivered_on="2026-11-20")


def test_what_was_copied_stays_nowhere(example_city, caplog, capsys):
    found = answer(days="15", delivered_on=SECRET)
    assert found["Cache-Control"] == "no-store"
    assert not found.cookies
    assert "ETag" not in found
    answer(days="15", delivered_on=f"{SECRET}-what")
    said = logged.words(caplog, capsys)
    assert "1977" not in said
    page = Client().get("/en/letter/").content.decode()
    assert "?" not in page.partition('<form action="')[2].partition('"')[0]


def test_another_site_cannot_send_somebody_here_with_a_letter(example_city):
    for headers in ({"Sec-Fetch-Site": "cross-site"}, {"Origin": "https://elsewhere.example"}):
        found = Client().post("/en/letter/", {"delivered_on": SECRET}, headers=headers)
        assert found.status_code == 400
        assert SECRET not in found.content.decode()


@pytest.mark.parametrize("path", ["/en/", "/en/rights/", "/en/plan/"])
def test_pages_about_rights_lead_to_it(example_city, path):
    assert 'href="/en/letter/"' in Client().get(path).content.decode()


def test_the_plan_leads_to_it(example_city):
    assert 'href="/en/letter/"' in Client().post("/en/plan/", {}).content.decode()
