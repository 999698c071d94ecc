# SPDX-License-Identifier: EUPL-1.2
"""Entries with their rows, read in few queries, and their fields in the pack's form.

Rows of lists are read as plain values: a page of rows needs no models, and making those took most of the time of reading.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from typing import Any
from uuid import UUID

from pristan.city.directory import models, texts
from pristan.city.directory.fields import FIELDS, LocationsField, Rows, by_name, listed
from pristan.city.directory.models.entry import EntryQuerySet
from pristan.platform.packs.things import Value

BATCH = 500
_EVERY = frozenset(each.name for each in FIELDS)


def loaded(entries: EntryQuerySet, names: Collection[str] = _EVERY) -> list[models.Entry]:
    """The entries with all rows that reading these fields needs: a fixed number of queries for some hundred."""
    kept = [each for each in FIELDS if each.name in names and isinstance(each, (Rows, LocationsField))]
    one = [each.related for each in kept if isinstance(each, Rows) and each.is_one]
    found = list(entries.select_related(*one) if one else entries)
    lists: dict[str, list[Rows | LocationsField]] = defaultdict(list)
    for each in kept:
        if each.related not in one:
            lists[each.related].append(each)
    for related, fields in sorted(lists.items()):
        _attach(found, related, fields)
    return found


def _attach(entries: Sequence[models.Entry], related: str, fields: Iterable[Rows | LocationsField]) -> None:
    """Give each entry its rows of one relation as a plain list."""
    rows: dict[UUID, list[Any]] = defaultdict(list)
    model: Any = models.Entry._meta.get_field(related).related_model
    columns = {column for each in fields for column in each.read_columns()}
    for start in range(0, len(entries), BATCH):
        some = model._default_manager.filter(
            entry__in=[entry.uuid for entry in entries[start : start + BATCH]]
        )
        for row in some.order_by().values_list("entry_id", *sorted(columns), named=True):
            rows[row.entry_id].append(row)
    for entry in entries:
        setattr(entry, listed(related), rows.get(entry.uuid, []))


def read(entry: models.Entry, names: Collection[str] = _EVERY) -> dict[str, Value]:
    """Field -> value in the pack's form; what is not stated is left out. The entry comes from :func:`loaded`."""
    found: dict[str, Value] = {}
    for each in FIELDS if names is _EVERY else by_name(names):
        value = each.read(entry)
        if value is not None:
            found[each.name] = (
                texts.join(each.name, value, entry.text_languages) if entry.text_languages else value
            )
    return found
