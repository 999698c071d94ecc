# SPDX-License-Identifier: EUPL-1.2
"""Accept an invitation: a name, a password, and the account is there."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext

from pristan.doors.staff import scopes
from pristan.doors.staff.people_forms import AcceptForm
from pristan.platform.accounts.models import User
from pristan.platform.power import invitations
from pristan.platform.power.access import FORM, StaffRequest
from pristan.platform.power.invitations import InvitationOver


@FORM
def accept(request: StaffRequest, token: str) -> HttpResponse:
    """The page of the link. Who has an account already takes the role with one press."""
    try:
        found = invitations.found(token, at=request.at)
    except InvitationOver:
        return render(request, "staff/invitation_over.html", status=410)
    is_known = User.objects.filter(email=found.email).exists()
    form = AcceptForm(request.POST if request.method == "POST" and not is_known else None, email=found.email)
    if request.method == "POST" and (is_known or form.is_valid()):
        given = {"display_name": "", "password": ""} if is_known else form.cleaned_data
        return _accepted(request, token, **given)
    context = {"form": form, "invitation": found, "is_known": is_known, "names": scopes.organizations()}
    return render(request, "staff/accept.html", context)


def _accepted(request: StaffRequest, token: str, *, display_name: str, password: str) -> HttpResponse:
    try:
        invitations.accept(token=token, display_name=display_name, password=password, at=request.at)
    except InvitationOver:  # pressed twice
        return render(request, "staff/invitation_over.html", status=410)
    messages.success(request, gettext("Welcome. Now sign in."))
    return redirect("account_login")
