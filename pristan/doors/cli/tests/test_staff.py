# SPDX-License-Identifier: EUPL-1.2
"""The first administrator is invited from the command line; a demo never runs where others could reach it."""

import re

import pytest
from django.utils import timezone

from pristan.doors.cli import demo
from pristan.platform.accounts.models import User
from pristan.platform.power import seeds, selectors
from pristan.platform.power.models import Grant, Invitation
from pristan.platform.power.roles import ROLES

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_link_is_printed_and_works(pristan, client):
    told = pristan("staff", "invite", "ana@example.org", "--role", "administrator", "--lang", "sl")
    assert told.status == 0
    path = re.fullmatch(r"http://127\.0\.0\.1:8000(/staff/sl/invitation/\S+/)\n", told.out)[1]
    client.post(path, {"display_name": "Ana", "password": "correct horse battery"})
    assert Grant.objects.get().user.email == "ana@example.org"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["a@example.org", "--role", "king"], "the roles are"), (["a@example.org", "--role", "city_editor", "--scope", "x"], "whole city"),
        (["a@example.org", "--role", "organization_editor"], "name it"), (["nobody", "--role", "city_editor"], "no e-mail address"),
        (["a@example.org", "--role", "city_editor", "--lang", "xx"], "choose sl, en, "),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_and_nothing_is_sent(pristan, words, said):
    told = pristan("staff", "invite", *words)
    assert told.status == 1 and said in told.err
    assert not Invitation.objects.exists()


def test_everybody_is_listed_and_locked(pristan):
    seeds.plant(
        scopes={"organization": "org", "language": "ar", "office": "desk"}, password="x", at=timezone.now()
    )
    assert len(pristan("staff", "list").out.splitlines()) == len(ROLES)
    assert pristan("staff", "lock", "OFFICIAL@demo.invalid").status == 0
    assert "official@demo.invalid  Demo official  no role  LOCKED" in pristan("staff", "list").out
    assert "last administrator" in pristan("staff", "lock", "administrator@demo.invalid").err
    assert "nobody has the address" in pristan("staff", "lock", "x@example.org").err


def test_the_people_of_a_demo_are_made_once_and_have_their_powers():
    at = timezone.now()
    scopes = {"organization": "org", "language": "ar", "office": "desk"}
    for _ in range(2):
        planted = seeds.plant(scopes=scopes, password="x", at=at)
    assert User.objects.count() == len(planted) == len(ROLES)
    for each in planted:
        if each.role.key != "administrator":
            assert selectors.actor_of(each.user, at=at).holds(each.role.key, each.scope)
    assert re.fullmatch(r"\d{6}", seeds.code("city_editor", at=at))


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.5", "example.org", ""])
def test_a_demo_listens_on_this_machine_only(host):
    assert "listens on this machine only" in demo.refusal(host)


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "::1", "127.0.0.9"])
def test_a_demo_runs_on_loopback(host, monkeypatch):
    monkeypatch.delenv("PRISTAN_ALLOWED_HOSTS", raising=False)
    assert demo.refusal(host) == ""
    monkeypatch.setenv("PRISTAN_ALLOWED_HOSTS", "city.example")
    assert "public name" in demo.refusal(host)


def test_a_demo_has_a_folder_and_a_database_of_its_own(monkeypatch, tmp_path):
    monkeypatch.setenv("PRISTAN_VAR", str(tmp_path))
    monkeypatch.setenv("DATABASE_URL", "postgres://city@host/city")
    demo.apart()
    import os

    assert os.environ["PRISTAN_VAR"] == str(tmp_path / "demo")
    assert "DATABASE_URL" not in os.environ
    monkeypatch.setenv("DATABASE_URL", "")
