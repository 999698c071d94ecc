# SPDX-License-Identifier: EUPL-1.2
"""From the public page to the invitation: claimed, vetted by two, granted; a manager is told, others find nothing."""

import re
from datetime import time
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from django.core import mail
from django.test import Client

from pristan.city.directory import services as directory
from pristan.city.directory.tests import minipack
from pristan.platform.accounts.actors import system
from pristan.platform.audit.models import AuditEntry
from pristan.platform.claims.models import Claim
from pristan.platform.claims.tests.test_services import ORG
from pristan.platform.lifecycle.models import TransitionLog
from pristan.platform.published import services as published
from tests.access.roles import client

pytestmark = pytest.mark.django_db(transaction=True)
AT = minipack.AT
FORM = "/ar/entry/org/claim/"
GIVEN = {"role": "vodja", "email": "vodja@hisa.si", "page": "https://hisa.si/mi"}


@pytest.fixture(autouse=True)
def city(tmp_path: Path) -> None:
    minipack.load(minipack.write(tmp_path / "mini", entries__organizations__org=ORG))


def test_claimed_vetted_by_two_and_granted():
    directory.edit(key="klic", fields={"is_sensitive": True}, actor=system("test"), at=AT)
    published.catch_up(at=AT)
    assert FORM in Client().get("/ar/entry/org/").content.decode()
    taken = Client().post(FORM, GIVEN)
    assert taken.status_code == 200 and not taken.cookies and taken["Cache-Control"] == "no-store"
    code = re.search(r"<bdi>([A-Z0-9-]{14})</bdi>", taken.content.decode())[1]  # type: ignore[index]
    claim = Claim.objects.get()
    page = f"/staff/en/claims/{claim.uuid}/"
    one, two = client("city_editor"), client("city_editor", name="second")
    assert "Organizacija" in one.get("/staff/en/claims/").content.decode()
    shown = one.get(page).content.decode()
    assert "Two persons vet this claim" in shown and "Grant it" not in shown
    one.post(page + "vet/", {"check": ["domain"]})
    early = one.post(page + "decide/", {"grant": "1"})
    assert early.status_code == 409 and "not vetted enough" in early.content.decode() and not mail.outbox
    two.post(page + "vet/", {"check": ["called"]})
    assert "Grant it" in one.get(page).content.decode()
    one.post(page + "decide/", {"grant": "1"})
    (letter,) = mail.outbox
    assert letter.to == ["vodja@hisa.si"] and "/staff/ar/invitation/" in letter.body
    assert Client().get(re.search(r"/staff/ar/invitation/\S+", letter.body)[0]).status_code == 200  # type: ignore[index]
    told = Client().post("/en/claim/", {"code": code})
    assert "It is granted" in told.content.decode() and "hisa.si" not in told.content.decode()


def test_a_manager_is_told_and_sees_no_claim():
    manager, stranger = client("organization_manager", "org"), client("organization_manager", "another")
    Client().post(FORM, GIVEN)
    assert "Somebody says that your organisation is theirs" in manager.get("/staff/en/").content.decode()
    assert "Somebody says" not in stranger.get("/staff/en/").content.decode()
    for each in (manager, stranger):
        assert each.get("/staff/en/claims/").status_code == 404
        assert each.get(f"/staff/en/claims/{Claim.objects.get().uuid}/").status_code == 404
    assert (
        "It has a manager already"
        in client("city_editor").get(f"/staff/en/claims/{Claim.objects.get().uuid}/").content.decode()
    )


def test_a_language_without_staff_pages_gets_a_letter_that_works(settings):
    Client().post(FORM, GIVEN)
    Claim.objects.update(language="pt")
    editor, page = client("city_editor"), f"/staff/en/claims/{Claim.objects.get().uuid}/"
    editor.post(page + "vet/", {"check": ["seen"]})
    editor.post(page + "decide/", {"grant": "1"})
    assert f"/staff/{settings.LANGUAGE_CODE}/invitation/" in mail.outbox[0].body


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"email": "x@hisa.si\nBcc: a@b.si"}, "Write one e-mail address"),
        ({"role": ""}, "Say what you do there"),
        ({"page": ""}, "Offer one way"),
    ],
)
def test_what_is_not_taken_says_why_and_keeps_the_words(more, words):
    answer = Client().post("/en/entry/org/claim/", {**GIVEN, **more})
    assert answer.status_code == 422 and words in answer.content.decode()
    assert not Claim.objects.exists() and ("vodja" in answer.content.decode())


def test_only_from_this_site_and_only_some_an_hour():
    for headers in ({"Sec-Fetch-Site": "cross-site"}, {"Origin": "https://example.org"}):
        assert Client().post(FORM, GIVEN, headers=headers).status_code == 400
    answers = [Client().post(FORM, GIVEN).status_code for _ in range(12)]
    assert answers[0] == 200 and answers[-1] == 422 and Claim.objects.count() == 10


@pytest.mark.parametrize("key", ["klic", "korak"])
def test_what_belongs_to_an_organisation_or_to_nobody_has_no_form(key):
    assert (
        Client().get(f"/en/entry/{key}/claim/").status_code
        == 404
        == Client().post(f"/en/entry/{key}/claim/", GIVEN).status_code
    )
    assert "claim/" not in Client().get(f"/en/entry/{key}/").content.decode()


def test_the_claimer_takes_it_back():
    code = re.search(r"<bdi>([A-Z0-9-]{14})</bdi>", Client().post(FORM, GIVEN).content.decode())[1]  # type: ignore[index]
    assert "Take the claim back" in Client().post("/en/claim/", {"code": code}).content.decode()
    assert not AuditEntry.objects.filter(actor_kind="anonymous").exists()
    assert "taken back" in Client().post("/en/claim/", {"code": code, "withdraw": "1"}).content.decode()
    claim = Claim.objects.get()
    kept = [
        claim.withdrawn_at,
        AuditEntry.objects.get(about_key=claim.uuid).at,
        TransitionLog.objects.get(thing=claim.uuid).at,
    ]
    assert [each and each.astimezone(ZoneInfo("Europe/Ljubljana")).time() for each in kept] == [time()] * 3
    assert Client().post("/en/claim/", {"code": code, "withdraw": "1"}).status_code == 422
    assert Client().post("/en/claim/", {"code": "nothing"}).status_code == 422
