# SPDX-License-Identifier: EUPL-1.2
"""The sealer: takes committed entries that have no seal yet and puts them at the end of the chain, in order.

Writers never wait for it: they insert a row and read no other. One sealer at a time, in pieces of some thousand, each
written at once or not at all.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from django.db import transaction
from django.db.models import Max

from pristan.platform.audit.chain import COVERED, START, Head, link
from pristan.platform.audit.models import AuditEntry, Seal
from pristan.platform.locks.exclusive import exclusive

LOCK = "audit-seal"
BATCH = 2000
WAIT = 600.0  # seconds
# Numbers are given before a transaction commits, so a lower one may come after a higher one was sealed. Every time the
# sealer looks so far back among them; a sweep looks through all.
BACK = 10_000


def seal(*, everything: bool = False, wait: float = WAIT) -> int:
    """Seal what has no seal; returns how many entries that were. Call it outside transactions.

    ``everything``: look for late ones through the whole trail. Raises Busy when another sealer is at it for longer than
    ``wait`` seconds.
    """
    with exclusive(LOCK, wait=wait):
        above = 0 if everything else _highest() - BACK
        return sum(_append(rows) for rows in _pieces(above))


def head() -> Head:
    """The end of the chain."""
    last = Seal.objects.order_by("-position").first()
    return Head(last.position, last.digest) if last else START


def _highest() -> int:
    return Seal.objects.aggregate(highest=Max("entry_id"))["highest"] or 0


def _pieces(above: int) -> Iterator[Sequence[tuple[Any, ...]]]:
    rows = _waiting(above)
    while rows:
        yield rows
        rows = _waiting(rows[-1][0]) if len(rows) == BATCH else []


def _waiting(above: int) -> list[tuple[Any, ...]]:
    entries = AuditEntry.objects.unsealed(above=above)
    return list(entries.order_by("number").values_list(*COVERED)[:BATCH])


def _append(rows: Sequence[tuple[Any, ...]]) -> int:
    """One piece of the chain. Entries never change, so only the writing needs a transaction."""
    last = head()
    digest, seals = last.digest, []
    for position, row in enumerate(rows, last.position + 1):
        digest = link(digest, row)
        seals.append(Seal(position=position, entry_id=row[0], digest=digest))
    with transaction.atomic():
        Seal.objects.bulk_create(seals, batch_size=BATCH)
    return len(seals)
