# SPDX-License-Identifier: EUPL-1.2
"""How people write conditions: a mapping whose keys must all hold, checked so strictly that a slip never becomes a rule.

age: {min: 15, max: 29}             insured: true             slovene_level: {min: A2}
legal_status: [refugee, stateless]  wants: [housing]          from: 2025-07-01
children_ages: {some: {max: 5}}     any: [{works: true}, {studies: true}]
age: {min: {parameter: pension}}    not: {pregnant: true}     until: 2026-12-31
"""

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from difflib import get_close_matches
from functools import partial

from pristan.core.rules.attributes import CODE, LEVELS, MOST_CHILDREN, NAMED, Attribute, Kind
from pristan.core.rules.errors import RuleError
from pristan.core.rules.facts import Bound, Parameter
from pristan.core.rules.nodes import (
    AllOf,
    AnyOf,
    Between,
    Condition,
    Count,
    From,
    Held,
    Is,
    Not,
    OneOf,
    Some,
    Until,
)

DEEPEST = 20  # conditions within conditions; nobody can read deeper ones
_WORDS = ("all", "any", "not", "from", "until")
_ATTRIBUTES = tuple(name for name in NAMED if name != "base_status")  # `legal_status` looks into both boxes
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")

Ends = tuple[Bound | None, Bound | None]


@dataclass(frozen=True, slots=True)
class Known:
    """The codes that rules may name; None: any that is written like a code."""

    statuses: Collection[str] | None = None
    parameters: Collection[str] | None = None


ANY_CODE = Known()


def parse(data: object, where: str = "when", known: Known = ANY_CODE) -> Condition:
    """A condition from what YAML or JSON hold. Raises RuleError that names the place, what is wrong there and how to mend it."""
    return _condition(data, where, known, 0)


def _condition(data: object, where: str, known: Known, depth: int) -> Condition:
    if depth > DEEPEST:
        raise RuleError(where, f"More than {DEEPEST} conditions lie within each other.", "Write it flatter.")
    if not isinstance(data, Mapping):
        raise RuleError(where, "This is no condition.", "Write a mapping such as `age: {min: 18}`.")
    if not data:
        raise RuleError(where, "This condition is empty.", "Leave `when` out where there is none.")
    parts = tuple(_entry(key, value, f"{where}.{key}", known, depth) for key, value in data.items())
    first = next((part.day for part in parts if isinstance(part, From)), date.min)
    last = next((part.day for part in parts if isinstance(part, Until)), date.max)
    if first > last:
        raise RuleError(where, "`from` is after `until`: this never holds.", "Correct one of the two days.")
    return parts[0] if len(parts) == 1 else AllOf(parts)


def _entry(key: object, value: object, where: str, known: Known, depth: int) -> Condition:
    if key == "all":
        return AllOf(_several(value, where, known, depth))
    if key == "any":
        return AnyOf(_several(value, where, known, depth))
    if key == "not":
        return Not(_condition(value, where, known, depth + 1))
    if key == "from":
        return From(_day(value, where))
    if key == "until":
        return Until(_day(value, where))
    if key == "base_status":
        raise RuleError(
            where, "Rules do not ask for it.", "Write `legal_status`: it means every status a person has."
        )
    if key not in NAMED:
        raise RuleError(where, "Nobody declared this attribute.", _instead(key, (*_ATTRIBUTES, *_WORDS)))
    attribute = NAMED[str(key)]
    return _TESTS[attribute.kind](attribute, value, where, known)


def _several(value: object, where: str, known: Known, depth: int) -> tuple[Condition, ...]:
    if not isinstance(value, list | tuple) or not value:
        raise RuleError(where, "This is no list of conditions.", "Write at least one: `- age: {min: 18}`.")
    return tuple(_condition(each, f"{where}.{at}", known, depth + 1) for at, each in enumerate(value))


def _day(value: object, where: str) -> date:
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    if not isinstance(value, str) or not _ISO.fullmatch(value):
        raise RuleError(where, "This is no day.", "Write it as 2025-07-01.")
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise RuleError(where, "There is no such day.", "Write one that the calendar has.") from None


def _held(_: Attribute, value: object, where: str, known: Known) -> Condition:
    return Held(_codes(value, where, known.statuses))


def _one_of(attribute: Attribute, value: object, where: str, _: Known) -> Condition:
    return OneOf(attribute.name, _codes(value, where, None))


def _flag(attribute: Attribute, value: object, where: str, _: Known) -> Condition:
    if not isinstance(value, bool):
        raise RuleError(where, "This is neither true nor false.", "Write true or false.")
    return Is(attribute.name, value)


