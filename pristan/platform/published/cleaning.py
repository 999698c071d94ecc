# SPDX-License-Identifier: EUPL-1.2
"""What a crashed run left behind, and what no reader can see any more: both go in small transactions."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import QuerySet

from pristan.platform.published.documents import erase_rows
from pristan.platform.published.models import Address, Document, Edition
from pristan.platform.search import port

CHUNK = 2000
GRACE = timedelta(minutes=1)


def leftovers(pending: int) -> None:
    """Undo what was written for a version that never came to be: readers never saw it, and notice nothing.

    Each step may be interrupted and repeated. Under the run's lock.
    """
    with transaction.atomic():
        port.index().clear_after(pending - 1)
    _by_chunk(Document.objects.filter(since__gte=pending), erase_rows)
    _by_chunk(Address.objects.filter(since__gte=pending), _delete_addresses)
    _by_chunk(Document.objects.filter(until__gte=pending), _reopen_documents)
    _by_chunk(Address.objects.filter(until__gte=pending), _reopen_addresses)
    Edition.objects.filter(pk=Edition.ROW).update(pending=None)


def sweep(*, now: datetime) -> None:
    """Delete what ended so long ago that no reader can still be asking for it. Under the run's lock.

    A reader asks for the version once and reads on with it, for seconds at most; so what ended at or before the
    version that was current GRACE ago is garbage. At most one sweep per GRACE, however often the city publishes.
    """
    edition = Edition.now()
    if edition.settled_at is not None and now - edition.settled_at < GRACE:
        return
    ended = Document.objects.filter(until__lte=edition.settled)
    if ended.exists():
        _by_chunk(ended, erase_rows)
        port.index().settle(edition.settled)
    _by_chunk(Address.objects.filter(until__lte=edition.settled), _delete_addresses)
    with transaction.atomic():
        edition = Edition.hold()
        edition.settled, edition.settled_at = edition.version, now
        edition.save(update_fields=["settled", "settled_at"])


def _by_chunk(rows: QuerySet[Any], verb: Callable[[Sequence[int]], None]) -> None:
    """Do ``verb`` to all rows, which then no longer match, some at a time."""
    while True:
        with transaction.atomic():
            Edition.hold()
            chunk = list(rows.values_list("pk", flat=True)[:CHUNK])
            if not chunk:
                return
            verb(chunk)


def _delete_addresses(chunk: Sequence[int]) -> None:
    Address.objects.filter(pk__in=chunk).delete()


def _reopen_documents(chunk: Sequence[int]) -> None:
    Document.objects.filter(pk__in=chunk).update(until=None)


def _reopen_addresses(chunk: Sequence[int]) -> None:
    # Between the crash and now an immediate change may have given the address to another thing.
    rows = Address.objects.filter(pk__in=chunk)
    again = Address.objects.open().filter(address__in=list(rows.values_list("address", flat=True)))
    rows.filter(address__in=list(again.values_list("address", flat=True))).delete()
    rows.update(until=None)
