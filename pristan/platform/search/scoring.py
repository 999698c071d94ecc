# SPDX-License-Identifier: EUPL-1.2
"""Scores: BM25F, over the tokens of a document. The same numbers whichever database found it.

Robertson, Zaragoza: The Probabilistic Relevance Framework: BM25 and Beyond (2009), section 3.6.
"""

from collections.abc import Mapping

from pristan.platform.search.clues import Clue, Clues
from pristan.platform.search.port import FIELDS
from pristan.platform.search.tokens import Stored

# What an occurrence weighs, how far a long field thins it, and how long the field usually is (in terms).
WEIGHTS: Mapping[str, float] = {"name": 6.0, "alternate": 4.0, "keywords": 3.0, "summary": 2.0, "body": 1.0}
THINNING: Mapping[str, float] = {"name": 0.6, "alternate": 0.3, "keywords": 0.2, "summary": 0.5, "body": 0.6}
USUAL: Mapping[str, float] = {"name": 4.0, "alternate": 8.0, "keywords": 20.0, "summary": 20.0, "body": 40.0}
SATURATION = 2.0  # k1: from how many weighted occurrences on more of them say little

_BY_NUMBER = tuple((WEIGHTS[name], THINNING[name], USUAL[name]) for name in FIELDS)


def score(document: Stored, found: Clues) -> tuple[float, tuple[str, ...]]:
    """How well a document answers, and the terms by which. (0, ()) if it has none of the words.

    The sum over the words it has, times the share of the query's weight that they are: two words in the text go
    before one of them in the title. A document that is called just what was typed goes before all others, however often
    they say it: it gets the weight of the whole query on top, which no sum over words reaches.
    """
    total = weight = 0.0
    terms: list[str] = []
    for clue in found.clues:
        if best := _best(clue, document):
            total += best[0]
            weight += best[2]
            terms.append(best[1])
    if not terms:
        return 0.0, ()
    is_name = len(terms) == len(found.clues) and _is_name(document, found)
    return total * weight / found.weight + (found.weight if is_name else 0.0), tuple(terms)


def _is_name(document: Stored, found: Clues) -> bool:
    """Whether the name is made of words as they were typed, of all of them and of nothing else."""
    if document.lengths[0] > found.longest_name:
        return False  # most documents, without a look at their tokens
    named = 0
    for clue in found.clues:
        often = sum(document.count(reading.tokens[0]) for reading in clue.readings if reading.worth == 1)
        if not often:
            return False
        named += often
    return named == document.lengths[0]


def _best(clue: Clue, document: Stored) -> tuple[float, str, float] | None:
    """The reading of a word that speaks most for the document: (score, term, weight)."""
    best = None
    for reading in clue.readings:
        if document.has(reading.term) and (often := _weighted(reading.tokens, document)):
            each = (reading.weight * often / (SATURATION + often), reading.term, reading.weight)
            best = max(best, each) if best else each
    return best


def _weighted(tokens: tuple[str, ...], document: Stored) -> float:
    """How often a term occurs, counted by what an occurrence in each field weighs."""
    often = 0.0
    for token, length, (weight, thinning, usual) in zip(tokens, document.lengths, _BY_NUMBER, strict=True):
        if number := document.count(token):
            often += number * weight / (1 - thinning + thinning * length / usual)
    return often
