# SPDX-License-Identifier: EUPL-1.2
"""With scripts the plan is made in the browser: the same words and links as without, and no answer leaves it."""

import json
import re
from pathlib import Path

import pytest
import yaml

from pristan.doors.web.plan_form import ASKED
from pristan.platform.ui import dates
from tests import cities
from tests.journeys.kinds import MADE_HERE
from tests.journeys.looking import violations
from tests.journeys.planning import difference, fill, press, seen

pytestmark = pytest.mark.journey
PERSONAS = [
    each
    for each in yaml.safe_load((cities.LJUBLJANA / "personas.yaml").read_text("utf-8"))
    if sum(each["answers"].get(name) is not None for name in ASKED) > 3
][::3]
SHOW = "main form button[type=submit] >> nth=-1"
FIRST = "main form button[type=submit] >> nth=0"
REFUSE = 'main form button[name="refused"]'
LANGUAGES = ("sl", "en", "ar")
MAY_BE_FETCHED = re.compile(r"/static/[\w/.-]+|/\w+/orientation\.json|/\w+/plan/parts/")


def plan_of(page, url, language, answers):
    page.goto(f"{url}/{language}/plan/all/")
    fill(page, answers)
    press(page, SHOW)
    assert page.locator(".plan-step").count()
    return seen(page)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_plan_says_the_same_whoever_makes_it(ljubljana_server, visitor, language):
    here, there = visitor(locale=language), visitor(locale=language, has_javascript=False)
    posts = []
    here.on("request", lambda request: posts.append(request) if request.method != "GET" else None)
    assert len(PERSONAS) >= 8
    for at, persona in enumerate(PERSONAS):
        answers = persona["answers"] | {"wants": ["papers", "health", "housing"] if at % 2 else []}
        made, expected = (plan_of(page, ljubljana_server.url, language, answers) for page in (here, there))
        assert not difference(made, expected), persona["id"]
    assert not posts


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_conversation_asks_the_same_and_says_the_same(ljubljana_server, visitor, language):
    pages = [visitor(locale=language), visitor(locale=language, has_javascript=False)]
    for page in pages:
        page.goto(f"{ljubljana_server.url}/{language}/plan/")
        page.check('input[name="wants"] >> nth=1')
        press(page, FIRST)
    for turn in range(20):
        here, there = map(seen, pages)
        assert not difference(here, there)
        if pages[0].locator(".plan-steps").count():
            break
        for page in pages:
            if page.locator("select").count() and turn < 2:
                page.select_option("select", "asylum_applicant")
            elif page.locator("main input[inputmode=numeric]").count():
                page.fill("main input[inputmode=numeric]", ("x", "٢٠", "99999999")[turn % 3])
            press(page, REFUSE if turn % 4 == 3 else FIRST)
    assert pages[0].locator(".plan-step").count()


def test_what_cannot_be_read_is_told_at_its_field(ljubljana_server, visitor):
    here, there = visitor(), visitor(has_javascript=False)
    for page in (here, there):
        page.goto(f"{ljubljana_server.url}/en/plan/all/")
        page.fill("#f-age", "x")
        page.fill("#f-days_since_arrival", "99999999")
        page.fill("#f-children_ages", "3, y")
        press(page, SHOW)
    assert not difference(seen(here), seen(there))
    assert here.get_attribute("#f-age", "aria-invalid") == "true"
    assert not violations(here, "a form with slips")


def test_no_answer_is_sent_and_none_is_kept(ljubljana_server, visitor):
    page = visitor()
    page.goto(f"{ljubljana_server.url}/en/plan/")
    asked = []
    page.context.on("request", lambda request: asked.append(request))
    page.check('input[name="wants"] >> nth=2')
    press(page, FIRST)
    page.select_option("select", "asylum_applicant")
    press(page, FIRST)
    page.wait_for_selector('[name="legal_status"]', state="attached")
    press(page, "[data-show]")
    page.locator(".plan-code").scroll_into_view_if_needed()
    page.wait_for_selector(".plan-code svg")
    for request in asked:
        assert (request.method, request.post_data) == ("GET", None)
        assert MAY_BE_FETCHED.fullmatch(request.url.removeprefix(ljubljana_server.url)), request.url
    assert page.evaluate("[sessionStorage.length, localStorage.length]") == [0, 0]
    assert page.evaluate("history.state") == {"at": 3}, "the number of a page, nothing of what is on it"
    assert page.url == f"{ljubljana_server.url}/en/plan/"
    assert "asylum" not in ljubljana_server.said()


