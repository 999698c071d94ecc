# SPDX-License-Identifier: EUPL-1.2
"""The parts of a plan: what a script reads to make one in the browser. The same for everybody."""

from django.http import HttpResponse

from pristan.doors.web import plan_parts
from pristan.doors.web.page import Page, render
from pristan.doors.web.views.plan import book_of


def show(page: Page) -> HttpResponse:
    """All parts, in the language of the page."""
    return render(page, "web/plan_parts.html", plan_parts.context(page, book_of(page)))
