# SPDX-License-Identifier: EUPL-1.2
"""axe finds nothing on the desks of an editor, each with something on it, in the languages of tests/journeys/kinds.py; no page runs out
of a phone's screen; and a proposal is found and decided with the keyboard alone. In the light on SQLite, in the dark on PostgreSQL."""

import pytest
from django.db import connection
from playwright.sync_api import expect

from tests.journeys import colleagues
from tests.journeys.kinds import AUTHORS, DESKS, ENTRY, FORMS, READ
from tests.journeys.looking import look, too_wide, violations

pytestmark = pytest.mark.journey(on_each=True)
TABS = 80  # more than there are places on a page to go to


@pytest.fixture(scope="module")
def everybody(city_server):
    """Keys and things: tests/journeys/colleagues.py."""
    return colleagues.come(city_server, "everybody")


@pytest.fixture
def sit(city_server, clerk, everybody):
    """`sit("city_editor")`: a window of somebody with this role."""
    is_dark = connection.vendor == "postgresql"
    return lambda role: colleagues.enter(clerk(is_dark=is_dark), city_server, everybody["keys"][role])


def test_axe_finds_nothing(city_server, sit, everybody, languages):
    editor, author, things = sit("city_editor"), sit("organization_editor"), everybody["things"]
    found = look(editor, city_server, DESKS | FORMS, languages, things=things)
    found += look(author, city_server, AUTHORS, languages, things=things)
    found += look(sit("language_reviewer"), city_server, READ, languages, things=things)
    assert not found, "\n".join(found)


def test_axe_finds_nothing_on_what_was_sent_with_a_slip_and_what_went_well(city_server, sit):
    page = sit("organization_editor")
    assert page.goto(f"{city_server.url}/staff/ar/{ENTRY}/closed/").status == 200
    page.fill("[name=first]", "")
    page.click("main form button[type=submit]")
    expect(page.locator(".error")).to_have_count(1)
    found = violations(page, "a slip") + too_wide(page, "a slip")
    page.click(f".crumbs a[href$='/{ENTRY}/']")
    page.click(f"form[action$='/{ENTRY}/checked/'] button")
    expect(page.locator("[role=status] li")).to_have_count(1)
    found += violations(page, "a note") + too_wide(page, "a note")
    assert not found, "\n".join(found)


def test_on_a_phone_the_way_around_is_one_row_and_today_leads_to_every_desk(city_server, sit):
    page = sit("city_editor")
    for path in ("", "review/", "entries/"):
        assert page.goto(f"{city_server.url}/staff/en/{path}").status == 200
        seen = [each for each in page.locator(".staff-strip > *").all() if each.is_visible()]
        assert 3 <= len(seen) <= 4, path
        assert len({round(each.bounding_box()["y"]) for each in seen}) == 1, path
    page.goto(f"{city_server.url}/staff/en/")
    ways = {each.get_attribute("href") for each in page.locator(".staff-strip a").all()}
    assert ways - {each.get_attribute("href") for each in page.locator("main a.tile").all()} == {"/staff/en/"}


def go_to(page, selector):
    """Press Tab until the first such thing has the focus, which must be seen."""
    page.wait_for_load_state()
    wanted = page.locator(selector).first
    for _ in range(TABS):
        page.keyboard.press("Tab")
        if wanted.evaluate("each => each === document.activeElement"):
            ring = wanted.evaluate("each => { const style = getComputedStyle(each); return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2 }")  # fmt: skip
            assert ring, f"nobody sees where they are: {selector}"
            return
    pytest.fail(f"the keyboard does not reach {selector}")


def test_a_proposal_is_decided_with_the_keyboard_alone(city_server, sit, everybody):
    page, number = sit("city_editor"), everybody["things"]["proposal"]
    assert page.goto(f"{city_server.url}/staff/en/").status == 200
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")  # "Skip to the content"
    assert page.evaluate("document.activeElement.id") == "main"
    go_to(page, "main a[href$='/review/']")
    page.keyboard.press("Enter")
    page.wait_for_url("**/staff/en/review/")
    go_to(page, f"main a[href$='/proposals/{number}/']")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/proposals/{number}/")
    go_to(page, "input[name=take]")
    page.keyboard.press("Space")
    expect(
        page.locator("input[name=take]").first
    ).to_be_checked()  # somebody else wrote meanwhile, so nothing was ticked
    go_to(page, "[name=reason]")
    page.keyboard.type("It says the same in other words.")
    go_to(page, "button[name=refuse]")
    page.keyboard.press("Enter")
    expect(page.locator("[role=status] li")).to_have_text("Refused. The author reads your reason.")
