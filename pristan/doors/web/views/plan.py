# SPDX-License-Identifier: EUPL-1.2
"""The plan as pages: a form that asks little, and what follows from it. Answers live for one request and stand in no address.

Works without JavaScript.
"""

from django.http import Http404, HttpResponse, HttpResponseRedirect

from pristan.city.orientation import answers, conversation, plans, verdicts, wishes
from pristan.city.orientation.rulebook import Rulebook, rulebook
from pristan.doors.web import addresses, plan_form, plan_page, plan_talk, posts
from pristan.doors.web.page import Page, public, render
from pristan.doors.web.views import plan_out
from pristan.platform.published.errors import NothingPublished


@public
def _start(page: Page) -> HttpResponse:
    book_of(page)
    return render(
        page, "web/plan_start.html", {"wants": plan_form.wants(page.catalogue, {}), "has_exit": True}
    )


@public
def _empty(page: Page) -> HttpResponse:
    return _form(page, book_of(page), {}, {})


@public
def _anew(page: Page) -> HttpResponse:
    return HttpResponseRedirect(addresses.page(page.language, "plan"))


def _made(page: Page, sent: posts.Fields) -> HttpResponse:
    book, given = book_of(page), plan_talk.read(sent).given
    told, slips = _told(page, book, given)
    if told is None:
        return _form(page, book, given, slips, status=422)
    return _plan(page, book, given, told, form=str((sent.get("form") or [""])[0]))


def _filled(page: Page, sent: posts.Fields) -> HttpResponse:
    return _form(page, book_of(page), plan_talk.read(sent).given, {})


def _asked(page: Page, sent: posts.Fields) -> HttpResponse:
    book, talk = book_of(page), plan_talk.read(sent)
    told, slips = _told(page, book, talk.given)
    name = conversation.question(book, told, talk.refused) if told else next(iter(slips))
    if told and name is None:
        return _plan(page, book, talk.given, told)
    shown = plan_talk.context(book, talk, str(name), told, slips)
    return render(page, "web/plan_question.html", shown | {"has_exit": True}, status=422 if slips else 200)


show = posts.form(_start, _made)  # where the conversation begins; the plan of what was told
everything = posts.form(_empty, _filled)  # all questions on one page: empty, or with what was told already
question = posts.form(_anew, _asked)  # the next question. Whoever only opens the address begins anew


def _told(page: Page, book: Rulebook, given: plan_form.Given) -> tuple[answers.Told | None, dict[str, str]]:
    """What was told; or None, and by field what could not be read."""
    found, slips = plan_form.read(given)
    try:
        read = answers.read(found, book, page.today)
    except answers.AnswersMalformed as error:
        return None, slips | {each.key: f"{each.what} {each.mend}" for each in error.found}
    return (None, slips) if slips else (read, {})


def _form(
    page: Page, book: Rulebook, given: plan_form.Given, slips: dict[str, str], *, status: int = 200
) -> HttpResponse:
    shown = {"fields": plan_form.fields(book, given, slips), "wants": plan_form.wants(page.catalogue, given)}
    return render(page, "web/plan_form.html", shown | {"slips": slips, "has_exit": True}, status=status)


def _plan(
    page: Page, book: Rulebook, given: plan_form.Given, read: answers.Told, *, form: str = ""
) -> HttpResponse:
    """The plan as a page, or as the file that was asked for."""
    told = wishes.precise(book, read)
    made = plans.plan(book, told)
    steps = plans.to_do(made)
    if found := plan_out.file(form, page, plan_form.read(given)[0], steps):
        return found
    shown = plan_page.context(page, book, made, verdicts.verdicts(book, told), told)
    shown |= plan_out.context(page, given, steps)
    more = {"problems": read.problems, "lost": form if form in plan_out.FORMS else "", "has_exit": True}
    return render(page, "web/plan.html", shown | more)


def book_of(page: Page) -> Rulebook:
    """The rules. Raises Http404 where the city has none."""
    try:
        book = rulebook(page.language, page.version)
    except NothingPublished:
        raise Http404 from None
    if not book.steps:
        raise Http404
    return book
