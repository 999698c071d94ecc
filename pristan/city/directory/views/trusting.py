# SPDX-License-Identifier: EUPL-1.2
"""What an organisation publishes without review: ticked by a city editor, beside what its people published lately."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext

from pristan.city.directory import policies, unlisting
from pristan.city.directory.editing import wording
from pristan.city.directory.models import Entry
from pristan.city.directory.reviewed import HARM
from pristan.city.directory.views.showing import seen
from pristan.platform.power.access import FORM, StaffRequest, permitted
from pristan.platform.power.models import Grant
from pristan.platform.review import selectors as review
from pristan.platform.review import trust
from pristan.platform.review.differences import Row
from pristan.platform.review.models import Version
from pristan.platform.ui.languages import language

LATELY: Final = timedelta(days=180)
MOST_VERSIONS: Final = 300
MOST_SHOWN: Final = 3


@dataclass(frozen=True)
class Wrote:
    """One change of a field by somebody of the organisation."""

    entry: Entry
    at: datetime
    rows: list[Row]


@dataclass
class Trusted:
    """A field that an organisation may be trusted with, and how it did so far."""

    name: str
    label: str
    is_trusted: bool
    count: int = 0
    lately: list[Wrote] = field(default_factory=list)


@FORM
@permitted(policies.can_entrust)
def entrusted(request: StaffRequest, key: str) -> HttpResponse:
    """The fields of one organisation; POST says which of them it publishes itself."""
    organization = seen(request, key)
    if organization.kind != "organization":
        raise Http404
    if request.method == "POST":
        wanted = policies.TRUSTABLE.intersection(request.POST.getlist("field"))
        trust.entrust(
            organization=key, fields=wanted, permit=policies.can_entrust(request.actor), actor=request.actor, at=request.at
        )  # fmt: skip
        messages.success(request, gettext("Kept. It holds from now on."))
        return redirect("directory:trust", key=key)
    context = {"entry": organization, "fields": _fields(key, request.at), "days": LATELY.days}
    return render(request, "directory/trust.html", context)


def _fields(organization: str, at: datetime) -> list[Trusted]:
    """The most harmful first: these need the longest look."""
    held, wrote = trust.fields_of(organization), _lately(organization, at)
    names = sorted(policies.TRUSTABLE, key=lambda name: (-HARM.get(name, 0), name))
    return [
        Trusted(name, wording.label(name), name in held, len(wrote[name]), [_told(each, name) for each in wrote[name][:MOST_SHOWN]])
        for name in names
    ]  # fmt: skip


def _lately(organization: str, at: datetime) -> Mapping[str, list[tuple[Entry, Version]]]:
    """Field -> what people of the organisation changed in it, the newest first."""
    people = Grant.objects.filter(scope=organization, role__in=policies.MEMBERS)
    ids = [str(uuid) for uuid in people.values_list("user__uuid", flat=True).distinct()]
    entries = {each.key: each for each in unlisting.of(organization)}
    versions = Version.objects.filter(kind="entry", key__in=list(entries), actor__in=ids, at__gt=at - LATELY)
    found: dict[str, list[tuple[Entry, Version]]] = defaultdict(list)
    for version in versions.order_by("-at", "-pk")[:MOST_VERSIONS]:
        for name in version.after:
            found[name].append((entries[version.key], version))
    return found


def _told(wrote: tuple[Entry, Version], name: str) -> Wrote:
    entry, version = wrote
    before, after = ({name: each.get(name)} for each in (version.before, version.after))
    rows = [rows for _, rows in review.between("entry", before, after, language())]
    return Wrote(entry, version.at, rows[0] if rows else [])
