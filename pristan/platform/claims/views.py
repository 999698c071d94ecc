# SPDX-License-Identifier: EUPL-1.2
"""Staff screens of claims: what waits, and one of them with the checks and the decision."""

from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext, override
from django.views.decorators.http import require_POST, require_safe

from pristan.platform.claims import policies, registry, selectors, services, words
from pristan.platform.claims.errors import (
    CheckImpossible,
    NoOrganization,
    NothingChecked,
    NotListed,
    NotVetted,
    OwnClaim,
    UnknownAnswer,
)
from pristan.platform.claims.events import ClaimGranted
from pristan.platform.claims.lifecycle import OPEN
from pristan.platform.claims.models import Claim
from pristan.platform.lifecycle.errors import MovedMeanwhile, MoveNotAllowed
from pristan.platform.power.access import StaffRequest, permitted, seen_on_record
from pristan.platform.power.roles import ORGANIZATION_MANAGER
from pristan.platform.ui import paging

PAGE = 25
SLIPS = (
    CheckImpossible, NoOrganization, NothingChecked, NotListed, NotVetted, OwnClaim, UnknownAnswer, MovedMeanwhile, MoveNotAllowed,
)  # fmt: skip


@require_safe
@permitted(policies.can_vet)
def show(request: StaffRequest) -> HttpResponse:
    """What is open, the oldest first."""
    waiting = selectors.waiting(request.actor).prefetch_related("vettings")
    page = paging.page(waiting, request, size=PAGE)
    found = [
        (each, registry.of(each.kind).title(each.key), selectors.standing(each), words.state(each.state))
        for each in page
    ]
    return render(request, "claims/list.html", {"claims": found, "page": page})


@require_safe
@permitted(policies.can_vet)
@seen_on_record("claim")
def one(request: StaffRequest, uuid: UUID) -> HttpResponse:
    """One claim, and what can be done with it."""
    return _page(request, _seen(request, uuid))


@require_POST
@permitted(policies.can_vet)
@seen_on_record("claim")
def vet(request: StaffRequest, uuid: UUID) -> HttpResponse:
    """Say how one found out that it is true."""
    claim = _seen(request, uuid)
    try:
        services.vet(uuid=uuid, checks=request.POST.getlist("check"), actor=request.actor, at=request.at)
    except SLIPS as error:
        return _page(request, claim, slip=_words(error))
    messages.success(request, gettext("Noted, with your name and the time."))
    return redirect("claims:one", uuid=uuid)


@require_POST
@permitted(policies.can_vet)
@seen_on_record("claim")
def decide(request: StaffRequest, uuid: UUID) -> HttpResponse:
    """Grant it, or refuse it with one of the fixed answers."""
    claim = _seen(request, uuid)
    email, language = claim.email, _spoken(claim.language)
    try:
        if "grant" not in request.POST:
            services.refuse(
                uuid=uuid, answer=request.POST.get("answer", ""), actor=request.actor, at=request.at
            )
            messages.success(request, gettext("Refused. What leads to the person is deleted."))
            return redirect("claims:list")
        sent = services.grant(uuid=uuid, actor=request.actor, at=request.at)
    except SLIPS as error:
        return _page(request, claim, slip=_words(error))
    with override(language):
        link = request.build_absolute_uri(reverse("staff:accept", kwargs={"token": sent.token}))
    ClaimGranted.send(Claim, email=email, link=link, role=ORGANIZATION_MANAGER, language=language)
    messages.success(request, gettext("Granted. The invitation is sent and works for seven days."))
    return redirect("claims:list")


def _page(request: StaffRequest, claim: Claim, *, slip: str = "") -> HttpResponse:
    known = registry.of(claim.kind)
    now = selectors.standing(claim)
    context = {
        "claim": claim, "title": known.title(claim.key), "url": known.url(claim.key), "now": now, "slip": slip,
        "is_open": claim.state in OPEN, "state": words.state(claim.state), "answer": words.answer(claim.answer),
        "checks": [(code, text, code in now.possible) for code, text in words.checks()], "answers": words.answers(),
        "own": next((each.checks for each in claim.vettings.all() if each.by == request.actor.id), ()),
    }  # fmt: skip
    return render(request, "claims/claim.html", context, status=409 if slip else 200)


def _words(error: Exception) -> str:
    if isinstance(error, NothingChecked):
        return gettext("Tick what you did.")
    if isinstance(error, CheckImpossible):
        return gettext("This check cannot hold here. Look at the domain and the numbers below.")
    if isinstance(error, OwnClaim):
        return gettext("This claim has your own e-mail address. Somebody else has to look at it.")
    if isinstance(error, NotVetted):
        return gettext("It is not vetted enough yet. What is missing stands below.")
    if isinstance(error, NotListed):
        return gettext("It asked not to be listed. Refuse the claim, or take that wish back first.")
    if isinstance(error, NoOrganization):
        return gettext(
            "The entry belongs to no organisation yet. Make one, name it in the entry, then grant the claim."
        )
    if isinstance(error, UnknownAnswer):
        return gettext("Choose what the claimer is to read.")
    return gettext("Somebody else was faster: look at what became of it.")


def _spoken(language: str) -> str:
    """The language of the letter: that of the claimer, where the signed-in side has it."""
    return language if language in dict(settings.LANGUAGES) else str(settings.LANGUAGE_CODE)


def _seen(request: StaffRequest, uuid: UUID) -> Claim:
    found: Claim | None = (
        selectors.visible_to(request.actor).filter(uuid=uuid).prefetch_related("vettings").first()
    )
    if found is None:
        raise Http404
    return found
