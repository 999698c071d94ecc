# SPDX-License-Identifier: EUPL-1.2
"""What a person may tell: the declared attributes, and answers read from whatever was sent.

Everything may be left out. What is missing, or `null`, is *unknown*, never *no*.
"""

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, Literal

Kind = Literal["status", "number", "ages", "flag", "level", "codes"]
Answers = Mapping[str, Any]  # name -> code, whole number, sorted ages, true or false, level, set of codes

LEVELS = ("none", "A1", "A2", "B1", "B2", "C1", "C2")  # of the Common European Framework, and none at all
MOST_CHILDREN = 20
MOST_WANTS = 60
CODE = re.compile("[a-z0-9_-]{1,60}")


@dataclass(frozen=True, slots=True)
class Attribute:
    """One thing that may be told. `least` and `most` bound a number, and each age in a list of ages.

    Some are never asked (`is_asked`): help in an emergency, with violence, trafficking and for children in danger is outside the
    rules and comes before any question.
    """

    name: str
    kind: Kind
    least: int = 0
    most: int = 0
    is_sensitive: bool = False
    is_asked: bool = True


# The order of declaration is the order in which all lists of attributes come, and it settles ties.
ATTRIBUTES = (
    Attribute("legal_status", "status", is_sensitive=True),
    Attribute("base_status", "status", is_sensitive=True),
    Attribute("days_since_arrival", "number", 0, 40_000),
    Attribute("days_since_status", "number", 0, 40_000),
    Attribute("days_since_application", "number", 0, 40_000),
    Attribute("days_to_permit_expiry", "number", -4_000, 40_000),  # below 0: expired
    Attribute("days_to_18th_birthday", "number", -40_000, 7_000),  # below 0: past
    Attribute("family_arrives_in_days", "number", -4_000, 4_000),
    Attribute("age", "number", 0, 130),
    Attribute("children_ages", "ages", 0, 130),
    Attribute("pregnant", "flag", is_sensitive=True),
    Attribute("works", "flag"),
    Attribute("studies", "flag"),
    Attribute("insured", "flag"),
    Attribute("address_registered", "flag"),
    Attribute("slovene_level", "level", 0, len(LEVELS) - 1),
    Attribute("wants", "codes", is_asked=False),
    Attribute("in_danger", "flag", is_sensitive=True, is_asked=False),
    Attribute("needs_doctor_now", "flag", is_asked=False),
    Attribute("wages_unpaid", "flag", is_sensitive=True, is_asked=False),
)
NAMED: Mapping[str, Attribute] = MappingProxyType({each.name: each for each in ATTRIBUTES})


@dataclass(frozen=True, slots=True)
class Malformed:
    """An answer that is none. The texts never repeat what was sent: it may be about a person, and texts end up in logs."""

    key: str
    what: str
    mend: str


@dataclass(frozen=True, slots=True)
class Read:
    """The well-formed answers (never printed), the names that nobody declared, and all that is malformed."""

    answers: Answers = field(repr=False)
    ignored: tuple[str, ...] = ()
    malformed: tuple[Malformed, ...] = ()


class _Unfit(Exception):
    """Not an answer to this attribute: what is wrong, and what would be right."""


def read(given: object, statuses: Collection[str]) -> Read:
    """Answers from what a JSON body may hold. Never raises: what does not fit is listed, all of it.

    `children_ages` come out as a sorted tuple, `wants` as a frozenset; the order of what was sent never matters.
    """
    if not isinstance(given, Mapping):
        return Read({}, (), (Malformed("", "These are no answers.", "Send an object of names and answers."),))
    answers: dict[str, Any] = {}
    malformed: list[Malformed] = []
    for attribute in ATTRIBUTES:
        value = given.get(attribute.name)
        if value is None:
            continue
        try:
            answers[attribute.name] = _READERS[attribute.kind](attribute, value, statuses)
        except _Unfit as unfit:
            malformed.append(Malformed(attribute.name, *unfit.args))
    ignored = sorted(str(key) for key in given if key not in NAMED)
    return Read(answers, tuple(ignored), tuple(malformed))


def _status(_: Attribute, value: object, statuses: Collection[str]) -> str:
    if not isinstance(value, str):
        raise _Unfit("This is not the code of a status.", "Send one of the codes as text, or null.")
    if value not in statuses:
        raise _Unfit("No status has this code.", "Send one of the codes that the city lists, or null.")
    return value


def _number(attribute: Attribute, value: object, _: Collection[str] = ()) -> int:
    # In Python true is a number; in an answer it is not.
    if not isinstance(value, int) or isinstance(value, bool):
        raise _Unfit("This is not a whole number.", f"Send {_range(attribute)}, or null.")
    if not attribute.least <= value <= attribute.most:
        raise _Unfit("This number is out of bounds.", f"Send {_range(attribute)}, or null.")
    return value


def _ages(attribute: Attribute, value: object, _: Collection[str]) -> tuple[int, ...]:
    if not isinstance(value, list | tuple):
        raise _Unfit("This is not a list of ages.", "Send a list such as [3, 7]; [] means no children.")
    if len(value) > MOST_CHILDREN:
        raise _Unfit("These are too many ages.", f"Send at most {MOST_CHILDREN}.")
    return tuple(sorted(_number(attribute, age) for age in value))


def _flag(_: Attribute, value: object, __: Collection[str]) -> bool:
    if not isinstance(value, bool):
        raise _Unfit("This is neither true nor false.", "Send true, false, or null.")
    return value


def _level(_: Attribute, value: object, __: Collection[str]) -> str:
    if not isinstance(value, str) or value not in LEVELS:
        raise _Unfit("This is not a level.", f"Send one of {', '.join(LEVELS)}, or null.")
    return value


def _codes(_: Attribute, value: object, __: Collection[str]) -> frozenset[str]:
    if not isinstance(value, list | tuple | set | frozenset):
        raise _Unfit("This is not a list of codes.", 'Send a list such as ["housing"], or null.')
    if len(value) > MOST_WANTS:
        raise _Unfit("These are too many codes.", f"Send at most {MOST_WANTS}.")
    if not all(isinstance(code, str) and CODE.fullmatch(code) for code in value):
        raise _Unfit("One of these is not a code.", "A code has 1 to 60 of the characters a-z, 0-9, - and _.")
    return frozenset(value)


def _range(attribute: Attribute) -> str:
    return f"a whole number from {attribute.least} to {attribute.most}"


_READERS: Mapping[Kind, Callable[[Attribute, object, Collection[str]], Any]] = {
    "status": _status,
    "number": _number,
    "ages": _ages,
    "flag": _flag,
    "level": _level,
    "codes": _codes,
}
