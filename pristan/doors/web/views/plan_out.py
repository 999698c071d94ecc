# SPDX-License-Identifier: EUPL-1.2
"""The plan to take along: PDF, calendar, text, a code to scan. Made of the same answers, sent again in the body of a POST; kept nowhere."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from django.http import HttpResponse

from pristan.doors.web import addresses, fragment, plan_days, plan_form, plan_text, sharing
from pristan.doors.web.page import Page
from pristan.doors.web.paper import plan as paper
from pristan.doors.web.paper.sides import sides
from pristan.platform.documents.typesetting import NotTypeset
from pristan.platform.ui.requestlog import report

Given = Mapping[str, Any]
Steps = Sequence[Given]
PDF, CALENDAR, TEXT = "application/pdf", "text/calendar; charset=utf-8", "text/plain; charset=utf-8"


def file(form: str, page: Page, told: Given, steps: Steps) -> HttpResponse | None:
    """The file of a form, under a name that says nothing. None where there is no such form, nothing for it, or it could not be made."""
    if form not in FORMS:
        return None
    make, kind, name = FORMS[form]
    try:
        content = make(page, told, steps)
    except NotTypeset as error:
        report(error)
        return None
    if content is None:
        return None
    return HttpResponse(
        content, content_type=kind, headers={"Content-Disposition": f'attachment; filename="{name}"'}
    )


def context(page: Page, given: Mapping[str, Sequence[Any]], steps: Steps) -> dict[str, Any]:
    """What the section "take it with you" needs: the answers for the next POST, the text, the code."""
    link = _link(page, steps)
    return {
        "kept": [*plan_form.hidden(given)],
        "out_text": plan_text.text(page, steps, link),
        "out_sms": sharing.sms(link),
        "out_qr": sharing.qr_inline(link),
        "out_link": page.origin + addresses.page(page.language, "steps"),
    }


def _link(page: Page, steps: Steps) -> str:
    """The address of the list of all steps, with these as its fragment."""
    marked = fragment.encode(page.version, (each["id"] for each in steps))
    return f"{page.origin}{addresses.page(page.language, 'steps')}#{marked}"


def _short(page: Page, told: Given, steps: Steps) -> bytes:
    return paper.short(page, sides(page, told, is_whole=False), _link(page, steps))


def _full(page: Page, told: Given, steps: Steps) -> bytes:
    return paper.full(page, sides(page, told, is_whole=True), _link(page, steps))


def _calendar(page: Page, told: Given, steps: Steps) -> bytes | None:
    return plan_days.calendar(page, steps)


def _text(page: Page, told: Given, steps: Steps) -> bytes:
    return plan_text.text(page, steps, _link(page, steps)).encode()


FORMS: Mapping[str, tuple[Callable[[Page, Given, Steps], bytes | None], str, str]] = {
    "pdf": (_full, PDF, "steps.pdf"),
    "pdf-short": (_short, PDF, "steps-short.pdf"),
    "ics": (_calendar, CALENDAR, "steps.ics"),
    "text": (_text, TEXT, "steps.txt"),
}
