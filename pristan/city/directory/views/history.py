# SPDX-License-Identifier: EUPL-1.2
"""The versions of an entry: who changed what, when and why; any two of them side by side; and going back to one."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_POST, require_safe

from pristan.city.directory import policies, selectors
from pristan.city.directory.views.showing import seen
from pristan.platform.accounts.names import LEFT, names_of
from pristan.platform.power.access import StaffRequest, permitted
from pristan.platform.published import services as published
from pristan.platform.review import selectors as review
from pristan.platform.review import versions, words
from pristan.platform.review.differences import Row
from pristan.platform.review.errors import NoSuchVersion, ValueRefused
from pristan.platform.review.models import Version
from pristan.platform.ui import paging
from pristan.platform.ui.languages import language

PAGE = 20


@dataclass(frozen=True)
class Shown:
    """A version with its difference and the name of whoever made it."""

    version: Version
    who: str
    fields: list[tuple[str, list[Row]]]


@dataclass(frozen=True)
class Compared:
    """What differs between two versions, as they were asked for; ``slip`` where one of them is not there."""

    first: str
    second: str
    fields: Sequence[tuple[str, list[Row]]] = ()
    slip: str = ""


@require_safe
@permitted(policies.can_see_entries)
def show(request: StaffRequest, key: str) -> HttpResponse:
    """All versions, the newest first. Who changed what is for those who keep the entry."""
    entry = seen(request, key)
    found = paging.page(review.history("entry", key), request, size=PAGE)
    shows_who = policies.can_propose(request.actor, selectors.organization_of(entry))
    names = names_of({version.actor for version in found}) if shows_who else {}
    shown = [
        Shown(
            each,
            names.get(each.actor, each.actor if each.actor_kind == "system" else str(LEFT)),
            review.between("entry", each.before, each.after, language()),
        )
        for each in found
    ]
    compared = _compared(request, key)
    context = {
        "entry": entry,
        "versions": shown,
        "page": found,
        "compared": compared,
        "shows_who": shows_who,
        "edits_city": policies.edits_city(request.actor),
    }
    status = 422 if compared and compared.slip else 200
    return render(request, "directory/history.html", context, status=status)


@require_POST
@permitted(policies.can_see_entries)
def restore(request: StaffRequest, key: str, number: int) -> HttpResponse:
    """Write the entry as it was."""
    entry = seen(request, key)
    if not policies.edits_city(request.actor):
        raise Http404
    try:
        why = gettext("restored")
        versions.restore(
            kind="entry", key=entry.key, number=number, actor=request.actor, at=request.at, why=why
        )
    except NoSuchVersion as error:
        raise Http404 from error
    except ValueRefused as error:
        messages.error(request, words.of(error))
        return redirect("directory:history", key=key)
    published.soon(at=request.at)
    messages.success(request, gettext("The entry says again what it said then."))
    return redirect("directory:history", key=key)


def _compared(request: StaffRequest, key: str) -> Compared | None:
    """What ``?from=2&to=5`` asks for; None where nothing is asked."""
    first, second = (request.GET.get(name, "").strip()[:9] for name in ("from", "to"))
    if not (first or second):
        return None
    try:
        before, after = (versions.state_at("entry", key, int(number)) for number in (first, second))
    except (ValueError, NoSuchVersion):
        return Compared(
            first, second, slip=gettext("There is no such version. Take two of the numbers below.")
        )
    return Compared(first, second, review.between("entry", before, after, language()))
