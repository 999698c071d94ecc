# SPDX-License-Identifier: EUPL-1.2
"""Rows of a CSV file. All values are texts: a file without types says nothing about them."""

import csv
import re
from collections import Counter
from collections.abc import Iterator
from io import StringIO
from itertools import islice

from django.utils.translation import gettext as _

from pristan.platform.tables.errors import Broken, NotASheet
from pristan.platform.tables.harmless import as_it_was
from pristan.platform.tables.sheets import Row
from pristan.platform.tables.texts import has_mark, text_of

DELIMITERS = ",;\t|"
_SAID = re.compile(r"\ufeff?sep=(.)\r?\n")  # Excel's own first line, which says what parts the columns
_SAMPLE = 50  # rows by which the delimiter is guessed
_MOST_BINARY = 0.1


def csv_rows(data: bytes) -> Iterator[Row]:
    """The rows in order. Raises BadEncoding and NotASheet at once, Broken where a row cannot be read."""
    text = text_of(data)
    if not has_mark(data) and _is_binary(text):
        raise NotASheet(_("The file is no table. Save it as CSV or as an Excel workbook (.xlsx)."))
    said = _SAID.match(text)
    first = 1
    if said:
        text, first = text[said.end() :], 2
    return _rows(text, said[1] if said else _delimiter(text), first)


def _is_binary(text: str) -> bool:
    sample = text[:4096]
    controls = sum(sign < " " and sign not in "\t\r\n" for sign in sample)
    return controls > len(sample) * _MOST_BINARY


def _rows(text: str, delimiter: str, first: int) -> Iterator[Row]:
    reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True)
    number = first
    while True:
        try:
            found = next(reader, None)
        except csv.Error:
            raise Broken(_("The row that begins near line %(line)d cannot be read: look for a quotation mark (\") that is not closed.") % {"line": reader.line_num}) from None  # fmt: skip
        if found is None:
            return
        yield Row(number, tuple(map(as_it_was, found)))
        number += 1


def _delimiter(text: str) -> str:
    """The sign that parts most rows into the same number of columns, more than one; else the comma."""
    return max(DELIMITERS, key=lambda sign: (*_evenness(text, sign), -DELIMITERS.index(sign)))


def _evenness(text: str, delimiter: str) -> tuple[float, int]:
    """The share of rows that have the commonest width, and that width; nothing where it is one column."""
    sample = csv.reader(StringIO(text[:200_000], newline=""), delimiter=delimiter)
    try:
        widths = [len(row) for row in islice(sample, _SAMPLE) if row]
    except csv.Error:
        return 0.0, 0
    if not widths:
        return 0.0, 0
    width, count = Counter(widths).most_common(1)[0]
    return (count / len(widths), width) if width > 1 else (0.0, 0)
