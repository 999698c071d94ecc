# SPDX-License-Identifier: EUPL-1.2
"""The desk of whoever reviews a language: entries whose texts wait, and one of them beside its originals."""

from urllib.parse import urlencode

from django.contrib import messages
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from pristan.city.directory import policies, selectors, vouched, vouching
from pristan.city.directory.editing.vouching import TextForm
from pristan.city.directory.models import Entry
from pristan.city.directory.refusals import FieldRefused, TextsChanged
from pristan.city.directory.views.showing import seen, typed
from pristan.city.directory.vouched import Line
from pristan.platform.power.access import FORM, StaffRequest, permitted
from pristan.platform.published import services as published
from pristan.platform.review import words
from pristan.platform.review.errors import ValueRefused
from pristan.platform.ui import lists, paging

PAGE = 50


@require_safe
@permitted(policies.can_see_translations)
def show(request: StaffRequest) -> HttpResponse:
    """Entries with texts that wait in one of one's languages; filters stand in the address."""
    languages = sorted(request.actor.scopes("language_reviewer"))
    chosen = request.GET.get("language", "") or languages[0]
    if chosen not in languages:
        raise Http404
    state, lines = _state(request), vouched.lines(selectors.visible_to(request.actor), chosen)
    page = paging.page([each for each in lines if _fits(each, state)], request, size=PAGE)
    context = {
        "lines": page, "page": page, "languages": languages, "chosen": chosen, "state": state,
        "read": sum(each.read for each in lines), "total": sum(each.total for each in lines),
        "kept": urlencode({"state": state}) if state else "",
    }  # fmt: skip
    return render(request, "directory/translations.html", context)


@FORM
@permitted(policies.can_see_translations)
def one(request: StaffRequest, shown: str, key: str) -> HttpResponse:
    """The texts of one entry, each beside its original: what is ticked or written anew is vouched for."""
    if not policies.can_vouch(request.actor, shown):
        raise Http404
    entry, data = seen(request, key), typed(request)
    forms = _forms(entry, shown, data)
    slip = ""
    if data is not None and all(form.is_valid() for form in forms if form.is_bound):
        try:
            return _sent(request, entry, shown, forms)
        except TextsChanged:
            forms = _forms(entry, shown, data)
        except ValueRefused as error:
            slip = words.of(error)
        except FieldRefused:
            slip = words.of(ValueRefused("text", ""))
    return _page(request, entry, shown, forms, slip)


def _forms(entry: Entry, language: str, data: QueryDict | None) -> list[TextForm]:
    found = vouched.of(entry.key, vouched.fields_of(entry), language)
    return [TextForm(data, reading=each, language=language) for each in found]


def _sent(request: StaffRequest, entry: Entry, language: str, forms: list[TextForm]) -> HttpResponse:
    touched = [form for form in forms if form.is_bound and form.is_touched]
    here, state = (
        reverse("directory:translation", kwargs={"shown": language, "key": entry.key}),
        _state(request),
    )
    if not touched:
        messages.warning(request, gettext("Nothing was ticked or changed, so everything stays as it was."))
        return redirect(f"{here}?{urlencode({'state': state})}" if state else here)
    texts = [form.vouched() for form in touched]
    vouching.vouch(key=entry.key, language=language, texts=texts, actor=request.actor, at=request.at)
    published.soon(at=request.at)
    told = lists.listed(dict.fromkeys(str(form.fields["text"].label) for form in touched))
    messages.success(request, gettext("Published: %(fields)s.") % {"fields": told})
    following = _next(vouched.lines(selectors.visible_to(request.actor), language), entry.key, state)
    more = {name: value for name, value in (("state", state), ("next", following)) if value}
    return redirect(f"{here}?{urlencode(more)}" if more else here)


def _next(lines: list[Line], key: str, state: str) -> str:
    """The entry that stands behind this one on the list; the first one at its end, none where nothing is left."""
    at = next((at for at, each in enumerate(lines) if each.entry.key == key), -1)
    ahead = [*lines[at + 1 :], *lines[: max(at, 0)]]
    return next((str(each.entry.key) for each in ahead if _fits(each, state)), "")


def _page(
    request: StaffRequest, entry: Entry, language: str, forms: list[TextForm], slip: str
) -> HttpResponse:
    following = request.GET.get("next", "")[:120]
    is_wrong = bool(slip) or any(form.errors for form in forms)
    context = {
        "entry": entry, "shown": language, "forms": forms, "slip": slip, "is_wrong": is_wrong,
        "state": _state(request),
        "next": selectors.visible_to(request.actor).filter(key=following).first() if following else None,
    }  # fmt: skip
    return render(request, "directory/translation.html", context, status=422 if is_wrong else 200)


def _state(request: StaffRequest) -> str:
    given = request.GET.get("state", "")
    return given if given in ("unread", "stale", "all") else ""


def _fits(line: Line, state: str) -> bool:
    """Does it stand on the list? Without a filter, what waits for a reader."""
    counted = {"unread": line.unread, "stale": line.stale, "all": line.total}
    return bool(counted.get(state, line.unread + line.stale))
