# SPDX-License-Identifier: EUPL-1.2
"""Where else a number, an address or a desk stands, among the entries on which somebody may write: a fixed number of queries.

The database only sieves; what is the same is decided by ``shared`` alone.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from django.db.models import F, Q, QuerySet, Value
from django.db.models.functions import Lower, Replace

from pristan.city.directory import policies, selectors
from pristan.city.directory.editing import shared
from pristan.city.directory.editing.shared import FIELDS, KINDS, Mark
from pristan.city.directory.models import Contact, Entry, Location, Phone, ServiceAtLocation
from pristan.city.directory.models.entry import EntryQuerySet
from pristan.city.directory.reading import loaded, read
from pristan.platform.accounts.actors import Actor

MOST: Final = 100
NAMES: Final = frozenset({*FIELDS, "is_location_secret"})


@dataclass(frozen=True)
class Other:
    """An entry with the fields in which shared values stand."""

    entry: Entry
    fields: dict[str, Any]

    @property
    def organization(self) -> str:
        """Whose entry it is."""
        return selectors.organization_of(self.entry)

    @property
    def marks(self) -> set[Mark]:
        """Of all its values."""
        return {use.mark for use in shared.uses(self.fields, self.organization)}


@dataclass
class Line:
    """One number, address or desk, and the entries in which it stands."""

    mark: Mark
    value: Any
    entries: list[Entry] = field(default_factory=list)


def others(entries: EntryQuerySet, actor: Actor) -> list[Other]:
    """These entries with their fields, as far as this actor may propose changes of them."""
    found = [Other(entry, read(entry, NAMES)) for entry in loaded(entries, NAMES)]
    return [each for each in found if policies.can_propose(actor, each.organization)]


def having(marks: Iterable[Mark], actor: Actor, *, but: Entry) -> list[Other]:
    """The other entries in which something of this stands, by name; at most ``MOST``, and one more where there are more."""
    wanted = set(marks)
    if not wanted:
        return []
    near = selectors.kept_by(actor).exclude(pk=but.pk).filter(_sieve(wanted)).order_by("name", "key")
    return [each for each in others(near[: MOST + 1], actor) if each.marks & wanted]


def by_mark(found: Iterable[Other]) -> Mapping[Mark, list[Entry]]:
    """Mark -> the entries in which it stands."""
    entries: dict[Mark, list[Entry]] = defaultdict(list)
    for each in found:
        for mark in each.marks:
            entries[mark].append(each.entry)
    return entries


def book(found: Iterable[Other]) -> list[Line]:
    """Each number, address and desk once, with all entries that use it; addresses of pages are no contacts."""
    lines: dict[Mark, Line] = {}
    for each in found:
        for use in shared.uses(each.fields, each.organization):
            line = lines.setdefault(use.mark, Line(use.mark, use.value))
            if line.entries[-1:] != [each.entry]:
                line.entries.append(each.entry)
    told = (line for line in lines.values() if line.mark.kind != "website")
    return sorted(told, key=lambda line: (KINDS.index(line.mark.kind), line.mark.text, line.mark.scope))


def done_at(place: Entry, actor: Actor) -> EntryQuerySet:
    """The entries on which this actor may write and that say that they are done at this place; where a secret one is, nobody says."""
    found = selectors.kept_by(actor).filter(relations__type="done_at", relations__to=place.key)
    return found.exclude(is_location_secret=True).distinct().order_by("name", "key")


def _sieve(marks: Collection[Mark]) -> Q:
    """Lets through every entry that has one of the marks, and hardly any other: what is looked at in the end is cut off."""
    texts: dict[str, list[str]] = {kind: [mark.text for mark in marks if mark.kind == kind] for kind in KINDS}
    scopes = {mark.scope for mark in marks if mark.kind == "desk"}
    houses = Q(entry__organization_key__in=scopes) | Q(entry__key__in=scopes, entry__kind="organization")
    phones = Phone.objects.annotate(plain=_plain("number")).filter(plain__in=texts["phone"])
    desks = Contact.objects.annotate(plain=_plain("phone"), low=Lower("email")).filter(
        Q(plain__in=texts["phone"]) | Q(low__in=texts["email"]) | (Q(name__in=texts["desk"]) & houses)
    )
    pages = [f"{scheme}{text}{end}" for text in texts["website"] for scheme in ("http://", "https://") for end in ("", "/")]  # fmt: skip
    texted = Entry.objects.annotate(low=Lower("email"), page=Lower("website")).filter(
        Q(low__in=texts["email"]) | Q(page__in=pages)
    )
    there = ServiceAtLocation.objects.filter(location__in=_places(texts["place"]))
    found = Q(uuid__in=texted.values("uuid"))
    rows: Sequence[QuerySet[Any]] = (phones, desks, there)
    for each in rows:
        found |= Q(uuid__in=each.order_by().values("entry"))
    return found


def _plain(column: str) -> Replace:
    return Replace(F(column), Value(" "), Value(""))


def _places(texts: Sequence[str]) -> list[Any]:
    """The locations with one of these addresses: their number is looked for in the database, the rest is compared here."""
    if not texts:
        return []
    likes = Q()
    for line, _, code in (text.partition("|") for text in texts):
        numbers = re.findall(r"\d+", line)
        likes |= Q(postal_code__in=(code, "")) & (Q(address_1__contains=numbers[-1]) if numbers else Q())
    rows = Location.objects.filter(likes).exclude(address_1="").values("uuid", *shared.ADDRESS)
    return list(_matching(rows, set(texts)))


def _matching(rows: Iterable[Mapping[str, Any]], texts: set[str]) -> Iterator[Any]:
    return (row["uuid"] for row in rows if shared.place(row).text in texts)
