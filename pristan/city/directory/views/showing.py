# SPDX-License-Identifier: EUPL-1.2
"""What the staff screens of an entry share."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import Http404, QueryDict
from django.utils.translation import gettext, ngettext

from pristan.city.directory import policies, selectors, store
from pristan.city.directory.editing import elsewhere, shared, wording
from pristan.city.directory.editing.sections import Section, sections_of
from pristan.city.directory.editing.shared import Mark
from pristan.city.directory.models import Entry
from pristan.platform.accounts.actors import Actor
from pristan.platform.power.access import StaffRequest
from pristan.platform.receiving.text import plain
from pristan.platform.review.proposals import Outcome
from pristan.platform.ui import lists
from pristan.platform.ui.languages import language


@dataclass(frozen=True)
class Told:
    """One field in words. ``also``: (a value, the other entries in which the same stands)."""

    label: str
    lines: list[str]
    also: list[tuple[str, list[Entry]]]


@dataclass(frozen=True)
class Part:
    """One section of an entry in words."""

    section: Section
    fields: list[Told]


def seen(request: StaffRequest, key: str) -> Entry:
    """An entry that this actor works on. Raises Http404."""
    found: Entry | None = selectors.visible_to(request.actor).filter(key=key).first()
    if found is None:
        raise Http404
    return found


def writable(request: StaffRequest, key: str) -> Entry:
    """An entry of which this actor may propose changes: one of those that they work on. Raises Http404."""
    entry: Entry | None = Entry.objects.present().filter(key=key).first()
    if entry is None or not policies.can_propose(request.actor, selectors.organization_of(entry)):
        raise Http404
    return entry


def typed(request: StaffRequest) -> QueryDict | None:
    """What was sent, without signs that steer a screen: nobody sees them, and no pack may hold them."""
    if request.method != "POST":
        return None
    given = request.POST.copy()
    for name, values in request.POST.lists():
        given.setlist(name, [plain(str(each)) for each in values])
    return given


def parts(entry: Entry, live: dict[str, Any], actor: Actor) -> list[Part]:
    """An entry section by section, in words, with the other entries of this actor in which the same stands."""
    organization = selectors.organization_of(entry)
    marks = {use.mark for use in shared.uses(live, organization)}
    found = elsewhere.by_mark(elsewhere.having(marks, actor, but=entry))
    return [
        Part(section, [_told(name, live, organization, found) for name in section.fields])
        for section in sections_of(live).values()
    ]


def _told(name: str, live: dict[str, Any], organization: str, found: Mapping[Mark, list[Entry]]) -> Told:
    values = {
        use.mark: use.value
        for item in (shared.items(live, name) if name in shared.FIELDS else ())
        for use in shared.of_item(name, item, organization)
    }
    also = [(shared.shown(value), found[mark]) for mark, value in values.items() if mark in found]
    return Told(wording.label(name), wording.lines(name, live.get(name), language()), also)


def live_of(entry: Entry) -> dict[str, Any]:
    """The fields of an entry in whatever state, just read."""
    return store.present(entry)


def tell(request: StaffRequest, outcome: Outcome) -> None:
    """Say what became of what was sent."""
    if outcome.published:
        words = lists.listed(wording.label(name) for name in outcome.published)
        messages.success(request, gettext("Published: %(fields)s.") % {"fields": words})
    if outcome.changed_meanwhile:
        messages.warning(
            request,
            gettext(
                "Somebody else changed the same while you were writing. Your words are kept; look at both versions below."
            ),
        )
    if outcome.proposal is not None:
        count = len(outcome.proposal.wanted)
        if outcome.proposal.state == "draft":
            messages.success(request, gettext("Kept as a draft. Nobody sees it yet."))
        else:
            messages.success(
                request,
                ngettext(
                    "Sent to the city's editors: %(count)d field waits for their answer.",
                    "Sent to the city's editors: %(count)d fields wait for their answer.",
                    count,
                )
                % {"count": count},
            )


def tell_others(request: StaffRequest, others: Iterable[tuple[Entry, Outcome]]) -> None:
    """Say what became of the entries that were changed with another one, each by its name."""
    words = {
        "published": gettext("Changed there too: %(names)s."),
        "draft": gettext("Kept as drafts of these too: %(names)s."),
        "sent": gettext("Sent to the city's editors for these too: %(names)s."),
        "disputed": gettext("Somebody else changed the same meanwhile in: %(names)s. Your words are kept there beside theirs."),
    }  # fmt: skip
    names: dict[str, list[str]] = defaultdict(list)
    for entry, outcome in others:
        for what in _became(outcome):
            names[what].append(entry.name)
    for what, told in names.items():
        say = messages.warning if what == "disputed" else messages.success
        say(request, words[what] % {"names": lists.listed(told)})


def _became(outcome: Outcome) -> Iterator[str]:
    if outcome.published:
        yield "published"
    if outcome.changed_meanwhile:
        yield "disputed"
    elif outcome.proposal is not None:
        yield "draft" if outcome.proposal.state == "draft" else "sent"
