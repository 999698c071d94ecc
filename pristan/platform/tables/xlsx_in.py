# SPDX-License-Identifier: EUPL-1.2
"""Rows of an Excel workbook: the first sheet that is shown (openpyxl, row by row).

A workbook is a ZIP archive of XML files. Before anything is unpacked its list is looked at: how large it becomes, whether it holds programs. Python never
unpacks more of a file than that list says. XML cannot blow up either: entities are refused (defusedxml). Links to other workbooks are never followed.
"""

import re
import zlib
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from io import BytesIO
from itertools import count
from typing import Any
from zipfile import BadZipFile, ZipFile

import openpyxl
from defusedxml.common import DefusedXmlException
from django.utils.translation import gettext as _
from openpyxl.styles.numbers import is_datetime
from openpyxl.utils.exceptions import InvalidFileException

from pristan.platform.tables.errors import Broken, Empty, HasFormulas, HasMacros, NotASheet, TooBig
from pristan.platform.tables.limits import Limits
from pristan.platform.tables.sheets import Row, too_wide
from pristan.platform.tables.values import Value, address

MOST_FILES = 2_000
_ESCAPED = re.compile(
    "_x([0-9A-Fa-f]{4})_"
)  # how a workbook writes what XML cannot hold (ECMA-376, ST_Xstring)
# What the reader of a damaged workbook raises: it was made for sound ones.
_TROUBLES = (
    BadZipFile, zlib.error, DefusedXmlException, InvalidFileException, SyntaxError, KeyError, IndexError, ValueError, TypeError,
    AttributeError, EOFError, OverflowError, RuntimeError,
)  # fmt: skip


def xlsx_rows(data: bytes, limits: Limits) -> Iterator[Row]:
    """The rows in order. Raises NotASheet, TooBig, HasMacros, Broken at once; HasFormulas where a row is reached."""
    _look(data, limits)
    try:
        book = openpyxl.load_workbook(BytesIO(data), read_only=True, keep_links=False)
        shown = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
    except _TROUBLES:
        raise Broken(_broken()) from None
    if not shown:
        raise Empty
    return _rows(shown[0], limits)


def _broken() -> str:
    return _("The workbook is damaged. Open it, save it anew as .xlsx and send it again.")


def _look(data: bytes, limits: Limits) -> None:
    """Refuse by the list of the archive, before anything is unpacked."""
    try:
        with ZipFile(BytesIO(data)) as archive:
            files = archive.infolist()
    except (BadZipFile, ValueError, EOFError, RuntimeError, OverflowError):
        raise Broken(_broken()) from None
    names = {each.filename.lower() for each in files}
    if sum(each.file_size for each in files) > limits.unpacked or len(files) > MOST_FILES:
        raise TooBig(_("Unpacked, the workbook is larger than %(most)d megabytes. Split it into several files."), limits.unpacked // 1_000_000)  # fmt: skip
    if any("vbaproject" in name or "macrosheets/" in name for name in names):
        raise HasMacros
    if "xl/workbook.xml" not in names:
        raise NotASheet(
            _(
                "The file is an archive, but no Excel workbook. Save it as CSV or as an Excel workbook (.xlsx)."
            )
        )


def _rows(sheet: Any, limits: Limits) -> Iterator[Row]:
    with suppress(AttributeError):
        sheet.reset_dimensions()  # what the file says of its size may be wrong
    rows = sheet.iter_rows()
    cells: Any = ()
    for number in count(1):
        before = cells
        try:
            cells = next(rows, None)
        except _TROUBLES:
            raise Broken(_broken()) from None
        if cells is None:
            return
        if (
            cells is before
        ):  # openpyxl gives one and the same for all rows that are not there, a million perhaps
            continue
        if len(cells) > limits.columns:
            raise too_wide(limits)
        if formulas := [address(number, at) for at, cell in enumerate(cells) if cell.data_type == "f"]:
            raise HasFormulas(formulas)
        yield Row(number, tuple(_value(cell, number, at) for at, cell in enumerate(cells)))


def _value(cell: Any, row: int, at: int) -> Value:
    value = cell.value
    if cell.data_type == "e":
        raise Broken(_("The cell %(cell)s shows the error %(error)s. Mend it or empty it.") % {"cell": address(row, at), "error": value})  # fmt: skip
    if isinstance(value, str):
        return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), value)
    if isinstance(value, datetime):
        return value.date() if is_datetime(cell.number_format) == "date" else value
    return value if value is None or isinstance(value, int | float) else str(value)
