# SPDX-License-Identifier: EUPL-1.2
"""After a merge each field still says which record it came from: its sources, its date, its confidence."""

from typing import Any

import pytest

from tests.conformance.ljubljana.entries import Entry, Record, read_entries, read_records
from tests.conformance.ljubljana.finding import SAME_ID

# field of the entry -> the leaf that fills it
FIELDS = {
    "organization": "organization",
    "audiences": "audience.1",
    "website": "url",
    "email": "email",
    "phones": "phone",
    "schedule": "schedule",
    "languages": "languages.1",
    "eligibility": "eligibility.",
    "funding": "funding",
}
ENTRIES = read_entries()
RECORDS = read_records()


def _is_own(record: Record) -> bool:
    return record.id == record.canonical and (record.file, record.id) != SAME_ID


PAIRS = [
    (next(own for own in RECORDS if own.id == each.canonical and _is_own(own)), each)
    for each in RECORDS
    if not _is_own(each)
]


def _fills(record: Record, leaf: str) -> bool:
    return any(path == leaf or (leaf.endswith(".") and path.startswith(leaf)) for path in record.leaves)


def _numbers(entry: Entry, record: Record) -> set[int]:
    """The entry's numbers of a record's sources."""
    urls = {(record.leaves.get(path), record.leaves.get(path[:-3] + "date")) for path in record.leaves if path.startswith("sources.") and path.endswith(".url")}  # fmt: skip
    return {
        at
        for at, source in enumerate(entry.data["sources"], 1)
        if (source.get("url"), source.get("date")) in urls
    }


def _wrong(entry: Entry, own: Record, merged: Record) -> list[str]:
    """Fields that only the merged record filled and that do not say so."""
    found = []
    for field, leaf in FIELDS.items():
        if field not in entry.data or _fills(own, leaf) or not _fills(merged, leaf):
            continue
        said: dict[str, Any] = entry.data.get("provenance", {}).get(field, {})
        date = str(merged.leaves["as_of"]) if "as_of" in merged.leaves else None
        same = said.get("confidence") == merged.leaves["confidence"] and str(
            said.get("as_of", "")
        ).startswith(date or "")
        if not same or set(said.get("sources", ())) != _numbers(entry, merged):
            found.append(field)
    return found


@pytest.mark.parametrize(("own", "merged"), PAIRS, ids=lambda record: record.id)
def test_a_field_of_a_merged_record_keeps_its_sources_and_date(own: Record, merged: Record) -> None:
    assert _wrong(ENTRIES[own.id], own, merged) == []


def test_a_forgotten_origin_is_seen() -> None:
    own, merged = next(pair for pair in PAIRS if pair[0].id == "tax-number")
    entry = ENTRIES["tax-number"]
    bare = entry._replace(data={key: value for key, value in entry.data.items() if key != "provenance"})
    assert _wrong(bare, own, merged) == ["organization", "audiences", "website", "languages", "eligibility"]
    assert len(PAIRS) == 23
