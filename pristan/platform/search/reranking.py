# SPDX-License-Identifier: EUPL-1.2
"""Reranking: a second look at the best documents, at what bags of words do not see.

Three things are added to their scores, as a share of the best score: how many of the question's letter groups they hold (forms
and relatives of a word that no word list knows, names in other spellings), how near to each other they say its words, and how much
of what it is about as a whole they are declared to be about, first of all.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence, Set
from math import log, log2, sqrt

from pristan.platform.search import letters
from pristan.platform.search.candidates import NAMES
from pristan.platform.search.clues import DECLARED, Clues
from pristan.platform.search.meanings import Asked
from pristan.platform.search.tokens import Stored

MOST = 30  # documents that are looked at again
GRAMS = 0.4  # what all letter groups add, as a share of the best score
NEARNESS = 0.3  # what all neighbouring words add
TOPIC = 0.5  # what being declared to be about the need it means most adds; 0.25 to 0.8 do much the same
_NEAR = 8  # words within which two of them are neighbours
_LEAST = 0.5  # how far a word must count for its letters to be looked at


def added(
    asked: Sequence[Asked], found: Mapping[str, Clues], documents: Sequence[tuple[str, Stored]]
) -> list[float]:
    """What each of the best documents (language, document) gains, as a share of the best score."""
    near = {language: _Near(clues) for language, clues in found.items()}
    held = [document.held(near[language].wanted) for language, document in documents]
    are_called_so = [
        near[language].is_name(each) for (language, _), each in zip(documents, held, strict=True)
    ]
    by_letters, by_topic = _by_letters(asked, documents), _by_topic(asked, documents, are_called_so)
    return [
        GRAMS * letters + TOPIC * topic + NEARNESS * near[language].share(document, each)
        for letters, topic, each, (language, document) in zip(
            by_letters, by_topic, held, documents, strict=True
        )
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


def _by_topic(
    asked: Sequence[Asked], documents: Sequence[tuple[str, Stored]], are_called_so: Sequence[bool]
) -> list[float]:
    """How far each is declared to be about the needs that all words of the question mean together, what it names first most.

    Whoever types the words of a name wants what is called so: it is about them as much as any other.
    """
    meant: dict[str, float] = defaultdict(float)
    for each in asked:
        for name, worth in each.likely.items():
            if name[0] in DECLARED:
                meant[name] += worth
    whole = max(meant.values(), default=1.0)
    shares = [_about(document.declared(), meant) / whole for _, document in documents]
    highest = max(shares, default=0.0)
    return [
        highest if is_called_so else share for share, is_called_so in zip(shares, are_called_so, strict=True)
    ]


def _about(declared: Sequence[str], meant: Mapping[str, float]) -> float:
    """The worth of the needs that are declared, the later ones less."""
    needs = (name for name in declared if name[0] in DECLARED)
    return sum(meant.get(name, 0.0) / log2(place) for place, name in enumerate(needs, 2))


class _Near:
    """How near to each other documents of one language say the words of the question."""

    def __init__(self, clues: Clues) -> None:
        self._weight = clues.weight or 1.0
        self.wanted: dict[str, list[tuple[int, float]]] = defaultdict(list)
        self._names: list[set[str]] = []
        for at, clue in enumerate(clues.clues):
            for reading in clue.readings:
                for token in reading.tokens:
                    self.wanted[token].append((at, reading.weight))
            self._names.append(
                {token for each in clue.readings if each.is_typed for token in each.tokens[:NAMES]}
            )

    def is_name(self, held: Set[str]) -> bool:
        """Whether the names of a document that holds these tokens have all words, as they were typed."""
        return all(map(held.__and__, self._names))

    def share(self, document: Stored, held: Set[str]) -> float:
        """The weight of all pairs of words that stand near each other in one field, the nearer the more."""
        if len({at for token in held for at, _ in self.wanted[token]}) < 2:
            return 0.0
        best: dict[tuple[int, int], float] = {}
        last: dict[int, tuple[int, float]] = {}  # word -> where it was said last, near the present place
        latest, within = 0, ""
        for place, token in document.hits(held):
            field = token.partition(".")[0]
            if place - latest > _NEAR or field != within:
                last.clear()
            latest, within = place, field
            for at, weight in self.wanted[token]:
                for other, (there, its) in last.items():
                    if other != at and place - there <= _NEAR:
                        pair = (at, other) if at < other else (other, at)
                        nearness = min(weight, its) / sqrt(place - there or 1)
                        if nearness > best.get(pair, 0.0):
                            best[pair] = nearness
                last[at] = place, weight
        return sum(best.values()) / self._weight
