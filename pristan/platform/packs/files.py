# SPDX-License-Identifier: EUPL-1.2
"""Pack files as data that remembers its lines.

YAML 1.2 as a clerk expects it: ``no``, ``8:00``, ``012`` and ``2025-06`` stay text; only ``true``, ``false``,
``null`` and plain numbers are more than text. Read with libyaml's parser, one node tree a file.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

from pristan.platform.packs.problems import Problem

LARGE = 50_000  # characters from which on a file's nodes are not kept
CITY = "city.yaml"  # without it, a folder is no pack
KeyPath = tuple[str | int, ...]
DEEPEST = 200
BOM = "\ufeff"
TOO_DEEP = (
    "the lists and maps of this file lie too deep in each other",
    "Write it as in docs/pack.md; no field is deeper than a few steps.",
)

_LITERALS: dict[str, Any] = {"": None, "null": None, "~": None, "true": True, "false": False}
# Longer ones are no numbers that anybody counts with, and databases do not hold them: they stay text.
_INTEGER = re.compile(r"-?(0|[1-9][0-9]{0,17})")
_FLOAT = re.compile(r"-?(0|[1-9][0-9]{0,17})\.[0-9]{1,17}")


class Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """What a scalar is, `scalar` says: YAML's own guesses are not asked for, which would take a quarter of the reading."""

    def resolve(self, kind: object, value: object, implicit: object) -> None:
        """No guess."""


@dataclass
class SourceFile:
    """One file of a pack: its text, its data, and the line of every key."""

    path: str
    text: str
    problems: list[Problem] = field(default_factory=list)
    _built: set[int] = field(default_factory=set, repr=False)

    @cached_property
    def node(self) -> yaml.Node | None:
        """The root of the node tree; None when the file is empty or broken (then a problem says why)."""
        text = self.text.removeprefix(BOM)
        if _is_deep(text):
            self._tell(1, *TOO_DEEP)
            return None
        try:
            return yaml.compose(text, Loader=Loader)
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            self._tell(
                mark.line + 1 if mark else 1,
                f"this is not YAML: {error.problem}",
                "Look at this line and the one above it: indentation, a missing quote, a lone colon.",
            )
        except yaml.reader.ReaderError as error:
            line = self.text.count("\n", 0, error.position) + 1
            self._tell(
                line, f"a character that no text holds ({error.reason})", "Delete it and type the line again."
            )
        return None

    @cached_property
    def data(self) -> Any:
        """Plain dicts, lists, strings, numbers, booleans and None."""
        found = self._build(self.node) if self.node is not None else None
        if (
            len(self.text) > LARGE
        ):  # its nodes take a hundred times its size; whoever asks for a line makes them again
            self._built.clear()
            self.__dict__.pop("node", None)
        return found

    def line(self, *keys: str | int) -> int:
        """The line (from 1) of the value at these keys, or of the nearest that exists."""
        node, line = self.node, 1
        for key in keys:
            found = _child(node, key)
            if found is None:
                break
            line, node = found
        return line

    def _build(self, node: yaml.Node) -> Any:
        if isinstance(node, yaml.CollectionNode):
            if (
                id(node) in self._built
            ):  # only an alias leads to the same node twice, and a few of them to millions
                self._tell(node.start_mark.line + 1, "`*` repeats this part elsewhere", "Write it out there.")
                return None
            self._built.add(id(node))
        if isinstance(node, yaml.MappingNode):
            return self._build_mapping(node)
        if isinstance(node, yaml.SequenceNode):
            return [self._build(item) for item in node.value]
        if "\0" in node.value:
            self._tell(node.start_mark.line + 1, "the character NUL stands in the text", "Delete it.")
        return scalar(node.value, is_plain=not getattr(node, "style", None))

    def _build_mapping(self, node: yaml.MappingNode) -> dict[str, Any]:
        built: dict[str, Any] = {}
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                self._tell(key.start_mark.line + 1, "a key must be a word", "Write `key: value`.")
                continue
            if key.value in built:
                self._tell(
                    key.start_mark.line + 1, f"`{key.value}` stands here twice", "Keep one of the two."
                )
            built[key.value] = self._build(value)
        return built

    def _tell(self, line: int, what: str, mend: str) -> None:
        self.problems.append(Problem(self.path, line, what, mend))


