# SPDX-License-Identifier: EUPL-1.2
"""Kin: documents that are most like each other, whatever part of a collection they stand in.

Guides that declare nothing are found by their words alone, and a question often avoids every word of the right page. But three cities
tell of registering an address in three ways: what one page says in other words, its next of kin say in those that were asked for.
So a document is worth a share of what its kin are, too. Where anything is declared, that says more, and there are no kin.
"""

from collections import Counter, OrderedDict, defaultdict
from collections.abc import Mapping, Sequence
from heapq import nlargest
from math import log, log1p, sqrt
from threading import Lock

from pristan.platform.search.candidates import MOST_COMPARED
from pristan.platform.search.port import FIELDS
from pristan.platform.search.scoring import WEIGHTS, Scorer
from pristan.platform.search.shelf import Key, Shelved
from pristan.platform.search.tokens import Stored

SHARE = 0.75  # of what its kin are worth on average, beside what it is worth itself
NEAREST = 3  # documents that are kin of one
LEAST = 40  # documents of a language; of fewer nobody can tell what they have in common
_COMMON = 0.1  # share of the documents from which on what they have in common says nothing
_MOST_KEPT = 16  # collections

Near = Sequence[tuple[int, float]]  # (place of another document, its share), the shares of all together 1
Vector = Mapping[str, float]
Score = tuple[float, tuple[str, ...]]  # see `Scorer.score`

_kept: OrderedDict[tuple[Key, ...], Sequence[Near]] = OrderedDict()
_lock = Lock()


def scores(keys: Sequence[Key], documents: Sequence[Shelved], scorer: Scorer) -> list[Score]:
    """See `Scorer.score`, of all documents of a language. One that has none of the words itself has no terms."""
    own = [scorer.score(document) for _, _, document in documents]
    near = _kin_of(tuple(keys), [document for _, _, document in documents])
    return [
        (points + SHARE * sum(share * own[at][0] for at, share in kin), terms)
        for (points, terms), kin in zip(own, near, strict=True)
    ]


def may_have_kin(documents: Sequence[Stored], total: int) -> bool:
    """Whether these, out of so many of their language, declare nothing, and are neither too few nor too many to be compared."""
    return LEAST <= total <= MOST_COMPARED and not any(document.is_declared for document in documents)


def _kin_of(keys: tuple[Key, ...], documents: Sequence[Stored]) -> Sequence[Near]:
    with _lock:
        if keys in _kept:
            _kept.move_to_end(keys)
            return _kept[keys]
    found = _nearest(documents)
    with _lock:
        _kept[keys] = found
        while len(_kept) > _MOST_KEPT:
            _kept.popitem(last=False)
    return found


def _nearest(documents: Sequence[Stored]) -> list[Near]:
    vectors = _vectors([_weighed(document) for document in documents])
    holding: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for at, vector in enumerate(vectors):
        for term, weight in vector.items():
            holding[term].append((at, weight))
    return [_nearest_to(at, vector, holding) for at, vector in enumerate(vectors)]


def _nearest_to(at: int, vector: Vector, holding: Mapping[str, Sequence[tuple[int, float]]]) -> Near:
    alike: dict[int, float] = defaultdict(float)
    for term, weight in vector.items():
        for other, its in holding[term]:
            alike[other] += weight * its
    alike.pop(at, None)
    best = nlargest(NEAREST, alike.items(), key=lambda each: (each[1], -each[0]))
    whole = sum(share for _, share in best)
    return [(other, share / whole) for other, share in best]


def _weighed(document: Stored) -> Vector:
    """How much a document says each term and meaning."""
    often: dict[str, float] = defaultdict(float)
    for field, term, number in document.terms():
        often[term] += WEIGHTS[FIELDS[field]] * number
    return {term: log1p(weight) for term, weight in often.items()}


def _vectors(weighed: Sequence[Vector]) -> list[Vector]:
    """Of each the terms that some share and few have, the rare ones weighing more; of length 1."""
    docs = Counter(term for each in weighed for term in each)
    rarity = {
        term: log(len(weighed) / number)
        for term, number in docs.items()
        if 1 < number <= _COMMON * len(weighed)
    }
    found: list[Vector] = []
    for each in weighed:
        vector = {term: weight * rarity[term] for term, weight in each.items() if term in rarity}
        length = sqrt(sum(weight * weight for weight in vector.values()))
        found.append({term: weight / length for term, weight in vector.items()})
    return found
