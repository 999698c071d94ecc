# SPDX-License-Identifier: EUPL-1.2
"""What conditions are made of: tests of one attribute, and `AllOf`, `AnyOf`, `Not` over them.

Each test `holds`, or does not, or it is `None`: nobody has said, or a parameter has no value today. It `is_answerable` when an answer to
its attribute would tell.
"""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from pristan.core.rules.attributes import LEVELS
from pristan.core.rules.facts import Bound, Facts, Parameter


@dataclass(frozen=True, slots=True)
class Held:
    """One of the person's statuses, base or overlay, is listed."""

    codes: tuple[str, ...]
    attribute: ClassVar[str] = "legal_status"

    def holds(self, facts: Facts) -> bool | None:
        """True when all that is possible leads there, False when nothing does."""
        possible = facts.possible
        bases = [code in self.codes for code in possible.bases]
        if all(bases) or any(code in self.codes for code in possible.certain):
            return True
        return None if any(bases) or any(code in self.codes for code in possible.maybe) else False


@dataclass(frozen=True, slots=True)
class OneOf:
    """At least one of the codes was given."""

    attribute: str
    codes: tuple[str, ...]

    def holds(self, facts: Facts) -> bool | None:
        """None when none was asked for, which is not the same as an empty list."""
        given = facts.answers.get(self.attribute)
        return None if given is None else not given.isdisjoint(self.codes)

    def is_answerable(self, facts: Facts) -> bool:
        """Not answered yet."""
        return self.attribute not in facts.answers


@dataclass(frozen=True, slots=True)
class Is:
    """The answer is exactly this: true, false, a level, a number."""

    attribute: str
    value: bool | Bound

    def holds(self, facts: Facts) -> bool | None:
        """Whether the two are equal."""
        answer, value = facts.answers.get(self.attribute), self._value(facts)
        return None if answer is None or value is None else bool(answer == value)

    def is_answerable(self, facts: Facts) -> bool:
        """Not answered yet, and it is known with what to compare."""
        return self.attribute not in facts.answers and self._value(facts) is not None

    def _value(self, facts: Facts) -> bool | int | str | None:
        return facts.number(self.value) if isinstance(self.value, Parameter) else self.value


@dataclass(frozen=True, slots=True)
class _Range:
    """From `least` to `most`, both included; None: no bound on this side."""

    attribute: str
    least: Bound | None = None
    most: Bound | None = None

    def is_answerable(self, facts: Facts) -> bool:
        """Not answered yet, and the bounds are known."""
        return self.attribute not in facts.answers and facts.limits(self.least, self.most) is not None


@dataclass(frozen=True, slots=True)
class Between(_Range):
    """The number, or the level, lies in the range."""

    def holds(self, facts: Facts) -> bool | None:
        """Whether it does."""
        answer = facts.answers.get(self.attribute)
        if answer is None or (limits := facts.limits(self.least, self.most)) is None:
            return None
        number = LEVELS.index(answer) if isinstance(answer, str) else answer
        return bool(limits[0] <= number <= limits[1])


@dataclass(frozen=True, slots=True)
class Some(_Range):
    """One of the ages lies in the range."""

    def holds(self, facts: Facts) -> bool | None:
        """No children is an answer: then none of them is of that age."""
        ages = facts.answers.get(self.attribute)
        if ages is None or (limits := facts.limits(self.least, self.most)) is None:
            return None
        return any(limits[0] <= age <= limits[1] for age in ages)


@dataclass(frozen=True, slots=True)
class Count(_Range):
    """The number of ages lies in the range."""

    def holds(self, facts: Facts) -> bool | None:
        """Whether there are so many."""
        ages = facts.answers.get(self.attribute)
        if ages is None or (limits := facts.limits(self.least, self.most)) is None:
            return None
        return limits[0] <= len(ages) <= limits[1]


@dataclass(frozen=True, slots=True)
class From:
    """Today is this day or later."""

    day: date
    attribute: ClassVar[str] = "today"

    def holds(self, facts: Facts) -> bool:
        """Always known."""
        return facts.today >= self.day

    def is_answerable(self, _: Facts) -> bool:
        """Nobody is asked for the day."""
        return False


@dataclass(frozen=True, slots=True)
class Until:
    """Today is this day or earlier."""

    day: date
    attribute: ClassVar[str] = "today"

    def holds(self, facts: Facts) -> bool:
        """Always known."""
        return facts.today <= self.day

    def is_answerable(self, _: Facts) -> bool:
        """Nobody is asked for the day."""
        return False


@dataclass(frozen=True, slots=True)
class AllOf:
    """Every part holds."""

    parts: tuple["Condition", ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """At least one part holds."""

    parts: tuple["Condition", ...]


@dataclass(frozen=True, slots=True)
class Not:
    """The part does not hold."""

    part: "Condition"


Test = Held | OneOf | Is | Between | Some | Count | From | Until
Condition = AllOf | AnyOf | Not | Test
