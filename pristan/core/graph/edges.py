# SPDX-License-Identifier: EUPL-1.2
"""What follows from needs alone: who needs each other in a circle, and what something needs in the end.

Edges are a mapping of an id to the ids that it needs; an id that is only needed has no key of its own.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping

Needs = Mapping[str, Collection[str]]


def circles(edges: Needs) -> list[tuple[str, ...]]:
    """The groups in which each needs every other in the end, or a single one needs itself; sorted.

    Each is turned so that its smallest id is first. A plain ring keeps its order: each needs the next.
    """
    tidy = {each: sorted(set(edges[each])) for each in sorted(edges)}
    found = [group for group in groups(tidy) if len(group) > 1 or group[0] in tidy.get(group[0], ())]
    return sorted(_turned(group) for group in found)


def reach(ids: Iterable[str], edges: Needs) -> frozenset[str]:
    """All that these need, directly or through others. One of them is in it only if it is needed itself."""
    found: set[str] = set()
    todo = list(ids)
    while todo:
        new = set(edges.get(todo.pop(), ())) - found
        found |= new
        todo += new
    return frozenset(found)


def groups(edges: Needs) -> Iterator[list[str]]:
    """All strongly connected components, those of one id too, each in the order in which the search met it.

    Tarjan, "Depth-first search and linear graph algorithms", SIAM J. Comput. 1 (1972); with its own stack instead
    of recursion, so that a chain may have any length.
    """
    met: dict[str, int] = {}
    low: dict[
        str, int
    ] = {}  # the earliest met one that can be got back to; only for those not yet in a group
    held: list[str] = []
    way: list[tuple[str, Iterator[str]]] = []

    def enter(each: str) -> None:
        met[each] = low[each] = len(met)
        held.append(each)
        way.append((each, iter(edges.get(each, ()))))

    for root in edges:
        if root not in met:
            enter(root)
        while way:
            each, rest = way[-1]
            if (new := _next_new(each, rest, met, low)) is not None:
                enter(new)
                continue
            way.pop()
            if way:
                low[way[-1][0]] = min(low[way[-1][0]], low[each])
            if low[each] == met[each]:
                yield _closed(each, held, low)


def _next_new(each: str, rest: Iterator[str], met: Mapping[str, int], low: dict[str, int]) -> str | None:
    for need in rest:
        if need not in met:
            return need
        if need in low:
            low[each] = min(low[each], met[need])
    return None


def _closed(first: str, held: list[str], low: dict[str, int]) -> list[str]:
    group = []
    while first in low:
        group.append(held.pop())
        del low[group[-1]]
    return group[::-1]


def _turned(group: list[str]) -> tuple[str, ...]:
    at = group.index(min(group))
    return (*group[at:], *group[:at])
