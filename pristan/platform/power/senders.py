# SPDX-License-Identifier: EUPL-1.2
"""Whoever sent an invitation stands behind it: once they could not send it any more, nobody comes in by it."""

from datetime import datetime

from pristan.platform.accounts.actors import Actor, person
from pristan.platform.accounts.models import User
from pristan.platform.accounts.names import account_of
from pristan.platform.audit import services as audit
from pristan.platform.power import policies
from pristan.platform.power.models import Invitation
from pristan.platform.power.selectors import standing_of


def stands(invitation: Invitation, *, at: datetime) -> bool:
    """Could its sender still give this role? What the system sent stands.

    Asked of the roles that the sender holds, not of the powers of this moment: the staff session of an administrator is over
    by the time somebody reads the letter.
    """
    sender = account_of(invitation.invited_by)
    if sender is None:
        return True
    user = User.objects.filter(uuid=sender).first()
    return user is not None and _could_send(user, invitation, at)


def take_back(invitation: Invitation, *, actor: Actor, at: datetime, why: str = "") -> None:
    """Make its link useless, and forget the address. Whoever calls this holds the row, and has asked a policy."""
    invitation.withdrawn_at, invitation.email = at, ""
    invitation.save(update_fields=["withdrawn_at", "email"])
    said = f"{invitation}: {why}" if why else str(invitation)
    about = ("invitation", str(invitation.uuid))
    audit.record(what="power.invitation.withdrawn", actor=actor, about=about, at=at, why=said)


def take_back_of(user: User, *, actor: Actor, at: datetime) -> None:
    """Take back what somebody sent and could not send any more, now that a role of theirs has ended."""
    sent = Invitation.objects.open(at).select_for_update().filter(invited_by=str(user.uuid))
    for each in sent:
        if not _could_send(user, each, at):
            take_back(each, actor=actor, at=at, why="who sent it cannot give this role any more")


def _could_send(user: User, invitation: Invitation, at: datetime) -> bool:
    holder = person(user, standing_of(user, at=at).roles)
    return bool(policies.can_give(holder, invitation.role, invitation.scope))
