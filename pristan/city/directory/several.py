# SPDX-License-Identifier: EUPL-1.2
"""The same thing done with several entries: each asks its own policy, and those that may not, or need not, are named."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final, Literal

from django.db import transaction

from pristan.city.directory import policies, selectors, services, unlisting
from pristan.city.directory.models import Entry
from pristan.platform.accounts.actors import Actor
from pristan.platform.accounts.permits import Permit

Verb = Literal["check", "withdraw", "show"]
VERBS: Final[tuple[Verb, ...]] = ("check", "withdraw", "show")
MOST: Final = 100
CHECK_AGAIN: Final = timedelta(days=183)
# From which state a verb moves an entry, and to which.
MOVES: Final = {
    "check": ("published", "published"),
    "withdraw": ("published", "withdrawn"),
    "show": ("withdrawn", "published"),
}


@dataclass(frozen=True)
class Sorted:
    """Entries by what becomes of them: it can be done; this actor may not; it is so already."""

    due: list[Entry]
    refused: list[Entry]
    done: list[Entry]


def may(verb: Verb, actor: Actor, entry: Entry) -> Permit:
    """May this actor do this with this entry?"""
    organization = selectors.organization_of(entry)
    return (policies.can_verify if verb == "check" else policies.can_withdraw)(actor, organization)


def sort(verb: Verb, keys: Sequence[str], actor: Actor) -> Sorted:
    """Look at each of the entries that this actor sees; others are as if they were not there."""
    found = Sorted([], [], [])
    entries = list(selectors.visible_to(actor).filter(key__in=keys).order_by("name", "key"))
    kept_out = (
        unlisting.unlisted({each.key: each.organization_key for each in entries}) if verb == "show" else set()
    )
    for entry in entries:
        if entry.key in kept_out or not may(verb, actor, entry):
            found.refused.append(entry)
        elif entry.state == MOVES[verb][0]:
            found.due.append(entry)
        else:
            found.done.append(entry)
    return found


def act(verb: Verb, keys: Sequence[str], *, actor: Actor, at: datetime, why: str) -> list[Entry]:
    """Do it with all that are due, in one transaction; done twice it is done once. Returns those of which it is now so."""
    with transaction.atomic():
        found = sort(verb, keys, actor)
        due = [entry.key for entry in found.due]
        if verb == "withdraw" and due:
            services.withdraw_all(keys=due, actor=actor, at=at, why=why)
        for key in due if verb == "show" else ():
            services.publish_again(key=key, actor=actor, at=at, why=why)
        for key in due if verb == "check" else ():
            check(key, actor=actor, at=at)
    return [*found.due, *(entry for entry in found.done if entry.state == MOVES[verb][1])]


def check(key: str, *, actor: Actor, at: datetime) -> None:
    """Somebody who knows says that all of an entry is right today."""
    today = selectors.city_today(at)
    services.verify(
        key=key, verified_on=today, verified_by="city editor" if policies.edits_city(actor) else "organisation", how="looked at all of it",
        next_on=today + CHECK_AGAIN, actor=actor, at=at,
    )  # fmt: skip
