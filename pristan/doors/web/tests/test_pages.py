# SPDX-License-Identifier: EUPL-1.2
"""What holds on every public page."""

import re
from itertools import pairwise

import pytest

from pristan.doors.web.cards import Card, grouped
from pristan.doors.web.tests.conftest import SHELTER, SOS
from pristan.doors.web.views import lists

PARTS = ("", "counter/", "share/", "problem/")
PAGES = (
    "/", "/search/", "/search/?q=free", "/search/?q=qqqq", "/search/?free=yes&open=now", "/need/health/", "/need/domestic-violence/",
    "/for/women/", "/district/vic/", "/all/", "/all/?kind=course", "/urgent/", "/about/", "/privacy/", "/accessibility/", "/sources/",
    "/my-list/", "/nothing/",
    *(f"{address}{part}" for address in (SOS, SHELTER, "/entry/cene-stupar-zip/", "/entry/asylum-application/", "/entry/cene-stupar-org/")
      for part in PARTS),
)  # fmt: skip
SENSITIVE = [each for each in PAGES if "/i/" in each] + ["/need/domestic-violence/"]
LANGUAGES = ("en", "sl", "ar")


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_is_whole(ask, language, path):
    response = ask(f"/{language}{path}")
    page = response.content.decode()
    assert response.status_code == (404 if path == "/nothing/" else 200)
    assert f'<html lang="{language}" dir="{"rtl" if language == "ar" else "ltr"}">' in page
    assert len(re.findall(r"<h1[ >]", page)) == 1
    assert 'href="#main"' in page
    assert '<main id="main"' in page
    assert f'href="/{language}/urgent/"' in page
    assert "This is not a service of the city" in page
    assert not response.cookies


@pytest.mark.parametrize("path", PAGES)
def test_nothing_runs_that_the_policy_forbids_and_nobody_else_is_called(read, path):
    page = read(f"/en{path}", 404 if path == "/nothing/" else 200)
    assert "<style" not in page
    assert not re.search(r"<[^>]+\sstyle=", page)
    assert not re.search(r"<[^>]+\son[a-z]+=", page)
    assert all("src=" in each for each in re.findall(r"<script[^>]*>", page))
    fetched = re.findall(r'<(?:script|img|link|use|iframe|source)[^>]+(?:src|href)="([^"]+)"', page)
    assert fetched
    assert all(each.startswith("/") for each in fetched)


@pytest.mark.parametrize("path", PAGES)
def test_headings_do_not_skip_a_level(read, path):
    page = read(f"/en{path}", 404 if path == "/nothing/" else 200)
    levels = [int(each) for each in re.findall(r"<h([1-6])[ >]", page)]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("path", PAGES)
def test_ids_are_unique_and_labels_point_somewhere(read, path):
    page = read(f"/en{path}", 404 if path == "/nothing/" else 200)
    ids = re.findall(r'\sid="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    named = re.findall(r'(?:aria-labelledby|for|list)="([^"]+)"', page)
    assert set(named) <= set(ids)


@pytest.mark.parametrize("path", SENSITIVE)
@pytest.mark.parametrize("language", LANGUAGES)
def test_sensitive_pages_are_neutral_and_kept_nowhere(ask, language, path):
    response = ask(f"/{language}{path}")
    page = response.content.decode()
    assert "<title>Pristan</title>" in page
    assert 'name="description"' not in page
    assert response["Cache-Control"] == "no-store"
    assert not response.has_header("ETag")
    assert "data-exit-now" in page
    assert "data-exit-by-shift" in page


def test_a_page_says_in_its_language_what_it_is_to_whom_looks_for_it_elsewhere(read):
    told = {language: re.findall('<meta name="description" content="([^"]+)">', read(f"/{language}/entry/pro-bono-ambulanta/")) for language in LANGUAGES}  # fmt: skip
    assert told["en"] == ["Free medical and social help for people without insurance."]
    assert told["ar"] == ["مساعدة طبية واجتماعية مجانية لمن ليس لديهم تأمين."]
    assert "helps people who are new in Ljubljana" in read("/en/").split("</head>")[0]


