# SPDX-License-Identifier: EUPL-1.2
"""Whoever works here takes their data along and is forgotten by themselves, after a fresh proof that it is them."""

import pytest
from django.utils import timezone

from pristan.platform.accounts.models import User
from pristan.platform.audit.models import AuditEntry
from pristan.platform.power import services
from tests.access.roles import OURS, PASSWORD, ROOT, browser, person

pytestmark = pytest.mark.django_db
DATA, FORGET = "/staff/en/account/data/", "/staff/en/account/data/forget/"


def holder(role, scope=""):
    user = person("ana", at=timezone.now())
    services.give(user=user, role=role, scope=scope, actor=ROOT, at=timezone.now())
    return user, browser(user)


def prove(client, asked):
    """Give the password again; back at the page that was asked for."""
    assert "reauthenticate" in asked["Location"]
    return client.post(asked["Location"], {"password": PASSWORD}, follow=True)


def test_ones_own_data_come_as_a_file_without_secrets(settings):
    user, client = holder("organization_editor", OURS)
    assert DATA in client.get("/staff/en/account/").content.decode()
    file = client.post(DATA)
    assert file["Content-Disposition"] == 'attachment; filename="my-data.json"'
    given = file.json()
    assert given["person"] == str(user.uuid)
    assert given["held"]["accounts.User"][0]["email"] == "ana@example.org"
    assert given["held"]["power.Grant"][0]["scope"] == OURS
    assert user.password not in file.content.decode()
    assert AuditEntry.objects.get(what="accounts.person.exported").about_key == str(user.uuid)
    settings.ACCOUNT_REAUTHENTICATION_TIMEOUT = 0
    assert "reauthenticate" in client.post(DATA)["Location"], "signed in a while ago"


def test_one_is_forgotten_after_the_password_and_a_tick():
    user, client = holder("organization_editor", OURS)
    page = prove(client, client.get(FORGET))
    assert page.request["PATH_INFO"] == FORGET
    assert 'aria-invalid="true"' in client.post(FORGET).content.decode()
    assert User.objects.get(pk=user.pk).is_active
    last = client.post(FORGET, {"is_sure": "on"}, follow=True)
    assert "you are forgotten" in last.content.decode()
    assert client.get("/staff/en/").status_code == 302
    user.refresh_from_db()
    assert (user.is_active, user.display_name, user.has_usable_password()) == (False, "—", False)
    assert AuditEntry.objects.get(what="accounts.person.erased").actor_id == str(user.uuid)


def test_the_last_administrator_is_not_forgotten():
    user, client = holder("administrator")
    prove(client, client.get(FORGET))
    answer = client.post(FORGET, {"is_sure": "on"}, follow=True)
    assert "You are the last administrator." in answer.content.decode()
    user.refresh_from_db()
    assert user.is_active
