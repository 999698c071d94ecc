# SPDX-License-Identifier: EUPL-1.2
"""Who somebody is at this moment: the actor with all powers that hold now."""

from datetime import datetime

from pristan.platform.accounts.actors import Actor, Power, person
from pristan.platform.accounts.models import User
from pristan.platform.power.models import Grant


def actor_of(user: User, *, at: datetime) -> Actor:
    """The actor for somebody signed in, with the roles that hold at this time."""
    held = Grant.objects.active(at).filter(user=user).values_list("role", "scope")
    return person(user, powers=frozenset(Power(*each) for each in held))
