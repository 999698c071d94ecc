# SPDX-License-Identifier: EUPL-1.2
"""The table of rights by statuses stands in the pack as it was researched: nothing lost, nothing added, every flag kept."""

import functools
import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.cities import LJUBLJANA, ROOT

RESEARCH = Path(__file__).resolve().parent / "ljubljana" / "law"
CELLS, RIGHTS, STATUSES = 306, 17, 18
# What is ours in a cell: how a machine reads its words.
OWN = ("when", "is_whole", "defers", "asks")
# These lie over another status, whatever flag the research gave them (its README, section 4).
OVERLAYS = {"unaccompanied_minor", "stateless", "trafficking_victim"}
CITIZENS = ["eu_citizen", "slovenian_citizen_returnee"]


def _load(path: Path) -> Any:
    return yaml.load(path.read_text("utf-8"), getattr(yaml, "CSafeLoader", yaml.SafeLoader))


@functools.cache
def _researched(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (RESEARCH / f"{name}.jsonl").read_text("utf-8").splitlines()]


@functools.cache
def _packed(folder: str) -> list[tuple[dict[str, Any], dict[str, str]]]:
    """(entry, its English texts) of a folder of the pack."""
    paths = sorted((LJUBLJANA / "entries" / folder).glob("*.yaml"))
    return [(_load(path), _load(path.parent / "en" / path.name)["texts"]) for path in paths]


def _kept(given: Mapping[str, Any]) -> dict[str, Any]:
    """Without what says nothing."""
    return {name: value for name, value in given.items() if value not in (None, "", [], False)}


def _law(given: Mapping[str, Any]) -> dict[str, Any]:
    plain = {name: given[name] for name in ("law", "article", "url")}
    return _kept(plain | {"is_article_verified": given["article_verified"]})


def _laws(row: Mapping[str, Any]) -> list[dict[str, Any]]:
    return [_law(each) for each in row["legal_basis"]]


def _sources(row: Mapping[str, Any]) -> list[dict[str, Any]]:
    return [_kept(each) for each in row["sources"]]


def _cells() -> Iterator[tuple[str, dict[str, Any], str]]:
    """(right, cell, its English words) of the pack."""
    for entry, english in _packed("rights"):
        for at, cell in enumerate(entry["right"]["cells"], 1):
            yield entry["right"]["code"], cell, english[f"right.cells.{at}.conditions"]


def test_every_right_says_something_about_every_status_once() -> None:
    found = [(right, cell["status"]) for right, cell, _ in _cells()]
    assert len(found) == len(set(found)) == CELLS == len(_researched("rights"))
    assert (len(_packed("rights")), len(_packed("statuses"))) == (RIGHTS, STATUSES)


def test_every_cell_is_what_was_researched_and_nothing_else() -> None:
    packed = {(right, cell["status"]): (cell, english) for right, cell, english in _cells()}
    for row in _researched("rights"):
        cell, english = packed[row["right"], row["status"]]
        told = {name: row[name] for name in ("status", "entitled", "confidence", "as_of", "recheck_reason")}
        told |= {"conditions": row["condition_sl"], "legal_basis": _laws(row), "sources": _sources(row)}
        assert {name: value for name, value in cell.items() if name not in OWN} == _kept(told)
        assert english == row["condition_en"]


def test_a_machine_only_reads_conditions_where_there_are_words_for_them() -> None:
    for right, cell, _ in _cells():
        where = (right, cell["status"])
        assert cell.get("conditions"), where
        assert cell["entitled"] in ("yes", "conditional") or "when" not in cell, where
        assert not (cell.get("is_whole") and not cell.get("when")), where
        assert cell["entitled"] != "unknown" or not cell.get("asks"), where
        if cell.get("defers"):
            assert cell["status"] in OVERLAYS, where


def test_help_in_an_emergency_and_school_are_never_refused_by_a_machine() -> None:
    for right, cell, _ in _cells():
        if right in ("health_emergency", "primary_school"):
            assert cell["entitled"] == "yes", (right, cell["status"])
            assert "when" not in cell, (right, cell["status"])


def test_the_page_of_gaps_counts_what_is_not_known_of_rights() -> None:
    cells = [cell for _, cell, _ in _cells()]
    page = (ROOT / "docs" / "gaps.md").read_text("utf-8").partition("## Rights")[2]
    numbers = [
        CELLS, RIGHTS, STATUSES, *(sum(cell["entitled"] == word for cell in cells) for word in ("unknown", "conditional")),
        sum("when" in cell for cell in cells), sum(cell["confidence"] == "low" for cell in cells),
        sum("recheck_reason" in cell for cell in cells),
    ]  # fmt: skip
    assert [int(number) for number in re.findall(r"\d+", page)] == numbers


def test_the_names_of_rights_are_those_of_the_research() -> None:
    names = {row["right"]: (row["right_name_sl"], row["right_name_en"]) for row in _researched("rights")}
    assert {
        entry["right"]["code"]: (entry["name"], english["name"]) for entry, english in _packed("rights")
    } == names


@pytest.mark.parametrize("row", _researched("statuses"), ids=lambda row: str(row["code"]))
def test_every_status_is_what_was_researched(row: dict[str, Any]) -> None:
    ((entry, english),) = [
        (entry, english) for entry, english in _packed("statuses") if entry["status"]["code"] == row["code"]
    ]
    assert (entry["name"], entry["summary"]) == (row["name_sl"], row["definition_sl"])
    assert (english["name"], english["summary"]) == (row["name_en"], row["definition_en"])
    assert (entry["status"]["proof"], english["status.proof"]) == (row["proof_sl"], row["proof_en"])
    assert entry["status"].get("next", []) == row["typical_next_status"]
    assert entry["status"]["legal_basis"] == _laws(row)
    assert entry["sources"] == _sources(row)
    for name in ("confidence", "as_of", "as_of_basis", "recheck_reason"):
        assert entry.get(name) == row[name], name
    notes = [each["text"] for each in entry.get("editors", {}).get("notes", ())]
    told = [next(iter(each.values())) if isinstance(each, dict) else each for each in notes]
    assert told == [note for note in (row["note_sl"], row["note_en"]) if note]
    assert entry["status"].get("is_overlay", False) == (row["code"] in OVERLAYS)
    assert entry["status"].get("not_with", []) == (CITIZENS if row["code"] == "stateless" else [])
    assert entry["status"].get("is_minor", False) == (row["code"] == "unaccompanied_minor")
