# SPDX-License-Identifier: EUPL-1.2
"""Something is wrong here: told without a name, from this site only, and looked up by a code."""

import re
from urllib.parse import unquote

import pytest
from django.core.cache import cache
from django.test import Client

from pristan.doors.web.tests.conftest import SOS
from pristan.platform.receiving.throttle import MOST_FROM_ONE
from pristan.platform.reports.models import Report

PLACE = "/en/entry/cene-stupar-zip/problem/"
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _fresh():
    cache.clear()
    yield
    cache.clear()


def post(address=PLACE, given=None, **headers):
    return Client().post(
        address,
        {"matter": ["hours"], "text": "Ob petkih je zaprto."} if given is None else given,
        headers=headers,
    )


def code_of(answer):
    return re.search(r"<bdi>([A-Z0-9-]{14})</bdi>", answer.content.decode())[1]


def test_a_report_is_taken_and_its_code_tells_what_became_of_it(arrive):
    arrive()
    answer = post()
    assert answer.status_code == 200
    assert answer["Cache-Control"] == "no-store" and not answer.cookies
    found = Report.objects.get()
    assert (found.key, found.matters, found.language) == ("cene-stupar-zip", ["hours"], "en")
    told = Client().post("/en/report/", {"code": code_of(answer)})
    assert "Nobody has looked at it yet" in told.content.decode()
    assert told["Cache-Control"] == "no-store"


def test_a_sensitive_page_takes_reports_at_its_neutral_address(arrive):
    arrive()
    answer = post(f"/en{SOS}problem/")
    assert answer.status_code == 200 and answer["Cache-Control"] == "no-store"
    assert Report.objects.count() == 1


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({}, "Choose what is wrong"),
        ({"matter": "nonsense", "text": "  "}, "Choose what is wrong"),
        ({"text": "x" * 2001}, "at most 2000 characters"),
    ],
)
def test_what_is_not_taken_says_why_and_keeps_the_words(arrive, given, words):
    arrive()
    answer = post(given=given)
    page = answer.content.decode()
    assert answer.status_code == 422 and words in page
    assert given.get("text", "") in page
    assert not Report.objects.exists()


@pytest.mark.parametrize(
    "headers", [{"Sec-Fetch-Site": "cross-site"}, {"Origin": "https://elsewhere.example"}]
)
def test_another_site_cannot_send_reports(arrive, headers):
    arrive()
    assert post(**headers).status_code == 400
    assert not Report.objects.exists()


def test_one_place_cannot_flood_the_queue(arrive):
    arrive()
    answers = [post().status_code for _ in range(MOST_FROM_ONE + 1)]
    assert answers[-1] == 422 and set(answers[:-1]) == {200}
    assert Report.objects.count() == MOST_FROM_ONE


def test_an_unknown_code_is_told_kindly(arrive):
    arrive()
    answer = Client().post("/en/report/", {"code": "<b>BCDF"})
    assert answer.status_code == 422
    assert "We know no report with this code" in answer.content.decode()
    assert "<b>BCDF" not in answer.content.decode()


def test_what_is_written_is_never_markup(arrive):
    arrive()
    answer = post(given={"text": "<script>x</script>" + "y" * 2000, "contact": '"><b>'})
    assert "<script>x" not in answer.content.decode() and '"><b>' not in answer.content.decode()


def test_phone_and_mail_stand_beside_the_form(arrive):
    arrive(contact={"email": "help@city.example", "phone": "+386 1 000 00 00"})
    page = Client().get(f"/en{SOS}problem/").content.decode()
    mail = unquote(page.split('href="mailto:')[1].split('"')[0])
    assert mail.startswith("help@city.example?subject=Something is wrong on a page")
    assert "http://testserver/en/i/" in mail
    assert "SOS" not in mail
    assert 'href="tel:+38610000000"' in page
