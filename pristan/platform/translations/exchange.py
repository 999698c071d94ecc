# SPDX-License-Identifier: EUPL-1.2
"""Rows of a file that goes to a translator and comes back, whatever its format."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from pristan.platform.translations.units import DRAFT, MISSING, REVIEWED, STALE, Place, Said, Unit

_TAG = re.compile(r"([a-z]{2,3})(?:[-_][a-z0-9]+)*", re.IGNORECASE)
# What a person may ask for; all of them together are everything that is not an original.
ONLY = (MISSING, STALE, DRAFT, REVIEWED)


class FileRefused(Exception):
    """A file of translations that cannot be read: file, line, and what to do."""

    def __init__(self, place: Place, what: str, mend: str) -> None:
        super().__init__(f"{place}: {what}. {mend}")


@dataclass(frozen=True)
class Row:
    """One text: its original, its translation (empty where there is none), and how it stands with it.

    ``state``: one of ``ONLY``. ``made_from``: for a stale one, which original it was made from. ``others``: what it says in other
    languages, for whoever translates. ``line``: where it stands in a file that was read.
    """

    id: str
    language: str
    source: str
    target: str
    state: str
    made_from: str = ""
    place: str = ""
    others: tuple[tuple[str, str], ...] = ()
    line: int = 0


@dataclass(frozen=True)
class Exchanged:
    """A file that came back: into which language, and its rows."""

    name: str
    language: str
    rows: list[Row]


def language_of(tag: str, place: Place) -> str:
    """The language of a tag: workbenches write `uk-UA` where a city has `uk`. It names a folder, so nothing else may stand there."""
    found = _TAG.fullmatch(tag)
    if not found:
        what = f"`{tag[:40]}` is no language" if tag else "the file does not say into which language"
        raise FileRefused(
            place,
            what,
            "Write it as ISO 639 has it, such as uk: in PO as `Language:`, in XLIFF as `trgLang`.",
        )
    return found[1].lower()


def rows(units: Iterable[Unit], language: str, only: Collection[str] = ONLY) -> list[Row]:
    """What a translator into this language gets: every text that is not one of its originals, or those in some states."""
    return [row(unit, language) for unit in units if unit.state(language) in only]


def row(unit: Unit, language: str) -> Row:
    """One unit as a row."""
    state = unit.state(language)
    said = unit.said.get(language) or Said("", is_human=False)
    others = tuple(
        (other, each.text)
        for other, each in sorted(unit.said.items())
        if other not in (language, unit.language)
    )
    made_from = said.made_from if state == STALE else ""
    return Row(unit.id, unit.language, unit.text, said.text, state, made_from, str(unit.place), others)


def by_source(every: Iterable[Row]) -> dict[str, list[Row]]:
    """Language of the original -> rows: an XLIFF file has one."""
    found: dict[str, list[Row]] = {}
    for each in every:
        found.setdefault(each.language, []).append(each)
    return found
