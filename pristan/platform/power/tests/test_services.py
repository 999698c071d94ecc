# SPDX-License-Identifier: EUPL-1.2
"""Roles are given within what one may give, end, and stand in the audit."""

from datetime import UTC, datetime, timedelta

import pytest
from allauth.mfa.models import Authenticator

from pristan.platform.accounts.actors import ANONYMOUS, Actor, Power, system
from pristan.platform.accounts.models import User
from pristan.platform.accounts.permits import NotPermitted
from pristan.platform.audit.models import AuditEntry
from pristan.platform.power import policies, selectors, services
from pristan.platform.power.models import Grant
from pristan.platform.power.roles import ROLES, UnknownRole

AT = datetime(2026, 5, 4, 9, tzinfo=UTC)
LATER = AT + timedelta(hours=1)
ROOT = system("test")

pytestmark = pytest.mark.django_db


def user(name: str) -> User:
    return User.objects.add(email=f"{name}@example.org", display_name=name.title(), at=AT)


def with_factor(user: User) -> User:
    Authenticator.objects.create(user=user, type=Authenticator.Type.TOTP, data={})
    return user


def holder(*powers: tuple[str, str]) -> Actor:
    return Actor("person", "someone", powers=frozenset(Power(*each) for each in powers))


def test_a_role_is_held_from_when_it_is_given_until_it_ends() -> None:
    ana = user("ana")
    grant = services.give(user=ana, role="organization_editor", scope="org-a", actor=ROOT, at=AT)
    assert selectors.actor_of(ana, at=AT).holds("organization_editor", "org-a")
    assert not selectors.actor_of(ana, at=AT - timedelta(seconds=1)).powers
    services.end(grant=grant, actor=ROOT, at=LATER)
    assert not selectors.actor_of(ana, at=LATER).powers
    assert list(AuditEntry.objects.values_list("what", "why")) == [
        ("power.role.given", "organization_editor of org-a"),
        ("power.role.ended", "organization_editor of org-a"),
    ]


def test_several_roles_in_several_organisations() -> None:
    ana = user("ana")
    for scope in ("org-a", "org-b", "org-a"):
        services.give(user=ana, role="organization_editor", scope=scope, actor=ROOT, at=AT)
    services.give(user=ana, role="language_reviewer", scope="sq", actor=ROOT, at=AT)
    actor = selectors.actor_of(ana, at=AT)
    assert not actor.powers, "a reviewer needs a second factor"
    with_factor(ana)
    actor = selectors.actor_of(ana, at=AT)
    assert actor.scopes("organization_editor") == {"org-a", "org-b"}
    assert actor.holds("language_reviewer", "sq")
    assert not actor.holds("language_reviewer", "ar")
    assert Grant.objects.count() == 3


def test_who_publishes_sees_persons_or_administers_has_no_power_without_a_second_factor() -> None:
    for key, role in ROLES.items():
        held = user(key)
        services.give(user=held, role=key, scope="" if role.over == "city" else "one", actor=ROOT, at=AT)
        standing = selectors.standing_of(held, at=AT)
        assert standing.lacks_factor is (key != "organization_editor"), key
        assert bool(standing.actor.powers) is (key == "organization_editor"), key


def test_who_is_locked_out_has_no_power() -> None:
    ana = user("ana")
    services.give(user=ana, role="city_editor", scope="", actor=ROOT, at=AT)
    ana.is_active = False
    ana.save()
    assert not selectors.actor_of(ana, at=LATER).powers


@pytest.mark.parametrize(
    ("powers", "role", "scope", "allowed"),
    [
        ([("organization_manager", "org-a")], "organization_editor", "org-a", True),
        ([("organization_manager", "org-a")], "organization_manager", "org-a", True),
        ([("organization_manager", "org-a")], "organization_editor", "org-b", False),
        ([("organization_manager", "org-a")], "city_editor", "", False),
        ([("organization_manager", "org-a")], "counsellor", "org-a", False),
        ([("organization_editor", "org-a")], "organization_editor", "org-a", False),
        ([("city_editor", "")], "language_reviewer", "ar", True),
        ([("city_editor", "")], "administrator", "", False),
        ([("administrator", "")], "counsellor", "org-b", True),
        ([], "organization_editor", "org-a", False),
    ],
)
def test_who_gives_what(powers: list[tuple[str, str]], role: str, scope: str, allowed: bool) -> None:
    assert policies.can_give(holder(*powers), role, scope).allowed is allowed


@pytest.mark.parametrize("actor", [None, ANONYMOUS])
def test_nobody_gives_nothing(actor: Actor | None) -> None:
    for role in ROLES:
        assert not policies.can_give(actor, role, "")


def test_a_refusal_writes_nothing() -> None:
    with pytest.raises(NotPermitted):
        services.give(user=user("ana"), role="administrator", scope="", actor=holder(), at=AT)
    assert not Grant.objects.exists()
    assert not AuditEntry.objects.exists()


@pytest.mark.parametrize(("role", "scope"), [("city_editor", "org-a"), ("organization_editor", "")])
def test_a_scope_goes_with_its_role(role: str, scope: str) -> None:
    with pytest.raises(services.BadScope):
        services.give(user=user("ana"), role=role, scope=scope, actor=ROOT, at=AT)


def test_an_unknown_role_is_named() -> None:
    with pytest.raises(UnknownRole, match="the roles are organization_editor"):
        services.give(user=user("ana"), role="superuser", scope="", actor=ROOT, at=AT)


def test_the_last_administrator_stays() -> None:
    ana, bor = user("ana"), user("bor")
    first = services.give(user=ana, role="administrator", scope="", actor=ROOT, at=AT)
    with pytest.raises(services.LastAdministrator):
        services.end(grant=first, actor=ROOT, at=LATER)
    services.give(user=bor, role="administrator", scope="", actor=ROOT, at=AT)
    services.end(grant=first, actor=ROOT, at=LATER)
    assert Grant.objects.active(LATER).get().user == bor