def _number(attribute: Attribute, value: object, where: str, known: Known) -> Condition:
    read = partial(_whole, attribute.least, attribute.most, known)
    if isinstance(value, Mapping) and "parameter" not in value:
        return Between(attribute.name, *_range(value, where, read))
    return Is(attribute.name, read(value, where))


def _level(attribute: Attribute, value: object, where: str, _: Known) -> Condition:
    if isinstance(value, Mapping):
        return Between(attribute.name, *_range(value, where, _one_level))
    return Is(attribute.name, _one_level(value, where))


def _ages(attribute: Attribute, value: object, where: str, known: Known) -> Condition:
    if not isinstance(value, Mapping) or not value:
        raise RuleError(where, "This says nothing of ages.", "Write `some: {max: 5}` or `count: {min: 1}`.")
    tests: list[Condition] = []
    for key, given in value.items():
        if key == "some":
            read = partial(_whole, attribute.least, attribute.most, known)
            tests.append(Some(attribute.name, *_range(given, f"{where}.some", read)))
        elif key == "count":
            read = partial(_whole, 0, MOST_CHILDREN, known)
            tests.append(Count(attribute.name, *_range(given, f"{where}.count", read)))
        else:
            raise RuleError(f"{where}.{key}", "Ages are not tested so.", _instead(key, ("some", "count")))
    return tests[0] if len(tests) == 1 else AllOf(tuple(tests))


def _codes(value: object, where: str, known: Collection[str] | None) -> tuple[str, ...]:
    codes = (value,) if isinstance(value, str) else value
    if not isinstance(codes, list | tuple) or not codes:
        raise RuleError(where, "This is no list of codes.", "Write at least one: `[housing]`.")
    if len(set(read := tuple(_code(code, where, known) for code in codes))) < len(read):
        raise RuleError(where, "One of these codes stands here twice.", "Leave one of them out.")
    return read


def _code(value: object, where: str, known: Collection[str] | None) -> str:
    if not isinstance(value, str) or not CODE.fullmatch(value):
        raise RuleError(where, f"`{value}` is no code.", "Use 1 to 60 of the characters a-z, 0-9, - and _.")
    if known is not None and value not in known:
        raise RuleError(where, f"Nothing has the code `{value}`.", _instead(value, known))
    return value


def _range(value: object, where: str, read: Callable[[object, str], Bound]) -> Ends:
    if not isinstance(value, Mapping) or not value:
        raise RuleError(where, "This is no range.", "Write `min`, `max` or both.")
    for key in value:
        if key not in ("min", "max"):
            raise RuleError(f"{where}.{key}", "A range has no such end.", _instead(key, ("min", "max")))
    least, most = (read(value[end], f"{where}.{end}") if end in value else None for end in ("min", "max"))
    if (low := _place(least)) is not None and (high := _place(most)) is not None and low > high:
        raise RuleError(where, "`min` is above `max`: this never holds.", "Exchange or correct them.")
    return least, most


def _place(bound: Bound | None) -> int | None:
    """Where a bound lies; None where nothing can be said: there is none, or it changes."""
    if bound is None or isinstance(bound, Parameter):
        return None
    return LEVELS.index(bound) if isinstance(bound, str) else bound


def _whole(least: int, most: int, known: Known, value: object, where: str) -> Bound:
    if isinstance(value, Mapping) and [*value] == ["parameter"]:
        return Parameter(_code(value["parameter"], f"{where}.parameter", known.parameters))
    if not isinstance(value, int) or isinstance(value, bool):
        raise RuleError(where, "This is no whole number.", "Write one, or `{parameter: code}`.")
    if not least <= value <= most:
        raise RuleError(
            where,
            f"{value} is out of bounds: this never holds, or always.",
            f"Write a number from {least} to {most}.",
        )
    return value


def _one_level(value: object, where: str) -> str:
    if not isinstance(value, str) or value not in LEVELS:
        raise RuleError(where, "There is no such level.", f"Write one of {', '.join(LEVELS)}.")
    return value


def _instead(written: object, choices: Collection[str]) -> str:
    near = get_close_matches(str(written), choices, n=1)
    return f"Did you mean `{near[0]}`?" if near else f"Known are: {', '.join(choices)}."


_TESTS: Mapping[Kind, Callable[[Attribute, object, str, Known], Condition]] = {
    "status": _held,
    "codes": _one_of,
    "flag": _flag,
    "number": _number,
    "level": _level,
    "ages": _ages,
}
