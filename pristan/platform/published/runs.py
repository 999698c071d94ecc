# SPDX-License-Identifier: EUPL-1.2
"""A run: project all that is dirty into a new version beside the one that readers see, then switch.

The new rows are written in short transactions of some hundred things each; nobody sees them, because they
hold from a version that has not come. The switch is one short transaction. A crash before it changes
nothing for readers.

A run reserves a version some way ahead. Withdrawals do not wait for a run, and each of them is a version of
its own (a page's ETag names the version): while a run goes on they take the numbers between.
"""

import time
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction

from pristan.core.collecting import bulk
from pristan.platform.published import addresses, cleaning, documents, lessons
from pristan.platform.published.models import Dirty, Edition
from pristan.platform.published.registry import project
from pristan.platform.search import port
from pristan.platform.search.changes import Changes
from pristan.platform.search.crew import Crew

CHUNK = 500
GAP = 1000

Progress = Callable[[str], None]


def run(*, at: datetime, tell: Progress, learns: bool | None = None) -> int:
    """Bring the read model up to date and return the version that readers see then. Under the run's lock.

    ``learns``: whether search learns from the pages, if enough is new: False is for somebody who waits, True even where nothing else is to be done.
    """
    begun = time.monotonic()
    before = Edition.now()
    if before.pending is not None:
        tell("cleaning up after a run that did not end")
        cleaning.leftovers(before.pending)
    version = _catch_up(at, tell, learns) if learns or Dirty.objects.exists() else before.version
    cleaning.sweep(now=at + timedelta(seconds=time.monotonic() - begun))
    return version


def _catch_up(at: datetime, tell: Progress, learns: bool | None) -> int:
    target, taken, is_changed = _reserve(), 0, False
    while True:
        upto = Edition.now().number
        is_changed |= _pass(target, above=taken, upto=upto, tell=tell)
        taken = upto
        if (learns or (learns is None and is_changed)) and (learned := lessons.renew(target)) is not None:
            is_changed = True
            tell(f"learned {learned} words from translated pages")
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
    done, is_changed, changes = 0, False, Changes()
    with bulk(), Crew(len(things)) as crew:
        for made in _ahead(things, crew):
            waiting.difference_update(made.things)
            is_changed |= _write(made, target, waiting, changes)
            done += len(made.things)
            tell(f"published {done} of {len(things)}")
    _record(changes)
    return is_changed


@dataclass(frozen=True)
class _Chunk:
    """Some things, projected, on their way to the tables."""

    things: Sequence[UUID]
    documents: documents.Analysed
    claims: Mapping[str, addresses.Claim]


def _ahead(things: Sequence[UUID], crew: Crew) -> Iterator[_Chunk]:
    """Chunk by chunk; the next ones are projected while the crew still analyses the one before."""
    begun: deque[_Chunk] = deque()
    for start in range(0, len(things), CHUNK):
        begun.append(_project(things[start : start + CHUNK], crew))
        if len(begun) > crew.ahead:
            yield begun.popleft()
    yield from begun


def _project(chunk: Sequence[UUID], crew: Crew) -> _Chunk:
    wanted = documents.prepare(project(chunk))
    claims = addresses.claims(each.made for each in wanted.values())
    return _Chunk(chunk, documents.analyse(chunk, wanted, crew), claims)


def _write(made: _Chunk, target: int, waiting: set[UUID], changes: Changes) -> bool:
    wanted = made.documents()
    with transaction.atomic():
        Edition.hold()
        differs = documents.replace(made.things, wanted, version=target, changes=changes)
        return addresses.replace(made.things, made.claims, version=target, waiting=waiting) or differs


def _record(changes: Changes) -> None:
    """Statistics of words are written once, before readers see the version: every chunk has nearly the same words."""
    with transaction.atomic():
        Edition.hold()
        port.index().record(changes)


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
