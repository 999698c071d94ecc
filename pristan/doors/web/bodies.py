# SPDX-License-Identifier: EUPL-1.2
"""What another program sends to ask for orientation: answers, alone or with the language, the day and what was refused."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import HttpRequest

from pristan.city.orientation import answers
from pristan.city.orientation.sent import NameTwice, decoded
from pristan.core.rules import NAMED

MOST_BYTES = 32_000
_KEYS = {"answers", "lang", "today", "refused"}


class Unfit(Exception):
    """A request that cannot be answered: a status, what is wrong, and what to do. It never repeats what was sent."""

    def __init__(self, status: int, what: str, mend: str) -> None:
        super().__init__(what)
        self.status, self.what, self.mend = status, what, mend


@dataclass(frozen=True)
class Sent:
    """A body that was read. `answers` may still be anything; `refused`: attributes that are not to be asked for; `ignored`: names
    beside the answers, or in the address, that mean nothing."""

    answers: Any
    language: str
    today: date | None = None
    refused: frozenset[str] = frozenset()
    ignored: tuple[str, ...] = ()


def read(request: HttpRequest) -> Sent:
    """Read it. Raises Unfit."""
    given, language = _decoded(request), request.GET.get("lang", "")
    astray = request.GET.keys() - {"lang"}
    if not isinstance(given, Mapping) or "answers" not in given:
        return Sent(given, language, ignored=tuple(astray))
    return Sent(
        given["answers"],
        _text(given, "lang") or language,
        _day(_text(given, "today")),
        _refused(given.get("refused")),
        tuple(astray | (given.keys() - _KEYS)),
    )


def _decoded(request: HttpRequest) -> Any:
    body = request.read(MOST_BYTES + 1)
    if len(body) > MOST_BYTES:
        raise Unfit(413, "This is too long.", f"Send at most {MOST_BYTES} bytes.")
    try:
        return decoded(body.decode() or "{}")
    except NameTwice:
        raise Unfit(422, "A name stands there twice.", "Send each name once.") from None
    except ValueError:
        raise Unfit(400, "This is no JSON.", 'Send an object such as {"age": 30}.') from None


def _text(given: Mapping[str, Any], name: str) -> str:
    value = given.get(name)
    if value is not None and not isinstance(value, str):
        raise Unfit(422, f"`{name}` is no text.", "Send text, or leave it out.")
    return value or ""


def _day(text: str) -> date | None:
    try:
        return answers.day(text) if text else None
    except ValueError:
        raise Unfit(
            422, "`today` is no day of our times.", "Write it as 2026-11-27, or leave it out."
        ) from None


def _refused(given: Any) -> frozenset[str]:
    if given is None:
        return frozenset()
    if not isinstance(given, list) or not all(isinstance(each, str) and each in NAMED for each in given):
        raise Unfit(422, "`refused` is no list of attributes.", 'Send a list such as ["age"].')
    return frozenset(given)
