# SPDX-License-Identifier: EUPL-1.2
"""Moves: other records that would give the same published numbers.

Think of one record more in a cell. Every sum that counts it grows, unless another record goes: from the neighbour in the same line, whose own sums shrink, and so
on. In each dimension the record has a partner: another value (the two change against each other, their sum stays) or the sum (both change alike). All combinations of
own place and partner are the corners of a move, two to the power of the dimensions. A move whose corners are all hidden, or in no table at all, changes no number that is
shown. Done t times, forwards or backwards, it gives other tables that agree with all that was published, as long as each hidden number stays 1 or more.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from math import inf

from pristan.core.disclosure.space import FREE, HIDDEN, OPEN, SHOWN, Space

Corner = tuple[int, int]  # place; 1: changes like the first corner, -1: against it


@dataclass
class _Best:
    """The cheapest move so far."""

    cost: float = inf
    corners: tuple[Corner, ...] = ()


def spread(space: Space, at: int, enough: int) -> int:
    """By how much the hidden number at a place can at least differ between tables that agree with all that is shown.

    Stops at `enough`. Each step is a table that could be true, so the answer is a proof; it may be smaller than what is possible.
    """
    up = _reach(space, at, 1, enough)
    return up + (_reach(space, at, -1, enough - up) if up < enough else 0)


def _reach(space: Space, at: int, direction: int, enough: int) -> int:
    """How far the number goes up (1) or down (-1), by moves that are there already."""
    now: dict[int, int] = {}
    reached = 0
    for corners in _hidden_moves(space, at, direction, now):
        room = [
            now.get(place, space.values[place]) - 1
            for place, sign in corners
            if sign * direction < 0 and space.states[place] != FREE
        ]
        step = min([enough - reached, *room])
        if step > 0:
            for place, sign in corners:
                now[place] = now.get(place, space.values[place]) + sign * direction * step
            reached += step
        if reached >= enough:
            break
    return reached


def _hidden_moves(space: Space, at: int, direction: int, now: dict[int, int]) -> Iterator[list[Corner]]:
    """Moves of hidden cells only that still have room. `now`: what the moves before have changed."""
    states, values, start = space.states, space.values, space.coordinates(at)

    def has_room(place: int, sign: int) -> bool:
        state = states[place]
        if state == FREE:
            return True
        return state == HIDDEN and (sign * direction > 0 or now.get(place, values[place]) > 1)

    def grow(corners: list[Corner], dimension: int) -> Iterator[list[Corner]]:
        if dimension == len(start):
            yield corners
            return
        for shift, sign in _partners(space, start, dimension):
            added = [(place + shift, kind * sign) for place, kind in corners]
            if all(has_room(place, kind) for place, kind in added):
                yield from grow(corners + added, dimension + 1)

    if has_room(at, 1):
        yield from grow([(at, 1)], 0)


def _partners(space: Space, start: list[int], dimension: int) -> Iterator[tuple[int, int]]:
    """How far away each partner is, and whether it changes alike."""
    own, total, stride = start[dimension], space.sizes[dimension], space.strides[dimension]
    for other in range(total + 1):
        if other != own:
            yield (other - own) * stride, (1 if total in (own, other) else -1)


def cheapest(space: Space, at: int, enough: int) -> tuple[Corner, ...]:
    """The move that protects a place by itself and hides the least more. Nothing where there is none.

    Branch and bound: corners are added dimension by dimension, cheap partners first, and a branch is left when a corner is known, it costs more than
    the best so far, or its room is too small.
    """
    best = _Best()
    start = space.coordinates(at)
    order = sorted(range(len(start)), key=lambda each: space.sizes[each])
    _extend(space, start, order, [(at, 1)], 0, inf, space.values[at] - 1, enough, best)
    return best.corners


def _extend(
    space: Space, start: list[int], order: list[int], corners: list[Corner], cost: float, up: float, down: float, enough: int, best: _Best
) -> None:  # fmt: skip
    """Add the partners of the next dimension. `up`, `down`: how often the move can be done forwards and backwards."""
    if not order:
        if cost < best.cost:
            best.cost, best.corners = cost, tuple(corners)
        return
    branches = []
    for shift, sign in _partners(space, start, order[0]):
        added = [(place + shift, kind * sign) for place, kind in corners]
        if found := _weighed(space, added, cost, up, down):
            branches.append((*found, added))
    for dearer, higher, lower, added in sorted(branches, key=lambda each: each[0]):
        if dearer >= best.cost:
            break
        if higher + lower >= enough:
            _extend(space, start, order[1:], corners + added, dearer, higher, lower, enough, best)


def _weighed(
    space: Space, added: list[Corner], cost: float, up: float, down: float
) -> tuple[float, float, float] | None:
    """Cost and room with more corners; None where one of them is known."""
    for place, sign in added:
        state = space.states[place]
        if state == SHOWN:
            return None
        if state == OPEN:
            cost += space.costs[place]
        if state != FREE:
            room = space.values[place] - 1
            up, down = (up, min(down, room)) if sign > 0 else (min(up, room), down)
    return cost, up, down
