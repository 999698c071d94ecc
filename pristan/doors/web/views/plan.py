# SPDX-License-Identifier: EUPL-1.2
"""The plan as a page: a form that asks little, and what follows from it. Answers live for one request and stand in no address.

Works without JavaScript. The answer to a POST may be kept by nobody: not by a cache, and not by the browser's history.
"""

from collections.abc import Callable
from functools import wraps

from django.db import Error as DatabaseError
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone, translation

from pristan.city.orientation import answers, plans, verdicts
from pristan.city.orientation.rulebook import Rulebook, rulebook
from pristan.doors.web import errors, plan_form, plan_page
from pristan.doors.web.page import NO_STORE, NoCity, Page, opened, public, render
from pristan.platform.published.errors import NothingPublished
from pristan.platform.ui.requestlog import report

MOST_FIELDS = 60


def show(request: HttpRequest, language: str) -> HttpResponse:
    """The form (GET), or the plan of what it holds (POST)."""
    if request.method == "POST":
        return _made(request, language)
    response: HttpResponse = _form(request, language)
    if response.status_code == 405:
        response["Allow"] = "GET, HEAD, POST"
    return response


@public
def _form(page: Page) -> HttpResponse:
    return render(
        page, "web/plan_form.html", {"fields": plan_form.fields(_book(page), {}, {}), "has_exit": True}
    )


def _never_kept(
    view: Callable[[HttpRequest, Page], HttpResponse],
) -> Callable[[HttpRequest, str], HttpResponse]:
    @wraps(view)
    def answer(request: HttpRequest, language: str) -> HttpResponse:
        try:
            with translation.override(language):
                response = view(request, opened(request, language, timezone.now()))
        except NoCity:
            response = errors.unavailable(request)
        except DatabaseError as error:
            report(error)
            response = errors.unavailable(request)
        response["Cache-Control"] = NO_STORE
        return response

    return answer


@_never_kept
def _made(request: HttpRequest, page: Page) -> HttpResponse:
    if not _is_from_here(request, page):
        return errors.bad_request(request)
    book, given = _book(page), dict(list(request.POST.lists())[:MOST_FIELDS])
    told, slips = plan_form.read(given)
    try:
        read = answers.read(told, book, page.today)
    except answers.AnswersMalformed as error:
        slips |= {each.key: f"{each.what} {each.mend}" for each in error.found}
    if slips:
        return render(
            page,
            "web/plan_form.html",
            {"fields": plan_form.fields(book, given, slips), "slips": slips, "has_exit": True},
            status=422,
        )
    shown = plan_page.context(page, book, plans.plan(book, read), verdicts.verdicts(book, read))
    return render(page, "web/plan.html", shown | {"problems": read.problems, "has_exit": True})


def _is_from_here(request: HttpRequest, page: Page) -> bool:
    """Another site must not send somebody's browser here with answers of its own. Old browsers only tell the origin."""
    site, origin = request.headers.get("Sec-Fetch-Site"), request.headers.get("Origin")
    return site in ("same-origin", "none") if site else origin in (None, page.origin)


def _book(page: Page) -> Rulebook:
    """The rules. Raises Http404 where the city has none."""
    try:
        book = rulebook(page.language, page.version)
    except NothingPublished:
        raise Http404 from None
    if not book.steps:
        raise Http404
    return book
