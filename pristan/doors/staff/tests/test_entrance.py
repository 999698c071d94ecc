# SPDX-License-Identifier: EUPL-1.2
"""How one gets in: by invitation, with a second factor where a role needs one, and not by guessing."""

import re
import statistics
import threading
import time
from datetime import timedelta
from uuid import uuid4

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.core import mail
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django.utils.http import int_to_base36

from pristan.doors.staff import mail as letters
from pristan.doors.staff import scopes
from pristan.platform.accounts.models import User
from pristan.platform.audit.models import AuditEntry
from pristan.platform.power import invitations, services
from pristan.platform.power.models import Grant, Invitation
from pristan.platform.power.models.invitation import LASTS
from tests.access.roles import OURS, PASSWORD, ROOT, browser, person, signed_in

pytestmark = pytest.mark.django_db
LOGIN = "/staff/en/account/login/"
RESET = "/staff/en/account/password/reset/"


@pytest.fixture
def at():
    return timezone.now()


@pytest.fixture(autouse=True)
def nobody_tried_before():
    cache.clear()


@pytest.fixture
def manager(at, monkeypatch):
    """The browser of a manager of an organisation."""
    user, client = person("manager", at=at), Client()
    services.give(user=user, role="organization_manager", scope=OURS, actor=ROOT, at=at)
    client.cookies[settings.SESSION_COOKIE_NAME] = signed_in(user)
    monkeypatch.setattr(scopes, "exists", lambda role, scope: True)
    return client


def login(client, email="ana@example.org", password=PASSWORD, language="en"):
    return client.post(f"/staff/{language}/account/login/", {"login": email, "password": password})


def words(answer):
    """What is on the page, without tokens."""
    return re.sub(r'value="[\w-]{40,}"', "", re.sub(r"<[^>]*csrf[^>]*>", "", answer.content.decode()))


def invite(at, email="new@example.org", role="organization_editor", scope=OURS):
    return invitations.invite(email=email, role=role, scope=scope, language="en", actor=ROOT, at=at)


class TestInvitation:
    def test_it_makes_an_account_with_one_role_and_works_once(self, client, at):
        sent = invite(at)
        address = f"/staff/en/invitation/{sent.token}/"
        assert client.get(address).status_code == 200
        assert client.post(address, {"display_name": "Nada", "password": PASSWORD}).status_code == 302
        user = User.objects.get(email="new@example.org")
        assert (user.display_name, user.check_password(PASSWORD)) == ("Nada", True)
        assert Grant.objects.filter(user=user).values_list("role", "scope").get() == (
            "organization_editor",
            OURS,
        )
        assert client.post(address, {"display_name": "B", "password": PASSWORD}).status_code == 410
        assert login(client, "new@example.org").status_code == 302

    def test_its_secret_and_its_address_are_not_kept(self, client, at):
        sent = invite(at)
        assert sent.token not in str(Invitation.objects.values_list())
        client.post(f"/staff/en/invitation/{sent.token}/", {"display_name": "Nada", "password": PASSWORD})
        assert Invitation.objects.get().email == ""
        assert "new@example.org" not in str(list(AuditEntry.objects.values_list()))

    def test_it_ends_after_seven_days(self, client, at):
        sent = invite(at - LASTS - timedelta(seconds=1))
        answer = client.get(f"/staff/en/invitation/{sent.token}/")
        assert answer.status_code == 410
        assert words(answer) == words(client.get("/staff/en/invitation/never-sent/")).replace(
            "never-sent", sent.token
        )

    def test_an_address_that_nobody_answered_from_is_forgotten(self, at):
        old, new = invite(at - LASTS).invitation, invite(at, "b@example.org").invitation
        assert invitations.forget(at=at) == 1
        assert dict(Invitation.objects.values_list("pk", "email")) == {old.pk: "", new.pk: "b@example.org"}

    def test_who_has_an_account_takes_the_role_and_keeps_the_password(self, client, at):
        person("ana", at=at)
        sent = invite(at, "ANA@example.org", "language_reviewer", "uk")
        client.post(
            f"/staff/en/invitation/{sent.token}/", {"display_name": "Other", "password": "another password"}
        )
        user = User.objects.get(email="ana@example.org")
        assert (user.display_name, user.check_password(PASSWORD)) == ("Ana", True)
        assert user.grants.get().role == "language_reviewer"

    @pytest.mark.parametrize(
        ("name", "password"),
        [
            ("Nada", "short"),
            ("Nada", "password1234"),
            ("", PASSWORD),
            ("Nada", "new@example.org"),
        ],
    )
    def test_a_bad_password_or_name_is_told_and_makes_nothing(self, client, at, name, password):
        answer = client.post(
            f"/staff/en/invitation/{invite(at).token}/", {"display_name": name, "password": password}
        )
        assert answer.status_code == 200
        assert 'aria-invalid="true"' in answer.content.decode()
        assert not User.objects.exists()

    def test_a_manager_sends_it_in_the_readers_language(self, manager):
        form = {"email": "new@example.org", "role": "organization_editor", "scope": OURS, "language": "sl"}
        assert manager.post("/staff/en/people/invite/", form).status_code == 302
        (letter,) = mail.outbox
        assert letter.to == ["new@example.org"]
        assert re.search(r"http://testserver/staff/sl/invitation/[\w-]{43}/", letter.body)

    def test_nobody_signs_up_alone(self, client):
        assert client.get("/staff/en/account/signup/").status_code == 404
        assert not User.objects.exists()


