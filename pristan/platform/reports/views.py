# SPDX-License-Identifier: EUPL-1.2
"""Staff screens of reports: what waits, and one of them with the answers to choose from."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_POST, require_safe

from pristan.platform.lifecycle.errors import MovedMeanwhile, MoveNotAllowed
from pristan.platform.power.access import StaffRequest, permitted, seen_on_record
from pristan.platform.reports import policies, selectors, services, words
from pristan.platform.reports.errors import UnknownAnswer
from pristan.platform.reports.lifecycle import OPEN
from pristan.platform.reports.models import Report
from pristan.platform.review import registry
from pristan.platform.review import selectors as review
from pristan.platform.ui import paging
from pristan.platform.ui.languages import language

PAGE = 50


@require_safe
@permitted(policies.can_read)
def show(request: StaffRequest) -> HttpResponse:
    """What is open, the most harmful first."""
    named = dict(words.matters())
    which = request.GET.get("which", "")
    waiting = (
        selectors.closing(request.actor, at=request.at)
        if which == "closing"
        else selectors.waiting(request.actor, which=which)
    )
    page = paging.page(waiting, request, size=PAGE)
    titles = review.titles([(each.kind, each.key) for each in page], language())
    found = [(each, titles[each.kind, each.key], [named[code] for code in each.matters]) for each in page]
    context = {"reports": found, "page": page, "which": which}
    return render(request, "reports/list.html", context)


@require_safe
@permitted(policies.can_read)
@seen_on_record("report")
def one(request: StaffRequest, uuid: UUID) -> HttpResponse:
    """One report, and what can be done with it."""
    return _page(request, _seen(request, uuid))


@require_POST
@permitted(policies.can_read)
@seen_on_record("report")
def act(request: StaffRequest, uuid: UUID) -> HttpResponse:
    """Take it up, or close it with one of the fixed answers."""
    report = _seen(request, uuid)
    try:
        if "take_up" in request.POST:
            services.take_up(uuid=uuid, actor=request.actor, at=request.at)
            messages.success(request, gettext("It is yours. Its sender sees that somebody is working on it."))
            return redirect("reports:one", uuid=uuid)
        services.close(uuid=uuid, answer=request.POST.get("answer", ""), actor=request.actor, at=request.at)
    except UnknownAnswer:
        return _page(request, report, slip=gettext("Choose what its sender is to read."))
    except (MoveNotAllowed, MovedMeanwhile):
        return _page(request, report, slip=gettext("Somebody else was faster: look at what became of it."))
    messages.success(request, gettext("Closed. What the sender left to be reached by is deleted."))
    return redirect("reports:list")


def _page(request: StaffRequest, report: Report, *, slip: str = "") -> HttpResponse:
    reviewed = registry.of(report.kind)
    named = dict(words.matters())
    context = {
        "report": report, "title": reviewed.title(report.key, language()), "url": reviewed.url(report.key),
        "matters": [named[code] for code in report.matters], "answers": words.answers(), "is_open": report.state in OPEN,
        "became": (words.became(report.state), words.answer(report.answer)), "slip": slip,
    }  # fmt: skip
    return render(request, "reports/report.html", context, status=409 if slip else 200)


def _seen(request: StaffRequest, uuid: UUID) -> Report:
    found = selectors.visible_to(request.actor).filter(uuid=uuid).first()
    if found is None:
        raise Http404
    return found
