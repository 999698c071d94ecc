# SPDX-License-Identifier: EUPL-1.2
"""One line per request: which kind of page, in which language, how it ended, how long it took.

An allow-list decides what may be written. Addresses, queries, bodies, IP addresses and browsers never are:
who asked what is nobody's business, ours included.
"""

import logging
import time
import traceback
from collections.abc import Callable, MutableMapping
from pathlib import Path
from typing import Any

import structlog
from django.core.exceptions import SuspiciousOperation
from django.http import Http404, HttpRequest, HttpResponse

ALLOWED = frozenset(
    {"event", "timestamp", "level", "page", "language", "method", "status", "ms", "error", "where"}
)
METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})


def only_allowed(logger: Any, name: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """Drop every field that is not on the list."""
    return {key: value for key, value in event.items() if key in ALLOWED}


log = structlog.wrap_logger(
    logging.getLogger("pristan.requests"),
    processors=[
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        only_allowed,
        structlog.processors.JSONRenderer(sort_keys=True),
    ],
    wrapper_class=structlog.stdlib.BoundLogger,
)


def report(error: BaseException) -> None:
    """A failure: its class and the places in our code, without the message, which may hold what a person typed."""
    frames = traceback.extract_tb(error.__traceback__)[-6:]
    where = " < ".join(
        f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in reversed(frames)
    )
    log.error("failure", error=type(error).__name__, where=where)


class RequestLogMiddleware:
    """Write the line. Stands outermost, so that its time is the whole time."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        began = time.perf_counter()
        response = self.get_response(request)
        match = request.resolver_match
        log.info(
            "request",
            page=match.view_name if match else None,
            language=match.kwargs.get("language") if match else None,
            method=request.method if request.method in METHODS else "other",
            status=response.status_code,
            ms=round((time.perf_counter() - began) * 1000, 1),
        )
        return response

    def process_exception(self, request: HttpRequest, error: Exception) -> None:
        """Django's own error log is silent (it writes addresses and queries), so ours must speak."""
        if not isinstance(error, Http404 | SuspiciousOperation):
            report(error)
