# SPDX-License-Identifier: EUPL-1.2
"""Nothing of the research about Ljubljana was lost on its way into the pack: every leaf is found, or excused with a reason."""

import functools
from typing import Any

import pytest

from tests.conformance.ljubljana.entries import Entry, Record, exceptions, read_entries, read_records
from tests.conformance.ljubljana.finding import lost, rule_of

RECORDS = 254
LEAVES = 8246
MERGED = 23


@functools.cache
def _entries() -> dict[str, Entry]:
    return read_entries()


@functools.cache
def _lost() -> frozenset[tuple[str, str, str]]:
    return frozenset(
        (record.file, record.id, path)
        for record in read_records()
        for path in lost(record, _entries()[record.canonical])
    )


def _excuses(row: dict[str, Any], leaf: tuple[str, str, str]) -> bool:
    return leaf[0] == row["file"] and leaf[1] in row["ids"] and leaf[2] == row["path"]


def test_the_manifest_is_whole() -> None:
    records = read_records()
    assert len(records) == RECORDS
    assert sum(len(record.leaves) for record in records) == LEAVES
    for record in records:
        for path in record.leaves:
            rule_of(path)


def test_every_record_has_its_entry_and_merged_ids_are_aliases() -> None:
    records = read_records()
    assert {record.canonical for record in records} == set(_entries())
    merged = [record for record in records if record.id != record.canonical]
    # One id stood in both files: its two records have one id and one entry.
    assert len(merged) == MERGED - 1
    for record in merged:
        assert record.id in _entries()[record.canonical].data["aliases"]


def test_every_leaf_is_found_or_excused() -> None:
    missing = sorted(leaf for leaf in _lost() if not any(_excuses(row, leaf) for row in exceptions()))
    assert not missing, "\n".join(" ".join(leaf) for leaf in missing[:40])


def test_every_excuse_is_needed_and_says_why() -> None:
    for row in exceptions():
        for key in row["ids"]:
            assert (row["file"], key, row["path"]) in _lost(), f"nothing is lost there: {key} {row['path']}"
        assert len(row["reason"]) > 20, row


FIELDS = (
    "name", "alternate_names", "summary", "organization", "needs", "audiences", "website", "email", "phones", "locations",
    "schedule", "costs", "documents", "languages", "eligibility", "funding", "procedure", "sources", "confidence", "as_of",
    "as_of_basis", "recheck_reason", "editors",
)  # fmt: skip
# What was read out of other words of the same step: its category, its office.
DERIVED = ("needs", "phones", "email")


@pytest.mark.parametrize("field", FIELDS)
def test_a_planted_loss_is_seen(field: str) -> None:
    """Take one field away, in memory, from each entry that has it: each time some leaf must be missed."""
    records: dict[str, list[Record]] = {}
    for record in read_records():
        records.setdefault(record.canonical, []).append(record)
    holders = [key for key, entry in _entries().items() if field in entry.data]
    unseen = [key for key in holders if not any(_new_losses(record, field) for record in records[key])]
    steps = [key for key in unseen if _entries()[key].kind == "procedure"] if field in DERIVED else []
    assert holders
    assert sorted(unseen) == sorted(steps)


def _new_losses(record: Record, field: str) -> list[str]:
    entry = _entries()[record.canonical]
    data = {name: value for name, value in entry.data.items() if name != field}
    english = {path: text for path, text in entry.english.items() if path.split(".")[0] != field}
    before = {path for file, key, path in _lost() if (file, key) == (record.file, record.id)}
    return [path for path in lost(record, entry._replace(data=data, english=english)) if path not in before]


def test_one_lost_source_phone_or_translation_is_seen() -> None:
    record = next(each for each in read_records() if each.id == "domestic-violence-help")
    entry = _entries()[record.canonical]
    fewer = entry._replace(data={**entry.data, "sources": entry.data["sources"][1:]})
    assert "sources.1.url" in lost(record, fewer)
    silent = entry._replace(english={path: text for path, text in entry.english.items() if path != "summary"})
    assert lost(record, silent) == ["summary_en"]
    helpline = next(each for each in read_records() if each.id == "sos-telefon")
    entry = _entries()["sos-telefon"]
    assert "phone" in lost(helpline, entry._replace(data={**entry.data, "phones": entry.data["phones"][:1]}))
