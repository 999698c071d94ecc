# SPDX-License-Identifier: EUPL-1.2
"""The plan as a page: a form that asks little, and what follows from it. Answers live for one request and stand in no address.

Works without JavaScript.
"""

from django.http import Http404, HttpResponse

from pristan.city.orientation import answers, plans, verdicts
from pristan.city.orientation.rulebook import Rulebook, rulebook
from pristan.doors.web import plan_form, plan_page, posts
from pristan.doors.web.page import Page, public, render
from pristan.doors.web.views import plan_out
from pristan.platform.published.errors import NothingPublished


@public
def _form(page: Page) -> HttpResponse:
    return render(
        page, "web/plan_form.html", {"fields": plan_form.fields(_book(page), {}, {}), "has_exit": True}
    )


def _made(page: Page, given: posts.Fields) -> HttpResponse:
    book = _book(page)
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
    made, form = plans.plan(book, read), str((given.get("form") or [""])[0])
    if found := plan_out.file(form, page, told, made["steps"]):
        return found
    shown = plan_page.context(page, book, made, verdicts.verdicts(book, read))
    shown |= plan_out.context(page, given, made["steps"])
    more = {"problems": read.problems, "is_file_lost": form in plan_out.FORMS, "has_exit": True}
    return render(page, "web/plan.html", shown | more)


show = posts.form(_form, _made)


def _book(page: Page) -> Rulebook:
    """The rules. Raises Http404 where the city has none."""
    try:
        book = rulebook(page.language, page.version)
    except NothingPublished:
        raise Http404 from None
    if not book.steps:
        raise Http404
    return book
