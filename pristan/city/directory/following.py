# SPDX-License-Identifier: EUPL-1.2
"""What readers see differently after an entry changed, beside its own page: pages that name it, the catalogue, the rules.

Most edits (hours, numbers, prices, words) are seen on the entry's own page only; then nothing else is made anew.
"""

from collections.abc import Iterable
from typing import Final
from uuid import UUID

from pristan.city.directory import selectors, store, translated
from pristan.city.directory.models import Entry

# Fields of which no other document says anything. A field that is not listed is taken to be said elsewhere too.
OWN: Final = frozenset(
    {
        "summary", "alternate_names", "website", "email", "phones", "contacts", "schedule", "costs", "is_free", "documents",
        "attributes", "funding", "confidence", "as_of", "as_of_basis", "provenance", "to_be_confirmed", "other_statements",
        "editors",
    }
)  # fmt: skip
# The rules hold nearly all of these, and tables on other pages their cells.
_LAW: Final = ("procedure", "right", "status")


def touched(entry: Entry, fields: Iterable[str]) -> set[UUID]:
    """The published things that follow a change of these fields, the entry among them."""
    roots = {_root(field) for field in fields}
    if roots <= OWN and entry.kind not in _LAW and entry.key not in _named():
        return {entry.uuid}
    return store.neighbours([entry]) | {entry.uuid} | selectors.shared_uuids()


def _root(field: str) -> str:
    return translated.parse(field)[1].split(".")[0] if translated.is_translation(field) else field


def _named() -> set[str]:
    """Entries whose cards stand in the catalogue."""
    record = selectors.city().record
    urgent = record.get("urgent") or {}
    lists = [*urgent.values(), record.get("information_points"), record.get("first_steps")]
    return {key for keys in lists for key in keys or ()}
