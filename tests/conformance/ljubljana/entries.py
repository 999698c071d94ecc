# SPDX-License-Identifier: EUPL-1.2
"""The pack's entries as plain data for a search of facts: no database, no code of the city, only the files."""

import functools
import json
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from tests.cities import LJUBLJANA

HERE = Path(__file__).resolve().parent
LAW = ("rights", "statuses")  # entries of their own research: see test_law
DASHES = str.maketrans("–—‑", "---")


class Entry(NamedTuple):
    """One entry: its kind (by folder), its file's data, and its English translations (path -> text)."""

    kind: str
    data: dict[str, Any]
    english: dict[str, str]


class Record(NamedTuple):
    """One record of the research: which file, its id, the entry that holds it now, and its leaves (path -> value)."""

    file: str
    id: str
    canonical: str
    leaves: dict[str, Any]


def plain(text: Any) -> str:
    """A text as it is compared: NFC, one space, no case, one kind of dash."""
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", str(text)).translate(DASHES)).strip().casefold()


def strings(value: Any) -> Iterator[str]:
    """Every scalar inside a value, as text."""
    if isinstance(value, dict):
        for item in value.values():
            yield from strings(item)
    elif isinstance(value, list):
        for item in value:
            yield from strings(item)
    elif value is not None:
        yield str(value)


def read_entries() -> dict[str, Entry]:
    """Id -> entry, from the files of the pack; without rights and statuses."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    found = {}
    for path in sorted((LJUBLJANA / "entries").glob("*/*.yaml")):
        if path.parent.name in LAW:
            continue
        english = path.parent / "en" / path.name
        texts = yaml.load(english.read_text("utf-8"), loader)["texts"] if english.exists() else {}
        found[path.stem] = Entry(
            path.parent.name.removesuffix("s"), yaml.load(path.read_text("utf-8"), loader), texts
        )
    return found


def read_records() -> list[Record]:
    """All records of the research, from the manifest."""
    lines = (
        line
        for path in sorted((HERE / "leaves").glob("*.jsonl"))
        for line in path.read_text("utf-8").splitlines()
    )
    # How the city's letter reached the researchers is no part of the source; the letter itself is named in full.
    return [Record(**json.loads(line.replace(" (as given in the project brief)", ""))) for line in lines]


@functools.cache
def crosswalk() -> dict[str, Any]:
    """How words of the research became coded values."""
    return yaml.safe_load((HERE / "crosswalk.yaml").read_text("utf-8"))


def exceptions() -> list[dict[str, Any]]:
    """Leaves that are not found as they are, each with its reason."""
    return yaml.safe_load((HERE / "exceptions.yaml").read_text("utf-8"))
