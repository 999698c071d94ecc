# SPDX-License-Identifier: EUPL-1.2
"""Who may change the directory. Closed by default: until roles exist, only the system itself (loads, commands) may."""

from pristan.city.directory.models import Entry
from pristan.platform.accounts.actors import Actor
from pristan.platform.accounts.permits import Permit


def can_edit(actor: Actor | None, entry: Entry) -> Permit:
    """May this actor change the entry?"""
    if actor is not None and actor.kind == "system":
        return Permit(True, "the system keeps the directory")
    return Permit(False, "only the city's own system may change entries until organisations have accounts")
