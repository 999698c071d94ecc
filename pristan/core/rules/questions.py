# SPDX-License-Identifier: EUPL-1.2
"""The next question: the one whose answer, on average, settles most of what is still open; none when no answer would change anything."""

from collections.abc import Collection, Iterator, Sequence
from fractions import Fraction
from functools import lru_cache
from typing import Any, NamedTuple

from pristan.core.rules.attributes import ATTRIBUTES, LEVELS, NAMED, Attribute
from pristan.core.rules.conditions import leaves
from pristan.core.rules.doubts import BITS, bits
from pristan.core.rules.facts import Bound, Facts
from pristan.core.rules.items import Item, alike, combined, limited, parts, span
from pristan.core.rules.levers import Levers
from pristan.core.rules.nodes import Between, Is, Some
from pristan.core.rules.statuses import ADULT, BOXES

Ends = tuple[Bound | None, Bound | None]


class _Prepared(NamedTuple):
    """A collection of items: those that always come out alike as one with their number, and the ranges tested of each attribute."""

    kinds: tuple[tuple[Item, int], ...]
    ranges: dict[str, tuple[Ends, ...]]


def next_question(items: Sequence[Item], facts: Facts, refused: Collection[str] = ()) -> str | None:
    """The attribute to ask for next, None when no question that may be asked could change any verdict.

    Each question is tried with representative answers on the items it is open for; the mean number of items that become settled decides.
    Sensitive questions come last, save the status: nothing tells more. Where two are equally good, the one that is not sensitive comes
    first, then the one declared first. Who refuses `legal_status` is not asked for `base_status`: only the first empty box is open.
    """
    prepared = _prepare(tuple(items))
    allowed = bits(each.name for each in ATTRIBUTES if each.is_asked and each.name not in refused)
    levers = Levers(facts, allowed)
    waiting: dict[str, list[tuple[Item, int]]] = {}
    for item, number in prepared.kinds:
        found = parts(item, facts)
        for name in levers.of(item, found, limited(item.when, combined(found), facts)):
            waiting.setdefault(name, []).append((item, number))
    early = [name for name in waiting if name in BOXES or not NAMED[name].is_sensitive]
    return min(
        early or waiting,
        key=lambda name: (
            -_settled(name, waiting[name], prepared, facts),
            NAMED[name].is_sensitive,
            BITS[name],
        ),
        default=None,
    )


def _settled(name: str, waiting: list[tuple[Item, int]], prepared: _Prepared, facts: Facts) -> Fraction:
    """How many of the items an answer settles, on average over the representative ones."""
    answers = _representatives(NAMED[name], prepared, facts)
    settled = 0
    for answer in answers:
        then = facts.told(name, answer)
        for item, number in waiting:
            worst, best = span(item, then)
            settled += number if worst == best else 0
    return Fraction(settled, len(answers))


def _representatives(attribute: Attribute, prepared: _Prepared, facts: Facts) -> list[Any]:
    """One answer of each sort that the items tell apart."""
    if attribute.kind == "status":
        return [*facts.possible.codes]
    if attribute.kind == "flag":
        return [True, False]
    if attribute.kind == "level":
        return [*LEVELS]
    starts = _starts(attribute, prepared.ranges.get(attribute.name, ()), facts)
    return [(), *((age,) for age in starts)] if attribute.kind == "ages" else starts


def _starts(attribute: Attribute, ranges: tuple[Ends, ...], facts: Facts) -> list[int]:
    """The lowest number of each interval into which the ranges cut all numbers."""
    starts = {attribute.least, *_COMING_OF_AGE.get(attribute.name, ())}
    for ends in ranges:
        if (limits := facts.limits(*ends)) is not None:
            starts.update((limits[0], limits[1] + 1))
    return sorted(start for start in starts if attribute.least <= start <= attribute.most)


# Where somebody stops being a minor: see `statuses.is_adult`.
_COMING_OF_AGE = {"age": (ADULT,), "days_to_18th_birthday": (0,)}


@lru_cache(maxsize=8)
def _prepare(items: tuple[Item, ...]) -> _Prepared:
    """Memory of a pure function, of the last few collections: items never change."""
    ranges: dict[str, dict[Ends, None]] = {}
    for item in items:
        for name, ends in _tested(item):
            ranges.setdefault(name, {})[ends] = None
    return _Prepared(
        tuple((items[places[0]], len(places)) for places in alike(items)),
        {name: tuple(found) for name, found in ranges.items()},
    )


def _tested(item: Item) -> Iterator[tuple[str, Ends]]:
    cells = [cell for cell, _ in item.groups]
    for condition in (item.when, item.otherwise.when, *(cell.when for cell in cells)):
        for leaf in leaves(condition) if condition is not None else ():
            test = leaf.test
            if isinstance(test, Between | Some):
                yield test.attribute, (test.least, test.most)
            elif isinstance(test, Is) and not isinstance(test.value, bool):
                yield test.attribute, (test.value, test.value)
