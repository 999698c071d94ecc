# SPDX-License-Identifier: EUPL-1.2
"""A plan in order: by time band, then by what must come before, then by the day on which it is due.

The law is looked at first: its circles are broken, and what it asks for is pulled forward to the band of the step that
needs it. Advice about the order comes after: it holds where it contradicts neither the law nor the bands.
"""

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from graphlib import TopologicalSorter
from heapq import heappop, heappush

from pristan.core.graph.bands import band, pulled
from pristan.core.graph.breaking import weakest
from pristan.core.graph.edges import circles
from pristan.core.graph.needs import NeedsOf, Plan, around, pending
from pristan.core.graph.steps import BANDS, Circle, Edge, Ordered, Placed, Step, Strength


def order(steps: Iterable[Step], done: Collection[str] = frozenset()) -> Ordered:
    """The steps that are not done, in order. Whatever is given, and in whatever order: one answer, no error.

    What the law asks for stands before the step that needs it (of several ways at least one), except where a circle
    of the law had to be broken: there the need with the latest rank is passed over. Advice that closes a circle is
    passed over in the same way, before any law. Of two steps with one id, one is kept. About linear in time.
    """
    plan = _still_to_do(steps, done)
    late = {each: at for at, each in enumerate(sorted(plan, key=lambda each: (plan[each].rank, each)))}

    law = pending(plan, done, "legal")
    ways = _edges(around(law, plan))
    stuck = weakest({(step, need): late[need] for step, need in ways})
    firm = [edge for edge in ways if edge not in stuck]
    levels = pulled(plan, _needs(plan, firm))

    # A way that was not pulled forward may stand later than its step; then it says nothing about the order.
    weights = {(step, need): 0 for step, need in firm if levels[need] <= levels[step]}
    for step, need in _edges(pending(plan, done, "practical")):
        is_against_bands = (
            levels[need] > levels[step]
        )  # cannot be followed anyway: the first to be passed over
        weights[step, need] = 1 + late[need] + (len(plan) if is_against_bands else 0)
    vain = weakest(weights)
    kept = [edge for edge in weights if edge not in vain and levels[edge[1]] <= levels[edge[0]]]

    line = _line(plan, _needs(plan, kept), levels)
    broken = (*_broken(ways, stuck, "legal"), *_broken(weights, vain, "practical"))
    return Ordered(_placed(line, plan, levels, law), broken)


def _still_to_do(steps: Iterable[Step], done: Collection[str]) -> dict[str, Step]:
    plan: dict[str, Step] = {}
    for step in sorted(steps, key=_by_content):
        if step.id not in done:
            plan.setdefault(step.id, step)
    return plan


def _by_content(step: Step) -> tuple[object, ...]:
    """Sorts steps by all that they say, so that the order in which they are given means nothing."""
    due = (step.due is None, step.due or date.max)
    return (
        step.id,
        not step.is_urgent,
        BANDS.index(step.band),
        due,
        step.rank,
        step.mode,
        step.strength,
        step.needs,
    )


def _line(plan: Plan, needs: NeedsOf, levels: Mapping[str, int]) -> list[str]:
    """The ids in order: again and again the first of those that wait for nothing."""
    due = _wanted_by(plan, needs)
    line: list[str] = []
    free: list[tuple[tuple[int, bool, date, int], str]] = []
    sorter = TopologicalSorter(needs)
    sorter.prepare()
    while sorter.is_active():
        for each in sorter.get_ready():
            step = plan[each]
            heappush(free, ((levels[each], not step.is_urgent, due[each], step.rank), each))
        line.append(heappop(free)[1])
        sorter.done(line[-1])
    return line


def _wanted_by(plan: Plan, needs: NeedsOf) -> dict[str, date]:
    """The day by which each step is wanted: its own, or an earlier one of a step that needs it."""
    wanted = {each: step.due or date.max for each, step in plan.items()}
    for each in reversed(list(TopologicalSorter(needs).static_order())):
        for need in needs[each]:
            wanted[need] = min(wanted[need], wanted[each])
    return wanted


def _placed(line: list[str], plan: Plan, levels: Mapping[str, int], law: NeedsOf) -> tuple[Placed, ...]:
    at = {each: place for place, each in enumerate(line)}
    return tuple(
        Placed(
            plan[each],
            band(levels[each]),
            tuple(sorted((need for need in law[each] if need != each), key=at.__getitem__)),
        )
        for each in line
    )


def _broken(edges: Iterable[Edge], passed_over: Collection[Edge], strength: Strength) -> list[Circle]:
    needs: dict[str, list[str]] = {}
    for step, need in edges:
        needs.setdefault(step, []).append(need)
    found = circles(needs) if passed_over else []
    cuts: dict[str, list[Edge]] = {group[0]: [] for group in found}
    home = {each: group[0] for group in found for each in group}
    for edge in sorted(passed_over):
        cuts[home[edge[0]]].append(edge)
    return [Circle(group, strength, tuple(cuts[group[0]])) for group in found]


def _edges(needs: NeedsOf) -> list[Edge]:
    return [(step, need) for step, ways in needs.items() for need in ways]


def _needs(plan: Plan, edges: Iterable[Edge]) -> NeedsOf:
    found: dict[str, list[str]] = {each: [] for each in plan}
    for step, need in edges:
        found[step].append(need)
    return {each: tuple(needs) for each, needs in found.items()}
