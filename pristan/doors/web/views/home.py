# SPDX-License-Identifier: EUPL-1.2
"""The door (all languages of the city) and the first page of each."""

from django.db import Error as DatabaseError
from django.http import HttpRequest, HttpResponse
from django.template.loader import get_template
from django.utils import timezone, translation
from django.utils.cache import patch_vary_headers

from pristan.doors.web import cards, errors, selectors
from pristan.doors.web.catalogue import Catalogue
from pristan.doors.web.page import REVALIDATE, Page, render
from pristan.platform.ui import etags
from pristan.platform.ui.requestlog import report


def show(page: Page) -> HttpResponse:
    """The question field, the needs, urgent help, first steps, information points."""
    context = {
        "page_class": "home",
        "needs": page.catalogue.top_needs,
        "first_steps": cards.cards(page, page.catalogue.cards("first_steps")),
        "points": cards.cards(page, page.catalogue.cards("information_points")),
    }
    return render(page, "web/home.html", context)


def languages(request: HttpRequest) -> HttpResponse:
    """``/``: every language in its own name. The browser's wish only pre-selects, nobody is sent anywhere."""
    if request.method not in ("GET", "HEAD"):
        return errors.not_allowed(request)
    try:
        version = selectors.version()
        wanted = errors.preferred(request)
        given = selectors.any_catalogue(wanted, version)
    except DatabaseError as error:
        report(error)
        return errors.unavailable(request)
    if given is None:
        return errors.unavailable(request)
    return _door(request, Catalogue(given), wanted, version)


def _door(request: HttpRequest, catalogue: Catalogue, wanted: list[str], version: int) -> HttpResponse:
    chosen = next((each for each in wanted if each in catalogue.languages), catalogue.local)
    tag = etags.base(version, request.get_full_path(), catalogue.today(timezone.now()), chosen)
    if full := etags.matches(request, tag):
        response = HttpResponse(status=304, headers={"ETag": full, "Cache-Control": REVALIDATE})
    else:
        with translation.override(chosen):
            context = {"city": catalogue.city, "language": chosen, "languages": catalogue.languages}
            response = HttpResponse(get_template("web/door.html").render(context))
        response["ETag"], response["Cache-Control"] = f'"{tag}"', REVALIDATE
    patch_vary_headers(response, ("Accept-Language",))
    return response
