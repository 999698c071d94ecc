# SPDX-License-Identifier: EUPL-1.2
"""Walk the chain from its beginning and name the first position that does not fit.

What it cannot see: an entry that somebody added by hand before it was sealed, and a chain that was cut off or made anew
as a whole. The second shows beside a head that was kept elsewhere.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from pristan.platform.audit.chain import COVERED, START, Head, link
from pristan.platform.audit.models import AuditEntry, Seal

PAGE = 1000


class Step(NamedTuple):
    """A seal and the entry that it speaks of; no row where the entry is gone."""

    position: int
    entry: int
    digest: str
    row: tuple[Any, ...] | None


@dataclass(frozen=True)
class Breach:
    """Where the chain breaks first, and how."""

    position: int
    what: str

    def __str__(self) -> str:
        return f"position {self.position}: {self.what}"


@dataclass
class Walk:
    """What was found: the end of the part that fits, the first breach, and kept heads that are not in this chain."""

    head: Head = START
    breach: Breach | None = None
    strangers: list[Head] = field(default_factory=list)

    @property
    def is_whole(self) -> bool:
        """Nothing was changed as far as this chain and the kept heads can tell."""
        return self.breach is None and not self.strangers


def verify(*, kept: Iterable[Head] = ()) -> Walk:
    """Compute every digest again, page by page; ``kept`` are heads of this chain that were kept elsewhere."""
    walk, looked_for = Walk(), {head.position: head for head in kept}
    strangers = dict(looked_for)
    strangers.pop(0, None)
    steps = _steps()
    for step in steps:
        walk.breach = _breach(walk.head, step, steps)
        if walk.breach:
            break
        walk.head = Head(step.position, step.digest)
        if looked_for.get(step.position) == walk.head:
            del strangers[step.position]
    walk.strangers = list(strangers.values())
    return walk


def _steps() -> Iterator[Step]:
    last = 0
    while seals := list(Seal.objects.filter(position__gt=last).order_by("position").values_list("position", "entry_id", "digest")[:PAGE]):  # fmt: skip
        numbers = [entry for _, entry, _ in seals]
        rows = {row[0]: row for row in AuditEntry.objects.filter(number__in=numbers).values_list(*COVERED)}
        yield from (Step(position, entry, digest, rows.get(entry)) for position, entry, digest in seals)
        last = seals[-1][0]


def _breach(former: Head, step: Step, following: Iterator[Step]) -> Breach | None:
    due = former.position + 1
    if step.position != due:
        return Breach(due, "its seal is missing")
    if step.row is None:
        return Breach(due, f"entry {step.entry} is missing")
    if link(former.digest, step.row) == step.digest:
        return None
    return Breach(due, _cause(step, next(following, None)))


def _cause(step: Step, after: Step | None) -> str:
    """What was changed, told by the seal after it: it still knows the digest that stood here."""
    if after and after.row and link(step.digest, after.row) == after.digest:
        return f"entry {step.entry} was changed, or a seal before it was taken out"
    return f"entry {step.entry} was changed, or the order, or a seal was put in or written over"
