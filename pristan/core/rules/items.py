# SPDX-License-Identifier: EUPL-1.2
"""Items: rights, procedures and services, whom they are for, and how far it can be told whether they are for somebody.

Outcomes are ordered by protection: no, not known, yes. What is still possible is a *span* from the worst outcome to the best. An answer
can only raise the worst or lower the best; when the two meet, that is the verdict, and nothing can change it any more.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import Literal, NamedTuple

from pristan.core.rules.conditions import truth
from pristan.core.rules.errors import RuleError
from pristan.core.rules.facts import Facts
from pristan.core.rules.nodes import Condition

NO, NOT_KNOWN, YES = 0, 1, 2
_WORTH = {"no": NO, "unknown": NOT_KNOWN, "yes": YES}

Span = tuple[int, int]  # the worst outcome that is still possible, and the best


@dataclass(frozen=True, slots=True)
class Cell:
    """What a status gives: `entitled` where `when` holds or is left out, else no.

    `unknown` means that nobody has found out. `to_check` are keys of texts about conditions outside the declared attributes: they change
    no outcome and are told with a yes. Raises RuleError: another word, or a `no` with a condition.
    """

    entitled: Literal["yes", "no", "unknown"]
    when: Condition | None = None
    to_check: tuple[str, ...] = ()
    worth: int = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        if self.entitled not in _WORTH:
            raise RuleError("entitled", f"`{self.entitled}` is no answer.", "Write yes, no or unknown.")
        if self.entitled == "no" and self.when is not None:
            raise RuleError("when", "A `no` has no condition.", "Write `yes` with the contrary: `not: ...`.")
        object.__setattr__(self, "worth", _WORTH[self.entitled])


@dataclass(frozen=True)
class Item:
    """A right, procedure or service (`kind`): what each status gives, what all others give, and a condition for everybody."""

    id: str
    kind: str
    cells: Mapping[str, Cell]
    otherwise: Cell
    when: Condition | None = None

    def __hash__(self) -> int:
        return hash(self.id)

    def cell(self, code: str) -> Cell:
        """What a status gives."""
        return self.cells.get(code, self.otherwise)

    @cached_property
    def groups(self) -> tuple[tuple[Cell, frozenset[str]], ...]:
        """The statuses that have a cell of their own, those with equal cells together."""
        found: dict[Cell, list[str]] = {}
        for code, cell in self.cells.items():
            found.setdefault(cell, []).append(code)
        return tuple((cell, frozenset(codes)) for cell, codes in found.items())


@lru_cache(maxsize=8)
def alike(items: tuple[Item, ...]) -> tuple[tuple[int, ...], ...]:
    """The places of items whose cells and conditions are equal: they come out alike for everybody.

    A memory of a pure function, of the last few collections. Many services are for everybody, or for the same few statuses.
    """
    found: dict[object, list[int]] = {}
    for place, item in enumerate(items):
        rule = (tuple(item.cells.items()), item.otherwise, item.when)
        found.setdefault(rule, []).append(place)
    return tuple(map(tuple, found.values()))


class Part(NamedTuple):
    """One cell, the statuses of the person that lead to it, and its span."""

    cell: Cell
    codes: Collection[str]
    worst: int
    best: int


class Parts(NamedTuple):
    """All cells that may matter to a person: of the bases that are possible, of overlays held, of overlays that may be."""

    bases: list[Part]
    certain: list[Part]
    maybe: list[Part]


def parts(item: Item, facts: Facts) -> Parts:
    """The cells that may matter. Statuses with equal cells are one part, but for overlays held: each of these may decide."""
    possible = facts.possible
    bases = _among(item, possible.base_set, facts)
    certain = [_part(item.cell(code), (code,), facts) for code in possible.certain]
    # An overlay that may be held betters nothing where its cell is one that holds anyway.
    held = {part.cell for part in (*certain, *(bases if len(bases) == 1 else ()))}
    maybe = _among(item, possible.maybe_set, facts) if possible.maybe else []
    return Parts(bases, certain, [part for part in maybe if part.cell not in held])


def combined(of: Parts) -> Span:
    """One of the bases, bettered by the overlays that are held, perhaps by those that may be."""
    worst = max([min([part.worst for part in of.bases]), *[part.worst for part in of.certain]])
    return worst, max([part.best for group in of for part in group])


def limited(when: Condition | None, inner: Span, facts: Facts) -> Span:
    """The span where the condition for everybody holds, no where it fails, both where that is open."""
    holds = True if when is None else truth(when, facts)
    return inner if holds else (NO, inner[1] if holds is None else NO)


def span(item: Item, facts: Facts) -> Span:
    """The worst and the best outcome that is still possible."""
    return limited(item.when, combined(parts(item, facts)), facts)


def _among(item: Item, codes: frozenset[str], facts: Facts) -> list[Part]:
    found = [_part(cell, both, facts) for cell, group in item.groups if (both := codes & group)]
    if others := codes.difference(item.cells):
        found.append(_part(item.otherwise, others, facts))
    return found


def _part(cell: Cell, codes: Collection[str], facts: Facts) -> Part:
    if cell.when is None:
        return Part(cell, codes, cell.worth, cell.worth)
    return Part(cell, codes, *limited(cell.when, (cell.worth, cell.worth), facts))
