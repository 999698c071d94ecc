# SPDX-License-Identifier: EUPL-1.2
"""Pages for when something is not there or does not work: what happened, what you can do, whom to call.

They speak the language of the address, and still stand when the database is gone.
"""

from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect, JsonResponse
from django.template.loader import get_template
from django.urls import is_valid_path
from django.utils import translation
from django.utils.translation import gettext
from django.utils.translation.trans_real import parse_accept_lang_header

from pristan.core.text.languages import readable
from pristan.doors.web import selectors
from pristan.platform.ui import languages
from pristan.platform.ui.requestlog import report

# The European emergency number, for when nothing else can be read.
LAST_RESORT = [{"number": "112", "text": "", "lang": ""}]
RETRY = "60"  # seconds
# Below it programs ask: they are told in JSON, in English.
PROGRAMS = "/api/"
TOLD = {
    400: ("This request is not understood.", "GET /api/openapi.json tells how to ask."),
    404: ("There is nothing at this address.", "GET /api/openapi.json tells the addresses."),
    405: ("Only GET and HEAD are answered here.", "Send a GET."),
    500: ("Something broke on our side.", "Try again later. Nothing was kept."),
    503: ("The city cannot be read now.", "Try again in a minute."),
}


def preferred(request: HttpRequest) -> list[str]:
    """Languages that the browser asks for, best first; it only pre-selects, it never decides."""
    header = request.headers.get("Accept-Language", "")[:200]
    wanted = [tag for tag, weight in parse_accept_lang_header(header) if weight]
    return list(dict.fromkeys(code for tag in wanted for code in readable(tag)))


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404, or 308 where only the last slash was missing."""
    is_page = not request.path.startswith(PROGRAMS)
    if is_page and not request.path.endswith("/") and is_valid_path(f"{request.path}/"):
        query = request.META.get("QUERY_STRING", "")
        target = "/" + request.path.lstrip("/") + "/" + (f"?{query}" if query else "")
        return HttpResponsePermanentRedirect(target, preserve_request=True)
    return _page(request, 404)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400."""
    return _page(request, 400)


def not_allowed(request: HttpRequest) -> HttpResponse:
    """405: public pages are read, nothing is sent to them."""
    response = _page(request, 405)
    response["Allow"] = "GET, HEAD"
    return response


def server_error(request: HttpRequest) -> HttpResponse:
    """500: our fault."""
    return _page(request, 500)


def unavailable(request: HttpRequest) -> HttpResponse:
    """503: the database is gone, locked, or still empty."""
    response = _page(request, 503, database=False)
    response["Retry-After"] = RETRY
    return response


def _page(request: HttpRequest, status: int, database: bool = True) -> HttpResponse:
    if request.path.startswith(PROGRAMS):
        return told(status, *TOLD[status])
    wanted = request.path.split("/")[1]
    found = _catalogue(wanted, preferred(request), database)
    city = (
        found["city"]
        if found
        else {"languages": [str(code) for code, _ in settings.LANGUAGES], "service_name": "Pristan"}
    )
    language = wanted if wanted in city["languages"] else _best(preferred(request), city["languages"])
    with translation.override(language):
        context: dict[str, Any] = {
            "status": status, "words": _words(status), "language": language, "direction": languages.direction(language),
            "city": city, "languages": city["languages"], "numbers": city.get("emergency_numbers") or LAST_RESORT,
            "has_city": bool(found),
        }  # fmt: skip
        response = HttpResponse(get_template("web/error.html").render(context), status=status)
    response["Cache-Control"] = "no-store"
    return response


def told(status: int, what: str, mend: str) -> JsonResponse:
    """The same for a program: what is wrong, and the way out."""
    response = JsonResponse({"error": what, "mend": mend}, status=status)
    response["Cache-Control"] = "no-store"
    if status == 503:
        response["Retry-After"] = RETRY
    return response


def _catalogue(wanted: str, others: list[str], database: bool) -> dict[str, Any] | None:
    if not database:
        return selectors.last_catalogue(wanted)
    try:
        return selectors.any_catalogue([wanted, *others], selectors.version())
    except Exception as error:  # an error page must stand whatever else has fallen
        report(error)
        return selectors.last_catalogue(wanted)


def _best(preferred: Sequence[str], offered: Sequence[str]) -> str:
    return next((each for each in preferred if each in offered), "en" if "en" in offered else offered[0])


def _words(status: int) -> dict[str, str]:
    """Title, what happened, what to do."""
    if status == 404:
        return {
            "title": gettext("This page is not here"),
            "what": gettext("The address may be mistyped, or the page has moved or was taken away."),
            "do": gettext("Search for what you need, or begin on the first page."),
        }
    if status == 503:
        return {
            "title": gettext("We cannot show this page right now"),
            "what": gettext("Our data cannot be read at the moment. You have done nothing wrong."),
            "do": gettext("Please try again in a few minutes. If you need help now, call."),
        }
    if status == 500:
        return {
            "title": gettext("Something broke on our side"),
            "what": gettext("You have done nothing wrong, and nothing about you was kept."),
            "do": gettext("Please try again, or search for what you need. If you need help now, call."),
        }
    return {
        "title": gettext("We could not understand this request"),
        "what": gettext("The address holds something that this site does not know."),
        "do": gettext("Search for what you need, or begin on the first page."),
    }
