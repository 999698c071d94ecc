# SPDX-License-Identifier: EUPL-1.2
"""Every version of a thing is kept, compared and restored."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Max

from pristan.platform import copying
from pristan.platform.accounts.actors import Actor
from pristan.platform.packs.things import value_digest
from pristan.platform.review import barred, registry
from pristan.platform.review.errors import NoSuchVersion
from pristan.platform.review.models import Version
from pristan.platform.review.registry import Cause

BATCH = 500


@dataclass(frozen=True)
class Written:
    """One thing that is being written: its fields before, and those it gets (None removes one)."""

    key: str
    before: Mapping[str, Any]
    after: Mapping[str, Any]


def keep(kind: str, written: Iterable[Written], *, actor: Actor, at: datetime, cause: Cause) -> None:
    """Keep what changes, inside the transaction that changes it. Things that do not change get no version.

    The caller holds the rows of the things: numbers have no gaps because writers of one thing come one after the other.
    Raises ValueRefused for what was removed for good.
    """
    changed = [(each.key, *_changed(each)) for each in written]
    changed = [each for each in changed if each[1] or each[2]]
    for _, _, after in changed:
        barred.refuse(after)
    numbers = _numbers(kind, [key for key, _, _ in changed])
    same = {"kind": kind, "actor_kind": actor.kind, "actor": actor.id, "at": at, "cause": cause.kind, "why": cause.why, "proposal": cause.proposal}  # fmt: skip
    copying.insert(
        Version,
        [
            {**same, "key": key, "number": numbers[key] + 1, "before": before, "after": after}
            for key, before, after in changed
        ],
    )


def state_at(kind: str, key: str, number: int) -> dict[str, Any]:
    """The fields of a thing as version ``number`` left them (0: before its first change here). Raises NoSuchVersion."""
    fields = dict(registry.of(kind).live(key) or {})
    last = _numbers(kind, [key])[key]
    if not 0 <= number <= last:
        raise NoSuchVersion(f"{kind} {key} has versions 0 to {last}")
    for version in Version.objects.filter(kind=kind, key=key, number__gt=number).order_by("-number"):
        for name in version.after:
            fields.pop(name, None)
        fields |= {name: value for name, value in version.before.items() if value is not None}
    return fields


def restore(*, kind: str, key: str, number: int, actor: Actor, at: datetime, why: str) -> None:
    """Write a thing as it was: a new version, not a gap in history. Raises NoSuchVersion, NotPermitted."""
    reviewed = registry.of(kind)
    with transaction.atomic():
        reviewed.hold(key)
        live = reviewed.live(key) or {}
        reviewed.can_review(actor, key, reviewed.organization_of(key, live)).or_refuse()
        wanted = state_at(kind, key, number)
        fields = {name: wanted.get(name) for name in {*live, *wanted} if live.get(name) != wanted.get(name)}
        if fields:
            reviewed.write(
                key, fields, actor=actor, at=at, cause=Cause("restore", f"version {number}: {why}")
            )


def value_with(kind: str, key: str, field: str, digest: str) -> Any:
    """The value of a field that had this digest once; None where it is not known any more."""
    live = (registry.of(kind).live(key) or {}).get(field)
    if value_digest(live) == digest:
        return live
    for version in Version.objects.filter(kind=kind, key=key).order_by("-number").iterator():
        for value in (version.before.get(field), version.after.get(field)):
            if value is not None and value_digest(value) == digest:
                return value
    return None


def _changed(each: Written) -> tuple[dict[str, Any], dict[str, Any]]:
    names = [name for name, value in each.after.items() if each.before.get(name) != value]
    return {name: each.before.get(name) for name in names}, {name: each.after[name] for name in names}


def _numbers(kind: str, keys: list[str]) -> dict[str, int]:
    """The last number of each thing; 0 where it has no version yet."""
    found: dict[str, int] = dict.fromkeys(keys, 0)
    for start in range(0, len(keys), BATCH):
        rows = Version.objects.filter(kind=kind, key__in=keys[start : start + BATCH])
        found |= dict(rows.values("key").annotate(last=Max("number")).values_list("key", "last"))
    return found
