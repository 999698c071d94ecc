# SPDX-License-Identifier: EUPL-1.2
"""Things of a pack: what a section reads from files and writes to the city, field by field."""

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Protocol
from uuid import UUID

import msgspec

from pristan.platform.accounts.actors import Actor
from pristan.platform.packs.files import PackFiles, SourceFile
from pristan.platform.packs.problems import Problem

Value = Any  # plain data: what JSON can hold
_encode = msgspec.json.Encoder(order="deterministic").encode


def value_digest(value: Value) -> str:
    """Sixteen hex digits of SHA-256 over the value as JSON with sorted keys. None and absent are the same."""
    return hashlib.sha256(_encode(value)).hexdigest()[:16]


@dataclass
class Thing:
    """One thing of a pack (an entry, a concept, the city): its fields, and where each was read."""

    kind: str
    key: str
    fields: dict[str, Value]
    file: SourceFile
    others: dict[str, SourceFile] = field(default_factory=dict)
    where: Callable[[str], tuple[SourceFile, int]] | None = None

    def problem(self, field_name: str, what: str, mend: str, *, is_error: bool = True) -> Problem:
        """A problem of one field, at its file and line."""
        source, line = self.where(field_name) if self.where else (self.file, self.file.line(field_name))
        return Problem(source.path, line, what, mend, is_error)

    def texts(self) -> dict[str, str]:
        """Path -> text of every file the thing was read from, to be given back by export."""
        return {source.path: source.text for source in (self.file, *self.others.values())}


@dataclass(frozen=True)
class Change:
    """What a load does to one thing: the fields to write (None removes), and whether it is new or comes back."""

    key: str
    fields: Mapping[str, Value]
    is_new: bool = False
    is_restored: bool = False


class Section(Protocol):
    """What an app declares to the pack: how its part is read, checked, compared and written."""

    kind: str
    # Fields beginning so are computed by the city where the pack says nothing; empty: none are.
    derived: str

    def read(self, files: PackFiles) -> tuple[list[Thing], list[Problem]]:
        """All things of this kind in the pack, with the problems of their shape."""

    def check(self, things: Sequence[Thing], keys: Mapping[str, set[str]]) -> Iterable[Problem]:
        """Problems of meaning; ``keys`` holds the keys of all kinds, to find dangling ids."""

    def live(self, keys: Sequence[str]) -> dict[str, dict[str, Value]]:
        """Key -> fields of the things as they live in the city now (archived ones left out)."""

    def write(self, changes: Sequence[Change], *, actor: Actor, at: datetime) -> set[UUID]:
        """Write the fields, inside the caller's transaction; return the published things this touches."""

    def archive(self, keys: Sequence[str], *, actor: Actor, at: datetime) -> set[UUID]:
        """Archive what left the pack, inside the caller's transaction; return the published things this touches."""

    def follow(self, kinds: Set[str]) -> set[UUID]:
        """Published things of this section that show something of the kinds of thing that changed."""

    def withheld(self, keys: Sequence[str]) -> set[str]:
        """Keys of things that people took from readers: an export leaves them out, or a new city would show them again."""

    def unwanted(self, things: Sequence[Thing]) -> Iterable[Problem]:
        """A warning for each thing that asked the running city not to be listed: a load keeps it from readers."""

    def hides(self, live: Mapping[str, Value]) -> bool:
        """Must what a pack says of this thing not be kept? True where its place is secret in the city."""

    def render(self, key: str, fields: Mapping[str, Value], files: Mapping[str, str]) -> dict[str, str]:
        """Path -> text of the files that hold this thing, with the comments of ``files`` kept."""


_sections: dict[str, Section] = {}


def register(section: Section) -> None:
    """Called by an app when it is ready; sections are read and written in the order of registration."""
    _sections[section.kind] = section


def sections() -> tuple[Section, ...]:
    """All declared sections, in order."""
    return tuple(_sections.values())
