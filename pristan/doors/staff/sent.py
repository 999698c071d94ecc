# SPDX-License-Identifier: EUPL-1.2
"""What no page of ours sends, and what no database and no reader of numbers can take: refused before anything reads it.

Forms of other people's code (passkeys) read JSON too, so this stands in front of all of them.
"""

import re
from collections.abc import Callable, Iterator
from itertools import accumulate
from typing import Any

from django.http import HttpRequest, HttpResponse

from pristan.doors.staff import errors

DEEPEST = 40  # maps and lists in one another
_ENDLESS = re.compile(r"\d{4000}")  # Python reads no number of more than 4,300 digits
_STEP = {"[": 1, "{": 1, "]": -1, "}": -1}


class SentMiddleware:
    """A form or a query with such a value gets a page that says so; nothing is changed."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: Any) -> HttpResponse | None:
        """Before the page is asked; who is not signed in is asked to sign in before that (GateMiddleware)."""
        return errors.bad_request(request) if any(map(is_unfit, _texts(request))) else None


def is_unfit(text: str) -> bool:
    """NUL, which PostgreSQL cannot keep; a number without end; JSON that is nested without end."""
    return "\0" in text or bool(_ENDLESS.search(text)) or _depth(text) > DEEPEST


def _depth(text: str) -> int:
    is_json = text.lstrip()[:1] in ("[", "{")
    return max(accumulate(_STEP.get(sign, 0) for sign in text), default=0) if is_json else 0


def _texts(request: HttpRequest) -> Iterator[str]:
    for fields in (request.GET, request.POST):
        for name, values in fields.lists():
            yield name
            yield from map(str, values)
