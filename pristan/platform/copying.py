# SPDX-License-Identifier: EUPL-1.2
"""Many new rows written at once.

PostgreSQL takes them as a copy, SQLite with one statement that it reads once. Django would make a statement of some hundred values after
the other, and psycopg would write whole pages of text into them, quoting letter by letter.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import Field, JSONField, Model

Values = Mapping[str, Any]
_PLAIN = (str, int, bool, type(None))  # what drivers take as it is
_NEXT = "SELECT nextval(pg_get_serial_sequence(%s, %s)) FROM generate_series(1, %s)"
_LAST = "SELECT seq FROM sqlite_sequence WHERE name = %s"


def add(rows: Sequence[Model]) -> None:
    """Write new rows of one model, inside a transaction. The database numbers those that have no number (see :func:`number`) and tells nobody."""
    if rows:
        insert(type(rows[0]), [vars(row) for row in rows])


def insert(model: type[Model], rows: Sequence[Values]) -> None:
    """The same with rows as plain values by the names of their attributes, a tenth of the cost of making models; what is not given is the default."""
    if not rows:
        return
    meta = model._meta
    is_numbered = rows[0].get(str(meta.pk and meta.pk.attname)) is not None
    fields = [each for each in meta.concrete_fields if is_numbered or not each.primary_key]
    columns = ", ".join(f'"{each.column}"' for each in fields)
    values = [*zip(*(_column(each, rows) for each in fields), strict=True)]
    places = ", ".join(["%s"] * len(fields))
    with connection.wrap_database_errors, connection.cursor() as cursor:
        if len(rows) == 1:  # a copy goes to the server more than once
            cursor.execute(f'INSERT INTO "{meta.db_table}" ({columns}) VALUES ({places})', values[0])  # noqa: S608
        elif connection.vendor == "postgresql":
            with cursor.copy(f'COPY "{meta.db_table}" ({columns}) FROM STDIN') as copy:
                for each in values:
                    copy.write_row(each)
        else:
            cursor.executemany(f'INSERT INTO "{meta.db_table}" ({columns}) VALUES ({places})', values)  # noqa: S608


def number(rows: Sequence[Model]) -> None:
    """Give new rows their numbers, which no row ever had, inside the transaction that writes them."""
    if not rows:
        return
    meta = rows[0]._meta
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(_NEXT, [meta.db_table, meta.pk.column, len(rows)])
            free: Iterable[int] = [each for (each,) in cursor.fetchall()]
        else:  # there is one writer at a time, and rows that come with a number move the last one on
            cursor.execute(_LAST, [meta.db_table])
            (last,) = cursor.fetchone() or (0,)
            free = range(last + 1, last + 1 + len(rows))
    for row, given in zip(rows, free, strict=True):
        row.pk = given


def _column(field: "Field[Any, Any]", rows: Iterable[Values]) -> list[Any]:
    """The values of one column as the driver takes them."""
    name, usual = field.attname, field.get_default()
    given = (row.get(name, usual) for row in rows)
    if isinstance(field, JSONField):
        return [field.get_db_prep_save(each, connection) for each in given]
    plain = (*_PLAIN, UUID) if connection.features.has_native_uuid_field else _PLAIN
    return [_value(field, each) if type(each) not in plain else each for each in given]


def _value(field: "Field[Any, Any]", value: Any) -> Any:
    return value.hex if isinstance(value, UUID) else field.get_db_prep_save(value, connection)
