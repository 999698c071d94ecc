# SPDX-License-Identifier: EUPL-1.2
"""The address of a place becomes secret: asked once more with all that goes, then done by city editors, proposed by organisations."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext

from pristan.city.directory import policies, secrecy, selectors
from pristan.city.directory.models import Entry
from pristan.city.directory.views.showing import live_of, tell, writable
from pristan.platform.power.access import FORM, StaffRequest, permitted
from pristan.platform.review import proposals, words
from pristan.platform.review import selectors as review
from pristan.platform.review.errors import NothingProposed, TooManyOpen
from pristan.platform.review.proposals import Wish
from pristan.platform.ui.languages import language


@FORM
@permitted(policies.can_see_entries)
def hide(request: StaffRequest, key: str) -> HttpResponse:
    """Show what readers lose; with ``sure`` take it away. Nobody is asked why: a reason could say the address."""
    entry = writable(request, key)
    if entry.is_location_secret:
        return _is_secret(request, key)
    if request.method != "POST" or "sure" not in request.POST:
        return _asked(request, entry)
    source = gettext("said by the organisation")
    wish = Wish("entry", key, {"is_location_secret": True}, {}, source=source)
    try:
        outcome = proposals.propose(wish, actor=request.actor, at=request.at)
    except NothingProposed:  # pressed twice, or by two people: somebody was faster
        return _is_secret(request, key)
    except TooManyOpen as error:
        messages.error(request, words.of(error))
        return redirect("directory:entry", key=key)
    if outcome.published:
        messages.success(request, gettext("Done. The address is gone: for readers, and from every version."))
    else:
        tell(request, outcome)
    return redirect("directory:entry", key=key)


def _is_secret(request: StaffRequest, key: str) -> HttpResponse:
    messages.success(request, gettext("The address of this place is secret already."))
    return redirect("directory:entry", key=key)


def _asked(request: StaffRequest, entry: Entry) -> HttpResponse:
    live = live_of(entry)
    is_unsure = request.method == "POST"
    context = {
        "entry": entry,
        "lost": review.between("entry", live, {**live, **secrecy.hidden(live)}, language()),
        "slip": gettext("Tick the box if you are sure.") if is_unsure else "",
        "edits_city": policies.edits_city(request.actor),
        "may_withdraw": policies.can_withdraw(request.actor, selectors.organization_of(entry)),
    }
    return render(request, "directory/hide.html", context, status=422 if is_unsure else 200)
