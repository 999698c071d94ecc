# SPDX-License-Identifier: EUPL-1.2
"""Journeys of somebody who looks for help in Ljubljana: on an old phone, in their own language, with and without JavaScript."""

import re

import pytest

pytestmark = pytest.mark.journey(on_each=True)
LANGUAGES = ("sl", "en", "ar")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_clinic_for_people_without_insurance_is_two_taps_from_home(ljubljana_server, visitor, language):
    page = visitor(locale=language)
    page.goto(f"{ljubljana_server.url}/{language}/")
    ways = [link.get_attribute("href") for link in page.locator("main a.tile, .strip a").all()]
    assert f"/{language}/need/health/" in ways
    page.click(f'main a[href="/{language}/need/health/"]')
    page.wait_for_url(f"**/{language}/need/health/")
    page.click(f'main a[href="/{language}/entry/pro-bono-ambulanta/"]')
    page.wait_for_url("**/entry/pro-bono-ambulanta/")
    assert page.url == f"{ljubljana_server.url}/{language}/entry/pro-bono-ambulanta/"
    assert "Pro Bono" in page.locator("main").inner_text()


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_javascript_a_question_leads_to_an_entry_and_its_telephone(
    ljubljana_server, visitor, language
):
    page = visitor(has_javascript=False, locale=language)
    asked = {"sl": "nasilje v družini", "en": "violence at home", "ar": "عنف"}[language]
    page.goto(f"{ljubljana_server.url}/{language}/")
    page.fill("#q", asked)
    with page.expect_navigation():
        page.press("#q", "Enter")
    first = page.locator("main .card a, main a.card").first
    with page.expect_navigation():
        first.click()
    assert page.locator('main a[href^="tel:"]').count() >= 1
    assert page.locator("h1").count() == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_urgent_help_is_one_tap_from_every_page_and_can_be_called(ljubljana_server, visitor, language):
    page = visitor(locale=language)
    for path in (
        "",
        "all/",
        "search/?q=112",
        "entry/pro-bono-ambulanta/",
        "about/",
        "my-list/",
        "entry/no-such-entry/",
    ):
        page.goto(f"{ljubljana_server.url}/{language}/{path}")
        assert page.locator(f'a[href="/{language}/urgent/"]').first.is_visible(), path
    page.click(f'a[href="/{language}/urgent/"]')
    page.wait_for_url(f"**/{language}/urgent/")
    numbers = {link.get_attribute("href") for link in page.locator('main a[href^="tel:"]').all()}
    assert {"tel:112", "tel:113"} <= numbers
    assert len(numbers) >= 5, "confidential help has numbers of its own"


def test_a_question_finds_the_free_course_first(ljubljana_server, visitor):
    page = visitor(locale="sl")
    page.goto(f"{ljubljana_server.url}/sl/search/?q=brezplačen tečaj slovenščine")
    assert "slovenšč" in page.locator("main .card").first.inner_text().lower()
    assert page.locator("main .card .why, main .card [class*=why]").first.inner_text().strip(), (
        "the answer says why it fits"
    )


def test_nothing_found_is_never_an_empty_page(ljubljana_server, visitor):
    page = visitor()
    page.goto(f"{ljubljana_server.url}/en/search/?q=xqzzyw")
    text = page.locator("main").inner_text()
    assert page.locator('main a[href*="/need/"]').count() >= 3
    assert page.locator('main a[href^="tel:"], main a[href*="/entry/"]').count() >= 1, text


def test_the_language_switch_stays_on_the_page(ljubljana_server, visitor):
    page = visitor()
    page.goto(f"{ljubljana_server.url}/en/entry/pro-bono-ambulanta/")
    page.click("details.menu summary")
    page.click('details.menu a[lang="ar"]')
    page.wait_for_url("**/ar/**")
    assert page.url.endswith("/ar/entry/pro-bono-ambulanta/")
    assert page.locator("html").get_attribute("dir") == "rtl"


def test_the_first_page_offers_the_languages_and_does_not_redirect(ljubljana_server, visitor):
    page = visitor(locale="ar")
    page.goto(f"{ljubljana_server.url}/")
    assert page.url == f"{ljubljana_server.url}/"
    assert {link.get_attribute("href") for link in page.locator("main a").all()} >= {"/sl/", "/en/", "/ar/"}
    assert page.locator('main a[href="/ar/urgent/"]').is_visible(), (
        "urgent help, in the language of the browser"
    )
    assert page.locator(".door-whose").is_visible(), "whose site this is not"


@pytest.mark.parametrize(
    "path",
    [
        "",
        "search/?q=zdravnik",
        "entry/pro-bono-ambulanta/",
        "entry/ue-ljubljana-tujci/",
        "urgent/",
        "all/",
        "my-list/",
    ],
)
@pytest.mark.parametrize("language", ["sl", "ar"])
def test_nothing_scrolls_sideways_at_320_pixels(ljubljana_server, visitor, path, language):
    page = visitor(width=320, height=256, locale=language)
    page.goto(f"{ljubljana_server.url}/{language}/{path}")
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def test_the_keyboard_reaches_everything_in_order_and_shows_where_it_is(ljubljana_server, visitor):
    page = visitor(width=1280, height=900)
    page.goto(f"{ljubljana_server.url}/en/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#main", (
        "the way past the menu comes first"
    )
    seen = []
    for _ in range(30):
        page.keyboard.press("Tab")
        seen.append(page.evaluate("document.activeElement.id || document.activeElement.textContent.trim()"))
        outline = page.evaluate(
            "getComputedStyle(document.activeElement).outlineStyle + getComputedStyle(document.activeElement).boxShadow"
        )
        assert outline != "nonenone", f"no focus to be seen on {seen[-1]!r}"
    assert "q" in seen


@pytest.mark.parametrize("language", LANGUAGES)
def test_slovene_names_keep_their_direction_and_fallbacks_say_their_language(
    ljubljana_server, visitor, language
):
    page = visitor(locale=language)
    page.goto(f"{ljubljana_server.url}/{language}/entry/ue-ljubljana-tujci/")
    for number in page.locator('main a[href^="tel:"]').all():
        assert re.fullmatch(r"[+\d\s\u00a0]+", re.sub(r"[^\d+\s\u00a0]", "", number.inner_text()))
        assert number.evaluate("e => getComputedStyle(e.querySelector('[dir]') || e).direction") == "ltr"
