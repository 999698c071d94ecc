# SPDX-License-Identifier: EUPL-1.2
"""Who sees the city in numbers."""

from pristan.platform.accounts.actors import Actor
from pristan.platform.accounts.permits import Permit, allow, refuse
from pristan.platform.power.roles import ADMINISTRATOR, CITY_EDITOR, OFFICIAL

READERS = (CITY_EDITOR, ADMINISTRATOR, OFFICIAL)


def can_see(actor: Actor | None) -> Permit:
    """City editors, officials, and administrators in a staff session."""
    if actor is not None and any(actor.scopes(role) for role in READERS):
        return allow("works for the city")
    return refuse("facts are for who works for the city")
