# SPDX-License-Identifier: EUPL-1.2
"""Texts of a city's files as units that a translator can work on, whatever kind of file they stand in.

An app declares a *kind* of text (entries, the city's own lists, labels). A kind reads files into units, and gives back the files
with new translations in them. This app knows no city and no folder.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from pristan.platform.translations.content import digest

ORIGINAL, REVIEWED, DRAFT, STALE, MISSING = STATES = ("original", "reviewed", "draft", "stale", "missing")


@dataclass(frozen=True, order=True)
class Place:
    """File and line, as a person looks for them."""

    path: str
    line: int

    def __str__(self) -> str:
        return f"{self.path}:{self.line}"


@dataclass(frozen=True)
class Said:
    """One text in another language: has a person read it, and of which original was it made (empty: of the one that is there)."""

    text: str
    is_human: bool
    made_from: str = ""


@dataclass(frozen=True)
class Unit:
    """One text for readers with all its translations.

    ``is_tracked``: its file can say of which original a translation was made. ``is_free``: in another language other words may
    stand here (names that people use), so that only characters are checked.
    """

    id: str
    kind: str
    language: str
    text: str
    place: Place
    said: Mapping[str, Said] = field(default_factory=dict)
    limit: int = 0
    is_tracked: bool = True
    is_free: bool = False

    def state(self, language: str) -> str:
        """How it stands with this text in a language: one of ``STATES``."""
        if language == self.language:
            return ORIGINAL
        said = self.said.get(language)
        if said is None:
            return MISSING
        if said.made_from and said.made_from != digest(self.text):
            return STALE
        return REVIEWED if said.is_human else DRAFT


class Texts(Protocol):
    """All texts of one kind in one pack, read from its files."""

    @property
    def units(self) -> Sequence[Unit]:
        """Every text."""

    def written(self, language: str, said: Mapping[str, Said]) -> dict[Path, str]:
        """File -> its whole text with these translations (unit's id -> translation) in it. Files that stay as they are may lack."""


class Kind(Protocol):
    """A kind of text, as an app declares it."""

    name: str

    def read(self, pack: Path, thesaurus: Path | None) -> Texts:
        """Read the files. Raises what a load would raise where they are broken."""


_kinds: dict[str, Kind] = {}


def register(kind: Kind) -> None:
    """Called by an app when it is ready."""
    _kinds[kind.name] = kind


def kinds() -> tuple[Kind, ...]:
    """All declared kinds, in order."""
    return tuple(_kinds.values())


def read(pack: Path, thesaurus: Path | None) -> list[Texts]:
    """Everything of a pack that can be translated, kind by kind."""
    return [kind.read(pack, thesaurus) for kind in kinds()]
