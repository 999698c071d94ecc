# SPDX-License-Identifier: EUPL-1.2
"""Doubts: what is not known yet, and the answers that could make it true or false.

Beside its truth, a doubt carries two sets of attributes. They grow with the condition as its truth does: an `any` comes true by one of
its parts and fails only by all of them. What a thing *needs all of* is combined in one of two ways: `alone` asks which single answer
suffices, `together` which answers have a part in it.

Attributes are bits in the order of declaration. Two tests of one attribute are taken as if they could come out either way: where they
exclude each other, an attribute too many may be named.
"""

from collections.abc import Callable, Iterable
from functools import lru_cache, reduce
from operator import and_, or_
from typing import NamedTuple

from pristan.core.rules.attributes import ATTRIBUTES
from pristan.core.rules.facts import Facts
from pristan.core.rules.nodes import AllOf, AnyOf, Condition, Held, Not
from pristan.core.rules.statuses import telling_of_age

BITS = {each.name: 1 << place for place, each in enumerate(ATTRIBUTES)}


class Doubt(NamedTuple):
    """True, False or None; and, where it is None, the attributes whose answers could make it true, and false."""

    truth: bool | None
    to_true: int = 0
    to_false: int = 0


TRUE, FALSE, UNKNOWABLE = Doubt(True), Doubt(False), Doubt(None)
Needed = Callable[[list[int]], int]


def alone(needs: list[int]) -> int:
    """The attributes each of which meets all needs by itself."""
    return reduce(and_, needs)


def together(needs: list[int]) -> int:
    """The attributes that meet all needs with each other; none where a need cannot be met."""
    return reduce(or_, needs) if all(needs) else 0


class Weighing:
    """Weighs doubts under the same facts: `allowed` are the attributes that may still be answered, `needed` combines what is needed."""

    def __init__(self, facts: Facts, allowed: int, needed: Needed) -> None:
        self._facts, self._allowed, self._needed = facts, allowed, needed
        box = facts.possible.box
        self._box = BITS[box] & allowed if box else 0
        # Age tells nothing of a status but that nobody of age is a minor.
        of_age = bits(telling_of_age(facts.answers)) & allowed
        self._overlays = {
            code: Doubt(None, self._box, self._box | (of_age if facts.statuses[code].is_minor else 0))
            for code in facts.possible.maybe
        }

    def condition(self, condition: Condition) -> Doubt:
        """Does the condition hold?"""
        if isinstance(condition, AllOf):
            return self.every([self.condition(part) for part in condition.parts])
        if isinstance(condition, AnyOf):
            return self.some([self.condition(part) for part in condition.parts])
        if isinstance(condition, Not):
            return contrary(self.condition(condition.part))
        if isinstance(condition, Held):
            return self._status(condition)
        if condition.is_answerable(self._facts):
            bit = BITS[condition.attribute] & self._allowed
            return Doubt(None, bit, bit)
        truth = condition.holds(self._facts)
        return UNKNOWABLE if truth is None else TRUE if truth else FALSE

    def overlays(self, codes: Iterable[str]) -> Doubt:
        """Does the person have one of these overlays, which may be?"""
        return self.some([self._overlays[code] for code in codes])

    def every(self, doubts: Iterable[Doubt]) -> Doubt:
        """Do all hold? One that fails is enough to say no; for a yes all are needed."""
        needs, to_false = [], 0
        for doubt in doubts:
            if doubt.truth is False:
                return FALSE
            if doubt.truth is None:
                needs.append(doubt.to_true)
                to_false |= doubt.to_false
        return Doubt(None, self._needed(needs), to_false) if needs else TRUE

    def some(self, doubts: Iterable[Doubt]) -> Doubt:
        """Does one hold? The contrary of all failing."""
        return contrary(self.every(contrary(doubt) for doubt in doubts))

    def whichever(self, doubts: list[Doubt]) -> Doubt:
        """Does the one hold that the person's base picks? That is known when the base is, or when all say the same."""
        if len(doubts) == 1:
            return doubts[0]
        truths = {doubt.truth for doubt in doubts}
        if truths == {True}:
            return TRUE
        if truths == {False}:
            return FALSE
        is_open = [doubt for doubt in doubts if doubt.truth is None]
        to_true = self._comes(True, truths, [doubt.to_true for doubt in is_open])
        return Doubt(None, to_true, self._comes(False, truths, [doubt.to_false for doubt in is_open]))

    def _comes(self, outcome: bool, truths: set[bool | None], needs: list[int]) -> int:
        """By a status that picks one that is so, or that other answers make so; or by answers that make all of them so."""
        found = self._box if outcome in truths else 0
        for need in needs:
            found |= self._needed([self._box, need])
        return found if (not outcome) in truths else found | self._needed(needs)

    def _status(self, test: Held) -> Doubt:
        possible = self._facts.possible
        base = self.whichever([TRUE if code in test.codes else FALSE for code in possible.bases])
        certain = [TRUE for code in possible.certain if code in test.codes]
        return self.some(
            [*certain, base, self.overlays(code for code in possible.maybe if code in test.codes)]
        )


def contrary(of: Doubt) -> Doubt:
    """The doubt of the contrary."""
    return Doubt(None if of.truth is None else not of.truth, of.to_false, of.to_true)


def bits(names: Iterable[str]) -> int:
    """Attributes as bits."""
    return reduce(or_, (BITS[name] for name in names), 0)


@lru_cache(maxsize=1 << 12)
def names(of: int) -> tuple[str, ...]:
    """Bits as attributes, in the order of declaration."""
    return tuple(name for name, bit in BITS.items() if of & bit)
