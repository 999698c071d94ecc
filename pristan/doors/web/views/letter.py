# SPDX-License-Identifier: EUPL-1.2
"""A letter with a term: its last day, from what a person copies out of it. The page counts, and keeps nothing.

A city without a rule of counting has the page as well: it then says where to get advice.
"""

from dataclasses import replace

from django.http import HttpResponse

from pristan.city.orientation import letters
from pristan.city.orientation.letters import LetterRules
from pristan.city.orientation.rulebook import rulebook
from pristan.core.deadlines.service import DaysNotPossible, Letter, NotYetDelivered
from pristan.doors.web import letter_form, letter_page, posts
from pristan.doors.web.letter_form import Copied
from pristan.doors.web.page import Page, public, render
from pristan.platform.published.errors import NothingPublished


@public
def _form(page: Page) -> HttpResponse:
    return render(page, "web/letter.html", letter_page.context(page, _rules(page), Copied()))


def _counted(page: Page, given: posts.Fields) -> HttpResponse:
    rules = _rules(page)
    copied, found = _told(rules, letter_form.read(given), page)
    status = 422 if copied.slips else 200
    return render(page, "web/letter.html", letter_page.context(page, rules, copied, found), status=status)


def _told(rules: LetterRules, copied: Copied, page: Page) -> tuple[Copied, Letter | None]:
    """The answer, or a word at the field that stands in its way."""
    if copied.slips:
        return copied, None
    unit = copied.typed["unit"]
    try:
        return copied, letters.tell(rules, copied.days, unit, copied.delivered_on, page.today)
    except DaysNotPossible:
        return replace(copied, slips={"days": letter_form.days_not_possible()}), None
    except NotYetDelivered:
        return replace(copied, slips={"delivered_on": letter_form.not_yet_delivered()}), None


show = posts.form(_form, _counted)


def _rules(page: Page) -> LetterRules:
    try:
        return letters.rules(rulebook(page.language, page.version))
    except NothingPublished:
        return letters.NONE
