# SPDX-License-Identifier: EUPL-1.2
"""axe finds nothing on any kind of page of the signed-in side, in the languages of tests/journeys/kinds.py; nothing runs out of a phone's
screen. In the light on SQLite, in the dark on PostgreSQL."""

import pytest
from django.db import connection

from tests.journeys.kinds import INSIDE, ON_THE_WAY, OUTSIDE
from tests.journeys.looking import look, too_wide, violations
from tests.journeys.staffing import invited, join, set_up_app, sign_in

pytestmark = pytest.mark.journey(on_each=True)
NOT_THERE = {"nothing/": 404, "invitation/no-such-one/": 410}


def ask_for_a_removal(page, server, found):
    """Look where a value stands, with a slip, then ask for it to be removed. Nothing of it is in the address."""
    page.goto(f"{server.url}/staff/ar/purges/about/entry/portugues-para-todos/")
    page.fill("[name=value]", "Português")
    for name in ("[name=look]", "button:not([name])"):
        page.click(f"main form.form {name}")
        found += violations(page, "where a value stands")
        found += too_wide(page, "where a value stands")
    page.fill("[name=reason]", "It hurts somebody.")
    page.click("main form.form button:not([name])")
    assert page.url.startswith(f"{server.url}/staff/ar/purges/") and "Portugu" not in page.url + page.title()


def without_language(url):
    """`people/` of .../staff/en/people/."""
    return url.split("/staff/")[1].split("/", 1)[1]


def test_axe_finds_nothing(city_server, clerk, languages):
    page = clerk(is_dark=connection.vendor == "postgresql")
    found = []

    def see(name, url=""):
        path = without_language(url or page.url)
        found.extend(look(page, city_server, {path: ON_THE_WAY[name]}, languages))

    page.goto(f"{city_server.url}/staff/")
    found += violations(page, "the door")
    found += look(page, city_server, OUTSIDE, languages, answers=NOT_THERE)
    link = invited(city_server, "axe@example.org", "administrator", language="ar")
    see("staff:accept", link)
    page.goto(link)
    page.click("main form button[type=submit]")
    found += violations(page, "an invitation with slips")
    join(page, link)
    sign_in(page, city_server, "axe@example.org")
    found += violations(page, "the second factor is missing")
    see("mfa_activate_totp", f"{city_server.url}/staff/sl/account/factor/app/add/")
    page.fill("[name=code]", "1")
    page.click("main form.form button[type=submit]")
    found += violations(page, "an app with a wrong code")
    found += too_wide(page, "an app with a wrong code")
    page.goto(f"{city_server.url}/staff/sl/account/factor/")
    set_up_app(page)
    page.goto(f"{city_server.url}/staff/en/session/open/")
    page.fill("[name=reason]", "To look at every page")
    page.click("main form.form button[type=submit]")
    found += look(page, city_server, INSIDE, languages, answers=NOT_THERE)
    ask_for_a_removal(page, city_server, found)
    for path, name in (
        ("people/", "staff:person"),
        ("session/", "staff:session"),
        ("purges/", "review:purge"),
    ):
        page.goto(f"{city_server.url}/staff/en/{path}")
        page.click("tbody a >> nth=0")
        see(name)
    page = clerk(is_dark=connection.vendor == "postgresql")
    sign_in(page, city_server, "axe@example.org")
    page.wait_for_url("**/factor/authenticate/")
    see("mfa_authenticate")
    assert not found, "\n".join(found)
