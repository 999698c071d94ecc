# SPDX-License-Identifier: EUPL-1.2
"""Entries in bulk: fields into rows and rows into fields, a thousand entries at a time.

All writes happen inside the caller's transaction. Services and the pack's section both write through here.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID, uuid5

from django.db.models import F, Model, Q

from pristan.city.directory import locations, matrix, models, texts, translated
from pristan.city.directory.fields import FIELDS, Column, LocationsField, OrganizationField, Rows
from pristan.city.directory.reading import loaded, read
from pristan.core.codes import opaque
from pristan.platform import copying
from pristan.platform.accounts.actors import Actor
from pristan.platform.lifecycle import services as lifecycle
from pristan.platform.packs.things import Change
from pristan.platform.translations.content import originals

BATCH = 500
BY_NAME = {each.name: each for each in FIELDS}


@dataclass
class Batch:
    """What is to be written, gathered before the first query."""

    namespace: UUID
    at: datetime
    actor: Actor
    new: list[models.Entry] = field(default_factory=list)
    restored: list[models.Entry] = field(default_factory=list)
    old: list[models.Entry] = field(default_factory=list)
    # Columns of entries that were there already, as far as anything is written into them.
    columns: set[str] = field(default_factory=lambda: {"text_languages", "changed_at"})
    rows: dict[type[Model], list[dict[str, Any]]] = field(default_factory=lambda: defaultdict(list))
    places: list[models.Location] = field(default_factory=list)
    cleared: dict[str, list[UUID]] = field(default_factory=lambda: defaultdict(list))
    translations: list[translated.Wanted] = field(default_factory=list)
    # Translations of entries that exist already: their originals are known after the write only.
    words: dict[UUID, Mapping[str, Any]] = field(default_factory=dict)


def entry_uuid(namespace: UUID, key: str) -> UUID:
    """The public id of an entry: computed once from the city's namespace and its first id."""
    return uuid5(namespace, key)


def write(changes: Sequence[Change], *, namespace: UUID, actor: Actor, at: datetime) -> list[models.Entry]:
    """Write the changed fields of entries, creating and restoring them as said. Returns the entries."""
    written: list[models.Entry] = []
    for start in range(0, len(changes), BATCH):
        written += _write_some(changes[start : start + BATCH], Batch(namespace, at, actor))
    return written


def _write_some(changes: Sequence[Change], batch: Batch) -> list[models.Entry]:
    known = {entry.key: entry for entry in models.Entry.objects.with_keys([change.key for change in changes])}
    for change in changes:
        _gather(batch, change, known.get(change.key))
    _save(batch)
    return batch.new + batch.old


def _gather(batch: Batch, change: Change, entry: models.Entry | None) -> None:
    if entry is None:
        entry = _new_entry(batch, change.key)
        batch.new.append(entry)
    else:
        batch.old.append(entry)
    entry.changed_at = batch.at
    if change.is_restored:
        batch.restored.append(entry)
    words = {name: value for name, value in change.fields.items() if translated.is_translation(name)}
    for name, value in change.fields.items():
        if name not in words:
            _gather_field(batch, entry, name, value, is_new=change.is_new)
    own = {name: value for name, value in change.fields.items() if name not in words}
    if words and change.is_new:
        batch.translations.append(translated.Wanted(entry.uuid, words, originals(own, entry.language)))
    elif words:
        batch.words[entry.uuid] = words


def _new_entry(batch: Batch, key: str) -> models.Entry:
    uuid = entry_uuid(batch.namespace, key)
    return models.Entry(key=key, uuid=uuid, code=opaque(uuid), slug=key)


def _gather_field(batch: Batch, entry: models.Entry, name: str, value: Any, *, is_new: bool) -> None:
    plain, languages = texts.split(name, value)
    kept = {
        path: known
        for path, known in entry.text_languages.items()
        if path != name and not path.startswith(name + ".")
    }
    entry.text_languages = kept | languages
    kind = BY_NAME[name]
    if isinstance(kind, (Column, OrganizationField)):
        for column, given in kind.columns(plain).items():
            setattr(entry, column, given)
            batch.columns.add(column)
        return
    if not is_new:
        batch.cleared[name].append(entry.uuid)
    if isinstance(kind, LocationsField):
        for at, item in enumerate(plain or [], 1):
            place, use = locations.link(batch.namespace, entry.uuid, at, item)
            batch.places.append(place)
            batch.rows[models.ServiceAtLocation].append(use)
    elif isinstance(kind, Rows):
        made = kind.rows(entry.uuid, plain)
        batch.rows[kind.model].extend(made)


def _save(batch: Batch) -> None:
    lifecycle.enter(batch.new, "published", actor=batch.actor, at=batch.at, why="loaded from the pack")
    _leave_addresses(batch.new)
    copying.number(batch.new)
    copying.add(batch.new)
    _update(batch.old, sorted(batch.columns))
    lifecycle.move_all(batch.restored, "published", actor=batch.actor, at=batch.at, why="back in the pack")
    for name, uuids in batch.cleared.items():
        _clear(BY_NAME[name], uuids)
    locations.save(batch.places, BATCH)
    for model, rows in batch.rows.items():
        copying.insert(model, rows)
    translated.save(batch.translations, are_new=True)
    translated.save(list(_with_originals(batch.words)))


