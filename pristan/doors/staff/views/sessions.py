# SPDX-License-Identifier: EUPL-1.2
"""Staff sessions: open one, end it, and see what was done in each."""

from datetime import timedelta
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_POST, require_safe

from pristan.doors.staff import acts
from pristan.doors.staff.forms import SessionForm
from pristan.platform.power import policies, staff_sessions
from pristan.platform.power.access import FORM, StaffRequest, permitted, signed_in
from pristan.platform.power.models import StaffSession

SHOWN = 200


@require_safe
@permitted(policies.can_see_sessions)
def show(request: StaffRequest) -> HttpResponse:
    """All staff sessions, the newest first."""
    sessions = StaffSession.objects.select_related("user")[:SHOWN]
    return render(request, "staff/sessions.html", {"sessions": sessions})


@FORM
@signed_in
def begin(request: StaffRequest) -> HttpResponse:
    """A reason and a length; for whoever holds the role of administrator."""
    if not policies.can_begin_session(request.standing):
        raise Http404
    form = SessionForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        lasts = timedelta(minutes=form.cleaned_data["minutes"])
        reason = form.cleaned_data["reason"]
        staff_sessions.begin(
            user=request.user, browser=request.browser, reason=reason, lasts=lasts, at=request.at
        )
        messages.success(request, gettext("The staff session is open."))
        return redirect("staff:start")
    return render(request, "staff/session_open.html", {"form": form})


@require_safe
@permitted(policies.can_see_sessions)
def one(request: StaffRequest, number: UUID) -> HttpResponse:
    """One session: who, why, when, and everything that was done in it."""
    session = get_object_or_404(StaffSession.objects.select_related("user"), uuid=number)
    context = {"session": session, "done": acts.in_words(list(staff_sessions.done_in(session)[:SHOWN]))}
    return render(request, "staff/session.html", context)


@require_POST
@signed_in
def end(request: StaffRequest, number: UUID) -> HttpResponse:
    """End it now."""
    session = get_object_or_404(StaffSession, uuid=number)
    if not policies.can_end_session(request.actor, str(session.user.uuid)):
        raise Http404
    staff_sessions.end(session=session, actor=request.actor, at=request.at)
    messages.success(request, gettext("The staff session is over."))
    return redirect("staff:start")
