# SPDX-License-Identifier: EUPL-1.2
"""Again: all that has a score is put in order, after the best have been looked at a second time, for themselves and beside each other."""

from collections.abc import Mapping, Sequence

from pristan.platform.search import alike, reranking
from pristan.platform.search.clues import Clues
from pristan.platform.search.meanings import Asked
from pristan.platform.search.port import Hit
from pristan.platform.search.tokens import Stored

Scored = tuple[Hit, str, Stored]  # with its language


def looked_at(
    scored: Sequence[Scored], found: Mapping[str, Clues], asked: Sequence[Asked], broader: alike.Broader
) -> list[Scored]:
    """All of them, those first that a second look finds best."""
    ranked = sorted(scored, key=_rank)
    best, others = ranked[: reranking.MOST], ranked[reranking.MOST :]
    pairs = [(language, document) for _, language, document in best]
    scores = _raised([hit.score for hit, _, _ in best], reranking.added(asked, found, pairs))
    scores = _raised(scores, alike.added([document for _, document in pairs], scores, broader))
    looked = [
        (Hit(hit.thing, score, hit.terms, hit.is_later), language, document)
        for (hit, language, document), score in zip(best, scores, strict=True)
    ]
    return sorted(looked, key=_rank) + others


def _raised(scores: Sequence[float], shares: Sequence[float]) -> list[float]:
    """Scores with something added to each, told as a share of the highest."""
    highest = max(scores, default=0.0)
    return [score + highest * share for score, share in zip(scores, shares, strict=True)]


def _rank(scored: Scored) -> tuple[bool, float, int]:
    hit = scored[0]
    return hit.is_later, -hit.score, hit.thing.int
