# SPDX-License-Identifier: EUPL-1.2
"""What differs between two values of a field, as lines that a person can read. Pure: values in, lines out.

A value is plain data (what JSON can hold). Maps are compared by key. Lists are aligned first, so that an item put at the
front is one line and not a change of all that follow.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any, Literal

import msgspec

Kind = Literal["added", "removed", "changed"]
Path = tuple[str | int, ...]
_encode = msgspec.json.Encoder(order="deterministic").encode


@dataclass(frozen=True)
class Line:
    """One difference: where in the value, of what kind, and both sides (None where there is none)."""

    path: Path
    kind: Kind
    before: Any
    after: Any


@dataclass(frozen=True)
class Words:
    """A run of words that two texts share (``kept``), or that only one of them has."""

    kind: Literal["kept", "added", "removed"]
    text: str


def differences(before: Any, after: Any) -> list[Line]:
    """All differences in the order of the later value. Positions in paths begin at 1, and are those of the side that has them."""
    return list(_between((), before, after))


def words(before: str, after: str) -> list[Words]:
    """Two texts as runs of words; joining all but the added gives the first, all but the removed the second."""
    old, new = _split(before), _split(after)
    found: list[Words] = []
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            found.append(Words("kept", "".join(old[a:b])))
            continue
        if a < b:
            found.append(Words("removed", "".join(old[a:b])))
        if c < d:
            found.append(Words("added", "".join(new[c:d])))
    return found


def _split(text: str) -> list[str]:
    return re.findall(r"\w+|\s+|[^\w\s]", text)


def _between(path: Path, before: Any, after: Any) -> Iterator[Line]:
    if before == after and type(before) is type(after):
        return
    if isinstance(before, dict) and isinstance(after, dict):
        for key in [*after, *(key for key in before if key not in after)]:
            yield from _between((*path, key), before.get(key), after.get(key))
    elif isinstance(before, list) and isinstance(after, list):
        yield from _of_lists(path, before, after)
    elif before is None:
        yield Line(path, "added", None, after)
    elif after is None:
        yield Line(path, "removed", before, None)
    else:
        yield Line(path, "changed", before, after)


def _of_lists(path: Path, before: Sequence[Any], after: Sequence[Any]) -> Iterator[Line]:
    old, new = [_encode(item) for item in before], [_encode(item) for item in after]
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        both = min(b - a, d - c)
        for offset in range(both):
            yield from _between((*path, c + offset + 1), before[a + offset], after[c + offset])
        for at in range(a + both, b):
            yield Line((*path, at + 1), "removed", before[at], None)
        for at in range(c + both, d):
            yield Line((*path, at + 1), "added", None, after[at])
