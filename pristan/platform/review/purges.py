# SPDX-License-Identifier: EUPL-1.2
"""Remove a value for good, from everywhere at once: one person asks, a second one does it, the record keeps only that it happened.

The value is typed twice and stored never: a keyed digest tells whether both mean the same. Apps declare where they hold texts
(``privacy.places``). All of it is one transaction; then the freed pages of the database are written over (``finish``).
"""

from collections.abc import Iterable
from contextlib import suppress
from datetime import datetime
from uuid import UUID

from django.db import OperationalError, transaction
from django.utils.translation import override

from pristan.core.traces import Finder, finder
from pristan.platform.accounts.actors import Actor
from pristan.platform.audit import services as audit
from pristan.platform.lifecycle import services as lifecycle
from pristan.platform.locks.errors import Busy
from pristan.platform.locks.exclusive import exclusive
from pristan.platform.privacy import overwriting, places
from pristan.platform.privacy.places import Place, Removal
from pristan.platform.published.services import LOCK
from pristan.platform.review import barred, registry
from pristan.platform.review.errors import (
    OtherValue,
    PurgeMissing,
    ReasonMissing,
    ReasonSaysValue,
    SecondPersonNeeded,
    ValueNowhere,
    ValueTooShort,
)
from pristan.platform.review.models import Purge

LONGEST = 200  # characters of a value
LONGEST_REASON = 1000
SHORTEST = 5  # letters and digits; less than that stands in texts that mean something else
SOON = 5.0  # seconds to wait for a load or a run before one is asked to come again

Counts = dict[str, int]


def look(*, kind: str, key: str, value: str, actor: Actor) -> Counts:
    """Every place that was asked, and in how many of its things the value stands. Raises PurgeMissing, ValueTooShort."""
    _ask(kind, key, actor)
    return _counted(_finder(value), places.every())


def ask(*, kind: str, key: str, value: str, reason: str, actor: Actor, at: datetime) -> Purge:
    """Ask for a value to be removed. Raises PurgeMissing, and PurgeRefused for what one can mend."""
    _ask(kind, key, actor)
    found = _finder(value)
    if not reason.strip():
        raise ReasonMissing
    if found.stands_in(reason) or found.parts.search(reason):
        raise ReasonSaysValue
    if not any(_counted(found, places.every()).values()):
        raise ValueNowhere
    digest, length = barred.of(value)
    with transaction.atomic():
        made, is_new = Purge.objects.get_or_create(
            kind=kind, key=key, digest=digest, state="asked",
            defaults={"length": length, "reason": reason.strip()[:LONGEST_REASON], "asked_by": actor.id, "asked_at": at},
        )  # fmt: skip
        if is_new:
            audit.record(what="review.purge.asked", actor=actor, about=(kind, key), at=at)
    return made


def withdraw(*, uuid: UUID, actor: Actor, at: datetime) -> Purge:
    """It is not to be removed after all. Raises PurgeMissing."""
    with transaction.atomic():
        purge = _hold(uuid, actor)
        lifecycle.move(purge, "withdrawn", actor=actor, at=at)
        audit.record(what="review.purge.withdrawn", actor=actor, about=(purge.kind, purge.key), at=at)
    return purge


def remove(*, uuid: UUID, value: str, actor: Actor, at: datetime) -> Purge:
    """The second person types the value, and it is gone. Raises PurgeMissing, SecondPersonNeeded, OtherValue, Busy.

    No load and no run goes on meanwhile: it would write down again what it has read before.
    """
    found = _finder(value)
    overwriting.secure()
    with exclusive("pack-load", wait=SOON), exclusive(LOCK, wait=SOON), transaction.atomic():
        purge = _hold(uuid, actor)
        if purge.asked_by == actor.id:
            raise SecondPersonNeeded
        if barred.of(value)[0] != purge.digest:
            raise OtherValue
        purge.removed, purge.left = _forget(Removal(found, at))
        purge.done_by = actor.id
        purge.save(update_fields=["removed", "left", "done_by"])
        lifecycle.move(purge, "done", actor=actor, at=at)
        audit.record(what="review.purge.done", actor=actor, about=(purge.kind, purge.key), at=at)
    with suppress(Busy, overwriting.StillRead, OperationalError):  # then the next tick does it
        finish(at=at)
    purge.refresh_from_db()
    return purge


def finish(*, at: datetime) -> None:
    """Write over what purges have freed. Idempotent; raises Busy, StillRead, OperationalError, and the next tick tries again."""
    waiting = Purge.objects.filter(state="done", overwritten_at=None)
    if numbers := list(waiting.values_list("pk", flat=True)):
        with exclusive("purge", wait=0):
            overwriting.overwrite(model for place in places.every() for model in place.models)
            Purge.objects.filter(pk__in=numbers).update(overwritten_at=at)


def _forget(removal: Removal) -> tuple[Counts, Counts]:
    """Where it was taken out, and where it still stands."""
    asked = places.every()
    removed: Counts = {}
    for place in asked:
        if place.forget:
            _add(removed, place, place.forget(removal))
    for place in asked:
        place.settle(removal)
    left = _counted(removal.finder, asked)
    return removed, {words: count for words, count in left.items() if count}


def _counted(found: Finder, asked: Iterable[Place]) -> Counts:
    counts: Counts = {}
    for place in asked:
        _add(counts, place, place.find(found))
    return counts


def _add(counts: Counts, place: Place, count: int) -> None:
    """Places may have the same words. They are kept as they stand in the code, and translated where they are shown."""
    with override("en"):
        words = str(place.words)
    counts[words] = counts.get(words, 0) + count


def _finder(value: str) -> Finder:
    found = finder([value])
    if found is None or sum(map(str.isalnum, value)) < SHORTEST or len(value) > LONGEST:
        raise ValueTooShort
    return found


def _ask(kind: str, key: str, actor: Actor) -> None:
    if (
        kind not in registry.kinds()
        or actor.kind != "person"
        or not registry.of(kind).can_review(actor, key, "")
    ):
        raise PurgeMissing("There is no such thing, or you may not decide about it.")


def _hold(uuid: UUID, actor: Actor) -> Purge:
    purge = Purge.objects.select_for_update().filter(uuid=uuid, state="asked").first()
    if purge is None:
        raise PurgeMissing("There is no such wish that still waits.")
    _ask(purge.kind, purge.key, actor)
    return purge
