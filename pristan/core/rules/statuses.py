# SPDX-License-Identifier: EUPL-1.2
"""Legal statuses, and which of them a person may still have, given what was said.

Everybody has one *base* status. An *overlay* lies over a base (an unaccompanied minor, a stateless person) and can only better what
the base gives. Two attributes tell of them, `legal_status` and `base_status`: one question in two boxes. Either may hold either kind;
the same code in both means "just this one".
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from pristan.core.rules.attributes import Answers
from pristan.core.rules.errors import RuleError

ADULT = 18
BOXES = ("legal_status", "base_status")


@dataclass(frozen=True, slots=True)
class Status:
    """A status. An overlay is never held together with the bases in `not_with`; `is_minor`: only a child has it."""

    code: str
    is_overlay: bool = False
    not_with: frozenset[str] = frozenset()
    is_minor: bool = False


class Statuses(Mapping[str, Status]):
    """All statuses of a city by code, in a fixed order. Raises RuleError: a code given twice, or no base among them."""

    def __init__(self, statuses: Iterable[Status]) -> None:
        self._by_code: dict[str, Status] = {}
        for status in statuses:
            if status.code in self._by_code:
                raise RuleError(status.code, "Two statuses have this code.", "Rename one of them.")
            self._by_code[status.code] = status
        self.bases = tuple(code for code, each in self._by_code.items() if not each.is_overlay)
        self.overlays = tuple(code for code, each in self._by_code.items() if each.is_overlay)
        if not self.bases:
            raise RuleError("statuses", "None of them is a base.", "Give one that is no overlay.")

    def __getitem__(self, code: str) -> Status:
        return self._by_code[code]

    def __iter__(self) -> Iterator[str]:
        return iter(self._by_code)

    def __len__(self) -> int:
        return len(self._by_code)


@dataclass(frozen=True)
class Possible:
    """What a person may have: exactly one of `bases`, all of `certain`, any of `maybe` (both are overlays).

    `box` is the attribute whose answer can still tell more, None when both were answered.
    """

    bases: tuple[str, ...]
    certain: tuple[str, ...]
    maybe: tuple[str, ...]
    box: str | None

    @cached_property
    def base_set(self) -> frozenset[str]:
        """The bases without their order."""
        return frozenset(self.bases)

    @cached_property
    def maybe_set(self) -> frozenset[str]:
        """The overlays that may be held, without their order."""
        return frozenset(self.maybe)

    @cached_property
    def codes(self) -> tuple[str, ...]:
        """All that may be held: what the open box could be answered with without contradiction."""
        return (*self.bases, *self.certain, *self.maybe)


def possible(answers: Answers, statuses: Statuses) -> Possible:
    """The statuses that well-formed answers leave possible. More answers that do not contradict leave fewer.

    Of two different bases, a contradiction, the one in `legal_status` counts and the other is as if not answered; statuses that exclude
    each other are a contradiction too, and then what was said counts.
    """
    said = [answers[box] for box in BOXES if box in answers]
    base = next((code for code in said if code in statuses.bases), None)
    certain = tuple(code for code in statuses.overlays if code in said)
    bases = (base,) if base else _bases_under(certain, statuses)
    is_all_said = len(said) == 2 and set(said) <= {base, *certain}
    maybe = () if is_all_said else tuple(_overlays_over(bases, certain, answers, statuses))
    return Possible(bases, certain, maybe, next((box for box in BOXES if box not in answers), None))


def is_adult(answers: Answers) -> bool:
    """Certainly of age. Who turns 18 today counts as a minor until the age says otherwise: the doubt is theirs."""
    return bool(answers.get("age", 0) >= ADULT or answers.get("days_to_18th_birthday", 0) < 0)


def telling_of_age(answers: Answers) -> tuple[str, ...]:
    """The attributes that could still show, without contradiction, that somebody is no minor."""
    is_age_open = "age" not in answers and answers.get("days_to_18th_birthday", 0) <= 0
    is_day_open = "days_to_18th_birthday" not in answers and "age" not in answers
    return (("age",) if is_age_open else ()) + (("days_to_18th_birthday",) if is_day_open else ())


def _bases_under(certain: tuple[str, ...], statuses: Statuses) -> tuple[str, ...]:
    excluded = frozenset[str]().union(*(statuses[code].not_with for code in certain))
    return tuple(code for code in statuses.bases if code not in excluded) or statuses.bases


def _overlays_over(
    bases: tuple[str, ...], certain: tuple[str, ...], answers: Answers, statuses: Statuses
) -> Iterator[str]:
    for code in statuses.overlays:
        status = statuses[code]
        is_too_old = status.is_minor and is_adult(answers)
        if code not in certain and not is_too_old and not status.not_with.issuperset(bases):
            yield code
