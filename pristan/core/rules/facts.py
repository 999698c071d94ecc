# SPDX-License-Identifier: EUPL-1.2
"""What a rule is weighed against: a person's answers, the city's statuses, the day, and the numbers that hold on it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Any

from pristan.core.rules.attributes import LEVELS, Answers
from pristan.core.rules.statuses import Possible, Statuses, possible

_BEYOND = 1 << 20  # farther than any answer may lie: the end of a range that has none


@dataclass(frozen=True, slots=True)
class Parameter:
    """A number that the law changes, named in a rule by its code."""

    code: str


Bound = int | str | Parameter  # a number, a level, or a number that changes


@dataclass(frozen=True, slots=True)
class Dated:
    """The value of a parameter from one day to another, both included; None: from ever, or until further notice."""

    value: int
    since: date | None = None
    until: date | None = None

    def is_valid_on(self, day: date) -> bool:
        """Does it hold on this day?"""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


class Parameters:
    """The values of all parameters by code. Where two hold on a day, the one that began later rules."""

    def __init__(self, values: Mapping[str, Sequence[Dated]] | None = None) -> None:
        self._values = {
            code: sorted(dated, key=lambda each: each.since or date.min)
            for code, dated in (values or {}).items()
        }

    def at(self, code: str, day: date) -> int | None:
        """The value on a day; None when nobody has said."""
        valid = [dated.value for dated in self._values.get(code, ()) if dated.is_valid_on(day)]
        return valid[-1] if valid else None


@dataclass(frozen=True)
class Facts:
    """Well-formed answers of one person on one day. An attribute that is missing in `answers` is unknown.

    What was answered is never printed: it would end up in logs and error reports.
    """

    answers: Answers = field(repr=False)
    statuses: Statuses
    today: date
    parameters: Parameters = field(default_factory=Parameters, repr=False)

    @cached_property
    def possible(self) -> Possible:
        """The statuses the person may have."""
        return possible(self.answers, self.statuses)

    def told(self, name: str, answer: Any) -> "Facts":
        """The same facts with one answer more."""
        return replace(self, answers={**self.answers, name: answer})

    def number(self, bound: Bound) -> int | None:
        """A bound as a number, a level by its place; None: a parameter that has no value today."""
        if isinstance(bound, int):
            return bound
        return LEVELS.index(bound) if isinstance(bound, str) else self.parameters.at(bound.code, self.today)

    def limits(self, least: Bound | None, most: Bound | None) -> tuple[int, int] | None:
        """Both ends of a range as numbers, an open end beyond all answers; None: a parameter has no value today."""
        low = -_BEYOND if least is None else self.number(least)
        high = _BEYOND if most is None else self.number(most)
        return None if low is None or high is None else (low, high)
