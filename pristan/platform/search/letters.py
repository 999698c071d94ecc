# SPDX-License-Identifier: EUPL-1.2
"""Letter groups: which runs of four letters a document has, kept as the bits of one number.

All groups of a city are a few ten thousand, so a document's take a few kilobytes, and asking for those it shares with a
question is one operation over them.
"""

from collections.abc import Collection, Sequence
from functools import lru_cache
from threading import Lock

from pristan.platform.search.tokens import Stored

_LENGTH = 4  # letters of a group, the edges of the word among them

_bit_of: dict[str, int] = {}  # groups of documents only, so that nobody makes it grow by asking
_lock = Lock()


@lru_cache(maxsize=1 << 14)  # a pure function; the vocabulary of a city is small
def groups(term: str) -> frozenset[str]:
    """The letter groups of a term, its edges marked."""
    marked = f"^{term}$"
    return frozenset(marked[at : at + _LENGTH] for at in range(max(1, len(marked) - _LENGTH + 1)))


def shared(documents: Sequence[Stored], wanted: Collection[str]) -> list[list[str]]:
    """For each document, those of the groups that its words have."""
    held = [_bits(document) for document in documents]
    places = [(group, at >> 3, 1 << (at & 7)) for group in wanted if (at := _bit_of.get(group, -1)) >= 0]
    return [[group for group, at, bit in places if at < len(bits) and bits[at] & bit] for bits in held]


def _bits(document: Stored) -> bytes:
    if document.letters is None:
        places = set().union(*map(_numbered, document.words()))
        found = bytearray(max(places, default=0) // 8 + 1)
        for place in places:
            found[place >> 3] |= 1 << (place & 7)
        document.letters = bytes(found)
    return document.letters


@lru_cache(maxsize=1 << 16)
def _numbered(term: str) -> tuple[int, ...]:
    """The bits of a term's groups."""
    with _lock:
        return tuple(_bit_of.setdefault(group, len(_bit_of)) for group in groups(term))
