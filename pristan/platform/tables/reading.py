# SPDX-License-Identifier: EUPL-1.2
"""The one door for sheets that somebody sends. What a file is, its bytes say; its name and its declared type are not believed."""

from django.utils.translation import gettext as _

from pristan.platform.tables.csv_in import csv_rows
from pristan.platform.tables.errors import Empty, NotASheet, TooBig
from pristan.platform.tables.limits import Limits, limits
from pristan.platform.tables.sheets import Sheet, sheet_of

ZIP, OLD_OFFICE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"


def read(data: bytes, allowed: Limits | None = None) -> Sheet:
    """The sheet in a file. Raises a SheetRefused, some only while the rows are read; nothing of it is ever run or fetched."""
    bounds = allowed or limits()
    if len(data) > bounds.file:
        raise TooBig(
            _("The file is larger than %(most)d megabytes. Split it into several files."),
            bounds.file // 1_000_000,
        )
    if not data.strip(b"\0 \t\r\n"):
        raise Empty
    if data.startswith(ZIP):
        from pristan.platform.tables.xlsx_in import (
            xlsx_rows,
        )  # 15 MB that a worker has only once a sheet has come

        return sheet_of(xlsx_rows(data, bounds), bounds)
    if data.startswith(OLD_OFFICE):
        raise NotASheet(_("The file is an old Excel workbook (.xls) or protected by a password. Save it as .xlsx without a password."))  # fmt: skip
    if data.startswith((b"%PDF", b"\x89PNG", b"GIF8", b"\xff\xd8\xff", b"{\\rtf", b"<!DOCTYPE", b"<html")):
        raise NotASheet(_("The file is no table. Save it as CSV or as an Excel workbook (.xlsx)."))
    return sheet_of(csv_rows(data), bounds)
