# SPDX-License-Identifier: EUPL-1.2
"""A table of counts with all its margins, and what is published of it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import product

from pristan.core.disclosure.errors import NotCounts

MOST_DIMENSIONS = 3
# Which records a cell counts: dimension and value. A dimension that is not named is summed over; the empty key is the grand total.
Key = frozenset[tuple[str, str]]


def key(**values: str) -> Key:
    """``key(need="housing", language="ar")``."""
    return frozenset(values.items())


@dataclass(frozen=True)
class Counts:
    """How many records have each combination of values; each record has exactly one value in each dimension.

    `dimensions`: name -> all values that there are, those of nobody as well. `numbers`: a value of each dimension, in their order -> how many;
    what is not named is 0. Raises NotCounts.
    """

    dimensions: Mapping[str, tuple[str, ...]]
    numbers: Mapping[tuple[str, ...], int]

    def __post_init__(self) -> None:
        if not 1 <= len(self.dimensions) <= MOST_DIMENSIONS:
            raise NotCounts(f"a table has one to {MOST_DIMENSIONS} dimensions, this has {len(self.dimensions)}; sum over one of them")  # fmt: skip
        for name, values in self.dimensions.items():
            if not values or len(set(values)) < len(values):
                raise NotCounts(f"`{name}` needs values, each once")
        every = [set(values) for values in self.dimensions.values()]
        for where, number in self.numbers.items():
            is_known = len(where) == len(every) and all(value in known for value, known in zip(where, every, strict=True))  # fmt: skip
            if not is_known:
                raise NotCounts(f"{where}: name one of its values for each of {', '.join(self.dimensions)}")
            if isinstance(number, bool) or not isinstance(number, int) or number < 0:
                raise NotCounts(f"{where}: {number!r} is no count; give a whole number from 0 on")

    def cells(self) -> dict[Key, int]:
        """Every cell and every margin, up to the grand total."""
        found = dict.fromkeys(keys(self.dimensions), 0)
        for where, number in self.numbers.items():
            if number:
                pairs = list(zip(self.dimensions, where, strict=True))
                for kept in product((True, False), repeat=len(pairs)):
                    found[frozenset(pair for pair, is_kept in zip(pairs, kept, strict=True) if is_kept)] += number  # fmt: skip
        return found


def keys(dimensions: Mapping[str, tuple[str, ...]]) -> Iterator[Key]:
    """The keys of all cells and margins of such a table."""
    choices = [[None, *((name, value) for value in values)] for name, values in dimensions.items()]
    for chosen in product(*choices):
        yield frozenset(pair for pair in chosen if pair is not None)


@dataclass(frozen=True)
class Published:
    """What readers may see: a number, or None where it is hidden. `is_withheld`: nothing of the table may be shown."""

    dimensions: Mapping[str, tuple[str, ...]]
    cells: Mapping[Key, int | None] = field(default_factory=dict)

    @property
    def is_withheld(self) -> bool:
        """True where every safe form of the table says nothing at all."""
        return not self.cells

    def number(self, **values: str) -> int | None:
        """The number of a cell or a margin; None where it is hidden."""
        return self.cells.get(key(**values))

    def hidden(self) -> set[Key]:
        """The cells that are not shown."""
        return {where for where, number in self.cells.items() if number is None}
