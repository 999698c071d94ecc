# SPDX-License-Identifier: EUPL-1.2
"""Files of both kinds for tests: written by us, and made by hand as others might."""

from datetime import datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import openpyxl

from pristan.platform.tables.csv_out import csv_chunks
from pristan.platform.tables.limits import Limits
from pristan.platform.tables.values import Table
from pristan.platform.tables.xlsx_out import write_xlsx

MADE = datetime(2026, 11, 27, 9, 0)
ROOM = Limits(rows=200_000, unpacked=500_000_000, file=100_000_000)


def as_csv(columns, rows, **more) -> bytes:
    return b"".join(csv_chunks(Table("t", columns, rows), **more))


def as_xlsx(columns, rows, title="t", **more) -> bytes:
    out = BytesIO()
    write_xlsx(Table(title, columns, rows, **more), out, MADE)
    return out.getvalue()


def workbook(rows, change=None) -> bytes:
    """A workbook of another program, with formulas where a text begins with `=`."""
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    if change:
        change(book)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def changed(data: bytes, change: dict[str, bytes], drop=()) -> bytes:
    """The same archive with other files in it."""
    out = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(out, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name not in drop and name not in change:
                new.writestr(name, old.read(name))
        for name, content in change.items():
            new.writestr(name, content)
    return out.getvalue()


def part(data: bytes, name: str) -> str:
    with ZipFile(BytesIO(data)) as archive:
        return archive.read(name).decode()
