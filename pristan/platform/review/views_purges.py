# SPDX-License-Identifier: EUPL-1.2
"""Staff screens of removing a value for good: who waits for a second person, asking for it, doing it.

The value comes in the body of a form only: no address, log, title or message ever holds it, and no page is kept by a browser.
"""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST, require_safe

from pristan.platform.accounts.names import names_of
from pristan.platform.lifecycle.errors import MovedMeanwhile, MoveNotAllowed
from pristan.platform.locks.errors import Busy
from pristan.platform.power.access import FORM, StaffRequest, permitted
from pristan.platform.published import services as published
from pristan.platform.review import errors, policies, purges, registry, selectors
from pristan.platform.review.errors import PurgeMissing, PurgeRefused
from pristan.platform.review.forms import AskForm, ValueForm
from pristan.platform.review.models import Purge
from pristan.platform.ui.languages import language


@require_safe
@permitted(policies.can_review)
def show(request: StaffRequest) -> HttpResponse:
    """What waits for a second person, and what was removed."""
    found = selectors.purges(request.actor)
    named = selectors.titles([(each.kind, each.key) for each in found], language())
    listed = [(each, named[each.kind, each.key]) for each in found]
    context = {
        "purges": listed,
        "names": names_of([each.asked_by for each in found]),
        "me": request.actor.id,
    }
    return render(request, "review/purges.html", context)


@sensitive_post_parameters("value")
@FORM
@permitted(policies.can_review)
def begin(request: StaffRequest, kind: str, key: str) -> HttpResponse:
    """Look where a value stands, then ask for it to be removed."""
    _thing(request, kind, key)
    form = AskForm(request.POST if request.method == "POST" else None)
    places = None
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            if "look" in request.POST:
                places = _told(purges.look(kind=kind, key=key, value=given["value"], actor=request.actor))
            else:
                made = purges.ask(
                    kind=kind, key=key, value=given["value"], reason=given["reason"], actor=request.actor, at=request.at
                )  # fmt: skip
                messages.success(request, gettext("Asked for. Now a second person has to type the same."))
                return redirect("review:purge", uuid=made.uuid)
        except PurgeRefused as error:
            form.add_error("reason" if isinstance(error, _ABOUT_REASON) else "value", _words(error))
    context = {"form": form, "places": places, **_about(kind, key)}
    return render(request, "review/purge_begin.html", context, status=422 if form.errors else 200)


@sensitive_post_parameters("value")
@FORM
@permitted(policies.can_review)
def one(request: StaffRequest, uuid: UUID) -> HttpResponse:
    """One wish: why, what became of it; a second person removes the value here."""
    purge = _seen(request, uuid)
    form = ValueForm(request.POST if request.method == "POST" else None)
    places = None
    if request.method == "POST" and form.is_valid():
        value = form.cleaned_data["value"]
        try:
            if "look" in request.POST:
                places = _told(purges.look(kind=purge.kind, key=purge.key, value=value, actor=request.actor))
            else:
                purges.remove(uuid=uuid, value=value, actor=request.actor, at=request.at)
                published.soon(at=request.at)
                messages.success(request, gettext("Removed for good. Read below what is left to do by hand."))
                return redirect("review:purge", uuid=uuid)
        except (PurgeRefused, Busy, MovedMeanwhile) as error:
            form.add_error("value", _words(error))
        except PurgeMissing as error:
            raise Http404 from error
    return _page(request, purge, form, places)


@require_POST
@permitted(policies.can_review)
def withdraw(request: StaffRequest, uuid: UUID) -> HttpResponse:
    """It is not to be removed after all."""
    _seen(request, uuid)
    try:
        purges.withdraw(uuid=uuid, actor=request.actor, at=request.at)
        messages.success(request, gettext("Nothing was removed."))
    except (PurgeMissing, MoveNotAllowed, MovedMeanwhile):
        messages.warning(request, gettext("Somebody else was faster: look at what became of it."))
    return redirect("review:purge", uuid=uuid)


def _page(request: StaffRequest, purge: Purge, form: ValueForm, places: Any) -> HttpResponse:
    is_waiting = purge.state == "asked"
    is_own = purge.asked_by == request.actor.id
    context = {
        "purge": purge, "form": form, "places": places, "is_waiting": is_waiting, "is_own": is_own,
        "names": names_of([purge.asked_by, purge.done_by]), "removed": _told(purge.removed), "left": _told(purge.left),
        **_about(purge.kind, purge.key),
    }  # fmt: skip
    return render(request, "review/purge.html", context, status=422 if form.errors else 200)


def _told(counts: dict[str, int]) -> list[tuple[str, int]]:
    """Where it stands, before the places where it was looked for in vain."""
    return sorted(((gettext(words), count) for words, count in counts.items()), key=lambda told: not told[1])


def _about(kind: str, key: str) -> dict[str, str]:
    reviewed = registry.of(kind)
    return {"title": reviewed.title(key, language()), "url": reviewed.url(key)}


def _thing(request: StaffRequest, kind: str, key: str) -> None:
    """Raises Http404 for a thing that does not exist, or about which this actor may not decide."""
    if kind not in registry.kinds() or registry.of(kind).live(key) is None:
        raise Http404
    if not registry.of(kind).can_review(request.actor, key, ""):
        raise Http404


def _seen(request: StaffRequest, uuid: UUID) -> Purge:
    found = next((each for each in selectors.purges(request.actor) if each.uuid == uuid), None)
    if found is None:
        raise Http404
    return found


_ABOUT_REASON = (errors.ReasonMissing, errors.ReasonSaysValue)


def _words(error: Exception) -> str:
    words = {
        errors.ValueTooShort: gettext("This is too short or too long: it would be taken out of texts that mean something else. Write just what has to go."),
        errors.ValueNowhere: gettext("This stands nowhere. Copy it as it stands in the entry or in one of its versions."),
        errors.ReasonSaysValue: gettext("The reason is kept, so it must not say what has to go. Say it in other words."),
        errors.ReasonMissing: gettext("Say why it has to go, so that a second person can decide."),
        errors.OtherValue: gettext("This is not what was asked for. Ask the first person what it is; do not write it down anywhere."),
        errors.SecondPersonNeeded: gettext("You asked for this yourself. A second person has to remove it."),
        Busy: gettext("Data are being loaded just now. Nothing was removed yet: try again in a minute."),
    }  # fmt: skip
    return words.get(type(error), gettext("Somebody else was faster: look at what became of it."))
