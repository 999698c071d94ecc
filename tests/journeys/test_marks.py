# SPDX-License-Identifier: EUPL-1.2
"""Marks in lists: only after somebody asked for them, by the engine in the browser, nothing hidden, and gone when they are wiped."""

import re

import pytest

from tests.journeys.looking import violations
from tests.journeys.planning import fill, press

pytestmark = pytest.mark.journey
KEY = "pristan-answers"
TOLD = {"legal_status": "asylum_applicant", "base_status": "asylum_applicant", "age": 30, "insured": False}
LISTS = ("need/health/", "for/women/", "district/center/", "search/?q=zdravnik", "all/")
ORDER = ("yes", "depends", "not_known", "no")
REMOTE = """async (given) => {
  const body = JSON.stringify({ answers: given, lang: "en" });
  return (await (await fetch("/api/orientation/verdicts", { method: "POST", body })).json()).verdicts;
}"""
SHOWN = """() => [...document.querySelectorAll("#main .card h3 a, #main .names a")].map((each) => {
  const entry = each.closest("li");
  const mark = entry.querySelector("[data-mark]");
  return [each.pathname.split("/").at(-2), entry.dataset.verdict ?? null, mark ? mark.innerText.trim() : null];
})"""


def choose(page, url, language="en"):
    page.goto(f"{url}/{language}/plan/all/")
    fill(page, TOLD)
    press(page, "main form button[type=submit] >> nth=-1")
    page.click('[data-marks="on"]')


def marked(page, address):
    page.goto(address)
    page.wait_for_selector("#main [data-order]")
    return page.evaluate(SHOWN)


def test_nothing_is_kept_before_somebody_asks_for_it(ljubljana_server, visitor):
    page = visitor()
    page.goto(f"{ljubljana_server.url}/en/plan/all/")
    fill(page, TOLD)
    press(page, "main form button[type=submit] >> nth=-1")
    assert page.evaluate("sessionStorage.length + localStorage.length") == 0
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{ljubljana_server.url}/en/need/health/")
    page.wait_for_load_state("networkidle")
    assert not [each for each in asked if "orientation" in each or "marking" in each], (
        "nobody else pays for it"
    )
    assert not page.locator("#main [data-mark]").count()


def test_every_list_says_what_the_server_would_say(ljubljana_server, visitor):
    page = visitor()
    choose(page, ljubljana_server.url)
    said = {each["slug"]: each["verdict"] for each in page.evaluate(REMOTE, TOLD)}
    asked = []
    page.on("request", lambda request: asked.append(request))
    for path in LISTS:
        found = marked(page, f"{ljubljana_server.url}/en/{path}")
        assert any(verdict for _, verdict, _ in found), path
        for address, verdict, words in found:
            assert verdict == said.get(address), (path, address)
            assert (words is None) == (verdict is None)
    assert {request.method for request in asked} == {"GET"}
    assert not [request.url for request in asked if "asylum" in request.url]


def test_a_sensitive_entry_is_marked_and_its_page_does_not_say_its_name_in_code(ljubljana_server, visitor):
    page = visitor()
    choose(page, ljubljana_server.url)
    found = marked(page, f"{ljubljana_server.url}/en/need/violence/")
    private = page.locator('#main .card a[href*="/i/"]')
    assert private.count()
    codes = {each.get_attribute("href").split("/")[-2] for each in private.all()}
    assert {verdict for address, verdict, _ in found if address in codes} >= {"yes"}
    assert "sos-telefon" not in page.content()


def test_what_one_may_use_comes_first_and_nothing_is_hidden(ljubljana_server, visitor):
    page = visitor()
    choose(page, ljubljana_server.url)
    before = marked(page, f"{ljubljana_server.url}/en/need/health/")
    page.click('[data-by="first"]')
    after = page.evaluate(SHOWN)
    assert sorted(before, key=str) == sorted(after, key=str)
    assert page.evaluate("document.activeElement.dataset.by") == "usual"
    for group in page.locator("#main .cards").all():
        ranks = [
            ORDER.index(each) if each else 2
            for each in group.locator("> li").evaluate_all("all => all.map(e => e.dataset.verdict ?? '')")
        ]
        assert ranks == sorted(ranks)
    page.click('[data-by="usual"]')
    assert page.evaluate(SHOWN) == before


@pytest.mark.parametrize("language", ["sl", "en", "ar"])
def test_a_marked_list_is_fit_for_everybody(ljubljana_server, visitor, language):
    page = visitor(width=360, locale=language)
    choose(page, ljubljana_server.url, language)
    assert not violations(page, "a plan that marks lists")
    for path in ("need/health/", "all/"):
        marked(page, f"{ljubljana_server.url}/{language}/{path}")
        assert not violations(page, path)
        assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_the_marks_can_be_taken_away_on_the_list_and_on_the_plan(ljubljana_server, visitor):
    page = visitor()
    choose(page, ljubljana_server.url)
    assert page.evaluate("document.activeElement.dataset.marks") == "off"
    page.click('[data-marks="off"]')
    assert page.evaluate(f"sessionStorage.getItem('{KEY}')") is None
    page.click('[data-marks="on"]')
    marked(page, f"{ljubljana_server.url}/en/need/health/")
    page.click('[data-by="stop"]')
    assert not page.locator("#main [data-mark]").count()
    assert page.evaluate("sessionStorage.length") == 0


def test_finish_and_wipe_takes_answers_and_marks_with_it(ljubljana_server, visitor):
    page = visitor()
    choose(page, ljubljana_server.url)
    marked(page, f"{ljubljana_server.url}/en/need/health/")
    page.goto(f"{ljubljana_server.url}/en/plan/")
    page.click("[data-finish]")
    page.wait_for_url(f"{ljubljana_server.url}/en/")
    assert page.evaluate(f"sessionStorage.getItem('{KEY}')") is None
    page.go_back()
    page.wait_for_timeout(500)
    assert not page.locator("#main [data-mark]").count()


def test_the_quick_exit_wipes_the_answers(ljubljana_server, visitor):
    page = visitor()
    page.route(re.compile(r"https://(?!127)"), lambda route: route.fulfill(body="<title>elsewhere</title>", content_type="text/html"))  # fmt: skip
    choose(page, ljubljana_server.url)
    page.click("[data-exit-now]")
    page.wait_for_function("document.title === 'elsewhere'")
    page.goto(f"{ljubljana_server.url}/en/need/health/")
    assert page.evaluate(f"sessionStorage.getItem('{KEY}')") is None


def test_answers_that_cannot_be_read_leave_the_list_as_it_is(ljubljana_server, visitor):
    page = visitor()
    page.goto(f"{ljubljana_server.url}/en/need/health/")
    page.evaluate(f"""sessionStorage.setItem('{KEY}', '{{"age": "x"}}')""")
    page.reload()
    page.wait_for_function(f"() => sessionStorage.getItem('{KEY}') === null")
    assert not page.locator("#main [data-mark]").count()
