# SPDX-License-Identifier: EUPL-1.2
"""Letter groups: which runs of four letters a document has, kept as the bits of one number.

All groups of a city are some ten thousand a language, so a document's take a kilobyte, and asking for those it shares with a
question is one operation over them.
"""

from collections import defaultdict
from collections.abc import Collection, Sequence
from threading import Lock

from pristan.platform.search.tokens import Stored

_LENGTH = 4  # letters of a group, the edges of the word among them

# Language -> group -> bit. Groups of documents only, so that nobody makes it grow by asking.
_bits_of: dict[str, dict[str, int]] = defaultdict(dict)
_lock = Lock()


def groups(term: str) -> frozenset[str]:
    """The letter groups of a term, its edges marked."""
    marked = f"^{term}$"
    return frozenset(marked[at : at + _LENGTH] for at in range(max(1, len(marked) - _LENGTH + 1)))


def shared(documents: Sequence[Stored], wanted: Collection[str]) -> list[list[str]]:
    """For each document, those of the groups that its words have."""
    held = [(_bits(document), document.language) for document in documents]
    places = {language: _places(wanted, language) for language in {language for _, language in held}}
    return [
        [group for group, at, bit in places[language] if at < len(bits) and bits[at] & bit]
        for bits, language in held
    ]


def _places(wanted: Collection[str], language: str) -> list[tuple[str, int, int]]:
    """(group, byte, bit) of those that documents of the language have."""
    known = _bits_of.get(language, {})
    return [(group, at >> 3, 1 << (at & 7)) for group in wanted if (at := known.get(group, -1)) >= 0]


def _bits(document: Stored) -> bytes:
    if document.letters is None:
        places = _numbered(document.language, set().union(*map(groups, document.words())))
        found = bytearray(max(places, default=0) // 8 + 1)
        for place in places:
            found[place >> 3] |= 1 << (place & 7)
        document.letters = bytes(found)
    return document.letters


def _numbered(language: str, held: Collection[str]) -> list[int]:
    """The bits of groups."""
    with _lock:
        known = _bits_of[language]
        return [known.setdefault(group, len(known)) for group in held]
