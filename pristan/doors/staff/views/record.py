# SPDX-License-Identifier: EUPL-1.2
"""The record: who did what, when and why, to the things that concern whoever looks."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from pristan.platform.audit import reasons, selectors
from pristan.platform.power.access import StaffRequest, signed_in

PAGE = 100


@require_safe
@signed_in
def show(request: StaffRequest) -> HttpResponse:
    """The newest first; ``?key=`` for one thing. What does not concern one is not there."""
    found = selectors.visible_to(request.actor).order_by("-number")
    key = request.GET.get("key", "")[:255]
    if key:
        found = found.filter(about_key=key)
    number = _number(request.GET.get("page"))
    entries = list(found[(number - 1) * PAGE : number * PAGE + 1])
    names = selectors.names(entries)
    typed = reasons.of(entries)
    shown = [
        (each, names[each.actor_kind, each.actor_id], typed.get(each.number, "")) for each in entries[:PAGE]
    ]
    context = {"entries": shown, "key": key, "number": number, "has_more": len(entries) > PAGE}
    return render(request, "staff/record.html", context)


def _number(given: str | None) -> int:
    return min(int(given), 10_000) if given and given.isascii() and given.isdigit() and int(given) else 1
