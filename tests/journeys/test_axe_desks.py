# SPDX-License-Identifier: EUPL-1.2
"""axe finds nothing on the desks of an editor, each with something on it, in Slovene, English and Arabic; no page runs out of a
phone's screen; and a proposal is found and decided with the keyboard alone.

In the light on SQLite, in the dark on PostgreSQL, beside the other run each kind in one of the languages in turn (as tests/journeys/test_axe.py).
"""

import pytest
from django.db import connection
from playwright.sync_api import expect

from tests.access.roles import COURSE, OURS
from tests.journeys import colleagues
from tests.journeys.test_axe import LANGUAGES, violations
from tests.journeys.test_axe_staff import too_wide

pytestmark = pytest.mark.journey(on_each=True)
ENTRY = f"entries/{COURSE}"
DESKS = (
    "review/", "proposals/{proposal}/", "reports/", "reports/{report}/", "claims/", "claims/{claim}/", "conflicts/", "edited/",
    "record/", "unlisted/", f"{ENTRY}/change/hours/", f"{ENTRY}/closed/", f"{ENTRY}/history/", f"{ENTRY}/listing/",
    f"{ENTRY}/withdraw/", f"entries/{OURS}/trust/", f"{ENTRY}/preview/uk/",
)  # fmt: skip
AUTHORS = ("proposals/", "proposals/{draft}/", "proposals/{draft}/change/words/")
# One kind of page with other fields: each in one of the languages.
FORMS = (
    *(f"{ENTRY}/change/{each}/" for each in ("reach", "place", "words", "costs", "know", "who", "needs", "safety")),
    f"{ENTRY}/secret/", f"{ENTRY}/rename/", "new-entry/", f"{ENTRY}/history/?from=0&to=0", "contacts/",
)  # fmt: skip
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


def look(page, server, paths, things, *, is_in_turn=False):
    """What is wrong with each page, in every language or in one of them in turn."""
    found = []
    for at, path in enumerate(paths):
        languages = LANGUAGES[at % len(LANGUAGES) :][:1] if is_in_turn else LANGUAGES
        for language in languages:
            address = f"/staff/{language}/{path.format(**things)}"
            status = page.goto(server.url + address).status
            assert status == 200, (address, status)
            found += violations(page, address) + too_wide(page, address)
    return found


def test_axe_finds_nothing(city_server, sit, everybody, is_one_of_several):
    editor, author = sit("city_editor"), sit("organization_editor")
    is_in_turn, things = connection.vendor == "postgresql" and is_one_of_several, everybody["things"]
    found = look(editor, city_server, DESKS, things, is_in_turn=is_in_turn)
    found += look(author, city_server, AUTHORS, things, is_in_turn=is_in_turn)
    found += look(editor, city_server, FORMS, things, is_in_turn=True)
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
