# SPDX-License-Identifier: EUPL-1.2
"""Candidates: which documents are worth scoring. Bounded, so that common words cost no more than rare ones.

Rare words first: all their documents. Of common words, the documents that have them in a title, some that have them at
all, and those that have the most telling words together.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from pristan.platform.search.clues import Clues, Reading
from pristan.platform.search.port import MOST_HITS, Query
from pristan.platform.search.tokens import everything, facet_token, is_facet

MOST_SCORED = 200  # documents that a query with words finds, more or less
MOST_READ = 100  # of which it reads these, the most telling ones
MOST_COMPARED = 1500  # documents of a language that are compared with each other (see `kin`)
_SMALL = 300  # documents of a language
_NARROW = 3000  # documents of a language of which a filter may leave as few
_MOST_AT_ONCE = 16  # readings whose documents are fetched there
_MOST_READINGS = 12  # whose documents are fetched; words beyond still count in the scores
_LEAST = 0.12  # of the weight of the most telling reading; what weighs less brings no candidates of its own
_TITLE = 3  # the first fields: name, other names, keywords
_IN_TITLE = 1.5  # times the weight of a word that is known to stand there
NAMES = 2  # the first fields: name, other names


@dataclass(frozen=True)
class Condition:
    """Documents that have at least one token of each of `each_of`, and none of `none_of`."""

    each_of: tuple[tuple[str, ...], ...]
    none_of: tuple[str, ...] = ()

    def also(self, *tokens: str) -> "Condition":
        """And at least one of these."""
        return Condition((tokens, *self.each_of), self.none_of)


@dataclass(frozen=True)
class Branch:
    """Up to `limit` documents that meet the condition. `says`: (word of the query, what it weighs in these documents at most)."""

    condition: Condition
    limit: int
    says: tuple[tuple[int, float], ...] = ()


def filters(q: Query, language: str) -> Condition | None:
    """The condition that the filters of a query make of documents in a language; None if nothing can meet it."""
    groups = [tuple(facet for facet in group if is_facet(facet)) for group in q.groups]
    if not all(groups) or not all(is_facet(facet) for facet in q.facets):
        return None
    each_of: list[tuple[str, ...]] = [(facet_token(language, facet),) for facet in q.facets]
    each_of += [tuple(facet_token(language, facet) for facet in group) for group in groups]
    return Condition(tuple(each_of), later_tokens(q.without, language))


def later_tokens(facets: tuple[str, ...], language: str) -> tuple[str, ...]:
    """The tokens of those that are facets."""
    return tuple(facet_token(language, facet) for facet in facets if is_facet(facet))


def listing(base: Condition, q: Query, language: str) -> list[Branch]:
    """What a query without words lists: first what is not later, so that a long list does not push it out."""
    whole = base if base.each_of else base.also(everything(language))
    later = later_tokens(q.later, language)
    if not later:
        return [Branch(whole, MOST_HITS)]
    return [
        Branch(Condition(whole.each_of, (*whole.none_of, *later)), MOST_HITS),
        Branch(whole.also(*later), MOST_HITS),
    ]


def whole(language: str) -> list[Branch]:
    """All documents of a language."""
    return [Branch(Condition(()).also(everything(language)), MOST_COMPARED)]


def left(q: Query, language: str) -> list[Branch]:
    """What the filters leave of them, whatever the words."""
    base = filters(q, language)
    return [Branch(base.also(everything(language)), MOST_COMPARED)] if base else []


def ranked(base: Condition, found: Clues) -> list[Branch]:
    """Where to look for a query with words. In a small city, and where a filter leaves little, all that has a telling one of them."""
    if found.total <= _SMALL:
        return [_at_once(base, found)]
    narrow = [_at_once(base, found)] if base.each_of and found.total <= _NARROW else []
    return [*narrow, *_together(base, found), *_apart(base, found)]


def _at_once(base: Condition, found: Clues) -> Branch:
    tokens = dict.fromkeys(token for each in _worth_looking(found)[:_MOST_AT_ONCE] for token in each.tokens)
    return Branch(base.also(*tokens), _SMALL)


def _together(base: Condition, found: Clues) -> Iterator[Branch]:
    for number in sorted({2, 3, 8}):
        clues = found.clues[:number]
        if len(clues) > 1 and (number == 2 or len(clues) > number // 2 + 1):
            condition = base
            for clue in reversed(clues):
                condition = condition.also(*clue.telling)
            says = tuple((at, clue.weight) for at, clue in enumerate(clues))
            yield Branch(condition, MOST_SCORED // 3, says)


def _apart(base: Condition, found: Clues) -> Iterator[Branch]:
    left = MOST_SCORED
    for reading in _worth_looking(found)[:_MOST_READINGS]:
        says = [(at, reading.weight) for at, clue in enumerate(found.clues) if reading in clue.readings]
        if reading.docs > left:
            in_title = tuple((at, weight * _IN_TITLE) for at, weight in says)
            yield Branch(base.also(*reading.tokens[:_TITLE]), left, in_title)
        yield Branch(base.also(*reading.tokens), left, tuple(says))
        left -= reading.docs
        if left <= 0:
            return


def telling(found: Iterable[tuple[int, int]], branches: Sequence[Branch]) -> list[int]:
    """Of rows that branches found (number of the branch, row), those to be read: where the words weigh most together."""
    weights: dict[int, dict[int, float]] = defaultdict(dict)
    for number, row in found:
        for at, weight in branches[number].says:
            weights[row][at] = max(weight, weights[row].get(at, 0.0))
    return sorted(weights, key=lambda row: (-sum(weights[row].values()), row))[:MOST_READ]


def _worth_looking(found: Clues) -> list[Reading]:
    """The readings that bring candidates of their own, the telling ones first."""
    readings = sorted({each for clue in found.clues for each in clue.readings}, key=_telling)
    return [each for each in readings if each.weight >= readings[0].weight * _LEAST]


def _telling(reading: Reading) -> tuple[float, str]:
    return -reading.weight, reading.term
