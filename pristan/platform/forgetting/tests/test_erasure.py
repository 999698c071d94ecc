# SPDX-License-Identifier: EUPL-1.2
"""Who asks for it is told what is held, and forgotten; the record of what was done stays whole and names nobody."""

import json
from datetime import UTC, datetime
from uuid import uuid4

import pytest
from django.db import connection, transaction

from pristan.platform.accounts.actors import ANONYMOUS, person, system
from pristan.platform.accounts.models import User
from pristan.platform.accounts.permits import NotPermitted
from pristan.platform.audit import services as audit
from pristan.platform.audit.models import AuditEntry
from pristan.platform.forgetting import erasure
from pristan.platform.forgetting.errors import NoSuchPerson, ReasonMissing
from pristan.platform.forgetting.export import export
from pristan.platform.power import services as power
from pristan.platform.power.models import Grant
from pristan.platform.power.services import LastAdministrator
from pristan.platform.privacy.models import Leaving

pytestmark = pytest.mark.django_db
AT = datetime(2026, 11, 27, 9, 0, tzinfo=UTC)
CLERK = system("privacy-erase")


def erase(user, why="asked for it on 3 November", actor=CLERK):
    return {each.field: each for each in erasure.erase(user.uuid, actor=actor, at=AT, why=why)}


@pytest.fixture
def busy(ana):
    """Ana, who holds a role and has done something."""
    power.give(user=ana, role="language_reviewer", scope="sq", actor=system("tests"), at=AT)
    with transaction.atomic():
        audit.record(what="directory.entry.changed", actor=person(ana), about=("entry", "x"), at=AT)
    return ana


def test_an_export_gives_what_is_held_and_why_and_no_secret(busy):
    given = export(busy.uuid, at=AT)
    (account,) = given["held"]["accounts.User"]
    assert account["email"] == "ana@example.org" and account["password"].startswith("not given: ")
    assert given["held"]["power.Grant"][0]["role"] == "language_reviewer"
    assert given["held"]["power.Grant"][0]["user"] == str(busy.uuid), "the inner key never leaves"
    assert [each["what"] for each in given["held"]["audit.AuditEntry"]] == ["directory.entry.changed"]
    assert given["what_happens_to_it"]["accounts.User"]["email"].startswith("emptied 365 days after")
    words = json.dumps(given)
    assert busy.password not in words and json.loads(words)["person"] == str(busy.uuid)


def test_an_export_holds_nothing_of_others(busy, boss):
    assert "boss" not in json.dumps(export(busy.uuid, at=AT)).lower()


def test_an_erasure_strips_what_may_go_keeps_what_must_stay_and_says_so(busy):
    told = erase(busy)
    busy.refresh_from_db()
    assert (busy.email, busy.display_name, busy.last_login) == (f"{busy.uuid.hex}@erased.invalid", "—", None)
    assert not busy.is_active and not busy.has_usable_password()
    assert told["accounts.User.email"].done == "stripped" and told["accounts.User.uuid"].done == "kept"
    assert told["power.Grant.role"].done == "kept" and all(each.why for each in told.values())


def test_the_record_stays_as_it_was_and_leads_nowhere(busy):
    before = list(AuditEntry.objects.order_by("number").values_list())
    erase(busy)
    after = list(AuditEntry.objects.order_by("number").values_list())
    assert after[: len(before)] == before
    assert [AuditEntry.objects.get(number=row[0]).what for row in after[len(before) :]] == [
        "accounts.person.locked",
        "accounts.person.erased",
    ]
    assert (
        set(AuditEntry.objects.filter(at=AT).values_list("why", flat=True)) & {"asked for it on 3 November"}
        == set()
    )
    assert Leaving.objects.get().why == "asked for it on 3 November", "here a purge finds it"
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names():
            cursor.execute(f'SELECT * FROM "{table}"')
            assert "ana@example.org" not in str(cursor.fetchall()).lower(), table


def test_a_second_erasure_changes_nothing_more(busy):
    erase(busy)
    first = User.objects.filter(pk=busy.pk).values().get()
    erase(busy)
    assert User.objects.filter(pk=busy.pk).values().get() == first


def test_two_erased_people_do_not_collide(ana, boss):
    other = User.objects.add(email="maja@example.org", display_name="Maja", at=AT)
    erase(ana), erase(other)
    assert User.objects.filter(email__endswith="@erased.invalid").count() == 2


@pytest.mark.parametrize("why", ["", "  ", "ana@example.org asked"])
def test_a_reason_is_needed_and_names_nobody(ana, why):
    with pytest.raises(ReasonMissing, match="without an e-mail"):
        erase(ana, why=why)
    ana.refresh_from_db()
    assert ana.is_active


def test_only_administrators_and_the_system_erase(ana, boss):
    for actor in (ANONYMOUS, person(ana)):
        with pytest.raises(NotPermitted):
            erase(boss, actor=actor)
    assert Grant.objects.exists()


def test_the_last_administrator_is_not_erased(boss):
    with pytest.raises(LastAdministrator):
        erase(boss)
    boss.refresh_from_db()
    assert boss.is_active and boss.email == "boss@example.org"


def test_nobody_is_found_by_a_wrong_address(ana):
    assert erasure.person_of(" ANA@example.org ") == ana.uuid
    with pytest.raises(NoSuchPerson, match="privacy due"):
        erasure.person_of("nobody@example.org")
    with pytest.raises(NoSuchPerson):
        erasure.erase(uuid4(), actor=CLERK, at=AT, why="asked")


def test_second_factors_and_sessions_go_with_the_account(ana):
    from allauth.mfa.models import Authenticator
    from allauth.usersessions.models import UserSession

    Authenticator.objects.create(user=ana, type="totp", data={"secret": "x"})
    UserSession.objects.create(user=ana, ip="127.0.0.1", session_key="k" * 32, last_seen_at=AT)
    given = export(ana.uuid, at=AT)["held"]
    assert given["mfa.Authenticator"][0]["data"].startswith("not given")
    told = erase(ana)
    assert not Authenticator.objects.exists() and not UserSession.objects.exists()
    assert told["mfa.Authenticator.data"].done == "deleted"