def test_the_page_promises_only_what_is_so(ljubljana_server, visitor):
    page = visitor()
    page.route("**/plan/parts/", lambda route: route.abort())
    page.goto(f"{ljubljana_server.url}/en/plan/all/")
    page.fill("#f-age", "30")
    press(page, SHOW)
    assert page.locator(".plan-step").count(), "made by the server, as without a script"
    page.unroute("**/plan/parts/")
    page.goto(f"{ljubljana_server.url}/en/plan/")
    assert page.get_by_text("Your answers are used once and forgotten").is_visible()
    page.focus("main form input >> nth=0")
    page.get_by_text("Your answers stay in this browser").wait_for()
    assert not page.get_by_text("Your answers are used once and forgotten").is_visible()


def test_what_breaks_after_the_promise_is_not_sent_against_it(ljubljana_server, visitor):
    page = visitor()
    parts = page.request.get(f"{ljubljana_server.url}/en/plan/parts/").text()
    broken = parts.replace('data-part="legal_status"', 'data-part="nothing"')
    page.route("**/plan/parts/", lambda route: route.fulfill(body=broken, content_type="text/html"))
    page.goto(f"{ljubljana_server.url}/en/plan/")
    page.focus("main form input >> nth=0")
    page.get_by_text("Your answers stay in this browser").wait_for()
    posts = []
    page.on("request", lambda request: posts.append(request) if request.method == "POST" else None)
    page.click(FIRST)
    page.get_by_text("Your answers are used once and forgotten").wait_for()
    assert not page.get_by_text("Your answers stay in this browser").is_visible()
    assert not posts
    press(page, FIRST)
    assert len(posts) == 1
    assert page.locator("select").count(), "the server asks the first question"


def test_back_leads_to_the_question_before_and_the_heading_is_read(ljubljana_server, visitor):
    page = visitor()
    page.goto(f"{ljubljana_server.url}/en/plan/")
    press(page, FIRST)
    first = page.locator("h1").inner_text()
    assert page.evaluate("document.activeElement.tagName") == "H1"
    assert page.evaluate("scrollY") == 0
    page.keyboard.press("Tab")
    page.select_option("select", "refugee")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_function("words => document.querySelector('h1').innerText !== words", arg=first)
    second = page.locator("h1").inner_text()
    page.go_back()
    assert page.locator("h1").inner_text() == first
    assert page.input_value("select") == "refugee", "what was chosen is still chosen"
    page.go_forward()
    assert page.locator("h1").inner_text() == second
    page.evaluate("location.hash = 'main'")
    page.wait_for_timeout(100)
    assert page.locator("h1").inner_text() == second, "a link to a place on the page leads nowhere else"


def test_a_file_is_made_of_answers_that_are_sent_once(ljubljana_server, visitor):
    page = visitor()
    plan_of(page, ljubljana_server.url, "en", PERSONAS[0]["answers"])
    with page.expect_download() as download:
        page.click('button[name="form"][value="text"]')
    text = download.value.path().read_text("utf-8")
    assert text == page.input_value("#plan-text"), "the text that the browser made"


@pytest.mark.in_turn(MADE_HERE)
def test_axe_finds_nothing_and_nothing_is_too_wide(ljubljana_server, visitor, language):
    page = visitor(width=360, locale=language)
    plan_of(page, ljubljana_server.url, language, PERSONAS[0]["answers"] | {"wants": ["papers"]})
    assert not violations(page, "a plan made in the browser")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_days_are_written_as_the_server_writes_them(ljubljana_server, visitor):
    page = visitor()
    page.goto(f"{ljubljana_server.url}/en/plan/")
    manifest = json.loads(
        (Path(ljubljana_server.environment["PRISTAN_VAR"]) / "static/staticfiles.json").read_text("utf-8")
    )
    days = [f"2026-{month:02}-{day:02}" for month in range(1, 13) for day in (1, 9, 28)]
    write = """async ([module, pattern, months, days]) => {
      const { dateWords } = await import(module);
      return days.map(dateWords(pattern, months));
    }"""
    module = f"/static/{manifest['paths']['web/parts.js']}"
    for language in ("sl", "en", "ar", "sq", "bs", "uk", "ru", "fr", "es", "fa", "tr", "zh", "sr-Latn"):
        written = page.evaluate(write, [module, *dates.long_form(language), days])
        assert written == [dates.in_words(day, language) for day in days], language
