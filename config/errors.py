# SPDX-License-Identifier: EUPL-1.2
"""Which side answers when something goes wrong: an error below ``/staff/`` looks like the signed-in side."""

from django.http import HttpRequest, HttpResponse

from pristan.doors.staff import errors as staff
from pristan.doors.staff.addresses import is_staff
from pristan.doors.web import errors as web


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400."""
    return staff.bad_request(request) if is_staff(request.path) else web.bad_request(request, exception)


def refused(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403 exists on the signed-in side only; elsewhere there is nothing to refuse."""
    return staff.refused(request) if is_staff(request.path) else web.not_found(request, exception)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404, or 308 where only the last slash was missing."""
    return staff.not_found(request) if is_staff(request.path) else web.not_found(request, exception)


def too_many(request: HttpRequest) -> HttpResponse:
    """429."""
    return staff.too_many(request)


def server_error(request: HttpRequest) -> HttpResponse:
    """500: our fault."""
    return staff.server_error(request) if is_staff(request.path) else web.server_error(request)
