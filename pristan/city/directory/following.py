# SPDX-License-Identifier: EUPL-1.2
"""What readers see differently after an entry changed, beside its own page: pages that name it, the catalogue, the rules.

Most edits (hours, numbers, prices, words) are seen on the entry's own page only; then nothing else is made anew.
"""

from collections.abc import Iterable
from typing import Final
from uuid import UUID

from pristan.city.directory import matrix, selectors, store, translated
from pristan.city.directory.models import City, Entry

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


def touched(entry: Entry, fields: Iterable[str], city: City) -> set[UUID]:
    """The published things that follow a change of these fields, the entry among them, which is written already."""
    roots = {_root(field) for field in fields}
    if roots <= OWN and entry.kind not in _LAW and entry.key not in _named(city):
        return {entry.uuid}
    # What was a right or a status until now stood in the table of them.
    table = matrix.uuids() if "kind" in roots else set()
    return store.neighbours([entry]) | {entry.uuid} | table | selectors.shared_uuids()


def _root(field: str) -> str:
    return translated.parse(field)[1].split(".")[0] if translated.is_translation(field) else field


def _named(city: City) -> set[str]:
    """Entries whose cards stand in the catalogue."""
    record = city.record
    urgent = record.get("urgent") or {}
    lists = [*urgent.values(), record.get("information_points"), record.get("first_steps")]
    return {key for keys in lists for key in keys or ()}