class TestNoGuessing:
    """Whether there is an account is told to nobody."""

    def test_sign_in_says_the_same_words(self, client, at):
        person("ana", at=at)
        wrong, unknown = login(client, password="wrong"), login(client, "nobody@example.org", "wrong")
        assert wrong.status_code == unknown.status_code == 200
        assert words(wrong).replace("ana@example.org", "x") == words(unknown).replace(
            "nobody@example.org", "x"
        )

    def test_reset_says_the_same_words_and_writes_to_who_is_there(self, client, at):
        person("ana", at=at)
        there, not_there = (
            client.post(RESET, {"email": f"{name}@example.org"}) for name in ("ana", "nobody")
        )
        assert (there.status_code, there["Location"]) == (not_there.status_code, not_there["Location"])
        assert [letter.to for letter in mail.outbox] == [["ana@example.org"]]

    def test_it_takes_about_as_long(self, client, at, settings):
        """With the hasher of the running city; the median of some attempts, as ratio."""
        settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.ScryptPasswordHasher"]
        settings.ACCOUNT_RATE_LIMITS = {"login": False, "login_failed": False}
        person("ana", at=at)
        taken = {"ana": [], "nobody": []}
        for _ in range(3):
            for name, each in taken.items():
                began = time.perf_counter()
                login(client, f"{name}@example.org", "wrong password here")
                each.append(time.perf_counter() - began)
        ratio = statistics.median(taken["ana"]) / statistics.median(taken["nobody"])
        assert 0.5 < ratio < 2, taken

    def test_a_letter_for_a_new_password_keeps_no_answer_waiting(self, client, at, settings, monkeypatch):
        """A mail server that takes long would tell that there was somebody to write to."""
        settings.MAIL_IN_BACKGROUND = True
        person("ana", at=at)
        taken, handed_over, keep = threading.Event(), threading.Event(), letters._send

        def slow(message):
            taken.wait(20)
            keep(message)
            handed_over.set()

        monkeypatch.setattr(letters, "_send", slow)
        assert client.post(RESET, {"email": "ana@example.org"}).status_code == 302
        assert not mail.outbox
        taken.set()
        assert handed_over.wait(20)
        assert [letter.to for letter in mail.outbox] == [["ana@example.org"]]

    def test_inviting_says_the_same_words_and_asks_the_same_of_the_database(self, manager, at):
        person("ana", at=at)

        def invited(name):
            form = {
                "email": f"{name}@example.org",
                "role": "organization_editor",
                "scope": OURS,
                "language": "en",
            }
            with CaptureQueriesContext(connection) as queries:
                answer = manager.post("/staff/en/people/invite/", form)
            told = "The invitation is sent." in manager.get(answer["Location"]).content.decode()
            return answer.status_code, answer["Location"], told, len(queries)

        invited("first")  # what a process asks once has been asked
        there, not_there = invited("ana"), invited("nobody")
        assert there[:3] == (302, "/staff/en/people/", True)
        assert there == not_there
        assert [letter.to for letter in mail.outbox[1:]] == [["ana@example.org"], ["nobody@example.org"]]

    def test_an_account_is_closed_to_guessing_and_the_office_is_not(self, client, at):
        for name in ("ana", "bor"):
            person(name, at=at)
        for _ in range(6):
            login(client, password="wrong")
        assert "too many attempts" in login(client).content.decode()
        assert login(Client(), "bor@example.org").status_code == 302, "the same address, another account"

    def test_an_unknown_account_is_closed_the_same_way(self, client):
        for _ in range(6):
            login(client, "nobody@example.org", "wrong")
        assert "too many attempts" in login(client, "nobody@example.org", "wrong").content.decode()

    def test_attempts_are_counted_where_all_workers_see_them(self, client, at):
        person("ana", at=at)
        login(client, password="wrong")
        from django.db import connection

        with connection.cursor() as cursor:
            cursor.execute("SELECT cache_key FROM attempts")
            keys = " ".join(row[0] for row in cursor.fetchall())
        assert "login_failed" in keys
        assert "127.0.0.1" not in keys and "ana@" not in keys


