# SPDX-License-Identifier: EUPL-1.2
"""A session ends by itself; an administrator has power only while a staff session is open; both are on record."""

from datetime import timedelta

import pytest
import time_machine
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.sessions.models import Session
from django.test import Client
from django.utils import timezone

from pristan.doors.staff import ticks
from pristan.platform.accounts.permits import NotPermitted
from pristan.platform.audit import reasons
from pristan.platform.audit.models import AuditEntry
from pristan.platform.power import people, selectors, services, staff_sessions
from pristan.platform.power.browsers import Browser
from pristan.platform.power.models import StaffSession
from tests.access.roles import OURS, PASSWORD, ROOT, browser, person, signed_in

pytestmark = pytest.mark.django_db
OTHER = "0b0e7f4c-6a2b-4a57-9d0e-3f1c5b8a7d21"  # nobody's number


@pytest.fixture
def at():
    return timezone.now()


def holder(name, role, at, scope=""):
    user = person(name, at=at)
    services.give(user=user, role=role, scope=scope, actor=ROOT, at=at)
    return user, browser(user)


def open_session(client):
    assert client.post("/staff/en/session/open/", {"reason": "new desk", "minutes": 30}).status_code == 302


def begin(user, client, reason, at):
    """A staff session in this browser."""
    where = Browser(client.cookies[settings.SESSION_COOKIE_NAME].value, has_shown_factor=True)
    return staff_sessions.begin(user=user, browser=where, reason=reason, at=at)


class TestIdle:
    def test_after_a_while_the_next_request_asks_to_sign_in(self, at):
        with time_machine.travel(at, tick=False) as clock:
            _, client = holder("ana", "city_editor", at)
            assert client.get("/staff/en/people/").status_code == 200
            clock.shift(timedelta(minutes=14))
            assert client.get("/staff/en/people/").status_code == 200
            clock.shift(timedelta(minutes=16))
            answer = client.get("/staff/en/people/")
            assert answer["Location"] == "/staff/en/account/login/?away=1&next=%2Fstaff%2Fen%2Fpeople%2F"
            assert not Session.objects.exists(), "ended here, not only in the browser"

    def test_however_busy_it_ends_after_twelve_hours(self, at):
        with time_machine.travel(at, tick=False) as clock:
            _, client = holder("ana", "city_editor", at)
            for _ in range(6 * 12):
                clock.shift(timedelta(minutes=10))
                last = client.get("/staff/en/awake/").status_code
            assert last == 204
            clock.shift(timedelta(minutes=10))
            assert client.get("/staff/en/awake/").status_code == 302

    def test_a_clock_that_was_set_back_signs_nobody_out(self, at):
        with time_machine.travel(at, tick=False) as clock:
            _, client = holder("ana", "city_editor", at)
            assert client.get("/staff/en/").status_code == 200
            clock.shift(timedelta(hours=-3))
            assert client.get("/staff/en/awake/").status_code == 204

    def test_signing_out_wipes(self, at):
        _, client = holder("ana", "city_editor", at)
        mine = client.cookies[settings.SESSION_COOKIE_NAME].value
        answer = client.post("/staff/en/account/logout/")
        assert answer["Clear-Site-Data"] == '"cache", "storage"'
        assert client.get("/staff/en/").status_code == 302
        assert not Session.objects.filter(session_key=mine).exists()

    def test_what_is_over_is_swept_away(self, at):
        person("ana", at=at, has_factor=False)
        for client in (Client(), Client()):
            client.post("/staff/en/account/login/", {"login": "ana@example.org", "password": PASSWORD})
        Session.objects.filter(session_key=client.session.session_key).update(
            expire_date=at - timedelta(hours=1)
        )
        ticks.sweep_sessions(timezone.now())
        assert Session.objects.count() == UserSession.objects.count() == 1

    def test_cookies_are_kept_apart(self, at):
        person("ana", at=at, has_factor=False)
        client = Client()
        page = client.get("/staff/en/account/login/")
        form = page.cookies[settings.CSRF_COOKIE_NAME]
        assert (form["path"], form["httponly"], form["samesite"]) == ("/staff/", True, "Lax")
        words = {"login": "ana@example.org", "password": PASSWORD}
        mine = client.post("/staff/en/account/login/", words).cookies[settings.SESSION_COOKIE_NAME]
        assert (mine["path"], mine["httponly"], mine["samesite"]) == ("/staff/", True, "Lax")
        assert not mine["max-age"], "gone with the browser"

    def test_a_form_from_another_site_changes_nothing(self, at):
        user, _ = holder("ana", "administrator", at)
        strict = Client(enforce_csrf_checks=True)
        strict.cookies[settings.SESSION_COOKIE_NAME] = signed_in(user)
        answer = strict.post("/staff/en/session/open/", {"reason": "x", "minutes": 30})
        assert answer.status_code == 403
        assert "This form is too old" in answer.content.decode()
        assert not StaffSession.objects.exists()


