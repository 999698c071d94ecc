# SPDX-License-Identifier: EUPL-1.2
"""Verdicts: yes, no, not known, or it depends on what; and why."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import chain
from typing import Literal, TypeVar

from pristan.core.rules.conditions import Leaf, explain
from pristan.core.rules.facts import Facts
from pristan.core.rules.items import NO, YES, Item, Part, Parts, Span, alike, combined, limited, parts
from pristan.core.rules.levers import Levers

T = TypeVar("T")
Answer = Literal["no", "not_known", "yes", "depends"]
_SETTLED: tuple[Answer, ...] = ("no", "not_known", "yes")


@dataclass(frozen=True, slots=True)
class Reasons:
    """The tests that hold, that fail and that are open, of the cells that decide and of the condition for everybody."""

    holds: tuple[Leaf, ...] = ()
    fails: tuple[Leaf, ...] = ()
    open: tuple[Leaf, ...] = ()


@dataclass(frozen=True, slots=True)
class Verdict:
    """What can be told of one item.

    `to_check`: what else must be so for a yes. `by`: the statuses whose cells decide, or may, in the order of the statuses. `open`: the
    attributes whose answers can still change the verdict; none once it is settled.
    """

    id: str
    answer: Answer
    reasons: Reasons
    to_check: tuple[str, ...]
    by: tuple[str, ...]
    open: tuple[str, ...]


def decide(item: Item, facts: Facts) -> Verdict:
    """The verdict on one item."""
    return _decide(item, facts, Levers(facts))


def decide_all(items: Iterable[Item], facts: Facts) -> tuple[Verdict, ...]:
    """The verdicts on all items, in their order. Items that come out alike are weighed once."""
    every, levers = tuple(items), Levers(facts)
    verdicts: dict[int, Verdict] = {}
    for places in alike(every):
        verdict = _decide(every[places[0]], facts, levers)
        verdicts[places[0]] = verdict
        verdicts.update((place, replace(verdict, id=every[place].id)) for place in places[1:])
    return tuple([verdicts[place] for place in range(len(every))])


def _decide(item: Item, facts: Facts, levers: Levers) -> Verdict:
    found = parts(item, facts)
    inner = combined(found)
    span = limited(item.when, inner, facts)
    worst, best = span
    is_settled = worst == best
    deciding = _in_play(found, inner) if not is_settled else _deciding(found, worst) if inner == span else []
    codes = set(chain.from_iterable([part.codes for part in deciding]))
    return Verdict(
        item.id,
        _SETTLED[worst] if is_settled else "depends",
        _reasons(item, deciding, span, facts),
        _to_check(deciding) if best == YES else (),
        tuple([code for code in facts.possible.codes if code in codes]),
        () if is_settled else levers.of(item, found, span),
    )


def _deciding(found: Parts, outcome: int) -> list[Part]:
    """The cells that lead to a settled outcome by themselves: all bases together, or one overlay.

    The more protective one counts here too: where one of them gives a yes with nothing to check, those that ask for more do not matter.
    """
    ways = [found.bases] if all(part.worst == part.best == outcome for part in found.bases) else []
    ways += [[part] for part in found.certain if part.worst == part.best == outcome]
    free = [way for way in ways if not any(part.cell.to_check for part in way)]
    return list(chain.from_iterable(free or ways))


def _in_play(found: Parts, inner: Span) -> list[Part]:
    """The cells that may still decide: bases that no overlay overrules, overlays that better a base."""
    bases = [part for part in found.bases if part.best >= inner[0]]
    better = max(inner[0], min([part.worst for part in found.bases]) + 1)
    return bases + [part for part in found.certain + found.maybe if part.best >= better]


def _reasons(item: Item, deciding: list[Part], span: Span, facts: Facts) -> Reasons:
    conditions = [part.cell.when for part in deciding if part.cell.when is not None]
    explained = [explain(condition, facts) for condition in conditions]
    if item.when is not None:
        for_everybody = explain(item.when, facts)
        # Where the answer is no, that others hold is no reason for it.
        if span != (NO, NO) or for_everybody.truth is False:
            explained.append(for_everybody)
    return Reasons(
        _once([each.holds for each in explained if each.holds]),
        _once([each.fails for each in explained if each.fails]),
        _once([each.open for each in explained if each.open]),
    )


def _to_check(deciding: list[Part]) -> tuple[str, ...]:
    return _once([part.cell.to_check for part in deciding if part.best == YES and part.cell.to_check])


def _once(groups: list[tuple[T, ...]]) -> tuple[T, ...]:
    if len(groups) > 1:
        return tuple(dict.fromkeys(chain.from_iterable(groups)))
    return groups[0] if groups else ()
