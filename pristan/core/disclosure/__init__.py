# SPDX-License-Identifier: EUPL-1.2
"""Small numbers stay hidden, and cannot be worked out from the numbers that are shown. Read `README.md` first."""

from pristan.core.disclosure.errors import (
    CannotCheck,
    CategoriesDiffer,
    DisclosureError,
    NotCounts,
    NumbersDiffer,
)
from pristan.core.disclosure.ledger import Ledger
from pristan.core.disclosure.rounding import rounded
from pristan.core.disclosure.tables import Counts, Key, Published, key

__all__ = [
    "CannotCheck",
    "CategoriesDiffer",
    "Counts",
    "DisclosureError",
    "Key",
    "Ledger",
    "NotCounts",
    "NumbersDiffer",
    "Published",
    "key",
    "publish",
    "rounded",
]

THRESHOLD = 5


def publish(counts: Counts, threshold: int = THRESHOLD) -> Published:
    """One table by itself. Where more tables are published of the same records, ask a `Ledger` that knows the others."""
    return Ledger().publish(counts, subject="", edition="", threshold=threshold)[0]
