# SPDX-License-Identifier: EUPL-1.2
"""Answers that cannot all be true: named, never silently mended.

A problem has a stable code and the keys it is about; its text is made elsewhere, in the reader's language. A status older than the last
arrival is none: one may be born here, or return.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from pristan.core.rules.attributes import Answers
from pristan.core.rules.statuses import ADULT, BOXES, Statuses

YOUNGEST_PARENT = 10
YOUNGEST_WORKER = 15
YOUNGEST_MOTHER, OLDEST_MOTHER = 10, 65

# Four years have 1461 days. Whole numbers only, so that every engine counts alike.
_YEARS, _DAYS = 4, 1461


@dataclass(frozen=True, slots=True)
class Problem:
    """What cannot be, and the answers it is about, in the order of declaration."""

    code: str
    keys: tuple[str, ...]


def problems(answers: Answers, statuses: Statuses) -> tuple[Problem, ...]:
    """All contradictions of well-formed answers, in a fixed order."""
    found = [
        Problem(code, keys)
        for code, keys, is_contradiction in _PAIRS
        if all(key in answers for key in keys) and is_contradiction(*(answers[key] for key in keys))
    ]
    if keys := _minor_and_adult(answers, statuses):
        found.append(Problem("minor-of-age", keys))
    if all(box in answers for box in BOXES):
        first, second = (answers[box] for box in BOXES)
        if first != second and first in statuses.bases and second in statuses.bases:
            found.append(Problem("two-base-statuses", BOXES))
        elif _exclude_each_other(first, second, statuses):
            found.append(Problem("statuses-exclude-each-other", BOXES))
    return tuple(found)


def _is_child_too_old(age: int, children: tuple[int, ...]) -> bool:
    return bool(children) and children[-1] >= age - YOUNGEST_PARENT


def _do_age_and_birthday_differ(days: int, age: int) -> bool:
    """Of age before the 18th birthday or a child after it; else more than a year apart.

    Who is `age` has between 17 - `age` and 18 - `age` years to go.
    """
    if (age >= ADULT) == (days > 0):
        return True
    latest, earliest = ADULT - age + 1, ADULT - age - 2
    return days * _YEARS > latest * _DAYS or days * _YEARS < earliest * _DAYS


def _is_arrival_before_birth(days: int, age: int) -> bool:
    return (days - 366) * _YEARS > age * _DAYS


def _minor_and_adult(answers: Answers, statuses: Statuses) -> tuple[str, ...]:
    minor = [box for box in BOXES if box in answers and statuses[answers[box]].is_minor]
    grown = ["days_to_18th_birthday"] if answers.get("days_to_18th_birthday", 0) < 0 else []
    grown += ["age"] if answers.get("age", 0) >= ADULT else []
    return tuple(minor + grown) if minor and grown else ()


def _exclude_each_other(first: str, second: str, statuses: Statuses) -> bool:
    """An overlay over a base it is never held with, or two overlays that leave no base under them."""
    bases = [code for code in (first, second) if code in statuses.bases] or statuses.bases
    excluded = statuses[first].not_with | statuses[second].not_with
    return excluded.issuperset(bases)


_PAIRS: tuple[tuple[str, tuple[str, ...], Callable[..., Any]], ...] = (
    ("age-and-birthday-differ", ("days_to_18th_birthday", "age"), _do_age_and_birthday_differ),
    ("arrival-before-birth", ("days_since_arrival", "age"), _is_arrival_before_birth),
    ("child-too-old", ("age", "children_ages"), _is_child_too_old),
    ("age-of-pregnancy", ("age", "pregnant"),
     lambda age, is_pregnant: is_pregnant and not YOUNGEST_MOTHER <= age <= OLDEST_MOTHER),
    ("age-of-work", ("age", "works"), lambda age, works: works and age < YOUNGEST_WORKER),
)  # fmt: skip
