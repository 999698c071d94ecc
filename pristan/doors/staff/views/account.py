# SPDX-License-Identifier: EUPL-1.2
"""One's own account: roles, keys, sessions."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from pristan.doors.staff import scopes
from pristan.platform.power.access import StaffRequest, signed_in


@require_safe
@signed_in
def show(request: StaffRequest) -> HttpResponse:
    """What one holds, and where to change password, second factor and sessions."""
    return render(request, "staff/account.html", {"names": scopes.organizations()})


@require_safe
@signed_in
def awake(request: StaffRequest) -> HttpResponse:
    """Asked by a page in which somebody is writing, so that their session does not end meanwhile."""
    return HttpResponse(status=204)
