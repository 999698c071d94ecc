# SPDX-License-Identifier: EUPL-1.2
"""All first steps: the page behind the code on a sheet."""

from django.http import Http404, HttpResponse

from pristan.city.orientation.rulebook import rulebook
from pristan.doors.web import steps_page
from pristan.doors.web.page import Page, render
from pristan.platform.published.errors import NothingPublished


def show(page: Page) -> HttpResponse:
    """Every step of the city, by time. Cities that have none have no such page."""
    try:
        book = rulebook(page.language, page.version)
    except NothingPublished:
        raise Http404 from None
    if not book.steps:
        raise Http404
    return render(page, "web/steps.html", steps_page.context(page, book) | {"has_exit": True})