class TestStaffSession:
    def test_an_administrator_has_no_standing_power(self, at):
        user, client = holder("root", "administrator", at)
        assert not selectors.actor_of(user, at=at).powers
        assert client.get("/staff/en/people/").status_code == 404
        with pytest.raises(NotPermitted):
            people.lock(user=person("ana", at=at), actor=selectors.actor_of(user, at=at), at=at)

    def test_it_has_a_reason_an_end_and_a_banner(self, at):
        user, client = holder("root", "administrator", at)
        assert client.post("/staff/en/session/open/", {"reason": " ", "minutes": 30}).status_code == 200
        assert client.post("/staff/en/session/open/", {"reason": "x", "minutes": 121}).status_code == 200
        assert not StaffSession.objects.exists()
        client.post("/staff/en/session/open/", {"reason": "new desk <b>", "minutes": 30})
        session = StaffSession.objects.get()
        page = client.get("/staff/en/people/").content.decode()
        assert "new desk &lt;b&gt;" in page and "minutes left." in page and "End now" in page
        assert selectors.actor_of(user, at=session.until - timedelta(seconds=1)).holds("administrator")
        assert not selectors.actor_of(user, at=session.until).powers

    def test_ending_it_ends_the_power(self, at):
        user, client = holder("root", "administrator", at)
        client.post("/staff/en/session/open/", {"reason": "new desk", "minutes": 30})
        client.post(f"/staff/en/session/{StaffSession.objects.get().uuid}/end/")
        assert client.get("/staff/en/people/").status_code == 404
        assert not selectors.actor_of(user, at=timezone.now()).powers

    def test_everything_in_it_is_on_record_with_its_number(self, at):
        _, client = holder("root", "administrator", at)
        _, editor = holder("ana", "city_editor", at)
        bor = person("bor", at=at)
        client.post("/staff/en/session/open/", {"reason": "bor has left", "minutes": 30})
        client.post(f"/staff/en/people/{bor.uuid}/lock/", {"lock": "yes"})
        session = StaffSession.objects.get()
        assert [entry.what for entry in staff_sessions.done_in(session)] == [
            "power.session.opened",
            "accounts.person.locked",
        ]
        assert set(AuditEntry.objects.filter(at__gte=session.opened_at).values_list("why", flat=True)) == {
            f"[{session.uuid}]"
        }, "the reason itself stands in the session, where it can be taken away"
        assert "bor has left" in reasons.of(AuditEntry.objects.all()).values()
        page = editor.get(f"/staff/en/session/{session.uuid}/").content.decode()
        assert "bor has left" in page and "Account locked" in page and ">Bor</bdi>" in page

    def test_looking_at_people_is_on_record_without_what_was_seen(self, at):
        user, client = holder("root", "administrator", at)
        _, editor = holder("ana", "city_editor", at)
        open_session(client)
        for address in ("people/", f"people/{user.uuid}/", f"people/{OTHER}/", "people/invite/"):
            client.get(f"/staff/en/{address}")
            editor.get(f"/staff/en/{address}")
        client.post(f"/staff/en/people/{user.uuid}/", {"role": "no such role"})
        seen = AuditEntry.objects.filter(what="power.page.seen").order_by("number")
        assert [(each.about_kind, each.about_key) for each in seen] == [
            ("page", "staff:people"),
            ("user", str(user.uuid)),
            ("user", str(user.uuid)),  # shown once more beside a form that was not taken
        ]
        assert {each.why for each in seen} == {f"[{StaffSession.objects.get().uuid}]"}

    def test_a_second_one_after_the_first_ran_out(self, at):
        user, client = holder("root", "administrator", at)
        first = begin(user, client, "a", at)
        assert begin(user, client, "b", at + timedelta(minutes=5)) == first
        later = begin(user, client, "c", at + timedelta(hours=3))
        assert later != first
        first.refresh_from_db()
        assert first.ended_at == first.until

    def test_nobody_else_opens_one(self, at):
        user, client = holder("ana", "city_editor", at)
        assert client.get("/staff/en/session/open/").status_code == 404
        with pytest.raises(NotPermitted):
            begin(user, client, "x", at)


