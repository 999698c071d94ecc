# SPDX-License-Identifier: EUPL-1.2
"""axe finds nothing on any kind of public page, in the languages of tests/journeys/kinds.py.

What a page looks like does not hang on the database: the run on SQLite looks at it in the light, the run on PostgreSQL in the dark.
"""

import pytest
from django.db import connection

from tests.journeys.kinds import ANSWERED, IN_TURN, PUBLIC, asked
from tests.journeys.looking import violations
from tests.journeys.planning import press

pytestmark = pytest.mark.journey(on_each=True)


@pytest.mark.in_turn(" ".join(IN_TURN))
def test_axe_finds_nothing(ljubljana_server, visitor, language):
    page = visitor(is_dark=connection.vendor == "postgresql", locale=language)
    found = []
    for kind, (path, in_turn) in PUBLIC.items():
        if language not in asked(in_turn, (language,)):
            continue
        address = f"/{language}{path.format(other='sl' if language != 'sl' else 'en')}" if path else "/"
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


@pytest.mark.in_turn(ANSWERED)
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
