# SPDX-License-Identifier: EUPL-1.2
"""What stands on the first screen of an old phone, and on one sheet of paper: the answer, before anybody scrolls."""

import re

import pytest

pytestmark = pytest.mark.journey
LANGUAGES = ("sl", "en", "ar")
ALL_LANGUAGES = ("sl", "en", "bs", "mk", "sq", "uk", "ru", "ar", "fa", "tr", "fr", "es", "de")
HEIGHT = 640


def bottom(locator):
    """Where an element ends, in pixels from the top of the screen."""
    box = locator.first.bounding_box()
    return box["y"] + box["height"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_entry_says_on_its_first_screen_whom_to_call_or_where_to_go(ljubljana_server, visitor, language):
    page = visitor(width=360, height=HEIGHT, locale=language)
    for slug in (
        "pro-bono-ambulanta", "sos-telefon", "zrsz-infotocka-tujci", "single-permit-application", "ue-ljubljana-tujci", "filantropija",
    ):  # fmt: skip
        page.goto(f"{ljubljana_server.url}/{language}/entry/{slug}/")
        assert bottom(page.locator(".entry-head .action-main")) <= HEIGHT, slug


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "path", ["search/?q=Ljubljana", "search/?q=Ljubljana&free=yes", "need/health/", "for/women/"]
)
def test_a_list_shows_its_first_answer_on_the_first_screen(ljubljana_server, visitor, language, path):
    page = visitor(width=360, height=HEIGHT, locale=language)
    page.goto(f"{ljubljana_server.url}/{language}/{path}")
    assert bottom(page.locator("main .card h3")) <= HEIGHT


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_first_page_shows_the_question_and_the_first_needs(ljubljana_server, visitor, language):
    page = visitor(width=360, height=HEIGHT, locale=language)
    page.goto(f"{ljubljana_server.url}/{language}/")
    assert bottom(page.locator("#q")) <= HEIGHT / 2
    assert sum(bottom(tile) <= HEIGHT for tile in page.locator(".tile").all()) >= 6


@pytest.mark.parametrize("language", ALL_LANGUAGES)
def test_nothing_in_the_frame_overlaps_at_320_pixels(ljubljana_server, visitor, language):
    page = visitor(width=320, height=480, locale=language)
    page.goto(f"{ljubljana_server.url}/{language}/")
    name, menu = page.locator(".brand > span").bounding_box(), page.locator(".menu summary").bounding_box()
    first, second = sorted((name, menu), key=lambda box: box["x"])
    assert first["x"] + first["width"] <= second["x"]
    assert len({round(link.bounding_box()["y"]) for link in page.locator(".strip a").all()}) == 1, "one row"


BROKEN = """() => {
  const broken = [];
  for (const part of document.querySelectorAll(".tile, .action, .strip a, .exit a")) {
    const walk = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) {
      for (const found of walk.currentNode.data.matchAll(/[^\\s\\-\\/]+/g)) {
        const range = document.createRange();
        range.setStart(walk.currentNode, found.index);
        range.setEnd(walk.currentNode, found.index + found[0].length);
        const inside = range.getBoundingClientRect(), whole = part.getBoundingClientRect();
        if (!inside.width) continue;
        if (new Set([...range.getClientRects()].map((each) => each.top)).size > 1) broken.push(found[0]);
        if (inside.left < whole.left || inside.right > whole.right) broken.push(`outside: ${found[0]}`);
      }
    }
  }
  return broken;
}"""


@pytest.mark.parametrize("language", ALL_LANGUAGES)
def test_no_word_is_cut_where_room_is_scarce(ljubljana_server, visitor, language):
    page = visitor(width=360, height=HEIGHT, locale=language)
    for path in ("", "urgent/", "plan/all/", "entry/pro-bono-ambulanta/"):
        page.goto(f"{ljubljana_server.url}/{language}/{path}")
        assert page.evaluate(BROKEN) == [], path
        assert len({round(link.bounding_box()["y"]) for link in page.locator(".exit a").all()}) <= 1, path


@pytest.mark.parametrize("path", ["entry/pro-bono-ambulanta/two/sl/", "entry/ue-ljubljana-tujci/two/sl/"])
def test_a_sheet_in_two_languages_fits_on_one_page(ljubljana_server, visitor, path):
    page = visitor(width=1280, height=900)
    page.goto(f"{ljubljana_server.url}/ar/{path}")
    assert len(re.findall(rb"/Type\s*/Page\b(?!s)", page.pdf(format="A4"))) == 1


def test_what_is_folded_on_the_screen_is_open_on_paper(ljubljana_server, visitor):
    page = visitor(width=1280, height=900)
    page.goto(f"{ljubljana_server.url}/en/entry/pro-bono-ambulanta/")
    page.emulate_media(media="print")
    assert page.locator(".sources li").first.evaluate("e => e.checkVisibility({contentVisibilityAuto: true})")
    assert bottom(page.locator(".sources li")) > 0


def test_slovene_at_the_counter_runs_from_left_to_right_for_an_arabic_reader(ljubljana_server, visitor):
    page = visitor(width=360, height=HEIGHT, locale="ar")
    page.goto(f"{ljubljana_server.url}/ar/entry/ue-ljubljana-tujci/counter/")
    for line in page.locator(".say-big, .say-list").all():
        assert line.evaluate("e => getComputedStyle(e).direction") == "ltr", line.inner_text()
