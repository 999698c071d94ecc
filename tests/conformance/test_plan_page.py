# SPDX-License-Identifier: EUPL-1.2
"""The page of a plan over the real rules: short steps that open, help in danger before all of them, and days that say how sure they are."""

import re

import pytest
from django.test import Client
from icalendar import Calendar

pytestmark = pytest.mark.django_db
NEW_EU_CITIZEN = {
    "legal_status": "eu_citizen",
    "base_status": "eu_citizen",
    "days_since_arrival": "80",
    "works": "yes",
}
LANGUAGES = ("sl", "en", "ar")


@pytest.fixture(scope="module", autouse=True)
def _city(ljubljana: None) -> None:
    """All of it happens in Ljubljana."""


def made(language: str = "en", **told: str) -> str:
    return str(Client().post(f"/{language}/plan/", told).content.decode())


def steps(page: str) -> dict[str, list[tuple[bool, str]]]:
    """By band: whether each step is open, and all that is said of it."""
    bands = re.findall(r'<h2 id="band-(\w+)".*?</section>', page, re.DOTALL)
    found = {}
    for band in bands:
        inside = page[page.index(f'<h2 id="band-{band}"') :].partition("</section>")[0]
        parts = inside.split('<li class="plan-step')[1:]
        found[band] = [("<details open>" in each, each) for each in parts]
    return found


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "told", [{}, NEW_EU_CITIZEN, {"legal_status": "no_regular_status"}, {"wants": "safety"}]
)
def test_help_in_danger_comes_first_whatever_is_told(language, told):
    page = made(language, **told)
    help_, _, rest = page.partition('<h2 id="band-now"')
    assert 'href="tel:112"' in help_
    assert 'href="tel:113"' in help_
    block = help_[help_.index('class="plan-danger"') :].partition("</section>")[0]
    assert block.count("<li><a href") == 4 + 1, "four kinds of help, and all of it"
    assert rest


def test_what_is_for_now_is_open_and_the_rest_is_a_list_of_short_steps():
    page = made(**NEW_EU_CITIZEN)
    found = steps(page)
    assert list(found) == ["now", "week", "month"]
    assert {is_open for is_open, _ in found["now"]} == {True}
    assert {is_open for band in ("week", "month") for is_open, _ in found[band]} == {False}
    for band, inside in found.items():
        assert re.search(rf'href="#band-{band}">[^<]+<b>{len(inside)}</b>', page), "how many there are of it"
    everything = "".join(words for inside in found.values() for _, words in inside)
    assert not re.search(r"domestic violence", everything), "it stands in the help above"


def test_an_unread_article_is_said_beside_the_day_and_in_the_calendar():
    page = made(**NEW_EU_CITIZEN)
    (step,) = [words for _, words in steps(page)["now"] if "Last day:" in words]
    assert "to be confirmed" in step
    assert "Ask at the office before you rely on it." in step
    answer = Client().post("/en/plan/", NEW_EU_CITIZEN | {"form": "ics"})
    remarks = [str(each["description"]) for each in Calendar.from_ical(answer.content).walk("VEVENT")]
    assert len([each for each in remarks if "to be confirmed" in each]) == 1
    text = Client().post("/en/plan/", NEW_EU_CITIZEN | {"form": "text"}).content.decode()
    assert "(to be confirmed)" in text


def test_a_day_that_is_past_says_what_to_do_now():
    told = {
        "legal_status": "tcn_family",
        "base_status": "tcn_family",
        "age": "38",
        "days_to_permit_expiry": "-5",
    }
    past = [words for _, words in steps(made(**told))["now"] if "This day has passed." in words]
    assert past
    assert not [words for words in past if "the queue is long" in words], "a day to aim at is no use any more"


def test_the_calendar_and_the_text_number_the_steps_as_the_page_does():
    page = made(**NEW_EU_CITIZEN)
    text = Client().post("/en/plan/", NEW_EU_CITIZEN | {"form": "text"}).content.decode()
    names = re.findall(
        r"<h3>(?:<bdi[^>]*>)?([^<]+)", "".join(words for each in steps(page).values() for _, words in each)
    )
    assert re.findall(r"^\d+\. (.+)$", text, re.MULTILINE) == names
