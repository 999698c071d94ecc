# SPDX-License-Identifier: EUPL-1.2
"""Searching: what matches first, what is not stated after it, urgent help always, and never an empty page."""

import re
from datetime import UTC, datetime
from urllib.parse import parse_qsl, quote

import pytest
import time_machine
from django.utils.translation import override
from hypothesis import given, settings
from hypothesis import strategies as st

from pristan.doors.web import question, selectors, why
from pristan.doors.web.catalogue import Catalogue
from pristan.doors.web.tests.harbour import Harbour
from pristan.platform.search import reasons

CATALOGUE = Catalogue(Harbour().catalogue("en", 1))
# What people and machines put into addresses.
ODD = ["\x00", "a\x00b", "'", '"', "(", "NEAR(", "*", "AND OR NOT", "^", "\u202eabc\u202c", "🛟" * 50, "a" * 10_000, "\ud800", "%", "\\", "ü" * 400,
       "<script>alert(1)</script>", "{{ 7 }}", "عربي English", "-1", "\u200b", "\n\r\t"]  # fmt: skip


def names(page: str) -> list[str]:
    return re.findall(r'<h3><a href="[^"]+">(?:<bdi[^>]*>)?([^<]+)', page)


def test_a_hit_says_why(read):
    page = read("/en/search/?q=helpline")
    assert "SOS helpline for women and children" in names(page)
    assert "The name says “helpline”." in page


@pytest.mark.parametrize(
    ("language", "said"), [("en", "The name says “Doctor”, “nurse”."), ("sl", "V imenu piše: »Doctor«, »nurse«."), ("ar", "«Doctor»، «nurse»")]
)  # fmt: skip
def test_found_words_are_told_once_each_and_quoted_as_the_language_does(language, said):
    with override(language):
        assert said in why._found("name", ["Doctor", "doctor", "nurse"])


def test_a_hit_that_was_found_by_a_subject_says_so(read, harbour, monkeypatch):
    monkeypatch.setattr(selectors, "why", reasons.why)
    asked = "/en/search/?q=lplin+permit"  # no word of the entry begins like the first one
    before = read(asked).count("It helps with “permit”.")
    harbour.bodies["en"]["sos-telefon"]["subjects"] = [{"id": "residence-permit"}]
    assert read(asked).count("It helps with “permit”.") == before + 1


def test_what_is_not_stated_comes_after_what_matches(read):
    page = read("/en/search/?speaks=ar")
    first, second = page.split("Not stated: ask them")
    assert names(first) == ["Initial integration of immigrants: free Slovene course"]
    assert "Department for Foreigners" in names(second)
    assert "Emergency number 112" not in names(page)
    assert "That does not mean no." in second


def test_partly_free_is_something_to_ask(read, harbour):
    harbour.entries["infotujci"]["is_free"] = "partly"
    second = read("/en/search/?need=information&free=yes").split("Not stated: ask them")[1]
    assert names(second)[:1] == ["Info Point for Foreigners"]


def test_urgent_help_stays_whatever_the_filters_say(read):
    page = read("/en/search/?q=emergency&speaks=ar")
    assert "Urgent help stays here, whatever you choose" in page
    assert "Emergency number 112" in names(page)


def test_nothing_found_is_not_an_empty_page(read):
    page = read("/en/search/?q=qqqq")
    assert "We found nothing for these words" in page
    assert 'class="tile"' in page
    assert "Info Point for Foreigners" in names(page)
    assert 'href="tel:112"' in page
    assert "Did you mean" in page


def test_filters_that_leave_nothing_show_what_comes_nearest(read):
    page = read("/en/search/?q=shelter&kind=course")
    assert "Nothing fits exactly. These come nearest" in page
    assert "Shelter for women and children" in names(page)


def test_open_now_depends_on_the_minute(ask):
    with time_machine.travel(
        datetime(2026, 11, 23, 8, 30, tzinfo=UTC), tick=False
    ):  # Monday, 9:30 in the city
        response = ask("/en/search/?open=now")
        first, second = response.content.decode().split("Not stated: ask them")
    assert response["Cache-Control"] == "no-store"
    assert {"Department for Foreigners", "Info Point for Foreigners", "Emergency number 112"} <= set(
        names(first)
    )
    # Its hours are of 2019: nobody may say that it is open, nor that it is closed.
    assert "Initial integration of immigrants: free Slovene course" in names(second)
    with time_machine.travel(
        datetime(2026, 11, 23, 11, 30, tzinfo=UTC), tick=False
    ):  # 12:30: the point has closed
        page = ask("/en/search/?open=now").content.decode()
    assert "Info Point for Foreigners" not in names(page)
    assert "Department for Foreigners" in names(page)