class TestReset:
    def test_a_link_sets_a_new_password_once(self, client, at):
        person("ana", at=at)
        client.post(RESET, {"email": "ana@example.org"})
        link = re.search(r"http://testserver(\S+)", mail.outbox[0].body)[1]
        page = client.get(link, follow=True)
        assert page.status_code == 200
        new = "another correct horse battery"
        client.post(page.request["PATH_INFO"], {"password1": new, "password2": new})
        assert User.objects.get().check_password(new)
        assert "does not work any more" in Client().get(link, follow=True).content.decode()

    def test_a_link_holds_no_number_of_the_account(self, client, at):
        user = person("ana", at=at)
        client.post(RESET, {"email": "ana@example.org"})
        whose, secret = re.search(r"/key/(\w+)-(\S+)/", mail.outbox[0].body).groups()
        assert whose == user.uuid.hex
        for other in (int_to_base36(user.pk), uuid4().hex, "x"):
            page = Client().get(f"{RESET}key/{other}-{secret}/").content.decode()
            assert "does not work any more" in page

    def test_a_link_ends_after_an_hour(self, client, at):
        person("ana", at=at)
        with time_machine.travel(at, tick=False) as clock:
            client.post(RESET, {"email": "ana@example.org"})
            link = re.search(r"http://testserver(\S+)", mail.outbox[0].body)[1]
            clock.shift(timedelta(minutes=59))
            assert "does not work any more" not in Client().get(link, follow=True).content.decode()
            clock.shift(timedelta(minutes=2))
            assert "does not work any more" in Client().get(link, follow=True).content.decode()

    def test_letters_hold_nothing_that_was_typed(self, client, at):
        user = person("ana", at=at)
        user.display_name = "Ana\r\nBcc: all@example.org"
        user.save()
        client.post(RESET, {"email": "ANA@example.org"})
        letter = mail.outbox[0]
        assert letter.to == ["ana@example.org"]
        assert letter.recipients() == ["ana@example.org"]
        assert "Bcc" not in letter.message().as_string()
        assert not letter.attachments and letter.content_subtype == "plain"

    @pytest.mark.parametrize(
        "email",
        [
            "ana@example.org\r\nBcc: b@example.org",
            "ana@example.org\nb",
            "Ana <ana@example.org>",
            "ana@example.org,b@example.org",
        ],
    )
    def test_a_header_cannot_be_slipped_in(self, client, at, email):
        person("ana", at=at)
        client.post(RESET, {"email": email})
        assert all(letter.recipients() == ["ana@example.org"] for letter in mail.outbox)


