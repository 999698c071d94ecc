# SPDX-License-Identifier: EUPL-1.2
"""The shelf: documents that were looked at lately stay at hand in a worker, so that they are not read from the database anew.

A row of the index never changes, so nothing here grows old: what readers may see is asked of the database each time, and what
has been taken away is not among the keys any more. A copy leaves when others are looked at more often.
"""

from collections import OrderedDict
from collections.abc import Iterable, Sequence
from threading import Lock
from uuid import UUID

from pristan.platform.search.tokens import Stored

MOST = 4000  # documents, as many as a city of 300 entries has in thirteen languages; some 7 KB each
KEY = ("id", "thing", "language", "since", "lengths")  # no two documents ever have the same
Key = tuple[int, UUID | str, str, int, str]

Shelved = tuple[UUID, str, Stored]  # thing, language, document

_shelf: OrderedDict[int, tuple[Key, Shelved]] = OrderedDict()
_lock = Lock()


def known(keys: Sequence[Key]) -> dict[Key, Shelved]:
    """Those of the documents that are at hand."""
    found: dict[Key, Shelved] = {}
    with _lock:
        for key in keys:
            kept = _shelf.get(key[0])
            if kept and kept[0] == key:
                found[key] = kept[1]
                _shelf.move_to_end(key[0])
    return found


def put(key: Key, tokens: str) -> Shelved:
    """Keep a document that was read."""
    thing = key[1] if isinstance(key[1], UUID) else UUID(key[1])  # SQLite gives ids back as text
    shelved = thing, key[2], Stored(tokens, key[4])
    with _lock:
        _shelf[key[0]] = key, shelved
        while len(_shelf) > MOST:
            _shelf.popitem(last=False)
    return shelved


def forget(rows: Iterable[int]) -> None:
    """Let go of rows that are written: after a write that was taken back a number may come again."""
    with _lock:
        for row in rows:
            _shelf.pop(row, None)


def clear() -> None:
    """Forget all: for a database that was thrown away."""
    with _lock:
        _shelf.clear()
