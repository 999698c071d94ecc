# SPDX-License-Identifier: EUPL-1.2
"""All first steps: the page behind the code on a sheet."""

from django.http import HttpResponse

from pristan.doors.web import steps_page
from pristan.doors.web.page import Page, render
from pristan.doors.web.views.plan import book_of


def show(page: Page) -> HttpResponse:
    """Every step of the city, by time. Cities that have none have no such page."""
    return render(page, "web/steps.html", steps_page.context(page, book_of(page)) | {"has_exit": True})
