# SPDX-License-Identifier: EUPL-1.2
"""JSON that somebody sends to be weighed, read strictly: what can be understood in two ways is not understood."""

import json
from typing import Any

MOST_DIGITS = 30


class NoJson(ValueError):
    """It is no JSON, or too deep to be any of ours."""


class NameTwice(ValueError):
    """Of two answers to one question nobody can tell which one is meant."""


def decoded(text: str) -> Any:
    """What the JSON holds. Raises NoJson and NameTwice; neither repeats what was sent."""
    try:
        return json.loads(text, object_pairs_hook=_once, parse_int=_whole, parse_constant=_no_number)
    except NameTwice:
        raise
    except (ValueError, RecursionError):
        raise NoJson from None


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise NameTwice
    return found


def _whole(digits: str) -> int | float:
    """A number of more digits than any answer has is out of bounds like any other: it is not worth the time to read it exactly."""
    return int(digits) if len(digits) < MOST_DIGITS else float(digits)


def _no_number(_: str) -> None:
    """`NaN` and `Infinity`, which Python would read."""
    raise NoJson
