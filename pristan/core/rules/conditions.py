# SPDX-License-Identifier: EUPL-1.2
"""Conditions weighed in three values: it holds, it fails, or it is open; and which of its tests that is because of.

The logic is Kleene's strong logic of 1938: `None` stands for "either, we cannot tell yet", so an answer can turn `None` into true or
false but never one of these into anything else.
"""

from dataclasses import dataclass

from pristan.core.rules.facts import Facts
from pristan.core.rules.nodes import AllOf, AnyOf, Condition, Not, Test


@dataclass(frozen=True, slots=True)
class Leaf:
    """One test of a condition as a reader is told of it; `is_negated`: it stands under `not`, so its contrary is what is meant."""

    attribute: str
    test: Test
    is_negated: bool = False


@dataclass(frozen=True, slots=True)
class Explained:
    """Why a condition holds, fails or is open: the leaves that matter, in reading order. Only one of the three has any."""

    truth: bool | None
    holds: tuple[Leaf, ...] = ()
    fails: tuple[Leaf, ...] = ()
    open: tuple[Leaf, ...] = ()


def truth(condition: Condition, facts: Facts) -> bool | None:
    """True, False, or None where the answers do not tell."""
    if isinstance(condition, Not):
        part = truth(condition.part, facts)
        return None if part is None else not part
    if isinstance(condition, AllOf | AnyOf):
        settling = isinstance(condition, AnyOf)
        is_open = False
        for each in condition.parts:
            part = truth(each, facts)
            if part is settling:
                return settling
            is_open = is_open or part is None
        return None if is_open else not settling
    return condition.holds(facts)


def leaves(condition: Condition) -> tuple[Leaf, ...]:
    """All tests in reading order, each once."""
    return _once(_leaves(condition, is_negated=False))


def explain(condition: Condition, facts: Facts) -> Explained:
    """The truth, and the leaves because of which it is so.

    It holds: those that make it hold, of an `any` its first branch that does. It fails: those that fail it. It is open: the open ones.
    A `not` is read as its contrary, so that "not (a or b)" is "not a and not b".
    """
    outcome, because = _because(condition, facts, is_negated=False)
    once = _once(because)
    if outcome is None:
        return Explained(None, open=once)
    return Explained(True, holds=once) if outcome else Explained(False, fails=once)


def _leaves(condition: Condition, *, is_negated: bool) -> list[Leaf]:
    if isinstance(condition, Not):
        return _leaves(condition.part, is_negated=not is_negated)
    if isinstance(condition, AllOf | AnyOf):
        return [leaf for part in condition.parts for leaf in _leaves(part, is_negated=is_negated)]
    return [Leaf(condition.attribute, condition, is_negated)]


def _because(condition: Condition, facts: Facts, *, is_negated: bool) -> tuple[bool | None, list[Leaf]]:
    """The truth of a condition, or of its contrary, with the leaves that matter."""
    if isinstance(condition, Not):
        return _because(condition.part, facts, is_negated=not is_negated)
    if not isinstance(condition, AllOf | AnyOf):
        holds = condition.holds(facts)
        leaf = Leaf(condition.attribute, condition, is_negated)
        return (holds if holds is None else holds != is_negated), [leaf]
    is_any = isinstance(condition, AnyOf) != is_negated  # the contrary of "any" is "all" of the contraries
    found: dict[bool | None, list[Leaf]] = {}
    for each in condition.parts:
        part, because = _because(each, facts, is_negated=is_negated)
        if is_any and part:
            return True, because
        found.setdefault(part, []).extend(because)
    # One part that fails fails all; else one that is open leaves it open.
    outcome = next(each for each in ((None, False) if is_any else (False, None, True)) if each in found)
    return outcome, found[outcome]


def _once(found: list[Leaf]) -> tuple[Leaf, ...]:
    return tuple(dict.fromkeys(found)) if len(found) > 1 else tuple(found)
