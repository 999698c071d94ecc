# SPDX-License-Identifier: EUPL-1.2
"""Where circles are broken: each at the edge that may best be passed over."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from pristan.core.graph.edges import groups
from pristan.core.graph.steps import Edge


def weakest(weights: Mapping[Edge, int]) -> frozenset[Edge]:
    """The edges that are the heaviest of some circle: without them there is no circle left.

    Said in another way: add the edges by weight, the lightest first; those are weakest whose two ends need each
    other by then. To ask this edge by edge would take a search for each. Instead the weights are halved: the edges
    of the lighter half show which steps are already in one circle; edges within such a circle belong to that half,
    and for the heavier half the circle is a single step. So each edge is looked at once per halving.
    """
    found: set[Edge] = set()
    todo = [(_in_circles(weights), min(weights.values(), default=0), max(weights.values(), default=0))]
    while todo:
        edges, low, high = todo.pop()
        if low == high:
            found.update(edge for edge in edges if weights[edge] == low)
        elif edges:
            middle = (low + high) // 2
            lighter, heavier = _halved(edges, {edge for edge in edges if weights[edge] <= middle})
            todo += [(lighter, low, middle), (heavier, middle + 1, high)]
    return frozenset(found)


# An edge and its two ends by the names that they have for now: all steps of a circle share one.
_Ends = dict[Edge, Edge]


def _in_circles(edges: Iterable[Edge]) -> _Ends:
    ends = {edge: edge for edge in edges}
    return _halved(ends, set(ends))[0]


def _halved(ends: _Ends, light: set[Edge]) -> tuple[_Ends, _Ends]:
    """The light edges within a circle of light edges, and all others with each such circle as one step."""
    shared = _shared_names(ends[edge] for edge in light)
    lighter, heavier = {}, {}
    for edge, (step, need) in ends.items():
        named = shared.get(step, step), shared.get(need, need)
        if edge in light and named[0] == named[1]:
            lighter[edge] = (step, need)
        else:
            heavier[edge] = named
    return lighter, heavier


def _shared_names(edges: Iterable[Edge]) -> dict[str, str]:
    needs = defaultdict(list)
    for step, need in edges:
        needs[step].append(need)
    return {each: group[0] for group in groups(needs) if len(group) > 1 for each in group}
