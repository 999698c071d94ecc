# SPDX-License-Identifier: EUPL-1.2
"""An attacker who tries everything: all tables of whole numbers that agree with what is published, for small tables.

It knows more than readers do: that a hidden number is never 0. What it finds for each hidden cell are the least and the greatest number it can be.
"""

from collections.abc import Iterator
from itertools import product

from pristan.core.disclosure import Key, Published


def ranges(told: list[Published], truth: list[dict[Key, int]], most: int) -> dict[Key, tuple[int, int]]:
    """Hidden cell -> the least and the greatest number it can have. `truth` serves only to bound the search: nothing grows by more than `most`."""
    dimensions = dict(
        sorted({name: values for each in told for name, values in each.dimensions.items()}.items())
    )
    shown = {where: number for each in told for where, number in each.cells.items() if number is not None}
    hidden = {where for each in told for where in each.hidden()}
    roof = {
        where: number + (most if where in hidden else 0) for each in truth for where, number in each.items()
    }
    base = [frozenset(zip(dimensions, values, strict=True)) for values in product(*dimensions.values())]
    sums = [(where, [at for at, cell in enumerate(base) if where <= cell]) for where in roof]
    found: dict[Key, tuple[int, int]] = {}
    for solution in _solutions(len(base), sums, shown, roof):
        for where, places in sums:
            if where in hidden:
                number = sum(solution[at] for at in places)
                least, greatest = found.get(where, (number, number))
                found[where] = min(least, number), max(greatest, number)
    return found


def _solutions(
    count: int, sums: list[tuple[Key, list[int]]], shown: dict[Key, int], roof: dict[Key, int]
) -> Iterator[list[int]]:
    """All non-negative numbers of the finest cells that give every shown sum; sums that are hidden are 1 or more."""
    closing: list[list[tuple[Key, list[int]]]] = [[] for _ in range(count)]
    holding: list[list[tuple[Key, list[int]]]] = [[] for _ in range(count)]
    for where, places in sums:
        closing[max(places)].append((where, places))
        for at in places:
            holding[at].append((where, places))
    numbers = [0] * count

    def fill(at: int) -> Iterator[list[int]]:
        if at == count:
            yield list(numbers)
            return
        bound = min(
            roof[where] - sum(numbers[each] for each in places if each < at) for where, places in holding[at]
        )
        for number in range(bound + 1):
            numbers[at] = number
            if all(
                _fits(where, sum(numbers[each] for each in places), shown) for where, places in closing[at]
            ):
                yield from fill(at + 1)
        numbers[at] = 0

    return fill(0)


def _fits(where: Key, number: int, shown: dict[Key, int]) -> bool:
    return number == shown[where] if where in shown else number >= 1
