# SPDX-License-Identifier: EUPL-1.2
"""Staff screens of conflicts: the pack's value, the city's and where both began, to choose from; and what was edited here."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_POST, require_safe

from pristan.platform.packs.things import value_digest
from pristan.platform.power.access import StaffRequest, permitted
from pristan.platform.published import services as published
from pristan.platform.review import policies, registry, selectors, settling
from pristan.platform.review.differences import Row, rows
from pristan.platform.review.errors import ChangedMeanwhile, ValueRefused
from pristan.platform.review.settling import Difference
from pristan.platform.ui import paging
from pristan.platform.ui.languages import language

PAGE = 50
EXPORT = "pristan pack export ../city-today"


@dataclass(frozen=True)
class Shown:
    """One conflict in words: the pack's value as a change of the city's, and where both began."""

    difference: Difference
    title: str
    url: str
    label: str
    rows: list[Row]
    city: list[str]
    base: list[str]
    seen: str


@require_safe
@permitted(policies.can_review)
def show(request: StaffRequest) -> HttpResponse:
    """All open conflicts, the most harmful first."""
    page = paging.page(settling.open_conflicts(request.actor), request, size=PAGE)
    named = selectors.titles([(each.conflict.kind, each.conflict.key) for each in page], language())
    found = [_shown(each, named[each.conflict.kind, each.conflict.key]) for each in page]
    return render(request, "review/conflicts.html", {"conflicts": found, "page": page})


@require_POST
@permitted(policies.can_review)
def settle(request: StaffRequest) -> HttpResponse:
    """Let one side's value hold."""
    given = request.POST
    side = given.get("side")
    if side not in ("city", "pack"):
        raise Http404
    try:
        settling.settle(
            kind=given.get("kind", ""), key=given.get("key", ""), field=given.get("field", ""), side="pack" if side == "pack" else "city",
            seen=given.get("seen", ""), actor=request.actor, at=request.at,
        )  # fmt: skip
    except settling.ConflictMissing:
        messages.warning(request, gettext("This is settled already, or the last load ended it."))
    except ChangedMeanwhile:
        messages.warning(
            request, gettext("Somebody changed the city's value meanwhile. Look at it once more.")
        )
    except settling.PackHidden:
        messages.error(
            request,
            gettext("The place is secret: what the pack says about it is not kept here. Correct the pack."),
        )
    except ValueRefused:
        messages.error(request, gettext("The pack's value cannot be written here. Change the entry by hand."))
    else:
        published.soon(at=request.at)
        messages.success(request, gettext("Settled. The next load says nothing more about it."))
    return redirect("review:conflicts")


@require_safe
@permitted(policies.can_review)
def edited(request: StaffRequest) -> HttpResponse:
    """What people changed here that the pack does not say."""
    page = paging.page(settling.edited(request.actor), request, size=PAGE)
    named = selectors.titles([(kind, key) for kind, key, _ in page], language())
    found = [
        (named[kind, key], registry.of(kind).url(key), _labels(kind, fields)) for kind, key, fields in page
    ]
    context = {"things": found, "page": page, "command": EXPORT}
    return render(request, "review/edited.html", context)


def _labels(kind: str, fields: Sequence[str]) -> list[str]:
    return sorted({registry.of(kind).label(field) for field in fields})


def _shown(each: Difference, title: str) -> Shown:
    row, told = each.conflict, registry.of(each.conflict.kind)
    city = told.lines(row.field, each.live, language())
    pack = told.lines(row.field, row.value, language())
    return Shown(
        each, title, told.url(row.key), told.label(row.field), rows(city, pack), city,
        told.lines(row.field, each.base, language()), value_digest(each.live),
    )  # fmt: skip
