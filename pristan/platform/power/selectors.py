# SPDX-License-Identifier: EUPL-1.2
"""Who somebody is at this moment: the actor with all powers that hold now."""

from dataclasses import dataclass
from datetime import datetime

from allauth.mfa.models import Authenticator

from pristan.platform.accounts.actors import Actor, Power, person
from pristan.platform.accounts.models import User
from pristan.platform.power.browsers import Browser
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
    has_factor: bool = False

    @property
    def must_sign_in_anew(self) -> bool:
        """Has a second factor, needs it, and has not shown it in this browser: signing in asks for it."""
        return self.lacks_factor and self.has_factor

    @property
    def may_open_session(self) -> bool:
        """Holds the role of administrator, and no staff session is open."""
        return (
            Power(ADMINISTRATOR) in self.roles
            and not self.lacks_factor
            and not self.actor.holds(ADMINISTRATOR)
        )


def standing_of(user: User, *, at: datetime, browser: Browser | None = None) -> Standing:
    """The actor for somebody signed in, and what they hold but may not use now. One query, two for an administrator.

    Who needs a second factor and has not shown one in this browser gets no power at all; an administrator has power only in a
    staff session that was opened in it. Without a browser the account is asked: has it a factor, is a session open anywhere?
    """
    # Joined, and not asked of the database by subqueries: every request of the signed-in side builds this query.
    rows = list(
        Grant.objects.active(at).filter(user=user).values_list("role", "scope", "user__authenticator__type")
    )
    roles = frozenset(Power(role, scope) for role, scope, _ in rows)
    has = any(factor in FACTORS for *_, factor in rows)
    is_shown = has and (browser is None or browser.has_shown_factor)
    lacks = not is_shown and any(ROLES[power.role].needs_second_factor for power in roles)
    session = _open_session(user, at, browser) if Power(ADMINISTRATOR) in roles else ""
    awake = frozenset(power for power in roles if power.role != ADMINISTRATOR or session)
    actor = person(user, frozenset() if lacks else awake, session)
    return Standing(actor, roles, lacks, has)


def _open_session(user: User, at: datetime, browser: Browser | None) -> str:
    found = StaffSession.objects.open(at).filter(user=user)
    if browser is not None:
        found = found.filter(browser=browser.digest)
    return str(found.values_list("uuid", flat=True).first() or "")


def actor_of(user: User, *, at: datetime) -> Actor:
    """The actor for somebody signed in, with the powers that hold at this time."""
    return standing_of(user, at=at).actor
