# SPDX-License-Identifier: EUPL-1.2
"""Read the trail: what may be read by whom, who the actors are called today, what has no seal yet."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.db.models import Count, Min
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from pristan.platform.accounts.actors import Actor
from pristan.platform.accounts.names import LEFT, names_of
from pristan.platform.audit.models import AuditEntry, AuditQuerySet

ANONYMOUS: Final[Promise] = _("anonymous")
LINK: Final[Promise] = _("a signed link")


@dataclass(frozen=True)
class Unsealed:
    """How many entries have no seal, and the time of the oldest of them."""

    count: int
    oldest: datetime | None


def visible_to(actor: Actor) -> AuditQuerySet:
    """The entries that concern an actor; none unless an app has declared so (see ``concerns``)."""
    return AuditEntry.objects.visible_to(actor)


def unsealed() -> Unsealed:
    """What the sealer has still to do."""
    found = AuditEntry.objects.unsealed().aggregate(count=Count("number"), oldest=Min("at"))
    return Unsealed(found["count"], found["oldest"])


def names(entries: Iterable[AuditEntry]) -> dict[tuple[str, str], str]:
    """(kind, id) of each actor -> what to call them on a screen. Names stand with the accounts, never in the trail."""
    actors = {(entry.actor_kind, entry.actor_id) for entry in entries}
    people = names_of(identity for kind, identity in actors if kind == "person")
    return {(kind, identity): _name(kind, identity, people) for kind, identity in actors}


def _name(kind: str, identity: str, people: dict[str, str]) -> str:
    match kind:
        case "person":
            return people.get(identity) or str(LEFT)
        case "signed_link":
            return str(LINK)
        case "anonymous":
            return str(ANONYMOUS)
        case _:
            return identity
