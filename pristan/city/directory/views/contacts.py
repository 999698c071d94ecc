# SPDX-License-Identifier: EUPL-1.2
"""Contacts and places: each number, address and desk once, with all entries that use it."""

from typing import Final

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from pristan.city.directory import policies, selectors
from pristan.city.directory.editing import elsewhere, shared
from pristan.city.directory.models.entry import EntryQuerySet
from pristan.platform.power.access import StaffRequest, permitted
from pristan.platform.ui import paging

PAGE: Final = 50
# Of how many entries the book is made for one page; who keeps more of them looks at one organisation at a time.
MOST: Final = 2000


@require_safe
@permitted(policies.can_see_contacts)
def show(request: StaffRequest) -> HttpResponse:
    """Of one organisation, or of all entries on which this actor may write."""
    kept = selectors.kept_by(request.actor)
    organization = request.GET.get("organization", "")[:120]
    if organization and not (kept := selectors.of_organization(kept, organization)).exists():
        raise Http404
    is_too_long = kept.count() > MOST
    page = paging.page([] if is_too_long else _book(request, kept), request, size=PAGE)
    words = _words()
    lines = [(words[line.mark.kind], shared.shown(line.value), line.entries) for line in page]
    house = kept.filter(key=organization).first()
    context = {"page": page, "lines": lines, "house": house, "is_too_long": is_too_long}
    return render(request, "directory/contacts.html", context)


def _book(request: StaffRequest, kept: EntryQuerySet) -> list[elsewhere.Line]:
    return elsewhere.book(elsewhere.others(kept.order_by("name", "key"), request.actor))


def _words() -> dict[str, str]:
    return {
        "phone": gettext("Number"), "email": gettext("E-mail address"), "desk": gettext("Desk or role"), "place": gettext("Place"),
    }  # fmt: skip
