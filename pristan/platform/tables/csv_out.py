# SPDX-License-Identifier: EUPL-1.2
"""A table as CSV (RFC 4180): UTF-8 with a mark for Excel, texts in quotes and harmless, numbers and dates bare. Row by row."""

import csv
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from io import StringIO

from pristan.platform.tables.harmless import harmless
from pristan.platform.tables.values import Table, Value, address, checked

MARK = b"\xef\xbb\xbf"  # without it Excel reads UTF-8 as the code page of the machine
CONTENT_TYPE = "text/csv; charset=utf-8"
_CHUNK = 64_000  # characters before they are handed on


def csv_chunks(table: Table, delimiter: str = ",") -> Iterator[bytes]:
    """The bytes of the file, in pieces, so that no table is ever whole in memory. Raises BadValue."""
    out = StringIO(newline="")
    writer = csv.writer(out, delimiter=delimiter, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\r\n")
    yield MARK
    writer.writerow(map(harmless, table.columns))
    for number, row in enumerate(table.rows, start=2):
        writer.writerow(_cells(number, row))
        if out.tell() > _CHUNK:
            yield _taken(out)
    yield _taken(out)


def _taken(out: StringIO) -> bytes:
    text = out.getvalue()
    out.seek(0)
    out.truncate()
    return text.encode()


def _cells(number: int, row: Sequence[Value]) -> list[Value]:
    return [_cell(checked(value, address(number, at))) for at, value in enumerate(row)]


def _cell(value: Value) -> Value:
    if isinstance(value, str):
        return harmless(value)
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, datetime):
        return value.isoformat(sep=" ", timespec="seconds")
    return value.isoformat() if isinstance(value, date) else value
