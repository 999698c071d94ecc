# SPDX-License-Identifier: EUPL-1.2
"""Who may open the screens of proposals at all. What is said about one of them is the word of the app whose thing it is."""

from pristan.platform.accounts.actors import Actor
from pristan.platform.accounts.permits import Permit, allow, refuse
from pristan.platform.review import registry


def can_review(actor: Actor | None) -> Permit:
    """Does this actor decide about proposals of any kind?"""
    if actor is not None and any(registry.of(kind).can_review(actor, "", "") for kind in registry.kinds()):
        return allow("decides about proposals")
    return refuse("only who decides about proposals sees what waits")


def can_propose(actor: Actor | None) -> Permit:
    """Does this actor write or decide about proposals?"""
    if can_review(actor) or (
        actor is not None and (actor.scopes("organization_editor") or actor.scopes("organization_manager"))
    ):
        return allow("works on what readers see")
    return refuse("only who works on entries has proposals")
