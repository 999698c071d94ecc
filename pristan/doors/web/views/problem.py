# SPDX-License-Identifier: EUPL-1.2
"""Something is wrong on a page: a form without a name, a phone number, a mail; and what became of a report."""

from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext

from pristan.doors.web import cards, posts, report_words, sharing
from pristan.doors.web.page import Page, public, render
from pristan.doors.web.views.entry import Moved, back, found, redirect
from pristan.platform.receiving import throttle
from pristan.platform.reports import errors, services, words
from pristan.platform.reports.lifecycle import DANGER, MATTERS

Body = dict[str, Any]


def _ways(page: Page, body: Body) -> dict[str, Any]:
    """The other ways to tell the city: phone, mail, an information point."""
    contact = page.catalogue.city.get("contact") or {}
    link = sharing.link(page, body)
    text = gettext("Page: %(address)s\nWhat is wrong:\nHow I know it:\n") % {"address": link}
    subject = gettext("Something is wrong on a page")
    mail = sharing.mail(text, subject, contact["email"]) if contact.get("email") else ""
    points = cards.cards(page, page.catalogue.cards("information_points")[:3])
    return {"contact": contact, "mail": mail, "back": back(page, body), "points": points}


def _shown(page: Page, body: Body, **more: Any) -> HttpResponse:
    status = 422 if more.get("slip") else 200
    shown = {
        "entry": body,
        "matters": words.matters(),
        "longest": services.LONGEST,
        **_ways(page, body),
        **more,
    }
    return render(page, "web/problem.html", shown, status=status, is_private=bool(body.get("is_sensitive")))


@public
def _form(page: Page, address: str) -> HttpResponse:
    try:
        return _shown(page, found(page, address, "problem").body)
    except Moved as moved:
        return redirect(moved)


def _taken(page: Page, given: posts.Fields, address: str) -> HttpResponse:
    try:
        body = found(page, address, "problem").body
    except Moved as moved:
        return redirect(moved)
    typed = {name: str(given.get(name, [""])[0]) for name in ("text", "contact")}
    chosen = [matter for matter in MATTERS if matter in given.get("matter", ())]
    try:
        throttle.count(throttle.DANGER if DANGER in chosen else throttle.REPORT, page.sender, at=page.at)
        code = services.report(
            kind="entry",
            key=body["key"],
            language=page.language,
            matters=chosen,
            today=page.today,
            **typed,
        )
    except (errors.NothingSaid, errors.TooLong, throttle.TooMany) as error:
        return _shown(page, body, slip=report_words.slip(error), typed=typed, chosen=chosen)
    return _shown(page, body, code=code)


problem = posts.form(_form, _taken)


@public
def _asked(page: Page) -> HttpResponse:
    return render(page, "web/report.html", {})


def _told(page: Page, given: posts.Fields) -> HttpResponse:
    code = str(given.get("code", [""])[0])[:60]
    try:
        throttle.count(throttle.LOOK_UP, page.sender, at=page.at)
        report = services.look_up(code)
    except (errors.ReportMissing, throttle.TooMany) as error:
        return render(page, "web/report.html", {"slip": report_words.slip(error), "typed": code}, status=422)
    return render(
        page, "web/report.html", {"told": (words.became(report.state), words.answer(report.answer))}
    )


report = posts.form(_asked, _told)
