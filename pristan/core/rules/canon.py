# SPDX-License-Identifier: EUPL-1.2
"""The canonical form of a condition, small and regular, for JSON and for engines in other languages.

`["all", [...]]`, `["any", [...]]`, `["not", c]`, `["is", attribute, value or [codes]]`, `["between", attribute, min, max]`,
`["some", attribute, min, max]`, `["count", attribute, min, max]`, `["from", day]`, `["until", day]`. An end that is not there is null;
a number that the law changes is `["parameter", code]`.
"""

from typing import Any

from pristan.core.rules.attributes import NAMED
from pristan.core.rules.errors import RuleError
from pristan.core.rules.facts import Bound, Parameter
from pristan.core.rules.grammar import ANY_CODE, DEEPEST, Known, parse
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


def as_data(condition: Condition) -> list[Any]:
    """A condition as lists, texts, whole numbers, true, false and null. `from_data` reads it back, equal."""
    match condition:
        case AllOf(parts):
            return ["all", [as_data(part) for part in parts]]
        case AnyOf(parts):
            return ["any", [as_data(part) for part in parts]]
        case Not(part):
            return ["not", as_data(part)]
        case Held(codes):
            return ["is", Held.attribute, [*codes]]
        case OneOf(attribute, codes):
            return ["is", attribute, [*codes]]
        case Is(attribute, value):
            return ["is", attribute, _as_data(value)]
        case Between(attribute, least, most):
            return ["between", attribute, _as_data(least), _as_data(most)]
        case Some(attribute, least, most):
            return ["some", attribute, _as_data(least), _as_data(most)]
        case Count(attribute, least, most):
            return ["count", attribute, _as_data(least), _as_data(most)]
        case From(day):
            return ["from", day.isoformat()]
        case Until(day):
            return ["until", day.isoformat()]


def from_data(data: object, where: str = "when", known: Known = ANY_CODE) -> Condition:
    """A condition from its canonical form. Raises RuleError as `parse` does: both are checked in one place."""
    return parse(_written(data, where, 0), where, known)


def _written(data: object, where: str, depth: int) -> object:
    """The canonical form as people write it."""
    if depth > DEEPEST:
        raise RuleError(where, f"More than {DEEPEST} conditions lie within each other.", "Write it flatter.")
    match data:
        case ["all" | "any" as word, [*parts]]:
            return {
                word: [_written(part, f"{where}.{word}.{at}", depth + 1) for at, part in enumerate(parts)]
            }
        case ["not", part]:
            return {"not": _written(part, f"{where}.not", depth + 1)}
        case ["from" | "until" as word, str(day)]:
            return {word: day}
        case ["is", str(attribute), bool() | int() | str() | [*_] as value]:
            # Only of numbers may the value be a parameter: elsewhere a list holds codes.
            is_number = attribute in NAMED and NAMED[attribute].kind == "number"
            return {attribute: _bound(value) if is_number else value}
        case ["between", str(attribute), least, most]:
            return {attribute: _ends(least, most)}
        case ["some" | "count" as word, str(attribute), least, most]:
            return {attribute: {word: _ends(least, most)}}
    raise RuleError(where, "This is no condition.", 'Write a list such as ["is", "insured", true].')


def _ends(least: object, most: object) -> dict[str, object]:
    return {end: _bound(value) for end, value in (("min", least), ("max", most)) if value is not None}


def _bound(value: object) -> object:
    match value:
        case ["parameter", str(code)]:
            return {"parameter": code}
    return value


def _as_data(bound: bool | Bound | None) -> Any:
    return ["parameter", bound.code] if isinstance(bound, Parameter) else bound
