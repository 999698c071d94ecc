# SPDX-License-Identifier: EUPL-1.2
"""The door of the signed-in side, and its first page: what to do today."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import override
from django.utils.translation.trans_real import parse_accept_lang_header
from django.views.decorators.http import require_safe

from pristan.doors.staff import addresses
from pristan.platform.accounts import desk
from pristan.platform.power.access import StaffRequest, signed_in


@require_safe
@signed_in
def show(request: StaffRequest) -> HttpResponse:
    """What waits, the most harmful first; and where everything is."""
    context = {"tasks": desk.tasks(request.actor, at=request.at)}
    return render(request, "staff/start.html", context)


@require_safe
def languages(request: HttpRequest) -> HttpResponse:
    """``/staff/``: the languages of the signed-in side. The browser's wish only pre-selects."""
    wanted = [
        code.split("-")[0]
        for code, _ in parse_accept_lang_header(request.headers.get("Accept-Language", "")[:200])
    ]
    likely = next((code for code in wanted if code in addresses.languages()), settings.LANGUAGE_CODE)
    with override(likely):
        return render(request, "staff/door.html", {"languages": addresses.languages()})
