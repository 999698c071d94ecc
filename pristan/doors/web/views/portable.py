# SPDX-License-Identifier: EUPL-1.2
"""The rules to carry away: what the engine in a browser, or another program, reads once. The same for everybody."""

from django.http import Http404, HttpResponse

from pristan.city.orientation import portable
from pristan.doors.web.page import FOR_ALL_SITES, Page
from pristan.platform.published.errors import NothingPublished


def show(page: Page) -> HttpResponse:
    """The portable form of the rules in the language of the page."""
    try:
        rules = portable.encoded(page.language, page.version)
    except NothingPublished:
        raise Http404 from None
    return HttpResponse(rules, content_type="application/json", headers=FOR_ALL_SITES)
