# SPDX-License-Identifier: EUPL-1.2
"""The form of the plan: which questions it asks, and how its fields become answers. Every field may be left as it is."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext, pgettext

from pristan.city.orientation import asking
from pristan.city.orientation.rulebook import Rulebook
from pristan.core.rules import LEVELS, NAMED
from pristan.core.rules.attributes import CODE, MOST_WANTS
from pristan.doors.web.catalogue import Catalogue

# In this order; the ones that are asked in an emergency stand on the page of urgent help instead.
ASKED = (
    "legal_status", "base_status", "days_since_arrival", "days_since_status", "days_since_application", "days_to_permit_expiry",
    "days_to_18th_birthday", "family_arrives_in_days", "age", "children_ages", "address_registered", "insured", "works", "studies", "slovene_level", "pregnant",
)  # fmt: skip
WANTS = "wants"
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
    is_short: bool  # so few choices that each can be a button


@dataclass(frozen=True)
class Want:
    """A need that can be ticked."""

    given: Mapping[str, Any]
    is_on: bool


def fields(book: Rulebook, given: Given, slips: Mapping[str, str]) -> list[Field]:
    """All questions, filled with what was given."""
    return [field(book, name, given, slips) for name in ASKED]


def field(book: Rulebook, name: str, given: Given, slips: Mapping[str, str]) -> Field:
    """One question, filled with what was given."""
    text, why = asking.question(name)
    kind = NAMED[name].kind
    return Field(
        name,
        text,
        why,
        _value(given, name),
        _choices(book, name),
        slips.get(name, ""),
        is_number=kind == "number",
        is_short=kind in ("flag", "level"),
    )


def wants(catalogue: Catalogue, given: Given) -> list[Want]:
    """The needs of the first page, with those that were ticked."""
    ticked = set(_codes(given))
    return [Want(each, each["id"] in ticked) for each in catalogue.top_needs]


def hidden(given: Given, *, without: str = "") -> Iterator[tuple[str, str]]:
    """What was given already, to be sent again with the next answer."""
    yield from ((name, _value(given, name)) for name in ASKED if name != without and _value(given, name))
    yield from ((WANTS, code) for code in _codes(given))


def read(given: Given) -> tuple[dict[str, Any], dict[str, str]]:
    """Answers from the fields of the form, and what could not be read, by field."""
    told: dict[str, Any] = {WANTS: codes} if (codes := _codes(given)) else {}
    slips: dict[str, str] = {}
    for name in ASKED:
        if not (value := _value(given, name)):
            continue
        try:
            told[name] = _answer(NAMED[name].kind, value)
        except ValueError:
            slips[name] = no_number() if NAMED[name].kind == "number" else no_ages()
    return told, slips


def no_number() -> str:
    """What is said where a number was asked for and something else was written."""
    return gettext("Write a whole number.")


def no_ages() -> str:
    """What is said where ages were asked for and something else was written."""
    return gettext("Write the ages with commas: 3, 7")


def _value(given: Given, name: str) -> str:
    return str((given.get(name) or [""])[0]).strip()[:200]


def _codes(given: Given) -> list[str]:
    """What was ticked. Only boxes of ours can be: what is no code came from elsewhere and is left out."""
    return [each for each in given.get(WANTS) or () if CODE.fullmatch(str(each))][:MOST_WANTS]


def _choices(book: Rulebook, name: str) -> list[tuple[str, str]]:
    match NAMED[name].kind:
        case "status":
            return [(code, book.names[code]["text"]) for code in book.statuses]
        case "flag":
            return [("yes", pgettext("answer to: may I", "Yes")), ("no", pgettext("answer to: may I", "No"))]
        case "level":
            return [(level, gettext("not at all") if level == LEVELS[0] else level) for level in LEVELS]
    return []


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
