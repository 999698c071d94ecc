# SPDX-License-Identifier: EUPL-1.2
"""docs/gaps.md names what the pack does not know, and nothing else: each list is counted again from the files."""

import re
from collections.abc import Callable
from typing import Any

import pytest
import yaml

from tests.cities import LJUBLJANA, ROOT
from tests.conformance.ljubljana.entries import Entry, read_entries

TEXT = (ROOT / "docs" / "gaps.md").read_text("utf-8")
ENTRIES = read_entries()
OLD_HOSTS = yaml.safe_load((LJUBLJANA / "city.yaml").read_text("utf-8"))["unofficial_hosts"]
# The month in which the page was counted, two years back: older hours say nothing of today.
TOO_OLD = "2024-11"


def _places(entry: Entry) -> list[dict[str, Any]]:
    return entry.data.get("locations", [])


def _street(entry: Entry) -> bool:
    return any("address_1" in place for place in _places(entry))


def _page(entry: Entry) -> bool:
    page = entry.data.get("website")
    return bool(page) and re.sub(r"^https?://([^/]+).*", r"\1", page) not in OLD_HOSTS


def _voice(entry: Entry) -> bool:
    return bool(entry.data.get("phones") or entry.data.get("email"))


def _hours(entry: Entry) -> dict[str, Any]:
    schedule = entry.data.get("schedule", {})
    return schedule if "weekly" in schedule or "is_always" in schedule else {}


def _dated(entry: Entry) -> str:
    return str(_hours(entry).get("as_of") or entry.data.get("as_of") or "")


def _old(entry: Entry) -> bool:
    return bool(_dated(entry)) and bool(_hours(entry)) and _dated(entry)[:7] <= TOO_OLD


LISTS: dict[str, Callable[[Entry], bool]] = {
    "## Places without a street\n": lambda entry: (
        entry.kind == "place" and not _street(entry) and not entry.data.get("is_location_secret")
    ),
    "A street or house without a number": lambda entry: any(
        "address_1" in place and not re.search(r"\d", place["address_1"]) for place in _places(entry)
    ),
    "## Addresses that nobody verified": lambda entry: any(
        place.get("is_verified") is False for place in _places(entry)
    ),
    "## No way to reach": lambda entry: not (_voice(entry) or _page(entry) or _street(entry)),
    "**A web page or street, but no phone": lambda entry: (
        entry.kind in ("organization", "place", "service")
        and not _voice(entry)
        and (_page(entry) or _street(entry))
    ),
    "**The only page known is an old address": lambda entry: (
        bool(entry.data.get("website")) and not _page(entry)
    ),
    "**Older than 24 months**": _old,
    "**Undated**": lambda entry: bool(_hours(entry)) and not _dated(entry),
    "**Places without any hours**": lambda entry: (
        entry.kind == "place" and "schedule" not in entry.data and not entry.data.get("is_location_secret")
    ),
    "## What the sources disagree about": lambda entry: bool(entry.data.get("to_be_confirmed")),
    "**No dated source**": lambda entry: "as_of" not in entry.data,
    "**Newest source from 2020 or older**": lambda entry: (
        "as_of" in entry.data and str(entry.data["as_of"])[:4] <= "2020"
    ),
    "**Low confidence**": lambda entry: entry.data.get("confidence") == "low",
    "**The law has moved": lambda entry: "recheck_reason" in entry.data,
}  # fmt: skip
# Where the list ends: at the next list, or at the next heading where it is told in parts.
PARTS = ("## No way to reach",)


def _listed(start: str) -> tuple[int, list[str]]:
    """The number that the text gives, and the ids that follow."""
    # The last of two lists with the same name is the one about entries.
    _, _, after = TEXT.rpartition(start)
    assert after, start
    if start in PARTS:
        body = re.split(r"\n\*\*A web page", after)[0]
    else:
        body = re.split(r"\n(?=\*\*|#|A street)", after.lstrip("\n"))[0]
    number = re.search(r"\d+", re.sub(r"24 months|2020", "", (start + body)))
    assert number, start
    return int(number[0]), [each for each in re.findall(r"`([a-z0-9-]+)`", body) if each in ENTRIES]


@pytest.mark.parametrize("start", LISTS, ids=lambda start: start.strip("#* \n")[:40])
def test_a_list_of_gaps_is_whole(start: str) -> None:
    number, ids = _listed(start)
    wanted = sorted(key for key, entry in ENTRIES.items() if LISTS[start](entry))
    assert sorted(ids) == wanted
    assert number == len(wanted)


@pytest.mark.parametrize(
    ("question", "field"),
    [
        ("Which languages", "languages"),
        ("What does it cost", "costs"),
        ("Is it free", "is_free"),
        ("Do they ask for papers", "asks_for_papers"),
        ("Can I stay anonymous", "anonymous"),
        ("Is there an interpreter", "interpreter"),
        ("May a child come", "child_may_come"),
        ("Is it for women only", "women_only"),
        ("Is it step-free", "step_free"),
    ],
)
def test_what_is_not_stated_is_counted(question: str, field: str) -> None:
    row = re.search(rf"\| {question}[^|]*\| (\d+) \| (\d+) \|", TEXT)
    assert row
    stated = sum(field in {**entry.data, **entry.data.get("attributes", {})} for entry in ENTRIES.values())
    assert [int(each) for each in row.groups()] == [stated, len(ENTRIES) - stated]
