# SPDX-License-Identifier: EUPL-1.2
"""My list lives in this tab, the quick exit wipes it, sensitive pages keep their names to themselves."""

import re

import pytest

pytestmark = pytest.mark.journey


def put_on_list(page, url, *paths):
    for path in paths:
        page.goto(f"{url}/en/{path}")
        page.click("[data-list-add]")
        page.wait_for_selector('[data-list-add][aria-pressed="true"]')


def stored(page):
    return page.evaluate("[sessionStorage.length, localStorage.length]")


@pytest.fixture
def exit_stays_here(ljubljana_server):
    """The outside site of the quick exit, answered inside the test: nothing leaves this machine."""

    def prepare(page):
        page.route(
            re.compile(r"https://(?!127)"),
            lambda route: route.fulfill(body="<title>elsewhere</title>elsewhere", content_type="text/html"),
        )

    return prepare


def test_my_list_stays_in_this_tab_until_it_is_kept(ljubljana_server, visitor):
    page = visitor()
    put_on_list(page, ljubljana_server.url, "entry/pro-bono-ambulanta/", "entry/ue-ljubljana-tujci/")
    page.goto(f"{ljubljana_server.url}/en/my-list/")
    assert page.locator("[data-list-items] li").count() == 2
    assert stored(page)[1] == 0, "nothing is kept on the phone"
    other = page.context.new_page()
    other.goto(f"{ljubljana_server.url}/en/my-list/")
    assert other.locator("[data-list-items] li").count() == 0, "another tab knows nothing"
    page.check("[data-list-keep]")
    page.wait_for_function("localStorage.length === 1")
    other.reload()
    assert other.locator("[data-list-items] li").count() == 2
    page.click("[data-list-finish]")
    page.wait_for_function("sessionStorage.length + localStorage.length === 0")
    assert stored(page) == [0, 0]


def test_my_list_prints_in_two_languages_side_by_side(ljubljana_server, visitor):
    page = visitor(width=1280)
    put_on_list(page, ljubljana_server.url, "entry/pro-bono-ambulanta/")
    page.goto(f"{ljubljana_server.url}/ar/my-list/")
    page.evaluate("window.print = () => { document.body.dataset.printed = '1' }")
    page.select_option("[data-list-other]", "sl")
    page.click("[data-list-print]")
    page.wait_for_selector("[data-sheet]", state="attached")
    page.wait_for_function("document.body.dataset.printed === '1'")
    sheet = page.locator("[data-sheet]")
    assert sheet.count() == 1
    languages = {each.get_attribute("lang") for each in sheet.locator("[lang]").all()}
    assert {"sl", "ar"} <= languages


def test_the_quick_exit_wipes_the_list_and_back_shows_nothing(ljubljana_server, visitor, exit_stays_here):
    page = visitor()
    exit_stays_here(page)
    put_on_list(page, ljubljana_server.url, "entry/pro-bono-ambulanta/")
    page.goto(f"{ljubljana_server.url}/en/entry/sos-telefon/")
    assert "/i/" in page.url, "a sensitive entry has an address that says nothing"
    page.click("[data-exit-now]")
    page.wait_for_function("document.title === 'elsewhere'")
    page.go_back()
    page.wait_for_function("document.title === 'elsewhere' || document.documentElement.hidden")
    assert "SOS" not in page.evaluate("document.documentElement.hidden ? '' : document.body.innerText")
    page.goto(f"{ljubljana_server.url}/en/my-list/")
    assert page.locator("[data-list-items] li").count() == 0


def test_three_times_shift_leaves_too(ljubljana_server, visitor, exit_stays_here):
    page = visitor()
    exit_stays_here(page)
    page.goto(f"{ljubljana_server.url}/en/entry/sos-telefon/")
    for _ in range(3):
        page.keyboard.press("Shift")
    page.wait_for_function("document.title === 'elsewhere'")


def test_a_sensitive_page_keeps_its_name_to_itself(ljubljana_server, visitor):
    page = visitor(has_javascript=False)
    answer = page.goto(f"{ljubljana_server.url}/sl/entry/sos-telefon/")
    assert re.search(r"/sl/i/[a-z2-7]{10}/$", page.url)
    assert page.title() == "Pristan"
    assert answer.headers["cache-control"] == "no-store"
    assert page.locator("[data-exit-now]").get_attribute("href").startswith("https://"), (
        "works as a plain link"
    )


def test_an_alias_and_a_slug_redirect_for_good(ljubljana_server, visitor):
    page = visitor(has_javascript=False)
    answer = page.request.get(f"{ljubljana_server.url}/sl/entry/postopek-davcna-stevilka/", max_redirects=0)
    assert (answer.status, answer.headers["location"]) == (308, "/sl/entry/tax-number/")
    answer = page.request.get(f"{ljubljana_server.url}/sl/entry/sos-telefon/", max_redirects=0)
    assert answer.status == 308


def test_nothing_a_person_typed_reaches_the_log(ljubljana_server, visitor):
    page = visitor()
    page.goto(f"{ljubljana_server.url}/en/search/?q=secretwordofmine")
    page.goto(f"{ljubljana_server.url}/en/entry/secret-slug-of-mine/")
    said = ljubljana_server.said()
    assert "web:search" in said, "requests are logged"
    for trace in ("secretwordofmine", "secret-slug-of-mine", "127.0.0.1 -", "Mozilla", "HeadlessChrome"):
        assert trace not in said
