# SPDX-License-Identifier: EUPL-1.2
"""Do not list us: who asked for it is gone for readers at once, and neither a pack, a sheet nor an edit brings it back.

An organisation that hides people, or a helper who is threatened, must be able to rely on it.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext

from pristan.city.directory import policies, selectors, store
from pristan.city.directory.models import Entry, Refusal
from pristan.city.directory.models.refusal import REASONS
from pristan.city.directory.refusals import AskedNotToBeListed, FieldRefused, UrgentHelp
from pristan.platform.accounts.actors import Actor
from pristan.platform.audit import services as audit
from pristan.platform.lifecycle import services as lifecycle
from pristan.platform.published import services as published

WHY = "asked not to be listed"


def reasons() -> list[tuple[str, str]]:
    """(code, words) of all reasons."""
    words = {
        "asked": gettext("They asked for it and gave no reason"),
        "safety": gettext("Being listed puts somebody in danger"),
        "no_room": gettext("They cannot take more people"),
        "not_public": gettext("It is not meant for the public"),
        "ended": gettext("It ended"),
    }
    return [(reason, words[reason]) for reason in REASONS]


def unlist(*, key: str, reason: str, actor: Actor, at: datetime, looked_twice: bool = False) -> Refusal:
    """Note the wish and take its entries from readers at once. Said twice it is one wish.

    Raises NotPermitted, FieldRefused (no such reason), UrgentHelp where readers in danger are sent there and nobody looked twice.
    """
    if reason not in REASONS:
        raise FieldRefused(f"`{reason}` is no reason; the reasons are {', '.join(REASONS)}.")
    with transaction.atomic():
        entry = Entry.objects.select_for_update().get(key=key)
        policies.can_unlist(actor, selectors.organization_of(entry)).or_refuse()
        if known := Refusal.objects.standing().filter(key=key).first():
            return known
        if (urgent := urgent_of(key)) and not looked_twice:
            raise UrgentHelp(urgent)
        shown = list(of(key).published().select_for_update().order_by("key"))
        made = Refusal.objects.create(
            key=key, reason=reason, since=at, given_by=actor.id, took=[each.key for each in shown]
        )
        _take_away(shown, actor, at)
        audit.record(what="directory.entry.unlisted", actor=actor, about=("entry", key), at=at, why=reason)
    return made


def list_again(*, key: str, actor: Actor, at: datetime) -> list[str]:
    """Take the wish back; the entries that it took come back. Returns their keys. Raises NotPermitted."""
    with transaction.atomic():
        entry = Entry.objects.select_for_update().get(key=key)
        policies.can_unlist(actor, selectors.organization_of(entry)).or_refuse()
        held = Refusal.objects.select_for_update().standing().filter(key=key).first()
        if held is None:
            return []
        held.ended_at, held.ended_by = at, actor.id
        held.save(update_fields=["ended_at", "ended_by"])
        audit.record(what="directory.entry.listed_again", actor=actor, about=("entry", key), at=at)
        back = [
            each
            for each in Entry.objects.with_keys(held.took).filter(state="withdrawn").select_for_update()
            if not is_unlisted(each.key, each.organization_key)
        ]
        lifecycle.move_all(back, "published", actor=actor, at=at, why="wants to be listed again")
        things = [*(each.uuid for each in back), *store.neighbours(back), *selectors.shared_uuids()]
        published.mark(things=things, change="published", at=at)
    return sorted(each.key for each in back)


def of(key: str) -> Any:
    """The entry with this key and, where it is an organisation, all its entries."""
    return Entry.objects.filter(Q(key=key) | Q(organization_key=key))


def is_unlisted(*keys: str) -> bool:
    """Does any of these stand under a wish not to be listed? (the keys of an entry and of its organisation)"""
    return Refusal.objects.standing().filter(key__in=[key for key in keys if key]).exists()


def ask(key: str, fields: Mapping[str, Any]) -> None:
    """Raises AskedNotToBeListed for an entry, or fields that give it to an organisation, under such a wish."""
    organization = str((fields.get("organization") or {}).get("entry") or "")
    if is_unlisted(key, organization):
        raise AskedNotToBeListed(organization or key)


def urgent_of(key: str) -> list[str]:
    """Which of its entries the city sends people in danger to."""
    urgent = selectors.city().record.get("urgent") or {}
    named = {each for keys in urgent.values() for each in keys}
    return sorted(of(key).filter(key__in=named).values_list("key", flat=True))


def standing() -> frozenset[str]:
    """The keys of all entries that stand under such a wish themselves."""
    return frozenset(Refusal.objects.standing().values_list("key", flat=True))


def unlisted(organizations: Mapping[str, str]) -> set[str]:
    """Those of the keys of entries (each with the key of its organisation) that stand under such a wish."""
    keys = standing()
    return (
        {key for key, organization in organizations.items() if keys & {key, organization}} if keys else set()
    )


def keep_out(entries: Sequence[Entry], *, actor: Actor, at: datetime) -> None:
    """Take those of just written entries from readers that must not be listed, inside the caller's transaction."""
    keys = unlisted({each.key: each.organization_key for each in entries})
    _take_away([each for each in entries if each.key in keys and each.state == "published"], actor, at)


def _take_away(entries: Iterable[Entry], actor: Actor, at: datetime) -> None:
    gone = list(entries)
    if not gone:
        return
    near = store.neighbours(gone)
    lifecycle.move_all(gone, "withdrawn", actor=actor, at=at, why=WHY)
    audit.record_many(
        what="directory.entry.withdrawn", actor=actor, abouts=[("entry", each.key) for each in gone], at=at
    )
    published.withdraw_now(things=[each.uuid for each in gone], at=at, also=near | selectors.shared_uuids())
