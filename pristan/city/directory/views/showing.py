# SPDX-License-Identifier: EUPL-1.2
"""What the staff screens of an entry share."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import Http404
from django.utils.translation import gettext, ngettext

from pristan.city.directory import policies, selectors, store
from pristan.city.directory.editing import wording
from pristan.city.directory.editing.sections import Section, sections_of
from pristan.city.directory.models import Entry
from pristan.platform.power.access import StaffRequest
from pristan.platform.review.proposals import Outcome
from pristan.platform.ui.languages import language


@dataclass(frozen=True)
class Told:
    """One field in words."""

    label: str
    lines: list[str]


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
    """An entry of which this actor may propose changes. Raises Http404."""
    entry = seen(request, key)
    if not policies.can_propose(request.actor, selectors.organization_of(entry)):
        raise Http404
    return entry


def parts(live: dict[str, Any]) -> list[Part]:
    """An entry section by section, in words."""
    return [Part(section, told(section.fields, live)) for section in sections_of(live).values()]


def told(names: Iterable[str], live: dict[str, Any]) -> list[Told]:
    """Fields in words; those without a value have no lines."""
    return [Told(wording.label(name), wording.lines(name, live.get(name), language())) for name in names]


def live_of(entry: Entry) -> dict[str, Any]:
    """The fields of an entry in whatever state."""
    return store.present(entry)


def tell(request: StaffRequest, outcome: Outcome) -> None:
    """Say what became of what was sent."""
    if outcome.published:
        words = ", ".join(wording.label(name) for name in outcome.published)
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
