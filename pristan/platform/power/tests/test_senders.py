# SPDX-License-Identifier: EUPL-1.2
"""An invitation is worth as much as whoever sent it: who lost a role does not come back by their own letter."""

from datetime import timedelta

import pytest

from pristan.platform.accounts.actors import system
from pristan.platform.audit.models import AuditEntry
from pristan.platform.forgetting import erasure
from pristan.platform.power import invitations, people, services
from pristan.platform.power.invitations import InvitationOver, Sent
from pristan.platform.power.models import Grant
from pristan.platform.power.selectors import actor_of
from pristan.platform.power.tests.test_services import AT, LATER, ROOT, user, with_factor

pytestmark = pytest.mark.django_db


def manager(*roles: tuple[str, str]):
    made = with_factor(user("mina"))
    for role, scope in roles or [("organization_manager", "org-a")]:
        services.give(user=made, role=role, scope=scope, actor=ROOT, at=AT)
    return made


def sent(by, role="organization_manager", scope="org-a") -> Sent:
    return invitations.invite(
        email="second@example.org", role=role, scope=scope, language="en", actor=actor_of(by, at=AT), at=AT
    )


def accept(letter: Sent):
    return invitations.accept(token=letter.token, display_name="Second", password="x y z", at=LATER)


def test_who_holds_the_role_still_stands_behind_it() -> None:
    assert accept(sent(manager())).grants.get().role == "organization_manager"


def test_an_ended_role_takes_its_letters_back() -> None:
    mina = manager()
    letter = sent(mina)
    services.end(grant=Grant.objects.get(), actor=ROOT, at=LATER)
    with pytest.raises(InvitationOver):
        accept(letter)
    letter.invitation.refresh_from_db()
    assert (letter.invitation.withdrawn_at, letter.invitation.email) == (LATER, "")
    assert AuditEntry.objects.get(what="power.invitation.withdrawn").actor_id == ROOT.id


def test_what_another_role_could_send_stays() -> None:
    mina = manager(("organization_manager", "org-a"), ("city_editor", ""))
    letter = sent(mina)
    services.end(grant=Grant.objects.get(role="organization_manager"), actor=ROOT, at=LATER)
    assert accept(letter)


@pytest.mark.parametrize("close", ["lock", "erase"])
def test_a_closed_account_sends_nobody(close: str) -> None:
    mina = manager()
    letter = sent(mina)
    if close == "lock":
        people.lock(user=mina, actor=ROOT, at=LATER)
    else:
        erasure.erase(mina.uuid, actor=ROOT, at=LATER, why="asked for it")
    people.unlock(user=mina, actor=ROOT, at=LATER)
    with pytest.raises(InvitationOver):
        accept(letter)


def test_a_letter_that_nobody_took_back_is_asked_about_all_the_same() -> None:
    letter = sent(manager())
    Grant.objects.update(ended_at=LATER)
    for ask in (accept, lambda letter: invitations.found(letter.token, at=LATER)):
        with pytest.raises(InvitationOver):
            ask(letter)


def test_an_administrator_stands_behind_it_after_the_session() -> None:
    root = manager(("administrator", ""))
    letter = invitations.invite(
        email="second@example.org", role="city_editor", scope="", language="en", actor=ROOT, at=AT
    )
    type(letter.invitation).objects.update(invited_by=str(root.uuid))
    assert accept(letter).grants.get().role == "city_editor"


def test_what_the_system_sent_stands() -> None:
    letter = invitations.invite(
        email="second@example.org", role="administrator", scope="", language="en", actor=system("cli"), at=AT
    )
    assert invitations.found(letter.token, at=AT + timedelta(days=6)).role == "administrator"
