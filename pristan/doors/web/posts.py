# SPDX-License-Identifier: EUPL-1.2
"""Forms whose answers nobody may keep: not a cache, and not the browser's history. And only from this site."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial, wraps
from typing import Any

from django.db import Error as DatabaseError
from django.http import HttpRequest, HttpResponse
from django.utils import timezone, translation

from pristan.doors.web import errors
from pristan.doors.web.page import NO_STORE, NoCity, Page, opened
from pristan.platform.ui.requestlog import report

MOST_FIELDS = 60
Fields = Mapping[str, Sequence[Any]]
Show = Callable[..., HttpResponse]


def form(show: Show, answer: Callable[..., HttpResponse]) -> Show:
    """An address that shows a form (GET), and answers what it holds (POST): ``answer(page, fields, **parts of the address)``."""

    @wraps(show)
    def view(request: HttpRequest, language: str, **parts: str) -> HttpResponse:
        if request.method == "POST":
            return _kept_by_nobody(request, language, partial(answer, **parts))
        response: HttpResponse = show(request, language, **parts)
        if response.status_code == 405:
            response["Allow"] = "GET, HEAD, POST"
        return response

    return view


def _kept_by_nobody(
    request: HttpRequest, language: str, answer: Callable[[Page, Fields], HttpResponse]
) -> HttpResponse:
    try:
        with translation.override(language):
            page = opened(request, language, timezone.now())
            if _is_from_here(request, page):
                response = answer(page, dict(list(request.POST.lists())[:MOST_FIELDS]))
            else:
                response = errors.bad_request(request)
    except NoCity:
        response = errors.unavailable(request)
    except DatabaseError as error:
        report(error)
        response = errors.unavailable(request)
    response["Cache-Control"] = NO_STORE
    return response


def _is_from_here(request: HttpRequest, page: Page) -> bool:
    """Another site must not send somebody's browser here with answers of its own. Old browsers only tell the origin."""
    site, origin = request.headers.get("Sec-Fetch-Site"), request.headers.get("Origin")
    return site in ("same-origin", "none") if site else origin in (None, page.origin)
