# SPDX-License-Identifier: EUPL-1.2
"""All cells of all tables of the same records, in one array: what is known of each, and how records can be thought elsewhere."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import chain
from math import prod

from pristan.core.disclosure.errors import CannotCheck
from pristan.core.disclosure.tables import Key

FREE, SHOWN, OPEN, HIDDEN = range(4)  # in no table; known; shown unless it must be hidden; hidden
LARGEST = 400_000
_DEARER = 4  # how much dearer it is to hide a sum than a cell, per dimension that it sums over


@dataclass
class Space:
    """Coordinates of a cell: the position of its value in each dimension, the number of values where it sums over it."""

    dimensions: Mapping[str, tuple[str, ...]]
    sizes: list[int] = field(init=False)
    strides: list[int] = field(init=False)
    values: list[int] = field(init=False)
    states: list[int] = field(init=False)
    costs: list[int] = field(init=False)

    def __post_init__(self) -> None:
        self.sizes = [len(values) for values in self.dimensions.values()]
        cells = prod(size + 1 for size in self.sizes)
        if cells > LARGEST:
            raise CannotCheck(f"{cells} cells are too many to check (at most {LARGEST}); leave a dimension out, or join rare values")  # fmt: skip
        self.strides = [prod(size + 1 for size in self.sizes[at + 1 :]) for at in range(len(self.sizes))]
        self.values, self.states, self.costs = [0] * cells, [FREE] * cells, [0] * cells
        self._positions = [
            {value: at for at, value in enumerate(values)} for values in self.dimensions.values()
        ]

    def index(self, where: Key) -> int:
        """The place of a cell in the arrays."""
        given = dict(where)
        places = [
            positions[given[name]] if name in given else size
            for name, positions, size in zip(self.dimensions, self._positions, self.sizes, strict=True)
        ]
        return sum(place * stride for place, stride in zip(places, self.strides, strict=True))

    def put(self, where: Key, number: int, state: int) -> int:
        """Say what is known of a cell. Returns its place."""
        at = self.index(where)
        self.values[at], self.states[at] = number, state
        self.costs[at] = (number + 1) * _DEARER ** (len(self.sizes) - len(where))
        return at

    def coordinates(self, at: int) -> list[int]:
        """Where a place is in each dimension."""
        return [at // stride % (size + 1) for stride, size in zip(self.strides, self.sizes, strict=True)]


def joined(tables: Iterable[Mapping[str, tuple[str, ...]]]) -> dict[str, tuple[str, ...]]:
    """The dimensions of all tables together, in one order."""
    return dict(sorted(chain.from_iterable(table.items() for table in tables)))


def is_acyclic(tables: Iterable[Iterable[str]]) -> bool:
    """Can tables that agree on what they share always be parts of one table of everything? (Graham's reduction; Vorob'ev 1962.)"""
    edges = [set(table) for table in tables]
    while True:
        counted = list(chain.from_iterable(edges))
        lone = {name for name in counted if counted.count(name) == 1}
        reduced = [edge - lone for edge in edges]
        kept = [
            edge for at, edge in enumerate(reduced)
            if edge and not any(edge < other or (edge == other and at > place) for place, other in enumerate(reduced))
        ]  # fmt: skip
        if not kept:
            return True
        if kept == edges:
            return False
        edges = kept
