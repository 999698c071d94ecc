# SPDX-License-Identifier: EUPL-1.2
"""A table as an Excel workbook, row by row in bounded memory (XlsxWriter).

A workbook says of each cell what it holds, so a text is a text whatever it begins with, and stands there as it is. One that would become a
formula when somebody edits the cell carries Excel's own mark against that (``quotePrefix``).
"""

import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any, BinaryIO

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from pristan.platform.tables.errors import BadValue
from pristan.platform.tables.harmless import is_dangerous
from pristan.platform.tables.values import Table, Value, address, checked

CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MOST_ROWS, MOST_COLUMNS = 1_048_576, 16_384
DIGITS = 15  # a spreadsheet keeps no more of a number
FIRST_MONTH = (1900, 3)  # Excel counts a 29 February 1900 that never was: days before it are text
_TITLE = 31
_LOOKS_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}[_\x00-\x08\x0b-\x1f])")
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f]")
_OPTIONS = {"constant_memory": True, "in_memory": False, "default_date_format": "yyyy-mm-dd"}


class ExactSheet(Worksheet):  # type: ignore[misc]
    """A sheet in which every text comes back. XlsxWriter leaves the second of two escapes that share a sign (`_x0041_x0042_`) as it is."""

    @staticmethod
    def _escape_control_characters(data: object) -> str:
        escaped = _LOOKS_ESCAPED.sub("_x005F_", str(data))
        return _CONTROLS.sub(lambda found: f"_x{ord(found[0]):04X}_", escaped)


def write_xlsx(table: Table, out: BinaryIO, made: datetime) -> None:
    """Write the file. `made`: the instant that it bears, so that the same table gives the same bytes. Raises BadValue."""
    write_book([table], out, made)


def write_book(tables: Iterable[Table], out: BinaryIO, made: datetime) -> None:
    """Several tables in one file, each on a sheet of its own; our reader looks at the first. Raises BadValue."""
    book = Workbook(out, _OPTIONS)
    book.set_properties({"created": made.replace(tzinfo=None)})
    formats = {
        "head": book.add_format({"bold": True, "quote_prefix": True}),
        "text": book.add_format({"quote_prefix": True}),
        "instant": book.add_format({"num_format": "yyyy-mm-dd hh:mm:ss"}),
    }
    try:
        for table in tables:
            _add(book, table, formats)
    finally:
        book.close()


def _add(book: Any, table: Table, formats: dict[str, Any]) -> None:
    sheet = book.add_worksheet(title(table.title), worksheet_class=ExactSheet)
    if table.is_right_to_left:
        sheet.right_to_left()
    sheet.freeze_panes(1, 0)
    for at, name in enumerate(table.columns):
        sheet.write_string(0, at, str(checked(name, address(1, at))), formats["head"])
    for number, row in enumerate(table.rows, start=2):
        _write(sheet, number, row, formats)


def title(words: str) -> str:
    """A name that Excel takes for a sheet: 31 characters, none of ``[]:*?/\\``, no apostrophe at the ends."""
    plain = re.sub(r"[\[\]:*?/\\\x00-\x1f\ud800-\udfff\ufffe\uffff]", " ", words)
    return plain.strip(" '")[:_TITLE].strip(" '") or "1"


def _write(sheet: Any, number: int, row: Sequence[Value], formats: dict[str, Any]) -> None:
    if number > MOST_ROWS or len(row) > MOST_COLUMNS:
        raise BadValue(address(number, len(row)), "a sheet ends before; write CSV, or several files")
    for at, given in enumerate(row):
        value = checked(given, address(number, at))
        if value is None or value == "":
            continue
        _put(sheet, number - 1, at, _kept(value), formats)


def _kept(value: Value) -> Value:
    """The value, or its text where Excel would change it."""
    if isinstance(value, bool):
        return value
    if isinstance(value, int | Decimal) and len(Decimal(value).normalize().as_tuple().digits) > DIGITS:
        return f"{value:f}" if isinstance(value, Decimal) else str(value)
    is_early = isinstance(value, date) and (value.year, value.month) < FIRST_MONTH
    return str(value) if is_early else value


def _put(sheet: Any, row: int, at: int, value: Value, formats: dict[str, Any]) -> None:
    if isinstance(value, str):
        sheet.write_string(row, at, value, formats["text"] if is_dangerous(value) else None)
    elif isinstance(value, bool):
        sheet.write_boolean(row, at, value)
    elif isinstance(value, int | float | Decimal):
        sheet.write_number(row, at, value)
    else:
        sheet.write_datetime(row, at, value, formats["instant"] if isinstance(value, datetime) else None)
