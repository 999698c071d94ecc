# SPDX-License-Identifier: EUPL-1.2
"""`pristan privacy`: what is held about somebody who works here, and forgetting it."""

import argparse
import json
from typing import Any

EPILOG = """Only people who work here have accounts. docs/privacy.md says what is kept, and for how long.

examples:
  pristan privacy export ana@example.org > ana.json
  pristan privacy erase ana@example.org --why "asked for it on 3 November"
  pristan privacy due
  pristan privacy upkeep
"""


def declare(commands: Any, formatter: Any) -> None:
    """Add the command with its four parts."""
    top = commands.add_parser("privacy", help="what is held about people who work here, and forgetting it", epilog=EPILOG, formatter_class=formatter)  # fmt: skip
    parts = top.add_subparsers(dest="part", required=True, metavar="WHAT")
    told = {
        "export": ("everything held about a person, as JSON", export),
        "erase": ("close an account and strip what is held, at once and for good", erase),
        "due": ("which accounts will be warned and locked, and what would be forgotten now", due),
        "upkeep": ("warn, lock and forget what is due; once a day, by cron or tick", upkeep),
    }
    for name, (words, act) in told.items():
        one = parts.add_parser(name, help=words, description=words, epilog=EPILOG, formatter_class=formatter)
        if name in ("export", "erase"):
            one.add_argument("email", help="the e-mail of the account")
        if name == "erase":
            one.add_argument("--why", required=True, help="the reason; it stays on record, so no names in it")
        one.set_defaults(act=act)


def export(given: argparse.Namespace) -> int:
    """Print what is held."""
    from django.utils import timezone

    from pristan.platform.forgetting import erasure
    from pristan.platform.forgetting.export import export as held

    print(json.dumps(held(erasure.person_of(given.email), at=timezone.now()), ensure_ascii=False, indent=2))
    return 0


def erase(given: argparse.Namespace) -> int:
    """Forget, and say field by field what became of it."""
    from django.utils import timezone

    from pristan.platform.accounts.actors import system
    from pristan.platform.forgetting import erasure

    person = erasure.person_of(given.email)
    outcomes = erasure.erase(person, actor=system("privacy-erase"), at=timezone.now(), why=given.why)
    for each in outcomes:
        print(f"{each.done:9} {each.field} ({each.rows}): {each.why}")
    return 0


def due(given: argparse.Namespace) -> int:
    """What is to come."""
    from django.utils import timezone

    from pristan.platform.forgetting import calendar, idle

    for plan in sorted(idle.plans(), key=lambda each: each.lock_at):
        warned = "warned" if plan.leaving.warned_at else f"warned on {plan.warn_at:%Y-%m-%d}"
        print(f"{plan.user.email}: if nobody signs in, {warned}, locked on {plan.lock_at:%Y-%m-%d}")
    at = timezone.now()
    for label, count in calendar.lapsing(at).items():
        print(f"closed at the next upkeep, as nobody did: {label} ({count})")
    found = calendar.due(at)
    for each in found:
        print(
            f"{'deleted' if each.is_deleted else 'stripped'} at the next upkeep: {each.field} ({each.rows})"
        )
    if not found:
        print("nothing is due to be stripped or deleted now")
    return 0


def upkeep(given: argparse.Namespace) -> int:
    """Do it."""
    from django.utils import timezone

    from pristan.platform.forgetting import calendar

    done = calendar.upkeep(at=timezone.now())
    accounts = done.accounts
    print(f"warned: {len(accounts.warned)} ({len(accounts.unsent)} letters could not be sent), locked: {len(accounts.locked)}")  # fmt: skip
    for label, count in done.lapsed.items():
        print(f"closed, as nobody did: {label} ({count})")
    for each in done.forgotten:
        print(f"{'deleted' if each.is_deleted else 'stripped'}: {each.field} ({each.rows})")
    return 0
