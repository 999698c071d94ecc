# SPDX-License-Identifier: EUPL-1.2
"""The entries one works on, and one of them with all that can be done."""

from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_POST, require_safe

from pristan.city.directory import opened, policies, selectors, services, several, unlisting
from pristan.city.directory.editing import elsewhere
from pristan.city.directory.models.entry import KINDS, EntryQuerySet
from pristan.city.directory.views.showing import live_of, parts, seen
from pristan.city.taxonomy import selectors as taxonomy
from pristan.platform.audit.personal import found_in
from pristan.platform.audit.validators import REFUSED
from pristan.platform.power.access import FORM, StaffRequest, permitted
from pristan.platform.published import services as published
from pristan.platform.review import selectors as review
from pristan.platform.review.lifecycle import OPEN
from pristan.platform.ui import paging
from pristan.platform.ui.languages import language

PAGE = 50


@require_safe
@permitted(policies.can_see_entries)
def show(request: StaffRequest) -> HttpResponse:
    """The entries that this actor works on; filters stand in the address."""
    given = {name: request.GET.get(name, "")[:120] for name in ("q", "kind", "organization", "state")}
    kept = {name: value for name, value in given.items() if value}
    found = _sieved(request, given).select_related("verification_row").order_by("name", "key")
    page = paging.page(found, request, size=PAGE)
    actor = request.actor
    context = {
        "entries": page, "page": page, "today": selectors.city_today(request.at),
        "kinds": _kinds(), "chosen": given, "back": urlencode({**kept, "page": page.number}),
        "may_withdraw": policies.edits_city(actor) or bool(actor.scopes("organization_manager")),
        "may_check": bool(policies.can_send_sheets(actor)), "may_add": policies.can_add_entries(actor), "may_see_unlisted": policies.can_see_unlisted(actor), "may_see_contacts": policies.can_see_contacts(actor),
    }  # fmt: skip
    return render(request, "directory/entries.html", context)


@require_safe
@permitted(policies.can_see_entries)
def one(request: StaffRequest, key: str) -> HttpResponse:
    """One entry in words, section by section, with what waits about it."""
    entry = seen(request, key)
    organization = selectors.organization_of(entry)
    actor = request.actor
    may_unlist = policies.can_unlist(actor, organization)
    shows_openings = policies.can_see_openings(actor, organization) and not entry.is_sensitive
    context = {
        "entry": entry,
        "shows_openings": shows_openings,
        "openings": opened.months(entry, language()) if shows_openings else (),
        "verification": getattr(entry, "verification_row", None),
        "parts": parts(entry, live_of(entry), actor),
        "done_here": elsewhere.done_at(entry, actor) if entry.kind == "place" else (),
        "may_see_contacts": policies.can_see_contacts(actor),
        "proposals": review.visible_to(actor).filter(kind="entry", key=key, state__in=OPEN),
        "languages": selectors.languages(selectors.city().record),
        "may_propose": policies.can_propose(actor, organization),
        "may_copy": policies.can_copy(actor, entry),
        "may_withdraw": policies.can_withdraw(actor, organization),
        "may_unlist": may_unlist,
        "is_unlisted": may_unlist and unlisting.is_unlisted(key, organization),
        "may_verify": policies.can_verify(actor, organization),
        "edits_city": policies.edits_city(actor),
    }
    return render(request, "directory/entry.html", context)


@require_POST
@permitted(policies.can_see_entries)
def verify(request: StaffRequest, key: str) -> HttpResponse:
    """Somebody who knows says that all of it is right today."""
    entry = seen(request, key)
    several.check(entry.key, actor=request.actor, at=request.at)
    published.soon(at=request.at)
    messages.success(request, gettext("Thank you. Readers now see that it was checked today."))
    return redirect("directory:entry", key=key)


@FORM
@permitted(policies.can_see_entries)
def withdraw(request: StaffRequest, key: str) -> HttpResponse:
    """Take an entry from readers, or show it again; asks once more before it does."""
    entry = seen(request, key)
    policies.can_withdraw(request.actor, selectors.organization_of(entry)).or_refuse()
    why = request.POST.get("why", "").strip()[:500]
    if is_personal := bool(found_in(why)):
        messages.error(request, REFUSED)
    if request.method != "POST" or is_personal:
        return render(request, "directory/withdraw.html", {"entry": entry, "why": why})
    if entry.state == "published":
        services.withdraw(key=key, actor=request.actor, at=request.at, why=why)
        messages.success(request, gettext("Readers do not see it any more."))
    elif entry.state == "withdrawn":
        if unlisting.is_unlisted(key, entry.organization_key):
            messages.error(
                request,
                gettext("It asked not to be listed. Take that back first, if it wants to be listed again."),
            )
            return redirect("directory:listing", key=key)
        services.publish_again(key=key, actor=request.actor, at=request.at, why=why)
        published.soon(at=request.at)
        messages.success(request, gettext("Readers see it again."))
    return redirect("directory:entry", key=key)


def _sieved(request: StaffRequest, given: dict[str, str]) -> EntryQuerySet:
    """The entries that this actor works on, as far as the filters let them through."""
    is_unchecked = given["state"] == "unchecked"  # for whoever may check it
    found = (selectors.kept_by if is_unchecked else selectors.visible_to)(request.actor)
    if query := given["q"]:
        found = found.filter(Q(name__icontains=query) | Q(key__icontains=query))
    if given["kind"] in KINDS:
        found = found.filter(kind=given["kind"])
    if organization := given["organization"]:
        found = selectors.of_organization(found, organization)
    return _in_state(found, given["state"], selectors.city_today(request.at))


def _in_state(found: EntryQuerySet, state: str, today: date) -> EntryQuerySet:
    if state == "withdrawn":
        return found.filter(state="withdrawn")
    if state == "unchecked":
        return found.unchecked(today)
    return found


def _kinds() -> list[tuple[str, str]]:
    words: dict[str, Any] = taxonomy.choices("kinds", language())
    return [(kind, words.get(kind, kind)) for kind in KINDS]
