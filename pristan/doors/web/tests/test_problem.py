# SPDX-License-Identifier: EUPL-1.2
"""Something is wrong here: told without a name, from this site only, and looked up by a code."""

import re
from urllib.parse import unquote

import pytest
from django.test import Client

from pristan.doors.web.tests.conftest import SOS
from pristan.platform.receiving import throttle
from pristan.platform.reports.models import Report

PLACE = "/en/entry/cene-stupar-zip/problem/"
pytestmark = pytest.mark.django_db


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


@pytest.fixture
def few(monkeypatch):
    """So few are taken that a test need not send many."""
    most = throttle.Most(from_one=2, from_site=3, in_all=3)
    for what in (throttle.REPORT, throttle.CLAIM):
        monkeypatch.setitem(throttle.MOST, what, most)


def test_one_place_cannot_flood_the_queue(arrive, few):
    arrive()
    answers = [post().status_code for _ in range(3)]
    assert answers == [200, 200, 422]
    assert Report.objects.count() == 2
    code = Client().post("/en/report/", {"code": "BCDF"}).content.decode()
    assert "We know no report with this code" in code, "who sent much may still look up what became of it"


def test_when_too_much_comes_in_all_danger_is_still_told(arrive, few, settings):
    settings.PROXIES = 1
    arrive()
    from_many = [
        post(**{"X-Forwarded-For": f"198.51.100.9, 203.0.113.{last}"}).status_code for last in range(4)
    ]
    assert from_many == [200, 200, 200, 422], "behind a server each visitor is one sender"
    danger = {"matter": ["danger", "hours"], "text": "Ograja je padla."}
    assert post(given=danger, **{"X-Forwarded-For": "203.0.113.9"}).status_code == 200


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
