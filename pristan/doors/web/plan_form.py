# SPDX-License-Identifier: EUPL-1.2
"""The form of the plan: which questions it asks, and how its fields become answers. Every field may be left as it is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext, pgettext

from pristan.city.orientation import asking
from pristan.city.orientation.rulebook import Rulebook
from pristan.core.rules import LEVELS, NAMED

# In this order; the ones that are asked in an emergency stand on the page of urgent help instead.
ASKED = (
    "legal_status", "base_status", "days_since_arrival", "days_since_status", "days_since_application", "days_to_permit_expiry",
    "age", "children_ages", "address_registered", "insured", "works", "studies", "slovene_level", "pregnant",
)  # fmt: skip
Given = Mapping[str, Sequence[Any]]


@dataclass(frozen=True)
class Field:
    """A question of the form: a list to choose from, or a line to write into."""

    name: str
    text: str
    why: str
    value: str
    choices: list[tuple[str, str]]
    slip: str
    is_number: bool


def fields(book: Rulebook, given: Given, slips: Mapping[str, str]) -> list[Field]:
    """All questions, filled with what was given."""
    found = []
    for name in ASKED:
        text, why = asking.question(name)
        value = str((given.get(name) or [""])[0])
        choices = _choices(book, name)
        found.append(
            Field(name, text, why, value, choices, slips.get(name, ""), NAMED[name].kind == "number")
        )
    return found


def _choices(book: Rulebook, name: str) -> list[tuple[str, str]]:
    match NAMED[name].kind:
        case "status":
            return [(code, book.names[code]["text"]) for code in book.statuses]
        case "flag":
            return [("yes", pgettext("answer to: may I", "Yes")), ("no", pgettext("answer to: may I", "No"))]
        case "level":
            return [(level, gettext("not at all") if level == LEVELS[0] else level) for level in LEVELS]
    return []


def kept(given: Given) -> list[tuple[str, str]]:
    """The fields that were filled in, as they were, for a form that sends them once more."""
    return [(name, str(given[name][0])) for name in ASKED if (given.get(name) or [""])[0]]


def read(given: Given) -> tuple[dict[str, Any], dict[str, str]]:
    """Answers from the fields of the form, and what could not be read, by field."""
    told: dict[str, Any] = {}
    slips: dict[str, str] = {}
    for name in ASKED:
        value = str((given.get(name) or [""])[0]).strip()[:200]
        if not value:
            continue
        try:
            told[name] = _answer(NAMED[name].kind, value)
        except ValueError:
            slips[name] = (
                gettext("Write a whole number.")
                if NAMED[name].kind == "number"
                else gettext("Write the ages with commas: 3, 7")
            )
    return told, slips


def _answer(kind: str, value: str) -> Any:
    match kind:
        case "number":
            return int(value)
        case "ages":
            return [
                int(each) for each in value.replace(";", ",").replace("،", ",").split(",") if each.strip()
            ]
        case "flag":
            return {"yes": True, "no": False}.get(value, value)
    return value
