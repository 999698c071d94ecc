# SPDX-License-Identifier: EUPL-1.2
"""A mediator on a phone without scripts: from what waits today to a text that readers see as read by a person."""

import pytest
from playwright.sync_api import expect

from tests.access.roles import COURSE
from tests.journeys import colleagues
from tests.journeys.looking import too_wide

pytestmark = pytest.mark.journey


def test_a_mediator_reads_a_text_beside_its_original_and_goes_on_to_the_next(city_server, clerk):
    key = colleagues.come(city_server, "olena=language_reviewer:uk")["olena"]
    page = colleagues.enter(clerk(width=360, has_javascript=False), city_server, key)
    assert page.goto(f"{city_server.url}/staff/en/").status == 200
    page.click("main a[href*='state=unread']")
    page.click(f"main a[href*='/translations/uk/{COURSE}/']")
    field = page.get_by_role("textbox").first
    expect(field).to_have_attribute("lang", "uk")
    field.fill("")
    page.click("main form button[type=submit]")
    expect(page.locator(".error")).to_have_count(1)
    page.get_by_role("textbox").first.fill("Португальська для всіх разом")
    page.click("main form button[type=submit]")
    expect(page.locator("[role=status] li")).to_contain_text("Published")
    expect(page.get_by_role("textbox").first).to_have_value("Португальська для всіх разом")
    assert not too_wide(page, "the texts of an entry")
    page.click("main .buttons a[href*='state=unread']")
    expect(page).not_to_have_url(f"**/{COURSE}/**")
