# SPDX-License-Identifier: EUPL-1.2
"""Numbers rounded to a base, after the small ones were hidden: they say less than the numbers did, so they are as safe.

Where nothing is hidden in a table of one or two dimensions the rounding is *controlled* (Cox 1987): each number becomes one of its two neighbours, multiples of the
base stay, and the sums still add up. In three dimensions there need be no such table, and where cells are hidden nobody can add up: then each number
goes to the nearest multiple.
"""

from collections.abc import Mapping
from dataclasses import replace

from pristan.core.disclosure.tables import Key, Published

Grid = list[list[int]]


def rounded(published: Published, base: int = 5) -> Published:
    """The same table in multiples of the base. Raises ValueError for a base below 1."""
    if base < 1:
        raise ValueError(f"{base} is no base; give a whole number from 1 on")
    if len(published.dimensions) < 3 and published.cells and not published.hidden():
        return replace(published, cells=_controlled(published, base))
    nearest = {where: None if number is None else (number + base // 2) // base * base for where, number in published.cells.items()}  # fmt: skip
    return replace(published, cells=nearest)


def _controlled(published: Published, base: int) -> Mapping[Key, int | None]:
    """Lift or drop each inner number so that rows, columns and the total are multiples too."""
    (first, rows), *second = published.dimensions.items()
    name, columns = second[0] if second else ("", ("",))

    def place(row: str, column: str) -> Key:
        return frozenset({(first, row)} | ({(name, column)} if name else set()))

    grid = [[int(published.cells[place(row, column)] or 0) for column in columns] for row in rows]
    even = _evened(_with_rests(grid, base), base)
    cells: dict[Key, int | None] = dict.fromkeys(published.cells, 0)
    for row, numbers in zip(rows, even, strict=False):
        for column, number in zip(columns, numbers, strict=False):
            for where in {place(row, column), frozenset({(first, row)}), frozenset({(name, column)} if name else ()), frozenset()}:  # fmt: skip
                cells[where] = (cells[where] or 0) + number
    return cells


def _with_rests(grid: Grid, base: int) -> Grid:
    """A row and a column more that fill every sum up to a multiple."""
    wide = [[*row, -sum(row) % base] for row in grid]
    return [*wide, [-sum(column) % base for column in zip(*wide, strict=True)]]


def _evened(grid: Grid, base: int) -> Grid:
    """Walk circles of uneven numbers, adding and taking in turn, until none is left. Every sum is kept."""
    while circle := _circle(grid, base):
        step = min(
            (base - grid[row][column] % base) if at % 2 else grid[row][column] % base
            for at, (row, column) in enumerate(circle)
        )
        for at, (row, column) in enumerate(circle):
            grid[row][column] += step if at % 2 else -step
    return grid


def _circle(grid: Grid, base: int) -> list[tuple[int, int]]:
    """Corners of a circle of uneven numbers, along rows and columns in turn; nothing where all are even."""
    uneven = [(row, column) for row, line in enumerate(grid) for column, number in enumerate(line) if number % base]  # fmt: skip
    if not uneven:
        return []
    path, along = [uneven[0]], 0
    while True:
        here = path[-1]
        there = next(each for each in uneven if each[along] == here[along] and each != here)
        for start, corner in enumerate(path[:-1]):
            is_closed = corner[along] == there[along] and (len(path) - start) % 2 == 0
            if is_closed:
                return path[start:]
        path.append(there)
        along = 1 - along
