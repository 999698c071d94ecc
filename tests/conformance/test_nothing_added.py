# SPDX-License-Identifier: EUPL-1.2
"""Nothing in the pack of Ljubljana was invented, and what is shown first is what the record itself says."""

import functools
from typing import Any

import pytest

from tests.conformance.ljubljana.adding import added
from tests.conformance.ljubljana.entries import Entry, Record, plain, read_entries, read_records, strings
from tests.conformance.ljubljana.finding import SAME_ID


@functools.cache
def _entries() -> dict[str, Entry]:
    return read_entries()


@functools.cache
def _records() -> dict[str, list[Record]]:
    found: dict[str, list[Record]] = {}
    for record in read_records():
        found.setdefault(record.canonical, []).append(record)
    return found


def _own(key: str) -> Record:
    """The record whose id stayed."""
    return next(each for each in _records()[key] if each.id == key and (each.file, each.id) != SAME_ID)


def test_every_fact_of_an_entry_stands_in_one_of_its_records() -> None:
    found = {key: added(entry, _records()[key]) for key, entry in _entries().items()}
    assert not {key: lines for key, lines in found.items() if lines}


@pytest.mark.parametrize(
    ("changed", "seen"),
    [
        ({"phones": [{"number": "+386 1 999 99 99"}]}, "phone"),
        ({"email": "somebody@example.org"}, "email"),
        ({"website": "https://example.org/"}, "website"),
        ({"sources": [{"url": "https://example.org/", "date": "2026"}]}, "source"),
        ({"locations": [{"address_1": "Izmišljena ulica 1"}]}, "address_1"),
        ({"locations": [{"latitude": 46.05, "longitude": 14.5}]}, "latitude"),
        ({"languages": ["zz"]}, "language"),
        ({"audiences": ["nobody"]}, "audience"),
        ({"eligibility": {"legal_status": ["eu_citizen"]}}, "legal status"),
        ({"eligibility": {"age_min": 99}}, "age_min"),
        ({"costs": [{"amount": "99.00"}]}, "amount"),
        ({"is_free": "yes"}, "is_free"),
        ({"schedule": {"weekly": {"mo": ["22:00-23:00"]}}}, "hours"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_planted_invention_is_seen(changed: dict[str, Any], seen: str) -> None:
    entry = _entries()["zavetisce-za-brezdomne"]
    planted = entry._replace(data={**entry.data, **changed})
    assert [line for line in added(planted, _records()["zavetisce-za-brezdomne"]) if line.startswith(seen)]


def test_name_and_summary_are_those_of_the_record_whose_id_stayed() -> None:
    for key, entry in _entries().items():
        leaves = _own(key).leaves
        assert plain(entry.data["name"]) == plain(leaves["name_sl"])
        assert plain(entry.data["summary"]) == plain(leaves["summary_sl"])
        assert plain(entry.english["name"]) == plain(leaves["name_en"])
        assert plain(entry.english["summary"]) == plain(leaves["summary_en"])


def test_notes_for_editors_stand_nowhere_else() -> None:
    """Whole notes; a fact in a note that contradicts another source is told in other words, as a statement."""
    for key, entry in _entries().items():
        notes = {plain(value) for record in _records()[key] for path, value in record.leaves.items() if path == "notes" or path.startswith("verify_")}  # fmt: skip
        shown = {name: value for name, value in entry.data.items() if name != "editors"}
        text = plain(" | ".join(strings([shown, entry.english])))
        assert not [note for note in notes if len(note) > 20 and note in text], key
