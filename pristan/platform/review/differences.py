# SPDX-License-Identifier: EUPL-1.2
"""What differs between two values, told in lines that a person reads. Pure: lines in, rows out.

The app says what a value reads like, line by line; here the lines are aligned, and lines that are nearly the same are compared
word by word.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

Kind = Literal["kept", "added", "removed"]
NEAR = 0.5  # lines that share less than half of their letters are another line, not a changed one


@dataclass(frozen=True)
class Words:
    """A run of words that two texts share (``kept``), or that only one of them has."""

    kind: Kind
    text: str


@dataclass(frozen=True)
class Row:
    """One line of a difference: kept, added, removed, or changed within (``kind`` is then ``changed``)."""

    kind: Literal["kept", "added", "removed", "changed"]
    words: tuple[Words, ...]


def rows(before: Sequence[str], after: Sequence[str]) -> list[Row]:
    """Both sides as one list of rows, in order. Kept and removed words are the first side, kept and added ones the second."""
    found: list[Row] = []
    for tag, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            found += [Row("kept", (Words("kept", line),)) for line in before[a:b]]
        else:
            found += _pairs(before[a:b], after[c:d])
    return found


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


def _pairs(before: Sequence[str], after: Sequence[str]) -> Iterator[Row]:
    for old, new in zip(before, after, strict=False):
        if SequenceMatcher(None, old, new, autojunk=False).ratio() >= NEAR:
            yield Row("changed", tuple(words(old, new)))
        else:
            yield Row("removed", (Words("removed", old),))
            yield Row("added", (Words("added", new),))
    both = min(len(before), len(after))
    yield from (Row("removed", (Words("removed", line),)) for line in before[both:])
    yield from (Row("added", (Words("added", line),)) for line in after[both:])


def _split(text: str) -> list[str]:
    return re.findall(r"\w+|\s+|[^\w\s]", text)
