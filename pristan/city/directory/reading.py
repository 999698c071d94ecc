# SPDX-License-Identifier: EUPL-1.2
"""Entries with their rows, read in few queries, and their fields in the pack's form.

Rows of lists are read as plain values: a page of rows needs no models, and making those took most of the time of reading.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import prefetch_related_objects

from pristan.city.directory import models, texts
from pristan.city.directory.fields import FIELDS, LocationsField, Rows, by_name, listed
from pristan.platform.packs.things import Value

BATCH = 500
FEW = 4  # entries of which it is asked first which of more tables than that hold rows of them
_EVERY = frozenset(each.name for each in FIELDS)


def loaded(entries: Iterable[models.Entry], names: Collection[str] = _EVERY) -> list[models.Entry]:
    """The entries with all rows that reading these fields needs: a fixed number of queries for some hundred."""
    kept = [each for each in FIELDS if each.name in names and isinstance(each, (Rows, LocationsField))]
    one = [each.related for each in kept if isinstance(each, Rows) and each.is_one]
    found = list(entries)
    lists: dict[str, list[Rows | LocationsField]] = defaultdict(list)
    for each in kept:
        if each.related not in one:
            lists[each.related].append(each)
    every = [*sorted(lists), *one]
    filled = _filled(found, every) if len(found) <= FEW < len(every) else set(every)
    _join(found, one, filled)
    for related, fields in sorted(lists.items()):
        _attach(found, related, fields if related in filled else ())
    return found


def _join(entries: Sequence[models.Entry], one: Iterable[str], filled: Collection[str]) -> None:
    """Give each entry the one row that it has of each of these relations, or none."""
    prefetch_related_objects(entries, *(related for related in one if related in filled))
    for related in set(one) - set(filled):
        relation: Any = models.Entry._meta.get_field(related)
        for entry in entries:
            relation.set_cached_value(entry, None)


def _filled(entries: Sequence[models.Entry], relations: Sequence[str]) -> set[str]:
    """Which relations hold a row of these few entries, in one query: most tables hold none of one entry."""
    if not entries:
        return set()
    ids = [models.Entry._meta.get_field("uuid").get_db_prep_value(each.uuid, connection) for each in entries]
    asked = " UNION ALL ".join(_asked(related, len(ids)) for related in relations)
    with connection.cursor() as cursor:
        cursor.execute(asked, ids * len(relations))
        return {related for (related,) in cursor.fetchall()}


@lru_cache
def _asked(related: str, count: int) -> str:
    field: Any = models.Entry._meta.get_field(related).remote_field
    quote, marks = connection.ops.quote_name, ", ".join(["%s"] * count)
    table, column = quote(field.model._meta.db_table), quote(field.column)
    rows = f"SELECT 1 FROM {table} WHERE {column} IN ({marks})"  # noqa: S608 - our own models' names
    return f"SELECT '{related}' WHERE EXISTS ({rows})"


def _attach(entries: Sequence[models.Entry], related: str, fields: Iterable[Rows | LocationsField]) -> None:
    """Give each entry its rows of one relation as a plain list; of no field, an empty one."""
    rows: dict[UUID, list[Any]] = defaultdict(list)
    model: Any = models.Entry._meta.get_field(related).related_model
    columns = {column for each in fields for column in each.read_columns()}
    for start in range(0, len(entries) if columns else 0, BATCH):
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
