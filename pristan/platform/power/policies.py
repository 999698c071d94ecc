# SPDX-License-Identifier: EUPL-1.2
"""Who may give and end roles. Closed by default; no actor means no."""

from pristan.platform.accounts.actors import Actor
from pristan.platform.accounts.permits import Permit, allow, refuse
from pristan.platform.power.roles import GIVES, known


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