def test_other_pages_do_not_offer_the_way_out(read):
    assert "data-exit-now" not in read("/en/entry/cene-stupar-zip/")
    assert "data-exit-now" in read("/en/urgent/")


def test_the_secret_place_is_in_no_rendering(ask, harbour):
    harbour.entries["sos-zatocisce"]["locations"] = []
    for part in (*PARTS, "two/sl/", "card.vcf"):
        page = ask(f"/en{SHELTER}{part}").content.decode()
        assert "geo:" not in page
        assert "ADR" not in page
    assert "The address is secret" in ask(f"/en{SHELTER}").content.decode()


def test_an_official_city_does_not_deny_itself(arrive):
    from django.test import Client

    arrive(is_official=True)
    assert "not a service of the city" not in Client().get("/en/").content.decode()


def test_the_switch_stays_on_the_page(read):
    page = read("/en/search/?q=free&free=yes")
    assert 'href="/ar/search/?q=free&amp;free=yes"' in page
    assert 'href="/sl/entry/asylum-application/counter/"' in read("/en/entry/asylum-application/counter/")


def test_the_clinic_is_two_taps_from_home(read):
    for language in LANGUAGES:
        home = read(f"/{language}/")
        tiles = re.findall(rf'class="tile" href="(/{language}/need/[^"]+)"', home)
        assert any("/entry/pro-bono-ambulanta/" in read(each) for each in tiles)


def test_all_languages_stand_at_the_door(ask):
    response = ask("/", accept_language="ar;q=0.9, de")
    page = response.content.decode()
    assert response.status_code == 200
    assert "slovenščina" in page
    assert "العربية" in page
    assert '<html lang="ar" dir="rtl">' in page
    assert "Accept-Language" in response["Vary"]
    assert ask("/", accept_language="xx,\x00,;q=,").status_code == 200


def test_a_long_list_has_a_page_for_each_letter(arrive):
    from django.test import Client

    arrive(extra=450)
    page = Client().get("/en/all/?letter=C").content.decode()
    assert "Clinic 7<" in page
    assert "Emergency number" not in page
    assert Client().get("/en/all/?letter=%00").status_code == 404
    assert Client().get("/en/need/health/?page=3").status_code == 200
    assert Client().get("/en/need/health/?page=300").status_code == 404


def test_a_part_of_the_city_where_we_know_nothing_says_so_and_leads_on(ask):
    """Its address is right: that we know of nothing there is no mistake of the visitor."""
    answer = ask("/en/district/moste/")
    assert answer.status_code == 200
    assert "We do not know of anything here yet." in answer.content.decode()
    assert "moste" not in ask("/en/search/").content.decode(), "no filter that finds nothing"


def test_an_address_on_a_card_keeps_its_own_comma(ask):
    assert "Tobačna ulica 5, Vič" in ask("/ar/district/vic/").content.decode()


def card(name, *, needs=(), free="yes", kind="service"):
    given = {"kind": kind, "needs": list(needs), "is_free": free, "name": name}
    return Card(given, "", "", "", "", [])


def test_under_a_need_the_clinic_stands_before_the_police():
    clinic, all_sorts = card("clinic", needs=["health"]), card("all sorts", needs=["health", "work", "money"])
    police, paid = card("police", needs=["emergency"]), card("paid", needs=["health"], free="no")
    ordered = sorted(
        [paid, police, all_sorts, clinic], key=lambda each: lists._distance("health", each.given)
    )
    assert ordered == [clinic, all_sorts, police, paid]


def test_the_fullest_group_of_a_list_comes_first_and_organisations_last():
    found = [
        card("help"),
        *(card(f"course {at}", kind="course") for at in range(3)),
        *(card("o", kind="organization") for _ in range(5)),
    ]
    assert [len(inside) for _, inside in grouped(found)] == [3, 1, 5]
