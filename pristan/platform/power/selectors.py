# SPDX-License-Identifier: EUPL-1.2
"""Who somebody is at this moment: the actor with all powers that hold now."""

from dataclasses import dataclass
from datetime import datetime

from allauth.mfa.models import Authenticator
from django.db.models import Exists, OuterRef, Subquery

from pristan.platform.accounts.actors import Actor, Power, person
from pristan.platform.accounts.models import User
from pristan.platform.power.models import Grant, StaffSession
from pristan.platform.power.roles import ADMINISTRATOR, ROLES

# What counts as a second factor. Recovery codes only stand in for one of these.
FACTORS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)


@dataclass(frozen=True)
class Standing:
    """An actor, and what keeps some of their roles asleep."""

    actor: Actor
    roles: frozenset[Power] = frozenset()
    lacks_factor: bool = False

    @property
    def may_open_session(self) -> bool:
        """Holds the role of administrator, and no staff session is open."""
        return (
            Power(ADMINISTRATOR) in self.roles
            and not self.lacks_factor
            and not self.actor.holds(ADMINISTRATOR)
        )


def standing_of(user: User, *, at: datetime) -> Standing:
    """The actor for somebody signed in, and what they hold but may not use now. One query.

    Who needs a second factor and has none gets no power at all; an administrator has power only in an open staff session.
    """
    factors = Authenticator.objects.filter(user=OuterRef("user"), type__in=FACTORS)
    sessions = StaffSession.objects.open(at).filter(user=OuterRef("user")).values("uuid")[:1]
    rows = list(
        Grant.objects.active(at)
        .filter(user=user)
        .values_list("role", "scope", Exists(factors), Subquery(sessions))
    )
    roles = frozenset(Power(role, scope) for role, scope, *_ in rows)
    lacks = any(ROLES[role].needs_second_factor and not has for role, _, has, _ in rows)
    session = next((str(open_one) for *_, open_one in rows if open_one), "")
    awake = frozenset(power for power in roles if power.role != ADMINISTRATOR or session)
    actor = person(user, frozenset() if lacks else awake, session)
    return Standing(actor, roles, lacks)


def actor_of(user: User, *, at: datetime) -> Actor:
    """The actor for somebody signed in, with the powers that hold at this time."""
    return standing_of(user, at=at).actor
