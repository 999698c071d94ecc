# SPDX-License-Identifier: EUPL-1.2
"""`pristan staff`: invite the first administrator, see who works here, lock an account."""

import argparse
import os
import sys
from typing import Any

EPILOG = """examples:
  pristan staff invite ana@example.org --role administrator   prints a link that works once, for seven days
  pristan staff invite bor@example.org --role organization_editor --scope filantropija --lang sl
  pristan staff list
  pristan staff lock bor@example.org                          signs out everywhere, at once
"""


def declare(commands: Any, formatter: Any) -> None:
    """Add the commands."""
    one = commands.add_parser(
        "staff", help="the people who work here", epilog=EPILOG, formatter_class=formatter
    )
    below = one.add_subparsers(dest="what", required=True, metavar="COMMAND")
    more = {"epilog": EPILOG, "formatter_class": formatter}
    inviting = below.add_parser("invite", help="invite somebody: prints the link, sends nothing", **more)
    inviting.add_argument("email", help="whom to invite")
    inviting.add_argument("--role", required=True, help="the role; a wrong one is answered with the list")
    inviting.add_argument(
        "--scope",
        default="",
        help="key of an organisation, code of a language, an office; nothing for the whole city",
    )
    inviting.add_argument("--lang", default="en", help="language of the page that the link opens")
    inviting.set_defaults(act=invite)
    below.add_parser("list", help="everybody, with roles", **more).set_defaults(act=show)
    locking = below.add_parser("lock", help="lock an account and sign it out everywhere", **more)
    locking.add_argument("email", help="whose account")
    locking.set_defaults(act=lock)


def invite(given: argparse.Namespace) -> int:
    """Print a link."""
    from django.conf import settings
    from django.urls import reverse
    from django.utils import timezone
    from django.utils.translation import override

    from pristan.platform.accounts.actors import system
    from pristan.platform.power import invitations, roles, services

    if given.lang not in dict(settings.LANGUAGES):
        return _say(f"there are no pages in `{given.lang}`; choose {', '.join(dict(settings.LANGUAGES))}")
    if "@" not in given.email:
        return _say(f"`{given.email}` is no e-mail address")
    try:
        sent = invitations.invite(
            email=given.email,
            role=given.role,
            scope=given.scope,
            language=given.lang,
            actor=system("cli"),
            at=timezone.now(),
        )
    except (roles.UnknownRole, services.BadScope) as error:
        return _say(str(error))
    with override(given.lang):
        print(f"{_base()}{reverse('staff:accept', kwargs={'token': sent.token})}")
    print(
        "This link works once, for seven days. Give it to nobody but the person you invite.", file=sys.stderr
    )
    return 0


def show(given: argparse.Namespace) -> int:
    """One line for each person."""
    from django.utils import timezone

    from pristan.platform.accounts.models import User
    from pristan.platform.power.models import Grant

    at = timezone.now()
    for user in User.objects.order_by("email"):
        held = ", ".join(map(str, Grant.objects.active(at).filter(user=user).order_by("role", "scope")))
        print(f"{user.email}  {user.display_name}  {held or 'no role'}{'' if user.is_active else '  LOCKED'}")
    return 0


def lock(given: argparse.Namespace) -> int:
    """Lock an account."""
    from django.utils import timezone

    from pristan.platform.accounts.actors import system
    from pristan.platform.accounts.models import User
    from pristan.platform.power import people, services

    user = User.objects.filter(email=given.email.strip().lower()).first()
    if user is None:
        return _say(f"nobody has the address `{given.email}`; `pristan staff list` shows who works here")
    try:
        people.lock(user=user, actor=system("cli"), at=timezone.now())
    except services.LastAdministrator as error:
        return _say(str(error))
    print(f"{user.email} is locked and signed out everywhere")
    return 0


def _base() -> str:
    """Where people reach the city, as far as the settings tell."""
    from django.conf import settings

    name = settings.ALLOWED_HOSTS[0]
    if name != "127.0.0.1":
        return f"{'https' if settings.IS_HTTPS else 'http'}://{name}"
    return f"http://127.0.0.1:{os.environ.get('PRISTAN_PORT', '8000')}"


def _say(trouble: str) -> int:
    print(f"pristan: {trouble}", file=sys.stderr)
    return 1
