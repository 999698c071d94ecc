# SPDX-License-Identifier: EUPL-1.2
"""A run: project all that is dirty into a new version beside the one that readers see, then switch.

The new rows are written in short transactions of some hundred things each; nobody sees them, because they
hold from a version that has not come. The switch is one short transaction. A crash before it changes
nothing for readers.

A run reserves a version some way ahead. Withdrawals do not wait for a run, and each of them is a version of
its own (a page's ETag names the version): while a run goes on they take the numbers between.
"""

import time
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction

from pristan.platform.published import addresses, cleaning, documents
from pristan.platform.published.models import Dirty, Edition
from pristan.platform.published.registry import project

CHUNK = 500
GAP = 1000

Progress = Callable[[str], None]


def run(*, at: datetime, tell: Progress) -> int:
    """Bring the read model up to date and return the version that readers see then. Under the run's lock."""
    begun = time.monotonic()
    before = Edition.now()
    if before.pending is not None:
        tell("cleaning up after a run that did not end")
        cleaning.leftovers(before.pending)
    version = _catch_up(at, tell) if Dirty.objects.exists() else before.version
    cleaning.sweep(now=at + timedelta(seconds=time.monotonic() - begun))
    return version


def _catch_up(at: datetime, tell: Progress) -> int:
    target, taken, is_changed = _reserve(), 0, False
    while True:
        upto = Edition.now().number
        is_changed |= _pass(target, above=taken, upto=upto, tell=tell)
        taken = upto
        version = _switch(target, taken, is_changed=is_changed, at=at)
        if version is not None:
            return version
        tell("something was withdrawn meanwhile: looking again")


def _reserve() -> int:
    with transaction.atomic():
        edition = Edition.hold()
        edition.pending = edition.version + GAP
        edition.save(update_fields=["pending"])
    return edition.pending


def _pass(target: int, *, above: int, upto: int, tell: Progress) -> bool:
    """Project what was marked with a number in (above, upto]; returns whether anything differs."""
    marks = Dirty.objects.filter(number__gt=above, number__lte=upto)
    things = list(marks.order_by("number").values_list("thing", flat=True))
    waiting = set(things)
    is_changed = False
    for start in range(0, len(things), CHUNK):
        chunk = things[start : start + CHUNK]
        waiting.difference_update(chunk)
        is_changed |= _write(chunk, target, waiting)
        tell(f"published {start + len(chunk)} of {len(things)}")
    return is_changed


def _write(chunk: Sequence[UUID], target: int, waiting: set[UUID]) -> bool:
    made = project(chunk)
    wanted, claimed = documents.prepare(made), addresses.claims(made)
    with transaction.atomic():
        Edition.hold()
        differs = documents.replace(chunk, wanted, version=target)
        return addresses.replace(chunk, claimed, version=target, waiting=waiting) or differs


def _switch(target: int, taken: int, *, is_changed: bool, at: datetime) -> int | None:
    """Show readers the new version and return it, or None when something urgent comes first.

    What was withdrawn after its chunk was projected must not come back: so an immediate change that this
    run has not seen asks for another pass.
    """
    with transaction.atomic():
        edition = Edition.hold()
        if edition.immediate > taken:
            return None
        if is_changed:
            edition.version, edition.at = target, at
        edition.pending = None
        edition.save(update_fields=["version", "at", "pending"])
        Dirty.objects.filter(number__lte=taken).delete()
    return edition.version
