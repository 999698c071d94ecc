# SPDX-License-Identifier: EUPL-1.2
"""Hints: which needs a word makes likely without naming them.

"Where do I tell them my new address" has no label of *registering where you live*, but most labels with *address* are of that need. A
hint is the share of a need in all labels that have the word: as a term of its language, and as a sense of the lexicon in the
labels of all languages together. What the signs of needs are made of hints at them as well.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from math import sqrt
from pathlib import Path

from marisa_trie import BytesTrie

from pristan.core.text import Analyser, tries
from pristan.core.text.languages import family
from pristan.core.text.phrases import Phrases
from pristan.platform.search.signs import Sign

NEED = "n:"  # first letters of what is hinted at
SENSE = "s:"
_MOST = 16  # needs that a word hints at; what stands in the labels of all says nothing
_LEAST = 0.02  # share of a need from which on it is one
_WHOLE = 1000  # parts into which a share is cut where it is kept

Counts = Mapping[str, Mapping[str, float]]  # word -> need -> in how many labels, short ones counting more


class Hints:
    """Word -> needs, in a trie on disk that all workers map. A word is a term with its language, or a sense."""

    def __init__(self, path: Path) -> None:
        self._trie = BytesTrie().mmap(str(path))
        self._of = lru_cache(maxsize=1 << 14)(
            self._look_up
        )  # a pure function, bounded; ends with this object

    def of_term(self, term: str, language: str) -> Sequence[tuple[str, float]]:
        """(need, how likely it is meant, 0 to 1) of a word of a language."""
        return self._of(_key(term, language))

    def of_sense(self, sense: str) -> Sequence[tuple[str, float]]:
        """The same of a sense."""
        return self._of(sense)

    def _look_up(self, key: str) -> Sequence[tuple[str, float]]:
        found: list[bytes] = self._trie.get(key) or []
        pairs = (each.split("=") for each in found[0].decode().split(" ")) if found else ()
        return [(name, int(share) / _WHOLE) for name, share in pairs]


def build(
    path: Path,
    expressions: Iterable[tuple[str, str, str]],
    signs: Iterable[tuple[str, Sign]],
    phrases: Phrases,
    analyser: Analyser,
) -> None:
    """Write the trie of labels, (language, text, need), and signs. The file appears when it is whole."""
    likely: dict[str, dict[str, float]] = defaultdict(dict)
    for counts in (_in_labels(expressions, phrases, analyser), _in_signs(signs)):
        for word, needs in counts.items():
            for name, share in _shares(needs):
                likely[word][name] = max(share, likely[word].get(name, 0.0))
    tries.save(BytesTrie((word, _packed(needs)) for word, needs in sorted(likely.items())), path)


def _in_labels(expressions: Iterable[tuple[str, str, str]], phrases: Phrases, analyser: Analyser) -> Counts:
    counts: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for language, text, name in expressions:
        if name.startswith(NEED):
            terms = set(_terms(text, language, analyser))
            senses = {
                each for term in terms for each in phrases.ids(term, language) if each.startswith(SENSE)
            }
            for word in (*(_key(term, language) for term in terms), *senses):
                counts[word][name] += 1 / sqrt(len(terms))
    return counts


def _terms(text: str, language: str, analyser: Analyser) -> Iterator[str]:
    """The telling words of a label and what they are made of."""
    for word in analyser.words(text, language):
        if not (word.is_light or word.is_function_word):
            yield from (*word.terms[:1], *word.parts)


def _in_signs(signs: Iterable[tuple[str, Sign]]) -> Counts:
    counts: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for name, sign in signs:
        for group in sign:
            for sense in group:
                counts[sense][name] += 1 / sqrt(len(group))
    return counts


def _shares(needs: Mapping[str, float]) -> list[tuple[str, float]]:
    whole = sum(needs.values())
    return [(name, sqrt(number / whole)) for name, number in needs.items() if number / whole >= _LEAST]


def _packed(needs: Mapping[str, float]) -> bytes:
    most = sorted(needs.items(), key=lambda each: (-each[1], each[0]))[:_MOST]
    return " ".join(f"{name}={round(share * _WHOLE)}" for name, share in most).encode()


def _key(term: str, language: str) -> str:
    return f"{family(language)} {term}"
