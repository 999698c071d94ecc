# SPDX-License-Identifier: EUPL-1.2
"""Give a role and end it; both are on record."""

from datetime import datetime

from django.db import transaction

from pristan.platform.accounts.actors import Actor, Power
from pristan.platform.accounts.models import User
from pristan.platform.audit import services as audit
from pristan.platform.power import policies, senders
from pristan.platform.power.models import Grant, Invitation
from pristan.platform.power.roles import known


class BadScope(ValueError):
    """The scope does not go with the role."""


class LastAdministrator(Exception):
    """Without an administrator nobody could give roles any more."""


def give(*, user: User, role: str, scope: str, actor: Actor, at: datetime, why: str = "") -> Grant:
    """Give a role over a scope; one that is held already stays as it is. Raises UnknownRole, BadScope, NotPermitted."""
    fit(role, scope)
    policies.can_give(actor, role, scope).or_refuse()
    return _give(user, Power(role, scope), giver=actor.id, actor=actor, at=at, why=why)


def give_as_invited(*, user: User, invitation: Invitation, actor: Actor, at: datetime) -> Grant:
    """Give the role of an invitation: whoever sent it was asked then. ``actor`` is the link."""
    power = Power(invitation.role, invitation.scope)
    return _give(user, power, giver=invitation.invited_by, actor=actor, at=at, why="as invited")


def _give(user: User, power: Power, *, giver: str, actor: Actor, at: datetime, why: str) -> Grant:
    with transaction.atomic():
        User.objects.select_for_update().get(pk=user.pk)
        grant, is_new = Grant.objects.get_or_create(
            user=user,
            role=power.role,
            scope=power.scope,
            ended_at=None,
            defaults={"granted_at": at, "granted_by": giver},
        )
        if is_new:
            about = ("user", str(user.uuid))
            audit.record(what="power.role.given", actor=actor, about=about, at=at, why=_said(grant, why))
    return grant


def end(*, grant: Grant, actor: Actor, at: datetime, why: str = "") -> None:
    """End a role, from now on, and what was sent by its power. Raises NotPermitted, LastAdministrator."""
    policies.can_give(actor, grant.role, grant.scope).or_refuse()
    with transaction.atomic():
        held = Grant.objects.select_for_update().get(pk=grant.pk)
        if held.ended_at is not None:
            return
        if held.role == "administrator" and not _other_administrators(held, at):
            raise LastAdministrator("This is the last administrator. Give the role to somebody else first.")
        held.ended_at, held.ended_by = at, actor.id
        held.save(update_fields=["ended_at", "ended_by"])
        about = ("user", str(held.user.uuid))
        audit.record(what="power.role.ended", actor=actor, about=about, at=at, why=_said(held, why))
        senders.take_back_of(held.user, actor=actor, at=at)


def _other_administrators(grant: Grant, at: datetime) -> bool:
    # All of them are held: two who leave at once must not both find the other still there.
    others = Grant.objects.select_for_update().active(at).filter(role=grant.role).exclude(user=grant.user_id)
    return bool(list(others.values_list("pk", flat=True)))


def fit(role: str, scope: str) -> None:
    """Does the scope go with the role? Raises UnknownRole, BadScope."""
    over = known(role).over
    if (over == "city") != (scope == ""):
        raise BadScope(
            f"The role {role} is held over {'the whole city' if over == 'city' else f'one {over}: name it'}."
        )


def _said(grant: Grant, why: str) -> str:
    return f"{grant}: {why}" if why else str(grant)
