# SPDX-License-Identifier: EUPL-1.2
"""What the steps of a plan need of each other, and which of several ways does not lead back to its own beginning."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from math import inf

from pristan.core.graph.edges import groups
from pristan.core.graph.steps import Step, Strength

Plan = Mapping[str, Step]
NeedsOf = dict[str, tuple[str, ...]]


def pending(plan: Plan, done: Collection[str], strength: Strength) -> NeedsOf:
    """What each step needs, by law or in practice, and is in the plan; nothing if one of several ways is done.

    A need that is neither in the plan nor done does not apply to the person and is left out.
    """
    return {
        each: _pending(step, plan, done) if step.strength == strength else () for each, step in plan.items()
    }


def around(needs: NeedsOf, plan: Plan) -> NeedsOf:
    """The same needs, but of several ways (`any`) only those that do not lead back to the step, if there are such.

    With every way in, a step may seem to stand in a circle that nobody has to walk. What still is a circle
    afterwards is one: nothing in it can be done first.
    """
    turns = _turns(needs, plan)
    home = {each: group[0] for group in groups(needs) for each in group}

    def leads_on(step: str, need: str) -> bool:
        return home[step] != home[need] or turns.get(need, inf) < turns.get(step, inf)

    return {
        each: tuple(need for need in ways if plan[each].mode == "all" or leads_on(each, need)) or ways
        for each, ways in needs.items()
    }


def _pending(step: Step, plan: Plan, done: Collection[str]) -> tuple[str, ...]:
    if step.mode == "any" and any(need in done for need in step.needs):
        return ()
    return tuple(sorted({need for need in step.needs if need in plan}))


def _turns(needs: NeedsOf, plan: Plan) -> dict[str, int]:
    """In which turn each step can be done, one after another; what stands in or behind a circle has none.

    Dowling and Gallier, "Linear-time algorithms for testing the satisfiability of propositional Horn formulae",
    J. Logic Programming 1 (1984): count down what is missing.
    """
    wanted_by = defaultdict(list)
    for each, ways in needs.items():
        for need in ways:
            wanted_by[need].append(each)
    missing = {
        each: min(len(ways), 1) if plan[each].mode == "any" else len(ways) for each, ways in needs.items()
    }
    line = [each for each, number in missing.items() if not number]
    for each in line:  # it grows while it is walked
        for step in wanted_by[each]:
            missing[step] -= 1
            if missing[step] == 0:
                line.append(step)
    return {each: turn for turn, each in enumerate(line)}
