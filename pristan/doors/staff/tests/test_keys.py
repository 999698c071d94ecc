# SPDX-License-Identifier: EUPL-1.2
"""Passwords, codes and sessions as OWASP ASVS wants them; docs/security.md names each of these tests."""

import logging

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.core import mail
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from pristan.doors.staff import secrecy
from pristan.doors.staff.adapters import AccountAdapter
from pristan.doors.staff.tests.test_entrance import LOGIN, code, invite, login
from pristan.platform.accounts.models import User
from pristan.platform.audit.models import AuditEntry
from tests.access.roles import PASSWORD, person, signed_in

pytestmark = pytest.mark.django_db
CHANGE = "/staff/en/account/password/change/"
NEW = "another correct horse battery"


@pytest.fixture
def at():
    cache.clear()
    return timezone.now()


@pytest.mark.parametrize(
    "password",
    ["ž 😀 " * 20, "x y" * 21 + " ", "a" * 6 + "بحر أزرق كبير"],
    ids=["100 signs", "spaces", "two scripts"],
)
def test_long_passwords_in_any_script_are_taken_as_they_are(client, at, password):
    sent = invite(at)
    client.post(f"/staff/en/invitation/{sent.token}/", {"display_name": "Nada", "password": password})
    assert User.objects.get().check_password(password)
    assert not User.objects.get().check_password(
        password.strip() if password != password.strip() else password[:-1]
    )


def test_password_managers_know_the_fields(client, at):
    assert 'autocomplete="current-password"' in client.get(LOGIN).content.decode()
    assert (
        'autocomplete="new-password"'
        in client.get(f"/staff/en/invitation/{invite(at).token}/").content.decode()
    )


def test_endless_passwords_are_refused_before_they_are_hashed(client, at):
    person("ana", at=at)
    assert client.post(LOGIN, {"login": "ana@example.org", "password": "x" * 5000}).status_code == 200
    sent = invite(at)
    client.post(f"/staff/en/invitation/{sent.token}/", {"display_name": "Nada", "password": "x y z " * 40})
    assert not User.objects.filter(email="new@example.org").exists()


def test_changing_the_password_asks_for_the_old_one_tells_the_owner_and_ends_other_sessions(at):
    user = person("ana", at=at)
    here, there = Client(), Client()
    for client in (here, there):
        client.cookies[settings.SESSION_COOKIE_NAME] = signed_in(user)
    here.post(CHANGE, {"oldpassword": "wrong", "password1": NEW, "password2": NEW})
    assert User.objects.get().check_password(PASSWORD)
    here.post(CHANGE, {"oldpassword": PASSWORD, "password1": NEW, "password2": NEW})
    assert User.objects.get().check_password(NEW)
    assert here.get("/staff/en/").status_code == 200
    assert there.get("/staff/en/").status_code == 302
    assert [letter.to for letter in mail.outbox] == [["ana@example.org"]]
    assert AuditEntry.objects.filter(what="accounts.password.changed").count() == 1


def test_signing_in_makes_a_new_session(client, at):
    person("ana", at=at, has_factor=False)
    client.get(LOGIN)
    client.session["left"] = "by somebody before"
    before = client.session.session_key
    login(client)
    assert client.session.session_key != before
    assert "left" not in client.session


def test_a_code_works_once(client, at):
    user = person("ana", at=at)
    secret = secrecy.decrypted(Authenticator.objects.get(user=user, type="totp").data["secret"])
    good = code(secret)
    answers = []
    for browser in (client, Client()):
        step = login(browser)["Location"]
        answers.append(browser.post(step, {"code": good}).status_code)
    assert answers == [302, 200]


@pytest.mark.parametrize(("later", "status"), [(-2, 200), (-1, 302), (1, 302), (2, 200)])
def test_a_code_lasts_half_a_minute_with_one_before_it_and_one_after_it(client, at, later, status):
    user = person("ana", at=at)
    secret = secrecy.decrypted(Authenticator.objects.get(user=user, type="totp").data["secret"])
    with time_machine.travel(at, tick=False):
        step = login(client)["Location"]
        assert client.post(step, {"code": code(secret, later)}).status_code == status


