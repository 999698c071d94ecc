# SPDX-License-Identifier: EUPL-1.2
"""Learning: which words of one language stand where which words of another stand, out of texts that say the same.

IBM Model 1 (Brown et al.: The Mathematics of Statistical Machine Translation, 1993, section 4.2), trained in both directions
over terms; a pair of words counts when each of them calls for the other. Seconds for hundreds of pages.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

from marisa_trie import BytesTrie

from pristan.core.text import Analyser
from pristan.core.text.languages import primary

_ROUNDS = 5
_LEAST = 0.1  # weight of a pair of words that is kept
_MOST = 4  # words of the other language that a word may stand for
_SEEN = 2  # pieces of text in which a word must stand to be learned
_LONGEST = 120  # different terms of a piece of text that are looked at
_WHOLE = 1000  # parts into which a weight is cut where it is kept
_NOTHING = ""  # what words come from that stand for nothing in the other language

Chances = Mapping[
    str, Mapping[str, float]
]  # word -> word of the other language -> how likely it comes from that
Words = Mapping[str, Sequence[tuple[str, float]]]
Piece = tuple[tuple[str, ...], tuple[str, ...]]


@dataclass(frozen=True)
class Pair:
    """The same text in two languages."""

    language: str
    text: str
    other: str
    other_text: str


class Learned:
    """A lexicon with weights (0 to 1), packed: a city's takes a few hundred kilobytes. Empty if nothing was learned."""

    def __init__(self, packed: bytes = b"") -> None:
        self.packed = packed
        self._trie = BytesTrie().frombytes(packed) if packed else BytesTrie()

    def __bool__(self) -> bool:
        return bool(len(self._trie))

    def size(self) -> int:
        """How many words were learned, those of each two languages and direction by themselves."""
        return len(self._trie)

    def speaks_of(self, words: re.Pattern[str]) -> bool:
        """Does it hold any of these words, in whatever language?"""
        return any(
            words.search(key.rpartition(" ")[2]) or words.search(value.decode())
            for key, value in self._trie.iteritems()
        )

    def others(self, language: str, other: str, term: str) -> list[tuple[str, float]]:
        """(term of the other language, weight), the likeliest first."""
        found: list[bytes] = self._trie.get(f"{language} {other} {term}") or []
        words = found[0].decode().split(" ") if found else ()
        return [(word, int(weight) / _WHOLE) for word, _, weight in (each.partition(":") for each in words)]


def learn(pairs: Iterable[Pair], analyser: Analyser) -> Learned:
    """Learn from all pairs of each two languages together."""
    pieces: dict[tuple[str, str], list[Piece]] = defaultdict(list)
    for pair in pairs:
        languages = primary(pair.language), primary(pair.other)
        texts = (pair.text, pair.other_text) if languages[0] <= languages[1] else (pair.other_text, pair.text)
        languages = min(languages), max(languages)
        if languages[0] != languages[1]:
            pieces[languages] += _pieces(*texts, *languages, analyser)
    lines: list[tuple[str, bytes]] = []
    for (one, other), every in pieces.items():
        found = _telling(every)
        forth, back = _model(found), _model([(b, a) for a, b in found])
        lines += _lines(one, other, _agreed(forth, back))
        lines += _lines(other, one, _agreed(back, forth))
    return Learned(BytesTrie(lines).tobytes()) if lines else Learned()


def _lines(language: str, other: str, words: Words) -> Iterator[tuple[str, bytes]]:
    for term, found in words.items():
        told = " ".join(f"{each}:{round(weight * _WHOLE)}" for each, weight in found)
        yield f"{language} {other} {term}", told.encode()


def _pieces(text: str, other_text: str, language: str, other: str, analyser: Analyser) -> Iterator[Piece]:
    """Paragraph by paragraph where both have as many, else as a whole."""
    ones, others = ([line for line in each.split("\n") if line.strip()] for each in (text, other_text))
    for one, two in zip(ones, others, strict=True) if len(ones) == len(others) else [(text, other_text)]:
        piece = _terms(one, language, analyser), _terms(two, other, analyser)
        if all(piece):
            yield piece


def _terms(text: str, language: str, analyser: Analyser) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word.terms[0] for word in analyser.words(text, language)))[:_LONGEST]


def _telling(pieces: Iterable[Piece]) -> list[Piece]:
    """Each piece once ("free of charge" stands on every second page), without the words that stand in no other one."""
    different = list(dict.fromkeys(pieces))
    ones, others = (Counter(term for piece in different for term in piece[side]) for side in (0, 1))
    return [
        (
            tuple(each for each in one if ones[each] >= _SEEN),
            tuple(each for each in two if others[each] >= _SEEN),
        )
        for one, two in different
    ]


def _model(pieces: Sequence[Piece]) -> Mapping[str, Mapping[str, float]]:
    """For each word of the first language: how likely each word of the second comes from it."""
    chances: dict[str, dict[str, float]] = defaultdict(dict)
    for ones, others in pieces:
        for one in (_NOTHING, *ones):
            chances[one].update(dict.fromkeys(others, 1.0))
    for _ in range(_ROUNDS):
        counts: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
        for ones, others in pieces:
            tables = [(chances[one], counts[one]) for one in (_NOTHING, *ones)]
            for other in others:
                shares = [(count, share) for table, count in tables if (share := table.get(other))]
                whole = sum(share for _, share in shares)
                for count, share in shares:
                    count[other] += share / whole
        chances = {one: _normal(count) for one, count in counts.items()}
    chances.pop(_NOTHING, None)
    return chances


def _normal(count: Mapping[str, float]) -> dict[str, float]:
    whole = sum(count.values()) or 1.0
    return {each: number / whole for each, number in count.items() if number / whole > 1e-3}


def _agreed(forth: Chances, back: Chances) -> dict[str, list[tuple[str, float]]]:
    """Pairs of words that call for each other, with the geometric mean of both chances."""
    found: dict[str, list[tuple[str, float]]] = {}
    for one, given in forth.items():
        weighed = (
            (other, sqrt(chance * back.get(other, {}).get(one, 0.0))) for other, chance in given.items()
        )
        kept = sorted((pair for pair in weighed if pair[1] >= _LEAST), key=lambda pair: (-pair[1], pair[0]))
        if kept:
            found[one] = kept[:_MOST]
    return found