def _update(old: Sequence[models.Entry], columns: Sequence[str]) -> None:
    if len(old) == 1:  # an edit: one statement of plain values costs a tenth of one that tells cases apart
        old[0].save(update_fields=columns)
    else:
        models.Entry.objects.bulk_update(old, columns, batch_size=100)


def _leave_addresses(new: Sequence[models.Entry]) -> None:
    """An address that people gave to another entry stays with it: a new entry with that id is reached by its code."""
    if not new:
        return
    given = set(models.Entry.objects.exclude(slug=F("key")).values_list("slug", flat=True))
    given |= set(models.EntryAddress.objects.filter(role="former").values_list("slug", flat=True))
    for entry in new:
        if entry.slug in given:
            entry.slug = entry.code


def _with_originals(words: Mapping[UUID, Mapping[str, Any]]) -> Iterator[translated.Wanted]:
    uuids = list(words)
    for start in range(0, len(uuids), BATCH):
        for entry in loaded(models.Entry.objects.filter(uuid__in=uuids[start : start + BATCH])):
            yield translated.Wanted(entry.uuid, words[entry.uuid], originals(read(entry), entry.language))


def _clear(kind: Any, uuids: Sequence[UUID]) -> None:
    model = models.ServiceAtLocation if isinstance(kind, LocationsField) else kind.model
    fixed = {} if isinstance(kind, LocationsField) else dict(kind.fixed)
    for start in range(0, len(uuids), BATCH):
        model._default_manager.filter(entry__uuid__in=uuids[start : start + BATCH], **fixed).delete()


def archive(keys: Sequence[str], *, actor: Actor, at: datetime) -> list[UUID]:
    """Archive entries: nothing is deleted, they leave the eyes of readers."""
    found: list[UUID] = []
    for start in range(0, len(keys), BATCH):
        chosen = list(models.Entry.objects.with_keys(keys[start : start + BATCH]))
        lifecycle.move_all(chosen, "archived", actor=actor, at=at, why="left the pack")
        found += [entry.uuid for entry in chosen]
    return found


def live(keys: Sequence[str]) -> dict[str, dict[str, Any]]:
    """Key -> fields of the entries as they live now, with their translations; archived ones are left out."""
    found: dict[str, dict[str, Any]] = {}
    for start in range(0, len(keys), BATCH):
        chosen = loaded(models.Entry.objects.with_keys(keys[start : start + BATCH]).present())
        words = translated.live([entry.uuid for entry in chosen])
        found |= {entry.key: read(entry) | words.get(entry.uuid, {}) for entry in chosen}
    return found


def present(entry: models.Entry) -> dict[str, Any]:
    """The fields of one entry in whatever state, just read, with its translations."""
    (whole,) = loaded([entry])
    return read(whole) | translated.live([entry.uuid]).get(entry.uuid, {})


def some(entry: models.Entry, names: Collection[str]) -> dict[str, Any]:
    """Some fields of one entry, just read; those of its translations only where one of them is named."""
    own = {name for name in names if not translated.is_translation(name)}
    words = translated.live([entry.uuid]).get(entry.uuid, {}) if len(own) < len(names) else {}
    (whole,) = loaded([entry], own)
    return read(whole, own) | {name: value for name, value in words.items() if name in names}


def held(key: str, names: Collection[str]) -> dict[str, Any] | None:
    """Some fields of an entry, which is locked for the rest of the transaction; None where there is none, or it is archived."""
    entry = models.Entry.objects.present().select_for_update().filter(key=key).first()
    return None if entry is None else some(entry, names)


def neighbours(entries: Iterable[models.Entry]) -> set[UUID]:
    """Entries whose page names one of these: relations both ways, prerequisites, and users of an organisation."""
    given = list(entries)
    chosen = {entry.key: entry.uuid for entry in given}
    # The table of rights by statuses stands on the pages of both.
    found = matrix.uuids() if any(entry.kind in matrix.KINDS for entry in given) else set()
    keys = list(chosen)
    for start in range(0, len(keys), BATCH):
        some = keys[start : start + BATCH]
        near = Q(relations__to__in=some) | Q(organization_key__in=some)
        found |= set(models.Entry.objects.filter(near).values_list("uuid", flat=True))
        targets = models.Relation.objects.filter(entry__in=[chosen[key] for key in some]).values_list(
            "to", flat=True
        )
        found |= set(models.Entry.objects.with_keys(list(targets)).values_list("uuid", flat=True))
    for row in models.Procedure.objects.only("entry_id", "prerequisites", "unlocks"):
        if not chosen.keys().isdisjoint([*row.prerequisites, *row.unlocks]):
            found.add(row.entry_id)
    return found