def test_codes_are_not_guessed(client, at):
    person("ana", at=at)
    step = login(client)["Location"]
    pages = [client.post(step, {"code": f"{n:06d}"}) for n in range(7)]
    assert "too many attempts" in pages[-1].content.decode().lower() or pages[-1].status_code == 429


def test_other_sessions_are_seen_and_ended(at):
    person("ana", at=at, has_factor=False)
    here, there = Client(), Client()
    for client in (here, there):
        login(client)
    page = here.get("/staff/en/account/sessions/").content.decode()
    assert "Sign out everywhere else" in page and "127.0.0.1" not in page
    here.post("/staff/en/account/sessions/")
    assert (here.get("/staff/en/").status_code, there.get("/staff/en/").status_code) == (200, 302)


def test_the_log_holds_no_address_no_password_and_no_link(client, at, caplog):
    with caplog.at_level(logging.INFO):
        person("ana", at=at)
        sent = invite(at)
        client.get(f"/staff/en/invitation/{sent.token}/")
        login(client)
        login(client, password="a wrong secret")
        client.post("/staff/en/account/password/reset/", {"email": "ana@example.org"})
    said = " ".join(record.getMessage() for record in caplog.records)
    assert "account_login" in said
    assert not [each for each in ("ana@", PASSWORD, "wrong secret", sent.token, "127.0.0.1") if each in said]


def test_signing_in_and_failing_to_is_on_record_without_the_address(client, at):
    user = person("ana", at=at, has_factor=False)
    login(client, password="wrong")
    login(client)
    entries = AuditEntry.objects.filter(
        about_key=str(user.uuid), what__startswith="accounts.session"
    ).order_by("number")
    assert [(entry.what, entry.actor_kind) for entry in entries] == [
        ("accounts.session.refused", "anonymous"),
        ("accounts.session.began", "person"),
    ]


def test_where_a_sign_in_leads_is_never_another_site(client, at):
    person("ana", at=at, has_factor=False)
    for bad in ("https://evil.example/", "//evil.example", "javascript:alert(1)"):
        answer = client.post(
            f"{LOGIN}?next={bad}", {"login": "ana@example.org", "password": PASSWORD, "next": bad}
        )
        assert answer["Location"].startswith("/staff/"), bad
        client.post("/staff/en/account/logout/")


def test_pseudonyms_last_a_day_and_cannot_be_turned_round():
    from datetime import date

    one = secrecy.pseudonym("203.0.113.7", on=date(2026, 11, 27))
    assert one == secrecy.pseudonym("203.0.113.7", on=date(2026, 11, 27))
    assert one != secrecy.pseudonym("203.0.113.7", on=date(2026, 11, 28))
    assert one != secrecy.pseudonym("203.0.113.8", on=date(2026, 11, 27))
    assert one.startswith("fd") and "203" not in one


def test_one_connection_is_one_sender_however_many_addresses_it_has(rf):
    def seen(address):
        return AccountAdapter().get_client_ip(rf.get(LOGIN, REMOTE_ADDR=address))

    assert seen("2001:db8::1") == seen("2001:db8::ffff") != seen("2001:db8:0:1::1")


def test_headers_of_a_staff_page(client):
    answer = client.get(LOGIN, headers={"Accept-Encoding": "br, gzip"})
    assert answer["Cache-Control"] == "no-store, private"
    assert answer["Referrer-Policy"] == "same-origin"
    assert answer["X-Content-Type-Options"] == "nosniff"
    policy = answer["Content-Security-Policy"]
    assert "default-src 'self'" in policy and "frame-ancestors 'none'" in policy and "unsafe" not in policy
    assert "Content-Encoding" not in answer, "beside a secret nothing is compressed"
