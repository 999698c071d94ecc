# SPDX-License-Identifier: EUPL-1.2
"""Several entries at once: asked once more with all of them named, done, and taken back where that is possible."""

from typing import Any, cast
from urllib.parse import parse_qsl, urlencode

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from pristan.city.directory import policies, several
from pristan.city.directory.several import MOST, VERBS, Verb
from pristan.platform.audit.personal import found_in
from pristan.platform.audit.validators import REFUSED
from pristan.platform.power.access import StaffRequest, permitted
from pristan.platform.published import services as published

FILTERS = ("q", "kind", "organization", "state", "page")


@require_POST
@permitted(policies.can_see_entries)
def act(request: StaffRequest) -> HttpResponse:
    """Name the entries and ask once more; with ``sure`` do it."""
    verb = cast(Verb, request.POST.get("verb", ""))
    if verb not in VERBS:
        raise Http404
    keys = list(dict.fromkeys(request.POST.getlist("listed" if "all" in request.POST else "key")))
    why = request.POST.get("why", "").strip()[:500]
    if slip := _slip(keys):
        return _page(request, verb, [], {"slip": slip, "is_over": True}, status=422)
    trouble = _trouble(verb, why) if "sure" in request.POST else ""
    if "sure" not in request.POST or trouble:
        found = several.sort(verb, keys, request.actor)
        more = {"found": found, "why": why, "slip": trouble}
        return _page(request, verb, keys, more, status=422 if trouble else 200)
    done = several.act(verb, keys, actor=request.actor, at=request.at, why=why)
    published.soon(at=request.at)
    return _page(request, verb, [entry.key for entry in done], {"done": done, "is_over": True})


def _slip(keys: list[str]) -> str:
    if not keys:
        return gettext("Tick at least one entry.")
    if len(keys) > MOST:
        return gettext("At most %(most)d entries at once. Tick fewer.") % {"most": MOST}
    return ""


def _trouble(verb: Verb, why: str) -> str:
    """What is wrong with the reason."""
    if verb != "check" and not why:
        return gettext("Say why: it goes on record.")
    return str(REFUSED) if found_in(why) else ""


def _page(request: StaffRequest, verb: Verb, keys: list[str], more: dict[str, Any], status: int = 200) -> HttpResponse:  # fmt: skip
    back = filters(request.POST.get("back", ""))
    context = {"verb": verb, "keys": keys, "back": back, **more}
    return render(request, "directory/several.html", context, status=status)


def filters(query: str) -> str:
    """The filters of the list as they stand in its address, and nothing else."""
    return urlencode([(name, value[:120]) for name, value in parse_qsl(query[:1000]) if name in FILTERS])
