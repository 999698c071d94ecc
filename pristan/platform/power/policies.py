# SPDX-License-Identifier: EUPL-1.2
"""Who may give and end roles, see people, and act as an administrator. Closed by default; no actor means no."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pristan.platform.accounts.actors import Actor
from pristan.platform.accounts.permits import Permit, allow, refuse
from pristan.platform.audit.concerns import EVERY, Keys
from pristan.platform.power.roles import ADMINISTRATOR, CITY_EDITOR, GIVES, ORGANIZATION_MANAGER, known

if TYPE_CHECKING:
    from pristan.platform.power.selectors import Standing


def can_give(actor: Actor | None, role: str, scope: str) -> Permit:
    """May this actor give this role over this scope, or end it? Raises UnknownRole."""
    over = known(role).over
    if actor is None:
        return refuse("nobody gives roles anonymously")
    if actor.kind == "system":
        return allow("the first roles come from the command line")
    for held in actor.powers:
        if role in GIVES.get(held.role, ()) and (
            not held.scope or (over == "organization" and held.scope == scope)
        ):
            return allow(f"given by a {held.role}")
    return refuse(f"only who may give the role {role} here can do this")


def can_see_people(actor: Actor | None) -> Permit:
    """May this actor open the page of people? Whom they find there is for `people.visible_to` to say."""
    if actor and any(power.role in GIVES for power in actor.powers):
        return allow("gives roles")
    return refuse("only who gives roles sees the people who hold them")


def can_lock(actor: Actor | None) -> Permit:
    """May this actor lock an account, or open it again?"""
    if actor and (actor.kind == "system" or actor.holds(ADMINISTRATOR)):
        return allow("administrator in a staff session")
    return refuse("only an administrator in a staff session locks accounts")


def can_erase(actor: Actor | None, owner: str) -> Permit:
    """May this actor have the account with this id closed for good, and what is held of the person forgotten?"""
    if actor and actor.kind == "person" and actor.id == owner:
        return allow("one's own")
    return can_lock(actor)


def can_begin_session(standing: Standing) -> Permit:
    """May a staff session begin? Asked of the roles somebody holds: the power comes only with the session."""
    if any(power.role == ADMINISTRATOR for power in standing.roles) and not standing.lacks_factor:
        return allow("holds the role of administrator")
    return refuse("only an administrator with a second factor opens a staff session")


def can_see_sessions(actor: Actor | None) -> Permit:
    """May this actor see all staff sessions and what was done in them?"""
    if actor and (actor.holds(ADMINISTRATOR) or actor.holds(CITY_EDITOR)):
        return allow("administrators and city editors watch over staff sessions")
    return refuse("only administrators and city editors see staff sessions")


def can_end_session(actor: Actor | None, owner: str) -> Permit:
    """May this actor end the staff session of the user with this id?"""
    if actor and (actor.id == owner or actor.holds(ADMINISTRATOR)):
        return allow("one's own, or by an administrator")
    return refuse("only its owner or an administrator ends a staff session")


def manages(actor: Actor) -> frozenset[str]:
    """The organisations whose people this actor manages."""
    return actor.scopes(ORGANIZATION_MANAGER)


def can_read_record(actor: Actor | None) -> Permit:
    """Is there anything on record for this actor? Their own things are said by the apps (``audit.concerns``)."""
    if actor is not None and actor.powers:
        return allow("the record is read by those whom it concerns")
    return refuse("whoever holds no role has nothing on record to read")


def accounts_on_record(actor: Actor) -> Keys:
    """The accounts whose record this actor may read."""
    return EVERY if actor.holds(ADMINISTRATOR) else [actor.id]
