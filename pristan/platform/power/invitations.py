# SPDX-License-Identifier: EUPL-1.2
"""Invitations: the only way to an account. A link is sent, works once and for a week, and gives one role."""

import secrets
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from pristan.platform.accounts.actors import Actor, signed_link
from pristan.platform.accounts.models import User
from pristan.platform.audit import services as audit
from pristan.platform.power import policies, senders, services
from pristan.platform.power.digests import digest
from pristan.platform.power.models import Invitation
from pristan.platform.power.models.invitation import LASTS


class InvitationOver(Exception):
    """The link was used, withdrawn, is older than a week, or nobody stands behind it any more. The same words for a link that never was."""

    def __init__(self) -> None:
        super().__init__("this invitation does not work any more")


@dataclass(frozen=True)
class Sent:
    """An invitation and the secret of its link, which is kept nowhere."""

    invitation: Invitation
    token: str


def invite(*, email: str, role: str, scope: str, language: str, actor: Actor, at: datetime) -> Sent:
    """Invite somebody to a role. Whether they have an account already is told to nobody.

    Raises UnknownRole, BadScope, NotPermitted.
    """
    services.fit(role, scope)
    policies.can_give(actor, role, scope).or_refuse()
    token = secrets.token_urlsafe(32)
    with transaction.atomic():
        made = Invitation.objects.create(
            email=email.strip().lower(),
            role=role,
            scope=scope,
            language=language,
            token_digest=digest(token),
            sent_at=at,
            invited_by=actor.id,
        )
        audit.record(what="power.invitation.sent", actor=actor, about=_about(made), at=at, why=str(made))
    return Sent(made, token)


def found(token: str, *, at: datetime) -> Invitation:
    """The open invitation of this link. Raises InvitationOver."""
    invitation = Invitation.objects.open(at).filter(token_digest=digest(token)).first()
    if invitation is None or not senders.stands(invitation, at=at):
        raise InvitationOver
    return invitation


def accept(*, token: str, display_name: str, password: str, at: datetime) -> User:
    """Take the role. Who has no account gets one with this name and password; an account that is there keeps its own.

    Raises InvitationOver.
    """
    with transaction.atomic():
        held = Invitation.objects.select_for_update().filter(token_digest=digest(token)).first()
        if held is None or not Invitation.objects.open(at).filter(pk=held.pk).exists():
            raise InvitationOver
        if not senders.stands(held, at=at):
            raise InvitationOver
        user = User.objects.filter(email=held.email).first()
        actor = signed_link(str(held.uuid))
        if user is None:
            user = User.objects.add(email=held.email, display_name=display_name, at=at, password=password)
            audit.record(what="accounts.person.joined", actor=actor, about=("user", str(user.uuid)), at=at)
        services.give_as_invited(user=user, invitation=held, actor=actor, at=at)
        # The address now belongs to the account; a second copy of it helps nobody.
        held.accepted_at, held.email = at, ""
        held.save(update_fields=["accepted_at", "email"])
        audit.record(what="power.invitation.accepted", actor=actor, about=_about(held), at=at, why=str(held))
    return user


def withdraw(*, invitation: Invitation, actor: Actor, at: datetime) -> None:
    """Make the link useless. Raises NotPermitted."""
    with transaction.atomic():
        held = Invitation.objects.select_for_update().get(pk=invitation.pk)
        policies.can_give(actor, held.role, held.scope).or_refuse()
        if held.accepted_at or held.withdrawn_at:
            return
        senders.take_back(held, actor=actor, at=at)


def forget(*, at: datetime) -> int:
    """Empty the addresses of invitations that nobody accepted in time. Returns how many."""
    over = Invitation.objects.filter(sent_at__lte=at - LASTS).exclude(email="")
    return over.update(email="")


def visible_to(actor: Actor, *, at: datetime) -> list[Invitation]:
    """The open invitations that this actor could have sent."""
    return [each for each in Invitation.objects.open(at) if policies.can_give(actor, each.role, each.scope)]


def _about(invitation: Invitation) -> audit.About:
    return ("invitation", str(invitation.uuid))
