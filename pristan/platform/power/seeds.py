# SPDX-License-Identifier: EUPL-1.2
"""One person for each role, for trying things out on one's own machine. Never in a running city."""

from dataclasses import dataclass
from datetime import datetime

from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, generate_totp_secret, hotp_value
from allauth.mfa.utils import decrypt

from pristan.platform.accounts.actors import system
from pristan.platform.accounts.models import User
from pristan.platform.power import services
from pristan.platform.power.roles import ROLES, Role

PERIOD = 30
SEEDER = system("demo")


@dataclass(frozen=True)
class Seeded:
    """Somebody of the demo: who, in which role over what."""

    user: User
    role: Role
    scope: str


class NobodyThere(LookupError):
    """There is no such person in the demo."""


def plant(*, scopes: dict[str, str], password: str, at: datetime) -> list[Seeded]:
    """The people, made where they are missing. ``scopes``: what each kind of role is held over (``city`` is nothing)."""
    planted = []
    for role in ROLES.values():
        user = User.objects.filter(email=address(role.key)).first() or _add(role, password, at)
        scope = scopes.get(role.over, "")
        services.give(user=user, role=role.key, scope=scope, actor=SEEDER, at=at)
        planted.append(Seeded(user, role, scope))
    return planted


def code(role: str, *, at: datetime) -> str:
    """The second factor's code of the person with this role, as an app would show it now. Raises NobodyThere."""
    found = Authenticator.objects.filter(user__email=address(role), type=Authenticator.Type.TOTP).first()
    if found is None:
        raise NobodyThere(
            f"`{role}` is nobody of the demo with a second factor; the roles are {', '.join(ROLES)}"
        )
    return str(format_hotp_value(hotp_value(decrypt(found.data["secret"]), int(at.timestamp()) // PERIOD)))


def address(role: str) -> str:
    """An e-mail address that leads nowhere (RFC 2606)."""
    return f"{role.replace('_', '-')}@demo.invalid"


def _add(role: Role, password: str, at: datetime) -> User:
    name = f"Demo {role.key.replace('_', ' ')}"
    user = User.objects.add(email=address(role.key), display_name=name, at=at, password=password)
    if role.needs_second_factor:
        TOTP.activate(user, generate_totp_secret())
    return user
