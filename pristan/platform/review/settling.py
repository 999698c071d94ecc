# SPDX-License-Identifier: EUPL-1.2
"""Where the pack and the people of the city changed the same: somebody chooses, and the next load is silent about it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any, Literal

from django.db import transaction

from pristan.platform.accounts.actors import Actor
from pristan.platform.audit import services as audit
from pristan.platform.packs.models import LoadedThing, OpenConflict
from pristan.platform.packs.things import sections, value_digest
from pristan.platform.packs.threeway import LEFT
from pristan.platform.review import registry, versions
from pristan.platform.review.errors import ChangedMeanwhile
from pristan.platform.review.models import Version
from pristan.platform.review.registry import Cause

Side = Literal["city", "pack"]
CHUNK = 500


class ConflictMissing(Exception):
    """It is settled already, a load has ended it, or this actor may not see it."""


class PackHidden(Exception):
    """What the pack says is not kept, because the place is secret: only the city's value can be chosen."""


@dataclass(frozen=True)
class Difference:
    """One conflict with its three values."""

    conflict: OpenConflict
    live: Any
    harm: int

    @cached_property
    def base(self) -> Any:
        """What both sides began from; None where nobody knows it any more. Looked for when it is asked for."""
        row = self.conflict
        return versions.value_with(row.kind, row.key, row.field, row.base) if row.base else None

    @property
    def is_left(self) -> bool:
        """Did the whole thing leave the pack?"""
        return self.conflict.field == LEFT


def open_conflicts(actor: Actor) -> list[Difference]:
    """What this actor can settle, the most harmful first. What became equal meanwhile is no conflict any more."""
    rows: dict[str, list[OpenConflict]] = defaultdict(list)
    for row in OpenConflict.objects.filter(kind__in=registry.kinds()).order_by("pk"):
        rows[row.kind].append(row)
    found = [each for kind, listed in rows.items() for each in _differences(kind, listed, actor)]
    return sorted(found, key=lambda each: (-each.harm, each.conflict.key, each.conflict.field))


def settle(*, kind: str, key: str, field: str, side: Side, seen: str, actor: Actor, at: datetime) -> None:
    """Let the city's or the pack's value hold; the base becomes the pack's, so the next load says nothing more.

    ``seen``: digest of the live value as it was shown. Raises ConflictMissing, PackHidden, ChangedMeanwhile, ValueRefused.
    """
    if kind not in registry.kinds() or field == LEFT:
        raise ConflictMissing
    reviewed = registry.of(kind)
    with transaction.atomic():
        reviewed.hold(key)
        held = _hold(kind, key, field)
        live = reviewed.live(key)
        if held is None or live is None or not _may(actor, kind, key, live):
            raise ConflictMissing
        if value_digest(live.get(field)) != seen:
            raise ChangedMeanwhile([field])
        if side == "pack":
            if held.is_hidden:
                raise PackHidden
            value = None if held.value is None else reviewed.conform(field, held.value)
            reviewed.write(key, {field: value}, actor=actor, at=at, cause=Cause("settled", held.path))
        if not held.is_hidden:
            _rebase(held)
        held.delete()
        audit.record(
            what="review.conflict.settled", actor=actor, about=(kind, key), at=at, why=f"{field}: {side}"
        )


def edited(actor: Actor) -> list[tuple[str, str, Sequence[str]]]:
    """(kind, key, fields) of what people changed here and the pack does not say; no fields where it is new here."""
    return [each for kind in registry.kinds() for each in _edited(kind, actor)]


def _edited(kind: str, actor: Actor) -> Iterator[tuple[str, str, Sequence[str]]]:
    changed = Version.objects.filter(kind=kind).exclude(cause="pack").order_by("key")
    keys = list(changed.values_list("key", flat=True).distinct())
    for start in range(0, len(keys), CHUNK):
        yield from _edited_of(kind, keys[start : start + CHUNK], actor)


def _edited_of(kind: str, keys: Sequence[str], actor: Actor) -> Iterator[tuple[str, str, Sequence[str]]]:
    bases = dict(LoadedThing.objects.filter(kind=kind, key__in=keys).values_list("key", "digests"))
    reviewed = registry.of(kind)
    for key, live in sorted(_live(kind, keys).items()):
        if not _may(actor, kind, key, live):
            continue
        base = bases.get(key)
        differ = [] if base is None else [name for name in {**live, **base} if _differs(name, live, base)]
        shown = sorted(name for name in differ if reviewed.is_shown(name))
        if base is None or shown:
            yield kind, key, shown


def _differs(name: str, live: Mapping[str, Any], base: Mapping[str, str]) -> bool:
    now = live.get(name)
    return (value_digest(now) if now is not None else None) != base.get(name)


def _differences(kind: str, rows: Sequence[OpenConflict], actor: Actor) -> Iterator[Difference]:
    live = _live(kind, [row.key for row in rows])
    withheld = _section(kind).withheld([row.key for row in rows if row.field == LEFT])
    for row in rows:
        fields = live.get(row.key)
        if fields is None or row.key in withheld or not _may(actor, kind, row.key, fields):
            continue
        value = fields.get(row.field)
        if row.field != LEFT and not row.is_hidden and value_digest(value) == value_digest(row.value):
            continue
        yield Difference(row, value, registry.of(kind).harm(row.key, [row.field]))


def _may(actor: Actor, kind: str, key: str, live: Mapping[str, Any]) -> bool:
    reviewed = registry.of(kind)
    return bool(reviewed.can_review(actor, key, reviewed.organization_of(key, live)))


def _live(kind: str, keys: Sequence[str]) -> Mapping[str, Mapping[str, Any]]:
    return _section(kind).live(list(dict.fromkeys(keys))) if keys else {}


def _section(kind: str) -> Any:
    return next(section for section in sections() if section.kind == kind)


def _hold(kind: str, key: str, field: str) -> OpenConflict | None:
    """Lock a conflict, and what was loaded of its thing before it: in the order of a load, which writes the thing first."""
    LoadedThing.objects.select_for_update().filter(kind=kind, key=key).first()
    return OpenConflict.objects.select_for_update().filter(kind=kind, key=key, field=field).first()


def _rebase(held: OpenConflict) -> None:
    base = LoadedThing.objects.get(kind=held.kind, key=held.key)
    base.digests.pop(held.field, None)
    if held.value is not None:
        base.digests[held.field] = value_digest(held.value)
    base.save(update_fields=["digests"])
