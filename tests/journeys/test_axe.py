# SPDX-License-Identifier: EUPL-1.2
"""axe finds nothing on any kind of page, in Slovene, English and Arabic, light and dark.

What a page looks like does not hang on the database: the run on SQLite looks at it in the light, the run on PostgreSQL in the dark,
beside the other run at each kind of page in one of the languages in turn (`make audit` looks at everything in all of them, in both).
"""

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.db import connection

from tests.journeys.planning import press

pytestmark = pytest.mark.journey(on_each=True)

# One address of every kind of page.
LANGUAGES = ("sl", "en", "ar")
PAGES = {
    "languages": None,
    "home": "",
    "search": "search/?q=tečaj",
    "search-filtered": "search/?q=pomoč&anonymous=yes&free=yes",
    "search-nothing": "search/?q=xqzzyw",
    "need": "need/health/",
    "audience": "for/women/",
    "district": "district/center/",
    "everything": "all/",
    "urgent": "urgent/",
    "service": "entry/pro-bono-ambulanta/",
    "place": "entry/ue-ljubljana-tujci/",
    "course": "entry/cene-stupar-zip/",
    "programme": "entry/kljuc-pats/",
    "procedure": "entry/address-registration-temporary/",
    "organisation": "entry/filantropija/",
    "right": "entry/right-work-without-permit/",
    "status": "entry/status-asylum-applicant/",
    "rights": "rights/",
    "plan": "plan/",
    "letter": "letter/",
    "steps": "steps/",
    "plan-all": "plan/all/",
    "plan-parts": "plan/parts/",
    "sensitive": "entry/sos-telefon/",
    "counter": "entry/pro-bono-ambulanta/counter/",
    "two": "entry/pro-bono-ambulanta/two/{other}/",
    "share": "entry/pro-bono-ambulanta/share/",
    "problem": "entry/pro-bono-ambulanta/problem/",
    "claim-form": "entry/pro-bono-ambulanta/claim/",
    "report": "report/",
    "claim": "claim/",
    "my-list": "my-list/",
    "about": "about/",
    "privacy": "privacy/",
    "accessibility": "accessibility/",
    "sources": "sources/",
    "not-found": "entry/no-such-entry/",
}
RULES = {
    "resultTypes": ["violations"],  # all rules are looked at; of what they let pass axe tells only one place
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    },
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_axe_finds_nothing(ljubljana_server, visitor, language, is_one_of_several):
    is_dark = connection.vendor == "postgresql"
    page = visitor(is_dark=is_dark, locale=language)
    found = []
    for at, (kind, path) in enumerate(PAGES.items()):
        if is_dark and is_one_of_several and language != LANGUAGES[at % len(LANGUAGES)]:
            continue
        address = (
            "/" if path is None else f"/{language}/{path.format(other='sl' if language != 'sl' else 'en')}"
        )
        status = page.goto(ljubljana_server.url + address).status
        assert status == (404 if kind == "not-found" else 200), (address, status)
        found += violations(page, f"{kind} {address}")
    assert not found, "\n".join(found)


def test_axe_finds_what_is_wrong(ljubljana_server, visitor):
    page = visitor()
    page.goto(f"{ljubljana_server.url}/en/about/")
    page.evaluate("""() => {
      document.querySelector("main").insertAdjacentHTML("beforeend", "<img src='x.png'><input><h6>x</h6>");
      document.querySelector("main p").setAttribute("class", "planted");
      document.querySelector("main p").style.color = document.documentElement.style.background = "#777";
    }""")
    found = violations(page, "planted")
    assert {"image-alt", "label", "heading-order"} <= {each.split()[1] for each in found}, found


def violations(page, where):
    """What axe finds on the page that is open, a line for each."""
    page.wait_for_load_state()  # a page that is still on its way has nothing to look at
    return [
        f"{where}: {each['id']} ({each['help']}): {'; '.join(node['html'][:120] for node in each['nodes'][:3])}"
        for each in Axe().run(page, options=RULES).response["violations"]
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_axe_finds_nothing_on_pages_that_answer_a_form(ljubljana_server, visitor, language):
    """Questions of each sort, one that was answered badly, and the plan: they have no address to open."""
    page = visitor(is_dark=connection.vendor == "postgresql", locale=language)
    page.goto(f"{ljubljana_server.url}/{language}/plan/")
    found = []
    slipped = False
    while not page.locator(".plan-steps").count():
        found += violations(page, page.locator("h1").inner_text())
        if page.locator("main form input[inputmode=numeric]").count():
            page.fill("main form input[inputmode=numeric]", "" if slipped else "x")
            slipped = True
        press(page, "main form button[type=submit] >> nth=0")
    found += violations(page, "the plan")
    page.goto(f"{ljubljana_server.url}/{language}/plan/all/")
    page.fill("#f-age", "x")
    press(page, "main form button[type=submit]")
    found += violations(page, "a form with a slip")
    page.fill("#f-age", "30")
    press(page, "main form button[type=submit]")
    page.wait_for_selector(".plan-steps")
    found += violations(page, "a plan")
    assert not found, "\n".join(found)
