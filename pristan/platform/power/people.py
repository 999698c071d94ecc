# SPDX-License-Identifier: EUPL-1.2
"""The people who work here, as far as somebody may see them; and locking an account."""

from datetime import datetime

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.db import transaction
from django.db.models import Count, Prefetch, Q, QuerySet

from pristan.platform.accounts.actors import Actor
from pristan.platform.accounts.models import User
from pristan.platform.audit import services as audit
from pristan.platform.power import policies, senders, staff_sessions
from pristan.platform.power.digests import digest
from pristan.platform.power.models import Grant, StaffSession
from pristan.platform.power.roles import ADMINISTRATOR, CITY_EDITOR
from pristan.platform.power.services import LastAdministrator


def visible_to(actor: Actor, *, at: datetime) -> QuerySet[User]:
    """Whom this actor sees, each with `seen_grants` and the number of their sessions.

    Administrators and city editors see everybody. A manager sees who holds a role in their own organisations, and of those
    people no other role.
    """
    grants = Grant.objects.active(at)
    users = User.objects.all()
    if not (actor.holds(ADMINISTRATOR) or actor.holds(CITY_EDITOR)):
        grants = grants.filter(scope__in=policies.manages(actor)).exclude(scope="")
        users = users.filter(pk__in=grants.values("user"))
    return (
        users.prefetch_related(Prefetch("grants", grants.order_by("role", "scope"), to_attr="seen_grants"))
        .annotate(session_count=Count("usersession", filter=Q(is_active=True)))
        .order_by("display_name", "pk")
    )


def lock(*, user: User, actor: Actor, at: datetime, why: str = "") -> None:
    """Close an account, all its sessions and the invitations that it sent, at once. Raises NotPermitted, LastAdministrator."""
    policies.can_lock(actor).or_refuse()
    close(user=user, actor=actor, at=at, why=why)


def close(*, user: User, actor: Actor, at: datetime, why: str) -> None:
    """The same for whoever has asked another policy. Raises LastAdministrator."""
    with transaction.atomic():
        held = User.objects.select_for_update().get(pk=user.pk)
        if not held.is_active:
            return
        if not _other_administrators(held, at):
            raise LastAdministrator("This is the last administrator. Give the role to somebody else first.")
        held.is_active = False
        held.save(update_fields=["is_active"])
        sign_out_everywhere(held, actor=actor, at=at)
        audit.record(what="accounts.person.locked", actor=actor, about=_about(held), at=at, why=why)
        senders.take_back_of(held, actor=actor, at=at)


def unlock(*, user: User, actor: Actor, at: datetime, why: str = "") -> None:
    """Open an account again. Raises NotPermitted."""
    policies.can_lock(actor).or_refuse()
    with transaction.atomic():
        held = User.objects.select_for_update().get(pk=user.pk)
        if held.is_active:
            return
        held.is_active = True
        held.save(update_fields=["is_active"])
        audit.record(what="accounts.person.unlocked", actor=actor, about=_about(held), at=at, why=why)


def take_factors(*, user: User, actor: Actor, at: datetime, why: str = "") -> None:
    """Take all second factors of somebody who has lost them, and sign them out. Raises NotPermitted."""
    policies.can_lock(actor).or_refuse()
    with transaction.atomic():
        held = User.objects.select_for_update().get(pk=user.pk)
        if Authenticator.objects.filter(user=held).delete()[0]:
            sign_out_everywhere(held, actor=actor, at=at)
            audit.record(what="accounts.factor.taken", actor=actor, about=_about(held), at=at, why=why)


def sign_out_everywhere(user: User, *, actor: Actor, at: datetime, but: str = "") -> None:
    """End all sessions of somebody, staff sessions too; ``but``: the key of one that goes on."""
    open_ones = StaffSession.objects.open(at).filter(user=user).exclude(browser=digest(but))
    staff_sessions.close(open_ones, actor=actor, at=at)
    for session in UserSession.objects.filter(user=user).exclude(session_key=but):
        session.end()


def _other_administrators(user: User, at: datetime) -> bool:
    """True also where the user is no administrator at all."""
    admins = Grant.objects.select_for_update().active(at).filter(role=ADMINISTRATOR)
    held = list(admins.values_list("user_id", flat=True))
    return user.pk not in held or any(pk != user.pk for pk in held)


def _about(user: User) -> audit.About:
    return ("user", str(user.uuid))
