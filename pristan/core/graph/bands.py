# SPDX-License-Identifier: EUPL-1.2
"""Time bands: what an early step needs by law is pulled forward to it, never the early step back."""

from heapq import heapify, heappop, heappush

from pristan.core.graph.needs import NeedsOf, Plan
from pristan.core.graph.steps import BANDS, Band, Step

URGENT = 0  # the level before all bands; it is shown as the first of them


def level(step: Step) -> int:
    """How early a step stands by itself: 0 if it is urgent, else 1 for `now` up to 5 for `yearly`."""
    return URGENT if step.is_urgent else 1 + BANDS.index(step.band)


def band(at: int) -> Band:
    """The band in which a level is shown: an urgent step stands in `now`."""
    return BANDS[max(at - 1, 0)]


def pulled(plan: Plan, needs: NeedsOf) -> dict[str, int]:
    """The level of each step once nothing that the law asks for stands later than the step that needs it.

    Of several ways (`any`) only the earliest is pulled; of equally early ones that of the lowest rank, then id.
    The needs must be free of circles for this to be a plan; it ends in any case. Works from the earliest level on
    (as Dijkstra's shortest paths do), and within one the steps with a choice come last: by then they know what
    stands there already.
    """
    levels = {each: level(step) for each, step in plan.items()}

    def turn(each: str) -> tuple[int, bool, int, str]:
        return levels[each], plan[each].mode == "any", plan[each].rank, each

    queue = [turn(each) for each in plan]
    heapify(queue)
    while queue:
        at, has_choice, _, each = heappop(queue)
        wanted = needs[each]
        if has_choice and wanted:
            wanted = (min(wanted, key=lambda need: (levels[need], plan[need].rank, need)),)
        for need in wanted:
            if at < levels[need]:
                levels[need] = at
                heappush(queue, turn(need))
    return levels
