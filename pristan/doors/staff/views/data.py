# SPDX-License-Identifier: EUPL-1.2
"""What is held about whoever is signed in: taken along as a file, or forgotten. Both after a fresh proof."""

from allauth.account.decorators import reauthentication_required
from django.contrib import messages
from django.contrib.auth import logout
from django.db import transaction
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext

from pristan.doors.staff.forms import ForgetForm
from pristan.platform.audit import services as audit
from pristan.platform.forgetting import erasure
from pristan.platform.forgetting.export import export
from pristan.platform.power.access import FORM, StaffRequest, signed_in
from pristan.platform.power.services import LastAdministrator


@FORM
@signed_in
@reauthentication_required  # type: ignore[untyped-decorator]
def show(request: StaffRequest) -> HttpResponse:
    """What one can do with one's data; POST gives them as a file."""
    return _file(request) if request.method == "POST" else render(request, "staff/data.html")


@FORM
@signed_in
@reauthentication_required  # type: ignore[untyped-decorator]
def forget(request: StaffRequest) -> HttpResponse:
    """Have oneself forgotten."""
    form = ForgetForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        return _forgotten(request)
    return render(request, "staff/forget.html", {"form": form})


def _file(request: StaffRequest) -> HttpResponse:
    held = export(request.user.uuid, at=request.at)
    with transaction.atomic():
        about = ("user", str(request.user.uuid))
        audit.record(what="accounts.person.exported", actor=request.actor, about=about, at=request.at)
    response = JsonResponse(held, json_dumps_params={"ensure_ascii": False, "indent": 2})
    response["Content-Disposition"] = 'attachment; filename="my-data.json"'
    return response


def _forgotten(request: StaffRequest) -> HttpResponse:
    try:
        erasure.erase(request.user.uuid, actor=request.actor, at=request.at, why="asked for it, signed in")
    except LastAdministrator:
        messages.warning(
            request, gettext("You are the last administrator. Give the role to somebody else first.")
        )
        return redirect("staff:data")
    logout(request)
    messages.success(request, gettext("Your account is closed, and you are forgotten."))
    return redirect("account_login")
