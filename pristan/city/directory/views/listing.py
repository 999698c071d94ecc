# SPDX-License-Identifier: EUPL-1.2
"""Do not list us: the wish of an organisation, how it is taken back, and for the city the list of all."""

from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext, ngettext
from django.views.decorators.http import require_safe

from pristan.city.directory import policies, selectors, unlisting
from pristan.city.directory.models import Entry, Refusal
from pristan.city.directory.refusals import FieldRefused, UrgentHelp
from pristan.city.directory.views.showing import seen
from pristan.platform.power.access import FORM, StaffRequest, permitted
from pristan.platform.published import services as published
from pristan.platform.ui import paging

PAGE = 50


@FORM
@permitted(policies.can_see_entries)
def listing(request: StaffRequest, key: str) -> HttpResponse:
    """Note that an entry, or an organisation with all its entries, is not to be listed; or take that back."""
    entry = seen(request, key)
    if not policies.can_unlist(request.actor, selectors.organization_of(entry)):
        raise Http404
    if request.method != "POST":
        return _page(request, entry)
    if "list_again" in request.POST:
        return _list_again(request, key)
    try:
        unlisting.unlist(
            key=key, reason=request.POST.get("reason", ""), actor=request.actor, at=request.at,
            looked_twice="looked_twice" in request.POST,
        )  # fmt: skip
    except FieldRefused:
        return _page(request, entry, slip=gettext("Choose why."))
    except UrgentHelp:
        return _page(
            request,
            entry,
            slip=gettext("People in danger are sent there. Look a second time, and tick the box."),
        )
    messages.success(
        request, gettext("Done. Readers do not see it any more, and nothing brings it back by itself.")
    )
    return redirect("directory:entry", key=key)


@require_safe
@permitted(policies.can_see_unlisted)
def unlisted(request: StaffRequest) -> HttpResponse:
    """All who asked not to be listed, the newest first."""
    page = paging.page(Refusal.objects.standing().order_by("-since", "key"), request, size=PAGE)
    names = dict(Entry.objects.with_keys([each.key for each in page]).values_list("key", "name"))
    words = dict(unlisting.reasons())
    found = [(each, names.get(each.key, each.key), words[each.reason]) for each in page]
    return render(request, "directory/unlisted.html", {"found": found, "page": page})


def _list_again(request: StaffRequest, key: str) -> HttpResponse:
    back = len(unlisting.list_again(key=key, actor=request.actor, at=request.at))
    published.soon(at=request.at)
    words = ngettext("%(count)d entry is shown again.", "%(count)d entries are shown again.", back)
    messages.success(request, words % {"count": back})
    return redirect("directory:entry", key=key)


def _page(request: StaffRequest, entry: Entry, *, slip: str = "") -> HttpResponse:
    standing = Refusal.objects.standing().filter(key__in=[entry.key, entry.organization_key])
    context = {
        "entry": entry, "slip": slip, "reasons": unlisting.reasons(), "chosen": request.POST.get("reason", ""),
        "own": standing.filter(key=entry.key).first(), "above": _above(standing, entry),
        "shown": unlisting.of(entry.key).published().order_by("name"),
        "urgent": Entry.objects.with_keys(unlisting.urgent_of(entry.key)),
    }  # fmt: skip
    return render(request, "directory/listing.html", context, status=422 if slip else 200)


def _above(standing: QuerySet[Refusal], entry: Entry) -> Entry | None:
    """The organisation whose wish holds for this entry too."""
    if entry.organization_key and standing.filter(key=entry.organization_key).exists():
        return Entry.objects.filter(key=entry.organization_key).first()
    return None
