# SPDX-License-Identifier: EUPL-1.2
"""Who sees claims and decides about them: those who vet things of a kind, and they must be persons."""

from pristan.platform.accounts.actors import Actor
from pristan.platform.accounts.permits import Permit, refuse
from pristan.platform.claims import registry

CLOSED = "only city editors vet claims"


def can_vet(actor: Actor | None) -> Permit:
    """May this actor open the claims?"""
    if actor is None or actor.kind != "person":
        return refuse(CLOSED)
    permits = (registry.of(kind).can_vet(actor) for kind in registry.kinds())
    return next((permit for permit in permits if permit), refuse(CLOSED))
