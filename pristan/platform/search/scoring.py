# SPDX-License-Identifier: EUPL-1.2
"""Scores: BM25F, over the tokens of a document. The same numbers whichever database found it.

Robertson, Zaragoza: The Probabilistic Relevance Framework: BM25 and Beyond (2009), section 3.6.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from operator import itemgetter

from pristan.platform.search.clues import Clues, Reading
from pristan.platform.search.port import FIELDS
from pristan.platform.search.tokens import Stored

# What an occurrence weighs, how far a long field thins it, and how long the field usually is (in terms).
WEIGHTS: Mapping[str, float] = {
    "name": 4.5,
    "alternate": 4.0,
    "keywords": 3.0,
    "summary": 2.0,
    "body": 0.8,
    "about": 8.0,
    "parts": 1.0,
}
THINNING: Mapping[str, float] = {
    "name": 0.6,
    "alternate": 0.3,
    "keywords": 0.2,
    "summary": 0.5,
    "body": 0.6,
    "about": 0.4,
    "parts": 0.5,
}
USUAL: Mapping[str, float] = {
    "name": 4.0,
    "alternate": 8.0,
    "keywords": 20.0,
    "summary": 20.0,
    "body": 40.0,
    "about": 5.0,
    "parts": 20.0,
}
SATURATION = 3.5  # k1: from how many weighted occurrences on more of them say little

ALSO = 0.8  # share of what a document says in another way as well: by the very word, a concept, a sense
COVER = 0.4  # how much it counts that a document has all of the words and not only some

Told = tuple[float, str, Reading]  # what a reading says for a document, its term, itself
_BY_NUMBER = tuple((WEIGHTS[name], THINNING[name], USUAL[name]) for name in FIELDS)


class Scorer:
    """Scores documents of one language for one query. `usual`: how long their fields are on average, if known."""

    def __init__(self, found: Clues, usual: Sequence[float] = ()) -> None:
        self._found = found
        # A collection of long pages is measured by its own length.
        longer = zip(_BY_NUMBER, usual or [0.0] * len(FIELDS), strict=True)
        self._fields = [(weight, thinning, max(least, mean)) for (weight, thinning, least), mean in longer]
        # All readings, each with the number of its clue; token -> (number of the reading, field) of all that it stands for.
        self._readings: list[tuple[int, Reading]] = []
        self._wanted: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for at, clue in enumerate(found.clues):
            for reading in clue.readings:
                for field, token in enumerate(reading.tokens):
                    self._wanted[token].append((len(self._readings), field))
                self._readings.append((at, reading))

    def score(self, document: Stored) -> tuple[float, tuple[str, ...]]:
        """How well a document answers, and the terms by which. (0, ()) if it has none of the words.

        The sum over the words it has, times the share of the query's weight that they are: two words in the text go
        before one of them in the title. A document that is called just what was typed goes before all others, however
        often they say it: it gets the weight of the whole query on top, which no sum over words reaches.
        """
        counts = document.counts(self._wanted)
        if not counts:
            return 0.0, ()
        best = self._best(self._often(counts, document))
        total, weight = (
            sum(points for points, _ in best.values()),
            sum(each.weight for _, each in best.values()),
        )
        whole = self._found.weight
        is_name = len(best) == len(self._found.clues) and self._is_name(counts, document)
        terms = tuple(best[at][1].term for at in sorted(best))
        return total * (weight / whole) ** COVER + (whole if is_name else 0.0), terms

    def _often(self, counts: Mapping[str, int], document: Stored) -> dict[int, float]:
        """How often each reading occurs, counted by what an occurrence in each field weighs."""
        thinned = [
            weight / (1 - thinning + thinning * length / usual)
            for length, (weight, thinning, usual) in zip(document.lengths, self._fields, strict=True)
        ]
        often: dict[int, float] = defaultdict(float)
        for token, number in counts.items():
            for reading, field in self._wanted[token]:
                often[reading] += number * thinned[field]
        return often

    def _best(self, often: Mapping[int, float]) -> dict[int, tuple[float, Reading]]:
        """For each word, the reading that speaks most for the document, with a share of what other sorts of reading add."""
        best: dict[int, dict[str, Told]] = defaultdict(dict)
        for number, times in often.items():
            at, reading = self._readings[number]
            told = reading.weight * times / (SATURATION + times), reading.term, reading
            mine = best[at]
            former = mine.get(reading.kind)
            if former is None or told[:2] > former[:2]:
                mine[reading.kind] = told
        return {at: _together([*mine.values()]) for at, mine in best.items()}

    def _is_name(self, counts: Mapping[str, int], document: Stored) -> bool:
        """Whether the name is made of words as they were typed, of all of them and of nothing else."""
        if document.lengths[0] > self._found.longest_name:
            return False
        named = 0
        for clue in self._found.clues:
            often = sum(counts.get(reading.tokens[0], 0) for reading in clue.readings if reading.is_typed)
            if not often:
                return False
            named += often
        return named == document.lengths[0]


def _together(found: list[Told]) -> tuple[float, Reading]:
    if len(found) == 1:
        return found[0][0], found[0][2]
    first, *others = sorted(found, key=itemgetter(0, 1), reverse=True)
    return first[0] + ALSO * sum(points for points, _, _ in others), first[2]