def test_open_now_is_never_said_on_a_holiday(ask, harbour):
    harbour.entries["infotujci"]["schedule"]["weekly"]["fr"] = [["09:00", "12:00"]]
    with time_machine.travel(datetime(2026, 12, 25, 8, 30, tzinfo=UTC), tick=False):  # a Friday and a holiday
        first = ask("/en/search/?open=now").content.decode().split("Not stated: ask them")[0]
    assert "Info Point for Foreigners" not in names(first)


def test_a_filter_can_be_taken_off_and_put_on(read):
    page = read("/en/search/?q=help&free=yes&anonymous=yes")
    assert 'class="chip chip-on" href="?q=help&amp;anonymous=yes"' in page
    assert (
        'href="/en/search/?q=help&amp;anonymous=yes&amp;free=yes&amp;asks_for_papers=no"' in page
        or "asks_for_papers=no" in page
    )


def test_what_was_left_out_is_said(read):
    assert "We did not know some of the filters" in read("/en/search/?q=a&need=nothing-such&free=maybe")
    assert "We used its first 300 characters." in read("/en/search/?q=" + "a" * 10_000)
    assert "We did not know" not in read("/en/search/?q=a&colour=blue")


@pytest.mark.parametrize("words", ODD)
def test_odd_words_get_a_page(ask, words):
    response = ask("/en/search/?q=" + quote(words, errors="surrogatepass"))
    assert response.status_code == 200
    assert "<script>alert" not in response.content.decode()
    assert ask("/en/suggest/?q=" + quote(words, errors="surrogatepass")).status_code == 200


@pytest.mark.parametrize(
    ("page", "status"),
    [("-1", 200), ("0", 200), ("x", 200), ("", 200), ("1", 200), ("2", 404), ("9" * 40, 404), ("١", 200)],
)
def test_pages_that_do_not_exist(ask, page, status):
    assert ask(f"/en/search/?q=help&page={page}").status_code == status


def test_many_results_have_pages(arrive):
    from django.test import Client

    arrive(extra=30)
    first = Client().get("/en/search/?q=clinic").content.decode()
    assert 'href="?q=clinic&amp;page=2" rel="next"' in first
    assert "Page 2 of 2" in Client().get("/en/search/?q=clinic&page=2").content.decode()


def test_queries_stay_within_the_budget(ask, harbour):
    harbour.calls.clear()
    ask("/en/search/?q=help&free=yes&open=now&speaks=ar")
    assert harbour.calls.count("search") <= 4
    assert harbour.calls.count("cards") == 1
    assert len(harbour.calls) <= 7


def test_suggestions(ask):
    assert ask("/en/suggest/?q=asy").json() == ["Asylum application"]
    assert ask("/en/suggest/?q=a").json() == []


@pytest.mark.parametrize("words", ["asy", "a", ""])
def test_what_somebody_begins_to_type_is_kept_on_no_disk(ask, words):
    answer = ask(f"/en/suggest/?q={words}")
    assert answer["Cache-Control"] == "no-store"
    assert not answer.has_header("ETag")


@given(st.text(max_size=400))
@settings(max_examples=150, deadline=None)
def test_cleaning_is_calm(text):
    cleaned = question.clean(text)
    assert question.clean(cleaned) == cleaned
    assert "\x00" not in cleaned
    cleaned.encode()


@given(st.dictionaries(st.sampled_from(["q", "need", "audience", "district", "kind", "speaks", "free", "open", "anonymous", "page"]),
                       st.one_of(st.text(max_size=30), st.sampled_from(["yes", "no", "now", "health", "women", "vic", "sl", "course", "2"]))))  # fmt: skip
@settings(max_examples=150, deadline=None)
def test_reading_never_raises_and_writes_itself_back(parameters):
    asked = question.read(parameters, CATALOGUE)
    again = question.read(dict(parse_qsl(asked.query().removeprefix("?"))), CATALOGUE)
    assert again.parameters() == asked.parameters()
    assert 1 <= asked.page <= question.LAST_PAGE + 1
