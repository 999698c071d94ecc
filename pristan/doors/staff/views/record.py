# SPDX-License-Identifier: EUPL-1.2
"""The record: who did what, when and why, to the things that concern whoever looks."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from pristan.doors.staff import acts
from pristan.platform.audit import reasons, selectors
from pristan.platform.power.access import StaffRequest, signed_in
from pristan.platform.ui import paging

PAGE = 100


@require_safe
@signed_in
def show(request: StaffRequest) -> HttpResponse:
    """The newest first; ``?key=`` for one thing. What does not concern one is not there."""
    found = selectors.visible_to(request.actor).order_by("-number")
    key = request.GET.get("key", "")[:255]
    if key:
        found = found.filter(about_key=key)
    page = paging.page(found, request, size=PAGE)
    entries = list(page)
    names, typed = selectors.names(entries), reasons.of(entries)
    shown = [
        (act, names[act.entry.actor_kind, act.entry.actor_id], typed.get(act.entry.number, ""))
        for act in acts.in_words(entries)
    ]
    return render(request, "staff/record.html", {"entries": shown, "key": key, "page": page})