def _is_deep(text: str) -> bool:
    """Would a parser that calls itself fall through the floor? Events are read without that, but only where it can be."""
    if sum(map(text.count, ("[", "{", "- ", "? "))) < DEEPEST and len(text) < DEEPEST * DEEPEST:
        return False
    depth = 0
    try:
        for event in yaml.parse(text, Loader=Loader):
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth > DEEPEST:
                return True
    except yaml.YAMLError:
        return False  # the parser says it better
    return False


def scalar(text: str, *, is_plain: bool) -> Any:
    """The value of a YAML scalar; quoted ones are always text."""
    if not is_plain:
        return text
    if text in _LITERALS:
        return _LITERALS[text]
    if _INTEGER.fullmatch(text):
        return int(text)
    if _FLOAT.fullmatch(text):
        return float(text)
    return text


def _child(node: yaml.Node | None, key: str | int) -> tuple[int, yaml.Node] | None:
    if isinstance(node, yaml.MappingNode):
        for name, value in node.value:
            if name.value == key:
                return name.start_mark.line + 1, value
    if isinstance(node, yaml.SequenceNode) and isinstance(key, int) and key < len(node.value):
        return node.value[key].start_mark.line + 1, node.value[key]
    return None


@dataclass(frozen=True)
class PackFiles:
    """The files of one city's pack and of the thesaurus beside it. Paths are relative and begin with their root's name."""

    pack: Path
    thesaurus: Path | None
    # Paths of the files that somebody asked for.
    seen: set[Path] = field(default_factory=set, compare=False)

    def read(self, relative: str) -> SourceFile | None:
        """One file of the pack by its relative path; None when it is not there."""
        path = self.pack / relative
        return self._read(path, f"{self.pack.name}/{relative}") if path.exists() else None

    @property
    def languages(self) -> list[str]:
        """The languages of the city, as its file says them; none where it says none."""
        source = self.read(CITY)
        data = source.data if source else None
        found = data.get("languages") if isinstance(data, dict) else None
        return [str(each) for each in found] if isinstance(found, list) else []

    def under(self, relative: str, *, root: Path | None = None) -> Iterator[SourceFile]:
        """All YAML files below a folder, in the order of their names."""
        base = root or self.pack
        for path in sorted((base / relative).rglob("*.yaml")):
            yield self._read(path, f"{base.name}/{path.relative_to(base).as_posix()}")

    def unread(self) -> Iterator[Problem]:
        """YAML files of the pack that nobody asked for: a wrong name must not vanish in silence."""
        for path in sorted({*self.pack.rglob("*.yaml"), *self.pack.rglob("*.yml")} - self.seen):
            place = path.relative_to(self.pack)
            if not any(part.startswith(".") for part in place.parts):
                mend = "Give it the name and place that docs/pack.md says; names end in .yaml."
                yield Problem(
                    f"{self.pack.name}/{place.as_posix()}", 1, "nothing is read from this file", mend
                )

    def _read(self, path: Path, relative: str) -> SourceFile:
        self.seen.add(path)
        try:
            # Bytes, so that line ends come back from an export as they were.
            return SourceFile(relative, path.read_bytes().decode("utf-8"))
        except UnicodeDecodeError as error:
            what, mend = f"this file is not UTF-8 (byte {error.start})", "Save it again as UTF-8."
        except OSError as error:
            what = f"this file cannot be read ({(error.strerror or str(error)).lower()})"
            mend = "Put a plain file in its place that you may read; a link must lead to one."
        return SourceFile(relative, "", [Problem(relative, 1, what, mend)])
