# SPDX-License-Identifier: EUPL-1.2
"""Somebody who works here: invited, in with a second factor, locked out when they leave the desk, out again."""

import re

import pytest
from playwright.sync_api import expect

from tests.journeys.staffing import invited, join, set_up_app, sign_in

pytestmark = pytest.mark.journey(on_each=True)
HOUSE = "associacao-horizonte"


def test_invited_password_app_first_page_out(city_server, clerk):
    """Without JavaScript: the other tests have it."""
    email = "nada@example.org"
    page = clerk(has_javascript=False)
    join(page, invited(city_server, email, "organization_manager", HOUSE))
    sign_in(page, city_server, email)
    expect(page.locator("h1")).to_have_text("Second factor and passkeys")
    page.goto(f"{city_server.url}/staff/en/people/")
    expect(page.locator(".note")).to_contain_text("Your roles need a second factor.")
    set_up_app(page)
    assert page.locator(".codes li").count() == 10
    page.click("text=I have them, go on")
    expect(page.locator("h1")).to_have_text("What to do today")
    page.click("main a.tile:has-text('People')")
    expect(page.locator("tbody").first).to_contain_text("Manager of an organisation: ")
    page.click("button:has-text('Sign out')")
    expect(page.locator("h1")).to_have_text("Sign in")
    page.goto(f"{city_server.url}/staff/en/people/")
    assert "/account/login/" in page.url
    sign_in(page, city_server, email)
    expect(page.locator("h1")).to_have_text("One more step")
    page.fill("[name=code]", "000000")
    page.click("main form.form button[type=submit]")
    expect(page.locator(".error")).to_contain_text("This code is not right")


def test_the_language_stands_in_the_address_and_stays(city_server, clerk):
    page = clerk(locale="ar")
    page.goto(f"{city_server.url}/staff/")
    expect(page.locator(".door-likely")).to_have_attribute("lang", "ar")
    page.click("a[lang=ar]")
    assert re.search(r"/staff/ar/account/login/", page.url)
    assert page.get_attribute("html", "dir") == "rtl"
    page.click(".menu summary")
    page.click(".menu a[lang=sl]")
    assert re.search(r"/staff/sl/account/login/", page.url)


def test_a_passkey_signs_in_by_itself(city_server, clerk):
    page = clerk()
    devtools = page.context.new_cdp_session(page)
    devtools.send("WebAuthn.enable")
    device = {
        "protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True,
        "isUserVerified": True, "automaticPresenceSimulation": True,
    }  # fmt: skip
    devtools.send("WebAuthn.addVirtualAuthenticator", {"options": device})
    link = invited(city_server, "key@example.org", "organization_manager", HOUSE).replace(
        "127.0.0.1", "localhost"
    )
    join(page, link)
    sign_in(page, city_server, "key@example.org")
    page.click("text=Add a passkey")
    page.fill("[name=name]", "My laptop")
    page.click("#mfa_webauthn_add")
    page.wait_for_selector(".codes")
    page.click("text=I have them, go on")
    page.click("button:has-text('Sign out')")
    page.click("#passkey_login")
    expect(page.locator("h1")).to_have_text("What to do today")


def test_nobody_there_means_locked(city_server, clerk):
    page = clerk()
    join(page, invited(city_server, "idle@example.org", "organization_editor", HOUSE))
    page.clock.install()
    sign_in(page, city_server, "idle@example.org")
    expect(page.locator("h1")).to_have_text("What to do today")
    page.clock.fast_forward("14:00")
    page.keyboard.press("Shift")
    page.clock.fast_forward("14:00")
    expect(page.locator("h1")).to_have_text("What to do today")
    page.clock.fast_forward("16:00")
    expect(page.locator("article > .note >> nth=0")).to_contain_text("Nobody was here for a while")
    assert page.locator("nav.strip").count() == 0
    page.go_back()
    expect(page.locator("[name=login]")).to_be_visible()
    assert "What to do today" not in page.content()


def test_an_administrator_acts_in_a_session(city_server, clerk):
    page = clerk(width=1280, height=800)
    join(page, invited(city_server, "root@example.org", "administrator"))
    sign_in(page, city_server, "root@example.org")
    set_up_app(page)
    page.goto(f"{city_server.url}/staff/en/")
    assert page.locator("nav a:has-text('People')").count() == 0
    page.click("text=Open a staff session")
    page.fill("[name=reason]", "A new editor begins")
    page.click("main form.form button[type=submit]")
    expect(page.locator(".session")).to_contain_text("A new editor begins")
    page.click("nav a:has-text('People')")
    page.click("text=Invite somebody")
    page.fill("[name=email]", "editor@example.org")
    page.select_option("[name=role]", "city_editor")
    page.click("main form.form button[type=submit]")
    expect(page.locator(".note-good")).to_contain_text("The invitation is sent.")
    page.click("nav a:has-text('Staff sessions')")
    page.click("tbody a")
    expect(page.locator("tbody")).to_contain_text("Invitation sent")
    page.click("text=End now")
    expect(page.locator(".session")).to_have_count(0)
    page.goto(f"{city_server.url}/staff/en/people/")
    expect(page.locator("h1")).to_have_text("This page is not here")
