# SPDX-License-Identifier: EUPL-1.2
"""The people who work here: see them, invite, give and end roles, lock an account."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext, override
from django.views.decorators.http import require_POST, require_safe

from pristan.doors.staff import city, mail, scopes
from pristan.doors.staff.people_forms import InviteForm, RoleForm
from pristan.platform.accounts.models import User
from pristan.platform.power import invitations, people, policies, services
from pristan.platform.power.access import FORM, StaffRequest, permitted, seen_on_record
from pristan.platform.power.models import Grant, Invitation
from pristan.platform.power.roles import role_words
from pristan.platform.power.services import LastAdministrator
from pristan.platform.ui.languages import language


@require_safe
@permitted(policies.can_see_people)
@seen_on_record("page")
def show(request: StaffRequest) -> HttpResponse:
    """Everybody whom the actor may see, and open invitations."""
    context = {
        "people": people.visible_to(request.actor, at=request.at),
        "invitations": invitations.visible_to(request.actor, at=request.at),
        "names": scopes.organizations(),
    }
    return render(request, "staff/people.html", context)


@FORM
@permitted(policies.can_see_people)
def invite(request: StaffRequest) -> HttpResponse:
    """Send an invitation. The answer is the same whether the person has an account or not."""
    form = InviteForm(request.POST or None, actor=request.actor)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        sent = invitations.invite(**given, actor=request.actor, at=request.at)
        with override(given["language"]):
            link = request.build_absolute_uri(reverse("staff:accept", kwargs={"token": sent.token}))
            letter = mail.invitation(
                given["email"], link, str(role_words(given["role"])), city.name(given["language"])
            )
        mail.send(letter)
        messages.success(request, gettext("The invitation is sent. It works for seven days."))
        return redirect("staff:people")
    context = {"form": form, "offered": _offered(request)}
    return render(request, "staff/invite.html", context)


@require_POST
@permitted(policies.can_see_people)
def withdraw(request: StaffRequest, number: UUID) -> HttpResponse:
    """Take an invitation back."""
    found = get_object_or_404(Invitation, uuid=number)
    _hide_unless(_gives(request, found))
    invitations.withdraw(invitation=found, actor=request.actor, at=request.at)
    messages.success(request, gettext("The invitation does not work any more."))
    return redirect("staff:people")


@FORM
@permitted(policies.can_see_people)
@seen_on_record("user")
def one(request: StaffRequest, number: UUID) -> HttpResponse:
    """One person with their roles; POST gives another one."""
    person = _seen(request, number)
    form = RoleForm(request.POST or None, actor=request.actor)
    if request.method == "POST" and form.is_valid():
        services.give(user=person, **form.cleaned_data, actor=request.actor, at=request.at)
        messages.success(request, gettext("The role is given."))
        return redirect("staff:person", number=number)
    context = {
        "person": person,
        "form": form,
        "offered": _offered(request),
        "names": scopes.organizations(),
        "may_end": {held.pk for held in person.seen_grants if _gives(request, held)},
        "may_lock": bool(policies.can_lock(request.actor)),
    }
    return render(request, "staff/person.html", context)


@require_POST
@permitted(policies.can_see_people)
def end(request: StaffRequest, number: UUID, grant: int) -> HttpResponse:
    """End a role."""
    person = _seen(request, number)
    held = get_object_or_404(Grant.objects.active(request.at), pk=grant, user=person)
    _hide_unless(_gives(request, held))
    try:
        services.end(grant=held, actor=request.actor, at=request.at)
        messages.success(request, gettext("The role is ended."))
    except LastAdministrator:
        messages.warning(
            request, gettext("This is the last administrator. Give the role to somebody else first.")
        )
    return (
        redirect("staff:person", number=number)
        if people.visible_to(request.actor, at=request.at).filter(pk=person.pk)
        else redirect("staff:people")
    )


@require_POST
@permitted(policies.can_lock)
def lock(request: StaffRequest, number: UUID) -> HttpResponse:
    """Lock an account, or open it again."""
    person = get_object_or_404(User, uuid=number)
    change = people.lock if request.POST.get("lock") == "yes" else people.unlock
    try:
        change(user=person, actor=request.actor, at=request.at)
        messages.success(request, gettext("Done."))
    except LastAdministrator:
        messages.warning(
            request, gettext("This is the last administrator. Give the role to somebody else first.")
        )
    return redirect("staff:person", number=number)


@require_POST
@permitted(policies.can_lock)
def take_factors(request: StaffRequest, number: UUID) -> HttpResponse:
    """Somebody has lost phone and recovery codes: they sign in with the password and set up another factor."""
    person = get_object_or_404(User, uuid=number)
    people.take_factors(user=person, actor=request.actor, at=request.at)
    messages.success(request, gettext("Done."))
    return redirect("staff:person", number=number)


def _seen(request: StaffRequest, number: UUID) -> Any:
    return get_object_or_404(people.visible_to(request.actor, at=request.at), uuid=number)


def _offered(request: StaffRequest) -> dict[str, str]:
    """What a role can be held over, as far as this actor gives any."""
    own = policies.manages(request.actor)
    everything = scopes.offered(language())
    is_manager_only = all(
        power.role == "organization_manager" or power.scope for power in request.actor.powers
    )
    return {key: words for key, words in everything.items() if not is_manager_only or key in own}


def _gives(request: StaffRequest, held: Grant | Invitation) -> bool:
    """Could the actor give, and so end, this role?"""
    return bool(policies.can_give(request.actor, held.role, held.scope))


def _hide_unless(seen: bool) -> None:
    if not seen:
        raise Http404
