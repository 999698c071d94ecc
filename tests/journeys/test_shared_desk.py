# SPDX-License-Identifier: EUPL-1.2
"""A plan made together at a desk: after "finish and wipe" neither the browser's stores nor its back button show an answer."""

from contextlib import suppress

import pytest
from playwright.sync_api import Error as PlaywrightError

from tests.journeys.planning import press

pytestmark = pytest.mark.journey
SECRET = "asylum_applicant"
NEXT, STEPS = "main form button[type=submit] >> nth=0", 'main form button[formaction$="/plan/"]'
# Words that stand only on pages with answers, and the answers themselves.
TRACES = ("Show my steps", "Last day", "plan-step", SECRET)


def told(page, url):
    """Answer three questions and open the plan; each page is a step of the browser's history."""
    page.goto(f"{url}/en/plan/")
    page.check('input[name="wants"] >> nth=6')
    press(page, NEXT)
    page.select_option("select", SECRET)
    press(page, NEXT)
    for _ in range(2):
        press(page, 'main form button[name="refused"]')
    press(page, STEPS)
    page.wait_for_selector(".plan-steps")


def seen(page):
    """What is on the screen and in the fields, if anything."""
    return page.evaluate(
        "document.documentElement.hidden ? '' : document.body.innerText"
        " + [...document.querySelectorAll('input, select')].filter((each) => each.checked || each.tagName === 'SELECT'"
        " || each.type === 'hidden').map((each) => each.value).join(' ')"
    )


def back(page):
    """Press the back button and let whatever follows from it happen. A page that nobody may keep cannot be shown: that is an error page."""
    with suppress(PlaywrightError):
        page.go_back(wait_until="commit", timeout=5000)
    page.wait_for_timeout(400)


def test_after_finishing_back_shows_no_answer(ljubljana_server, visitor):
    page = visitor()
    told(page, ljubljana_server.url)
    assert page.url == f"{ljubljana_server.url}/en/plan/", "no answer stands in an address"
    page.evaluate("sessionStorage.setItem('answers', 'x'); localStorage.setItem('list', 'y')")
    page.click("[data-finish]")
    page.wait_for_url(f"{ljubljana_server.url}/en/")
    assert page.evaluate("[sessionStorage.length, localStorage.length]") == [1, 0], (
        "only the mark that somebody finished"
    )
    for _ in range(6):
        back(page)
        shown = "" if page.url.startswith("chrome-error:") else seen(page)
        assert not [each for each in TRACES if each in shown], page.url


def test_after_finishing_a_page_that_was_opened_from_the_plan_leads_back_to_no_answer(
    ljubljana_server, visitor
):
    page = visitor()
    told(page, ljubljana_server.url)
    page.click(".plan-step details[open] .way a >> nth=0")
    page.wait_for_selector("article, .entry-head")
    back(page)
    if not page.locator(".plan-steps").count():  # a browser that did not keep the page begins anew
        told(page, ljubljana_server.url)
    page.click("[data-finish]")
    page.wait_for_url(f"{ljubljana_server.url}/en/")
    for _ in range(6):
        back(page)
        shown = "" if page.url.startswith("chrome-error:") else seen(page)
        assert not [each for each in TRACES if each in shown], page.url


def test_who_lets_the_browser_send_the_answers_again_is_led_away_as_well(ljubljana_server, visitor):
    page = visitor()
    told(page, ljubljana_server.url)
    page.click("[data-finish]")
    page.wait_for_url(f"{ljubljana_server.url}/en/")
    back(page)
    with suppress(PlaywrightError):
        page.reload()
    page.wait_for_url(f"{ljubljana_server.url}/en/")


def test_the_form_with_all_questions_comes_back_empty(ljubljana_server, visitor):
    page = visitor()
    page.goto(f"{ljubljana_server.url}/en/plan/all/")
    page.select_option("#f-legal_status", SECRET)
    page.fill("#f-age", "77")
    press(page, "main form button[type=submit]")
    page.click("[data-finish]")
    page.wait_for_url(f"{ljubljana_server.url}/en/")
    for _ in range(3):
        back(page)
        if not page.url.startswith("chrome-error:"):
            assert "77" not in page.evaluate(
                "[...document.querySelectorAll('input')].map((each) => each.value).join(' ')"
            )
            assert SECRET not in seen(page).split()


def test_what_was_copied_out_of_a_letter_does_not_come_back(ljubljana_server, visitor):
    page = visitor()
    page.goto(f"{ljubljana_server.url}/en/letter/")
    page.fill("#f-days", "17")
    page.fill("#f-delivered_on", "2026-11-02")
    page.click("main form button[type=submit]")
    page.wait_for_selector("#answer")
    page.click("[data-finish]")
    page.wait_for_url(f"{ljubljana_server.url}/en/")
    for _ in range(3):
        back(page)
        if not page.url.startswith("chrome-error:"):
            fields = page.evaluate("[...document.querySelectorAll('input')].map((each) => each.value)")
            assert not {"17", "2026-11-02"} & set(fields)
            assert not page.locator("#answer").count()


def test_a_new_plan_in_the_same_tab_is_a_new_visit(ljubljana_server, visitor):
    page = visitor()
    told(page, ljubljana_server.url)
    page.click("[data-finish]")
    page.wait_for_url(f"{ljubljana_server.url}/en/")
    told(page, ljubljana_server.url)
    assert page.evaluate("sessionStorage.length") == 0
    assert page.locator(".plan-step").count() > 3


def test_without_scripts_the_steps_are_there_and_the_button_is_not(ljubljana_server, visitor):
    page = visitor(has_javascript=False)
    told(page, ljubljana_server.url)
    assert page.locator(".plan-step").count() > 3
    assert not page.locator("[data-finish]").is_visible()
    assert "Close the tab instead." in page.content()


def test_my_list_is_emptied_with_all_that_this_site_keeps(ljubljana_server, visitor):
    page = visitor()
    page.goto(f"{ljubljana_server.url}/en/entry/pro-bono-ambulanta/")
    page.click("[data-list-add]")
    page.wait_for_selector('[data-list-add][aria-pressed="true"]')
    page.goto(f"{ljubljana_server.url}/en/my-list/")
    page.evaluate("sessionStorage.setItem('answers', 'x')")
    page.click("[data-list-finish]")
    page.wait_for_function("sessionStorage.length + localStorage.length === 0")
