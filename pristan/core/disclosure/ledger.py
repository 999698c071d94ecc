# SPDX-License-Identifier: EUPL-1.2
"""What was published, so that the next table is hidden in the light of the former ones. A value: publishing gives a new one."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pristan.core.disclosure.errors import CannotCheck, CategoriesDiffer, NumbersDiffer
from pristan.core.disclosure.space import HIDDEN, OPEN, SHOWN, Space, is_acyclic, joined
from pristan.core.disclosure.suppression import protect
from pristan.core.disclosure.tables import Counts, Key, Published


@dataclass(frozen=True)
class Entry:
    """A table that is out. `cells`: the true number of each cell, and whether it is hidden: never for readers."""

    subject: str
    edition: str
    dimensions: Mapping[str, tuple[str, ...]]
    cells: Mapping[Key, tuple[int, bool]]

    def published(self) -> Published:
        """What readers see of it."""
        return Published(self.dimensions, {where: None if is_hidden else number for where, (number, is_hidden) in self.cells.items()})  # fmt: skip


@dataclass(frozen=True)
class Ledger:
    """All tables that are out.

    `subject`: which records are counted ("openings in October 2026"). `edition`: the state of these records ("2026-10-31"); tables of one edition count
    exactly the same records.
    """

    entries: tuple[Entry, ...] = ()

    def publish(
        self, counts: Counts, *, subject: str, edition: str, threshold: int
    ) -> tuple[Published, "Ledger"]:
        """What may be shown of a table, and the ledger with it. A table that is withheld leaves no trace.

        Raises CategoriesDiffer, NumbersDiffer, CannotCheck.
        """
        beside = [each for each in self.entries if (each.subject, each.edition) == (subject, edition)]
        space = _space(counts, beside)
        cells = counts.cells()
        _put(space, cells, beside)
        before = [each for each in self.entries if each.subject == subject and each.edition != edition]
        sensitive = _hide_small(space, cells, _differences(cells, before), threshold)
        known = {at for at, state in enumerate(space.states) if state == HIDDEN}
        if not protect(space, known | sensitive, threshold):
            return Published(counts.dimensions), self
        told = {where: (number, space.states[space.index(where)] == HIDDEN) for where, number in cells.items()}  # fmt: skip
        entry = Entry(subject, edition, dict(counts.dimensions), told)
        return entry.published(), Ledger((*self.entries, entry))


def _space(counts: Counts, beside: list[Entry]) -> Space:
    """Room for all tables of the edition."""
    for entry in beside:
        for name in entry.dimensions.keys() & counts.dimensions.keys():
            if set(entry.dimensions[name]) != set(counts.dimensions[name]):
                raise CategoriesDiffer(name)
    tables = [*(entry.dimensions for entry in beside), counts.dimensions]
    if not is_acyclic(tables):
        raise CannotCheck("these tables go in a circle (as A by B, B by C, C by A do); publish one table of all their dimensions instead")  # fmt: skip
    return Space(joined(tables))


def _put(space: Space, cells: Mapping[Key, int], beside: list[Entry]) -> None:
    """What is out is known or hidden for good, what is new may still be hidden, but for zeros."""
    for where, number in cells.items():
        space.put(where, number, OPEN if number else SHOWN)
    for entry in beside:
        for where, (number, is_hidden) in entry.cells.items():
            if cells.get(where, number) != number:
                raise NumbersDiffer(where)
            space.put(where, number, HIDDEN if is_hidden else SHOWN)


def _hide_small(space: Space, cells: Mapping[Key, int], changes: Mapping[Key, set[int]], threshold: int) -> set[int]:  # fmt: skip
    """Hide what is small, and what differs little from a number that was shown of the same cell before."""
    found = set()
    for where, number in cells.items():
        at = space.index(where)
        is_small = any(0 < abs(each) < threshold for each in (number, *changes.get(where, ())))
        if space.states[at] == OPEN and is_small:
            space.states[at] = HIDDEN
            found.add(at)
    return found


def _differences(cells: Mapping[Key, int], before: Iterable[Entry]) -> dict[Key, set[int]]:
    """By how much each cell differs from each number that was shown of it in another edition."""
    found: dict[Key, set[int]] = {}
    for entry in before:
        for where, (number, is_hidden) in entry.cells.items():
            if not is_hidden and where in cells:
                found.setdefault(where, set()).add(cells[where] - number)
    return found
