# SPDX-License-Identifier: EUPL-1.2
"""Alike: how far documents are declared to be about the same needs as the best of them.

A question names a need in few words. The entries that answer it best say in their lists of needs and subjects what else belongs to it,
and what helps beside them declares much the same, though no word of the question leads there.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from heapq import nlargest
from math import log2, sqrt
from operator import itemgetter

from pristan.platform.search.clues import DECLARED
from pristan.platform.search.meanings import BROADER
from pristan.platform.search.tokens import Stored

MODELS = 2  # the best ones, with which all are compared
SHARE = 0.5  # what declaring just the same as these adds, as a share of the best score

Broader = Mapping[str, Sequence[str]]  # need -> those right above it
Vector = Mapping[str, float]


def added(documents: Sequence[Stored], scores: Sequence[float], broader: Broader) -> list[float]:
    """What each of the documents gains, as a share of the best score, the more it is like those with the highest scores."""
    above = _Above(broader)
    vectors = [_vector(document.declared(), above) for document in documents]
    model = _mean(nlargest(MODELS, zip(scores, vectors, strict=True), key=itemgetter(0)))
    return [SHARE * sum(worth * model.get(name, 0.0) for name, worth in each.items()) for each in vectors]


def _mean(models: Sequence[tuple[float, Vector]]) -> Vector:
    """What the best declare, those with the higher score counting more."""
    mean: dict[str, float] = defaultdict(float)
    whole = sum(score for score, _ in models) or 1.0
    for score, vector in models:
        for name, worth in vector.items():
            mean[name] += worth * score / whole
    return mean


def _vector(declared: Iterable[str], above: "_Above") -> Vector:
    """The needs that are declared, the later the less, and half as much all that stands above them; of length 1."""
    worths: dict[str, float] = {}
    needs = (name for name in declared if name[0] in DECLARED)
    for place, name in enumerate(needs, 2):
        own = 1 / log2(place)
        worths[name] = max(own, worths.get(name, 0.0))
        for each in above[name]:
            worths[each] = max(own * BROADER, worths.get(each, 0.0))
    length = sqrt(sum(worth * worth for worth in worths.values())) or 1.0
    return {name: worth / length for name, worth in worths.items()}


class _Above(dict[str, frozenset[str]]):
    """Need -> all that stands above it; found when it is asked for."""

    def __init__(self, broader: Broader) -> None:
        super().__init__()
        self._broader = broader

    def __missing__(self, name: str) -> frozenset[str]:
        direct = self._broader.get(name, ())
        self[name] = found = frozenset(direct).union(*(self[each] for each in direct))
        return found
