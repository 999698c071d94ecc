# SPDX-License-Identifier: EUPL-1.2
"""Steps of a plan before and after they are put in order."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

Band = Literal["now", "week", "month", "later", "yearly"]
Mode = Literal["all", "any"]
Strength = Literal["legal", "practical"]
Edge = tuple[str, str]  # (a step, what it needs)

BANDS: tuple[Band, ...] = ("now", "week", "month", "later", "yearly")


@dataclass(frozen=True, slots=True)
class Step:
    """Something to do. `needs` are ids of steps: every one (`all`) or one of them (`any`) is to be done before.

    `strength`: the law asks for what is needed, or it is advice about the order (`practical`), which never blocks.
    `is_urgent`: to wait endangers a person or loses a right. Of two steps with nothing else between them the lower
    `rank` comes first.
    """

    id: str
    needs: tuple[str, ...] = ()
    mode: Mode = "all"
    strength: Strength = "legal"
    is_urgent: bool = False
    band: Band = "later"
    due: date | None = None
    rank: int = 0


@dataclass(frozen=True, slots=True)
class Placed:
    """A step in its place. `band` may be earlier than its own, where an earlier step needs it by law.

    `blocked_by`: the ids of what the law asks for first and is still to be done, in the order of the plan.
    """

    step: Step
    band: Band
    blocked_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Circle:
    """Steps that need each other in a circle, so that no order can be right.

    `ids` begins with the smallest id; where the steps form one plain ring, each needs the next and the last the
    first. `strength` is that of the needs which the order passes over; `passed_over` are these (step, need).
    """

    ids: tuple[str, ...]
    strength: Strength
    passed_over: tuple[Edge, ...]


@dataclass(frozen=True, slots=True)
class Ordered:
    """The plan in order, and the circles that had to be broken for it, the legal ones first."""

    steps: tuple[Placed, ...]
    broken: tuple[Circle, ...] = ()
