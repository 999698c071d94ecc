# SPDX-License-Identifier: EUPL-1.2
"""A person takes the plan along: a sheet is scanned on a phone, and nobody learns which steps stand on it."""

import re

import pytest

from pristan.doors.web import fragment
from tests.journeys.planning import press

pytestmark = pytest.mark.journey
STEPS = ("tax-number", "address-registration-temporary")
ALL = "[data-step]"
SHOWN = "[data-step]:not([hidden])"


def said(page):
    return page.locator("[data-said]:not([hidden])").evaluate_all(
        "found => found.map(each => each.dataset.said)"
    )


def scan(page, server, steps=STEPS, version=999_999, language="en"):
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{server.url}/{language}/steps/#{fragment.encode(version, steps)}")
    page.wait_for_function("!location.hash")
    return asked


def test_a_scanned_sheet_shows_its_steps_and_leaves_no_trace(ljubljana_server, visitor):
    page = visitor()
    asked = scan(page, ljubljana_server)
    assert page.locator(SHOWN).count() == 2
    assert said(page) == ["mine"]
    assert page.locator(ALL).count() > 40
    assert all("#" not in url and "p=" not in url for url in asked)
    assert page.url.endswith("/en/steps/")
    assert page.evaluate("[history.length, history.state, sessionStorage.length, localStorage.length]")[
        1:
    ] == [None, 0, 0]
    assert fragment.encode(1, STEPS).partition(".")[2] not in ljubljana_server.said()
    page.reload()
    assert page.locator(SHOWN).count() == page.locator(ALL).count(), (
        "who looks later sees the list of everybody"
    )


def test_the_same_steps_in_another_language(ljubljana_server, visitor):
    page = visitor()
    scan(page, ljubljana_server)
    page.click("details.menu summary")
    page.click('a[hreflang="ar"]')
    page.wait_for_function("document.documentElement.lang === 'ar' && !location.hash")
    page.wait_for_selector('[data-said="mine"]:not([hidden])')
    assert page.locator(SHOWN).count() == 2


def test_an_old_sheet_says_so_and_shows_what_is_still_there(ljubljana_server, visitor):
    page = visitor()
    scan(page, ljubljana_server, (*STEPS, "a-step-of-last-year"), version=1)
    assert said(page) == ["mine", "earlier", "gone"]
    assert page.locator(SHOWN).count() == 2


@pytest.mark.parametrize("broken", ["#p=", "#p=1.ab", "#p=x.abc", "#p=1.zzz", "#p=1.<b>", "#p=" + "9" * 400])
def test_a_broken_code_shows_all_steps_with_a_note(ljubljana_server, visitor, broken):
    page = visitor()
    page.goto(f"{ljubljana_server.url}/en/steps/{broken}")
    page.wait_for_function("!location.hash")
    assert said(page) == ["broken", "all"]
    assert page.locator(SHOWN).count() == page.locator(ALL).count()


def test_a_second_sheet_in_the_same_tab_takes_the_place_of_the_first(ljubljana_server, visitor):
    page = visitor()
    scan(page, ljubljana_server, version=1)
    scan(page, ljubljana_server, ("tax-number",))
    assert page.locator(SHOWN).count() == 1
    assert said(page) == ["mine"]


def test_without_a_script_everybody_sees_all_steps(ljubljana_server, visitor):
    page = visitor(has_javascript=False)
    page.goto(f"{ljubljana_server.url}/en/steps/#{fragment.encode(1, STEPS)}")
    assert page.locator(SHOWN).count() == page.locator(ALL).count() > 40
    assert said(page) == ["all"]


@pytest.mark.parametrize("has_javascript", [True, False])
def test_a_plan_is_taken_along_as_a_file(ljubljana_server, visitor, has_javascript):
    page = visitor(has_javascript=has_javascript)
    page.goto(f"{ljubljana_server.url}/en/plan/all/")
    page.fill("#f-days_since_arrival", "3")
    press(page, ".plan-form button[type=submit] >> nth=0")
    with page.expect_download() as waiting:
        page.click('button[value="pdf-short"]')
    assert waiting.value.suggested_filename == "steps-short.pdf"
    assert page.url.endswith("/en/plan/all/" if has_javascript else "/en/plan/")
    code = page.locator(".plan-code svg")
    page.locator(".plan-code").scroll_into_view_if_needed()
    code.wait_for()
    assert code.bounding_box()["width"] >= 200
    numbers = page.locator("ol.plan-steps h3").count()
    assert numbers >= 5
    link = re.search(r"steps/#(p=\S+)", page.locator("#plan-text").input_value())[1]
    page.goto(f"{ljubljana_server.url}/en/steps/#{link}")
    if has_javascript:
        page.wait_for_selector('[data-said="mine"]:not([hidden])')
        assert page.locator(SHOWN).count() == numbers
