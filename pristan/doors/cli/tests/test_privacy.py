# SPDX-License-Identifier: EUPL-1.2
"""`pristan privacy`: export, erase, due, upkeep."""

import json
from datetime import timedelta

import pytest
from django.utils import timezone

from pristan.platform.accounts.models import User

pytestmark = pytest.mark.django_db(transaction=True)
WHY = ("--why", "asked for it on 3 November")


@pytest.fixture
def ana(db):
    at = timezone.now() - timedelta(days=300)
    return User.objects.add(email="ana@example.org", display_name="Ana", at=at, password="correct horse")


def test_what_is_held_is_given_as_json(pristan, ana):
    told = pristan("privacy", "export", "Ana@example.org")
    assert told.status == 0
    assert json.loads(told.out)["held"]["accounts.User"][0]["display_name"] == "Ana"


def test_an_erasure_says_what_became_of_each_field(pristan, ana):
    told = pristan("privacy", "erase", "ana@example.org", *WHY)
    assert told.status == 0 and "stripped  accounts.User.email (1): needed to sign in" in told.out
    assert "kept      accounts.User.uuid (1): opaque" in told.out
    ana.refresh_from_db()
    assert not ana.is_active
    assert pristan("privacy", "export", "ana@example.org").status == 1


def test_what_is_to_come_is_told(pristan, ana):
    told = pristan("privacy", "due")
    assert told.status == 0 and "ana@example.org: if nobody signs in, warned on" in told.out
    assert "nothing is due" in told.out


def test_an_upkeep_warns_and_says_so(pristan, ana):
    assert "warned: 1 (0 letters could not be sent), locked: 0" in pristan("privacy", "upkeep").out
    assert "warned: 0" in pristan("privacy", "upkeep").out


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        (("export", "nobody@example.org"), 1, "no account has this e-mail"),
        (("erase", "nobody@example.org", *WHY), 1, "no account has this e-mail"),
        (("erase", "ana@example.org"), 2, "--why"),
        (("erase", "ana@example.org", "--why", "ana@example.org asked"), 1, "without an e-mail address"),
        ((), 2, "required"),
    ],
)
def test_what_cannot_be_done_says_the_way_out(pristan, ana, words, status, said):
    told = pristan("privacy", *words)
    assert told.status == status and said in told.err