class TestOneBrowser:
    """A staff session gives power where it was opened, and nowhere else."""

    def test_another_browser_has_no_power_and_ends_it_by_opening_its_own(self, at):
        user, here = holder("root", "administrator", at)
        there = browser(user)
        open_session(here)
        assert here.get("/staff/en/people/").status_code == 200
        assert there.get("/staff/en/people/").status_code == 404
        open_session(there)
        assert there.get("/staff/en/people/").status_code == 200
        assert here.get("/staff/en/people/").status_code == 404
        assert StaffSession.objects.filter(ended_at=None).count() == 1
        assert AuditEntry.objects.filter(what="power.session.ended").count() == 1

    def test_signing_out_ends_it_on_record(self, at):
        user, client = holder("root", "administrator", at)
        open_session(client)
        client.post("/staff/en/account/logout/")
        session = StaffSession.objects.get()
        assert session.ended_at and session.browser == ""
        assert [entry.what for entry in staff_sessions.done_in(session)][-1] == "power.session.ended"
        assert browser(user).get("/staff/en/people/").status_code == 404

    def test_signing_out_all_other_browsers_ends_it_on_record(self, at):
        user, there = holder("root", "administrator", at)
        here = browser(user)
        for client in (here, there):
            key = client.cookies[settings.SESSION_COOKIE_NAME].value
            UserSession.objects.create(user=user, ip="127.0.0.1", session_key=key)
        open_session(there)
        assert here.post("/staff/en/account/sessions/").status_code == 302
        session = StaffSession.objects.get()
        assert session.ended_at and session.browser == ""
        assert [entry.what for entry in staff_sessions.done_in(session)][-1] == "power.session.ended"

    def test_an_empty_chair_ends_it(self, at):
        with time_machine.travel(at, tick=False) as clock:
            _, client = holder("root", "administrator", at)
            open_session(client)
            clock.shift(timedelta(minutes=16))
            client.get("/staff/en/")
            assert StaffSession.objects.get().ended_at == timezone.now()

    def test_a_new_password_ends_it(self, at):
        _, client = holder("root", "administrator", at)
        open_session(client)
        new = "another correct horse battery"
        form = {"oldpassword": PASSWORD, "password1": new, "password2": new}
        assert client.post("/staff/en/account/password/change/", form).status_code == 302
        assert StaffSession.objects.get().ended_at
        open_session(client)
        assert client.get("/staff/en/people/").status_code == 200

    @pytest.mark.parametrize("act", [people.lock, people.take_factors])
    def test_who_is_signed_out_by_others_loses_it(self, at, act):
        user, client = holder("root", "administrator", at)
        holder("other", "administrator", at)
        open_session(client)
        act(user=user, actor=ROOT, at=timezone.now())
        session = StaffSession.objects.get()
        assert session.ended_at and session.browser == ""
        assert AuditEntry.objects.get(what="power.session.ended").actor_id == ROOT.id

    def test_the_key_of_the_browser_is_not_kept(self, at):
        _, client = holder("root", "administrator", at)
        open_session(client)
        assert client.cookies[settings.SESSION_COOKIE_NAME].value not in str(StaffSession.objects.values())


class TestLock:
    def test_who_is_locked_is_out_at_once(self, at):
        root, admin = holder("root", "administrator", at)
        bor, client = holder("bor", "organization_editor", at, OURS)
        assert client.get("/staff/en/").status_code == 200
        begin(root, admin, "bor has left", at)
        admin.post(f"/staff/en/people/{bor.uuid}/lock/", {"lock": "yes"})
        assert client.get("/staff/en/").status_code == 302
        bor.refresh_from_db()
        assert not bor.is_active
        admin.post(f"/staff/en/people/{bor.uuid}/lock/", {"lock": "no"})
        bor.refresh_from_db()
        assert bor.is_active

    def test_the_last_administrator_stays(self, at):
        root, admin = holder("root", "administrator", at)
        begin(root, admin, "a mistake", at)
        admin.post(f"/staff/en/people/{root.uuid}/lock/", {"lock": "yes"})
        root.refresh_from_db()
        assert root.is_active

    def test_a_lost_factor_is_taken_away_in_a_session(self, at):
        root, admin = holder("root", "administrator", at)
        bor, _ = holder("bor", "city_editor", at)
        address = f"/staff/en/people/{bor.uuid}/factors/"
        assert admin.post(address).status_code == 404
        begin(root, admin, "lost phone", at)
        admin.post(address)
        assert selectors.standing_of(bor, at=timezone.now()).lacks_factor
        assert AuditEntry.objects.get(what="accounts.factor.taken").actor_id == str(root.uuid)
