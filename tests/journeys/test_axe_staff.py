# SPDX-License-Identifier: EUPL-1.2
"""axe finds nothing on any kind of page of the signed-in side, in Slovene, English and Arabic; nothing runs out of a phone's screen.

In the light on SQLite, in the dark on PostgreSQL, beside the other run each kind in one of the languages in turn (as tests/journeys/test_axe.py).
"""

import pytest
from django.db import connection

from tests.journeys.staffing import invited, join, set_up_app, sign_in
from tests.journeys.test_axe import LANGUAGES, violations

pytestmark = pytest.mark.journey(on_each=True)

OUTSIDE = (
    "account/login/", "account/login/?away=1", "account/password/reset/", "account/password/reset/done/",
    "account/password/reset/key/1-abc/", "account/inactive/", "invitation/no-such-one/",
)  # fmt: skip
INSIDE = (
    "", "account/", "account/factor/", "account/factor/codes/", "account/factor/passkeys/", "account/factor/passkeys/add/",
    "account/sessions/", "account/password/change/", "account/data/", "account/logout/", "people/", "people/invite/", "session/", "session/open/", "nothing/",
    "purges/", "purges/about/entry/portugues-para-todos/",
)  # fmt: skip
NOT_THERE = {"nothing/": 404, "invitation/no-such-one/": 410}


def look(page, server, paths, found, *, is_in_turn):
    """Every page in every language, or in one of them in turn."""
    for at, path in enumerate(paths):
        for language in LANGUAGES[at % len(LANGUAGES) :][:1] if is_in_turn else LANGUAGES:
            status = page.goto(f"{server.url}/staff/{language}/{path}").status
            assert status == NOT_THERE.get(path, 200), (language, path, status)
            found += violations(page, f"{language} {path}")
            found += too_wide(page, f"{language} {path}")


def too_wide(page, where):
    """A page that one must push sideways on a phone."""
    over = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    return [f"{where}: {over} px wider than the screen"] if over > 0 else []


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


def test_axe_finds_nothing(city_server, clerk, is_one_of_several):
    found, is_dark = [], connection.vendor == "postgresql"
    is_in_turn, page = is_dark and is_one_of_several, clerk(is_dark=is_dark)
    page.goto(f"{city_server.url}/staff/")
    found += violations(page, "the door")
    look(page, city_server, OUTSIDE, found, is_in_turn=is_in_turn)
    link = invited(city_server, "axe@example.org", "administrator", language="ar")
    page.goto(link)
    page.click("main form button[type=submit]")
    found += violations(page, "an invitation with slips")
    join(page, link)
    sign_in(page, city_server, "axe@example.org")
    found += violations(page, "the second factor is missing")
    page.goto(f"{city_server.url}/staff/sl/account/factor/app/add/")
    page.fill("[name=code]", "1")
    page.click("main form.form button[type=submit]")
    found += violations(page, "an app with a wrong code")
    found += too_wide(page, "an app with a wrong code")
    page.goto(f"{city_server.url}/staff/sl/account/factor/")
    set_up_app(page)
    page.goto(f"{city_server.url}/staff/en/session/open/")
    page.fill("[name=reason]", "To look at every page")
    page.click("main form.form button[type=submit]")
    look(page, city_server, INSIDE, found, is_in_turn=is_in_turn)
    ask_for_a_removal(page, city_server, found)
    for path in ("people/", "session/", "purges/"):
        page.goto(f"{city_server.url}/staff/en/{path}")
        page.click("tbody a >> nth=0")
        found += violations(page, page.url)
        found += too_wide(page, page.url)
    assert not found, "\n".join(found)
