# SPDX-License-Identifier: EUPL-1.2
"""Where this app holds texts that a value can be taken out of: entries in whatever state, and the records of the city."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext_lazy as _

from pristan.city.directory import locations, models, removing, selectors, store, translated
from pristan.city.directory.models import Entry, EntryAddress
from pristan.city.directory.reading import loaded, read
from pristan.core.traces import Finder
from pristan.platform.accounts.actors import system
from pristan.platform.packs.things import Change, value_digest
from pristan.platform.privacy.places import Place, Removal, columns
from pristan.platform.translations.content import digest, originals

REMOVER = system("purge")
_RECORDS = (models.City, models.District, models.Holidays, models.Letters, models.Parameter, models.Circle)
# The rows of an entry's fields.
_DETAILS = (
    models.AlternateName, models.Attribute, models.ConceptUse, models.Contact, models.CostOption, models.Eligibility,
    models.FieldProvenance, models.Funding, models.Language, models.Location, models.OtherStatement, models.Phone,
    models.Procedure, models.Relation, models.RequiredDocument, models.Right, models.Schedule, models.ServiceAtLocation,
    models.Source, models.Status,
)  # fmt: skip


def _find(finder: Finder) -> int:
    return sum(1 for _ in _holding(finder))


def _forget(removal: Removal) -> int:
    """Fields are rewritten without a version: it would hold what is to go."""
    found = list(_holding(removal.finder))
    for entry, fields in found:
        changes = removing.without(fields, removal.finder)
        store.write(
            [Change(entry.key, changes)], namespace=selectors.namespace(), actor=REMOVER, at=removal.at
        )
        _remember(removal, entry, fields, {**fields, **changes})
    locations.forget_unused()
    return len(found)


def _remember(removal: Removal, entry: Entry, before: dict[str, Any], after: dict[str, Any]) -> None:
    removal.things |= {entry.uuid, *store.neighbours([entry]), *selectors.shared_uuids()}
    removal.digests |= {
        value_digest(before[name]): value_digest(after[name])
        for name in before
        if before[name] != after[name]
    }
    now = originals(after, entry.language)
    for path, (_language, text) in originals(before, entry.language).items():
        if path in now and now[path][1] != text:
            removal.digests[digest(text)] = digest(now[path][1])


def _holding(finder: Finder) -> Iterator[tuple[Entry, dict[str, Any]]]:
    """Entries of which a field or a translation says it."""
    every = Entry.objects.order_by("pk")
    last = 0
    while some := loaded(every.filter(pk__gt=last)[: store.BATCH]):
        words = translated.live([entry.uuid for entry in some])
        for entry in some:
            fields = read(entry) | words.get(entry.uuid, {})
            if finder.stands_in(fields):
                yield entry, fields
        last = some[-1].pk


def _find_slugs(finder: Finder) -> int:
    return len(_slugs(finder)) + len(_former(finder))


def _forget_slugs(removal: Removal) -> int:
    """An entry whose address on the web says it gets its code instead; former addresses lead nowhere any more."""
    entries, former = _slugs(removal.finder), _former(removal.finder)
    for entry in entries:
        Entry.objects.filter(pk=entry.pk).update(slug=entry.code)
        removal.things |= {entry.uuid, *store.neighbours([entry]), *selectors.shared_uuids()}
    EntryAddress.objects.filter(pk__in=[each.pk for each in former]).delete()
    removal.things |= {each.entry_id for each in former}
    return len(entries) + len(former)


def _slugs(finder: Finder) -> list[Entry]:
    return [
        entry
        for entry in Entry.objects.only("uuid", "key", "code", "slug", "kind")
        if finder.stands_in(entry.slug)
    ]


def _former(finder: Finder) -> list[EntryAddress]:
    return [each for each in EntryAddress.objects.all() if finder.stands_in(each.slug)]


PLACES = (
    Place(_("addresses of entries on the web"), (EntryAddress,), _find_slugs, _forget_slugs),
    Place(_("entries and their translations"), (Entry, *_DETAILS), _find, _forget),
    columns(_("ids of entries (they cannot be changed)"), Entry, "key", is_fixed=True),
    columns(_("sheets that wait to be written"), models.SheetDraft, "rows", "choices"),
    *(columns(_("records of the city"), model, "record") for model in _RECORDS),
)
NO_TEXTS = {
    models.Verification: "a role, a way to check, and days",
    models.Refusal: "whom not to list, by key, and one of some reasons",
}