class TestSecondFactor:
    def test_without_one_nothing_opens_but_where_it_is_set_up(self, client, at):
        user = person("ana", at=at, has_factor=False)
        services.give(user=user, role="city_editor", scope="", actor=ROOT, at=at)
        login(client)
        for address in ("", "people/", "session/"):
            answer = client.get(f"/staff/en/{address}")
            assert (answer.status_code, answer["Location"]) == (302, "/staff/en/account/factor/")
        assert "Your roles need a second factor." in client.get("/staff/en/account/factor/").content.decode()

    def test_an_app_is_set_up_and_everything_opens(self, client, at, django_capture_on_commit_callbacks):
        user = person("ana", at=at, has_factor=False)
        services.give(user=user, role="city_editor", scope="", actor=ROOT, at=at)
        login(client)
        with django_capture_on_commit_callbacks(execute=True):
            secret, answer = set_up_app(client)
        assert answer["Location"] == "/staff/en/account/factor/codes/"
        assert len(re.findall(r"<li>\d{8}</li>", client.get(answer["Location"]).content.decode())) == 10
        assert client.get("/staff/en/people/").status_code == 200
        assert secret not in str(Authenticator.objects.values_list("data", flat=True)), "encrypted"
        assert AuditEntry.objects.filter(what="accounts.factor.added").exists()
        told = [letter.body for letter in mail.outbox if letter.to == ["ana@example.org"]]
        assert any("An app for codes was added to your account." in body for body in told)
        assert not any(secret in body for body in told)

    def test_it_is_asked_for_at_every_sign_in(self, client, at):
        user = person("ana", at=at)
        secret = Authenticator.objects.get(user=user, type="totp").wrap()
        answer = login(client)
        assert answer["Location"] == "/staff/en/account/factor/authenticate/"
        assert client.get("/staff/en/").status_code == 302, "not in yet"
        assert client.post(answer["Location"], {"code": "000000"}).status_code == 200
        from pristan.doors.staff import secrecy

        good = code(secrecy.decrypted(secret.instance.data["secret"]))
        assert client.post(answer["Location"], {"code": good})["Location"] == "/staff/en/"
        assert client.get("/staff/en/").status_code == 200

    def test_the_first_one_ends_sessions_that_have_a_password_alone(self, at):
        """Somebody who knew the password waits in another browser until the owner sets up the app."""
        user = person("ana", at=at, has_factor=False)
        services.give(user=user, role="city_editor", scope="", actor=ROOT, at=at)
        here, there = Client(), Client()
        for client in (here, there):
            login(client)
        set_up_app(here)
        assert here.get("/staff/en/people/").status_code == 200
        assert there.get("/staff/en/people/").status_code == 302
        assert there.get("/staff/en/account/")["Location"].startswith(LOGIN)

    def test_a_session_that_has_not_shown_one_sleeps_and_signs_in_anew(self, at):
        user = person("ana", at=at)
        services.give(user=user, role="city_editor", scope="", actor=ROOT, at=at)
        client = Client()
        client.force_login(user)
        for address in ("people/", "account/factor/app/add/"):
            assert client.get(f"/staff/en/{address}")["Location"].startswith(LOGIN)

    def test_another_factor_is_no_proof_and_signs_nobody_out(self, at):
        user = person("ana", at=at)
        services.give(user=user, role="city_editor", scope="", actor=ROOT, at=at)
        client = Client()
        client.cookies[settings.SESSION_COOKIE_NAME] = signed_in(user)
        Authenticator.objects.create(user=user, type=Authenticator.Type.WEBAUTHN, data={})
        assert client.get("/staff/en/people/").status_code == 200

    def test_who_only_proposes_needs_none(self, client, at):
        user = person("ana", at=at, has_factor=False)
        services.give(user=user, role="organization_editor", scope=OURS, actor=ROOT, at=at)
        login(client)
        assert client.get("/staff/en/").status_code == 200

    def test_removing_it_needs_the_password_again(self, at):
        user = person("ana", at=at)
        client = Client()
        client.cookies[settings.SESSION_COOKIE_NAME] = signed_in(user)
        answer = client.post("/staff/en/account/factor/app/remove/")
        assert "reauthenticate" in answer["Location"]
        assert Authenticator.objects.filter(user=user, type="totp").exists()
        assert not mail.outbox

    def test_the_owner_is_told_when_it_is_removed(self, at):
        user = person("ana", at=at)
        client = browser(user)
        client.post("/staff/en/account/reauthenticate/", {"password": PASSWORD})
        client.post("/staff/en/account/factor/app/remove/")
        assert not Authenticator.objects.filter(user=user, type="totp").exists()
        (letter,) = mail.outbox
        assert letter.to == ["ana@example.org"] and "The app for codes was removed" in letter.body


def set_up_app(client):
    """The secret of a new app for codes, and the answer to its first code."""
    page = client.get("/staff/en/account/factor/app/add/")
    secret = re.search(r'class="secret" dir="ltr">([A-Z2-7]+)<', page.content.decode())[1]
    return secret, client.post("/staff/en/account/factor/app/add/", {"code": code(secret)})


def code(secret: str, later: int = 0) -> str:
    """What an app shows now, or so many half minutes later (RFC 6238)."""
    from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value

    return format_hotp_value(hotp_value(secret, int(time.time()) // 30 + later))
