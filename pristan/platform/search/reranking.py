# SPDX-License-Identifier: EUPL-1.2
"""Reranking: a second look at the best documents, at what bags of words do not see.

Two things are added to their scores, as a share of the best score: how many of the question's letter groups they hold (forms
and relatives of a word that no word list knows, names in other spellings), and how near to each other they say its words.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from math import log, sqrt

from pristan.platform.search import letters
from pristan.platform.search.clues import Clues
from pristan.platform.search.meanings import Asked
from pristan.platform.search.tokens import Stored

MOST = 20  # documents that are looked at again
GRAMS = 0.4  # what all letter groups add, as a share of the best score
NEARNESS = 0.3  # what all neighbouring words add
_NEAR = 8  # words within which two of them are neighbours
_LEAST = 0.5  # how far a word must count for its letters to be looked at


def added(
    asked: Sequence[Asked], found: Mapping[str, Clues], documents: Sequence[tuple[str, Stored]]
) -> list[float]:
    """What each of the best documents (language, document) gains, as a share of the best score."""
    by_letters = _by_letters(asked, documents)
    near = {language: _Near(clues) for language, clues in found.items()}
    return [
        GRAMS * letters + NEARNESS * near[language].share(document)
        for letters, (language, document) in zip(by_letters, documents, strict=True)
    ]


def _by_letters(asked: Sequence[Asked], documents: Sequence[tuple[str, Stored]]) -> list[float]:
    """The share of the question's letter groups that each holds, rare ones counting more."""
    wanted: dict[str, float] = {}
    terms = [(word.terms[0], each.light) for each in asked for word in each.words.values() if word.terms]
    for term, light in terms:
        if light >= _LEAST:
            wanted.update({group: max(light, wanted.get(group, 0.0)) for group in letters.groups(term)})
    held = letters.shared([document for _, document in documents], wanted)
    often = Counter(group for each in held for group in each)
    number = len(documents)
    weights = {
        group: light * log(1 + (number - often[group] + 0.5) / (often[group] + 0.5))
        for group, light in wanted.items()
    }
    whole = sum(weights.values()) or 1.0
    return [sum(weights[group] for group in each) / whole for each in held]


class _Near:
    """How near to each other documents of one language say the words of the question."""

    def __init__(self, clues: Clues) -> None:
        self._weight = clues.weight or 1.0
        self._wanted: dict[str, list[tuple[int, float]]] = defaultdict(list)
        for at, clue in enumerate(clues.clues):
            for reading in clue.readings:
                for token in reading.tokens:
                    self._wanted[token].append((at, reading.weight))

    def share(self, document: Stored) -> float:
        """The weight of all pairs of words that stand near each other in one field, the nearer the more."""
        if len({at for token in document.held(self._wanted) for at, _ in self._wanted[token]}) < 2:
            return 0.0
        best: dict[tuple[int, int], float] = {}
        last: dict[int, tuple[int, float, str]] = {}
        for place, token in document.hits(self._wanted):
            field = token.partition(".")[0]
            for at, weight in self._wanted[token]:
                for other, (there, its, where) in last.items():
                    if other != at and place - there <= _NEAR and where == field:
                        pair = (min(at, other), max(at, other))
                        nearness = min(weight, its) / sqrt(max(1, place - there))
                        best[pair] = max(nearness, best.get(pair, 0.0))
                last[at] = place, weight, field
        return sum(best.values()) / self._weight
