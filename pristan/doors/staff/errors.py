# SPDX-License-Identifier: EUPL-1.2
"""Pages of the signed-in side for when something is not there or does not work: what happened, and what to do."""

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.urls import is_valid_path
from django.utils.translation import gettext


def not_found(request: HttpRequest) -> HttpResponse:
    """404: it does not exist, or not for this person; nobody is told which. 308 where only the last slash was missing."""
    if not request.path.endswith("/") and request.method == "GET" and is_valid_path(f"{request.path}/"):
        return HttpResponsePermanentRedirect(f"{request.path}/", preserve_request=True)
    title = gettext("This page is not here")
    what = gettext("The address may be mistyped, the thing may be gone, or your roles do not open it.")
    return _page(
        request,
        404,
        title,
        what,
        gettext("Go to your first page. If you need this page for your work, ask whoever gives the roles."),
    )


def refused(request: HttpRequest) -> HttpResponse:
    """403: seen, but not theirs to do."""
    title = gettext("You cannot do this with your roles")
    what = gettext("Nothing was changed.")
    return _page(
        request, 403, title, what, gettext("If you need it for your work, ask whoever gives the roles.")
    )


def forged(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403: a form that does not come from our page, or from a page that is too old."""
    title = gettext("This form is too old")
    what = gettext(
        "Nothing was changed. It was opened before you last signed in, or it came from another site."
    )
    return _page(request, 403, title, what, gettext("Open the page again and send the form once more."))


def bad_request(request: HttpRequest) -> HttpResponse:
    """400."""
    title = gettext("We could not understand this request")
    return _page(request, 400, title, gettext("Nothing was changed."), gettext("Go back, and try once more."))


def too_many(request: HttpRequest) -> HttpResponse:
    """429."""
    title = gettext("Too many attempts")
    what = gettext(
        "There were many attempts in a short time, so we wait a little. Nothing is wrong with your account."
    )
    response = _page(request, 429, title, what, gettext("Try again in ten minutes."))
    response["Retry-After"] = "600"
    return response


def server_error(request: HttpRequest) -> HttpResponse:
    """500: our fault."""
    title = gettext("Something broke on our side")
    return _page(
        request,
        500,
        title,
        gettext("What you sent may not have been saved."),
        gettext("Look whether it is there, then try again."),
    )


def _page(request: HttpRequest, status: int, title: str, what: str, do: str) -> HttpResponse:
    return render(
        request, "staff/error.html", {"words": {"title": title, "what": what, "do": do}}, status=status
    )
