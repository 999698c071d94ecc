# SPDX-License-Identifier: EUPL-1.2
"""A file as rows of cells by column. What is wrong with the file as a whole is said here, before anything is looked up."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _

from pristan.city.directory.sheets.cells import plain
from pristan.city.directory.sheets.columns import BY_CODE, examples, headings
from pristan.city.directory.sheets.lexicon import same
from pristan.platform.tables import reading
from pristan.platform.tables.errors import BadColumns, Empty
from pristan.platform.tables.limits import limits
from pristan.platform.tables.sheets import Sheet
from pristan.platform.tables.values import letters


@dataclass(frozen=True)
class SheetRow:
    """One row: its number in the file, and the texts of its cells by column; empty ones are left out."""

    number: int
    cells: Mapping[str, str]


@dataclass(frozen=True)
class Given:
    """A whole sheet. ``places``: column -> its letters in the file."""

    places: Mapping[str, str]
    rows: tuple[SheetRow, ...]

    def cell(self, row: SheetRow, code: str) -> str:
        """The name of a cell as the clerk sees it; the first of the row where the file has no such column."""
        return f"{self.places.get(code, 'A')}{row.number}"

    def stored(self) -> dict[str, Any]:
        """As JSON."""
        return {"places": dict(self.places), "rows": [[row.number, dict(row.cells)] for row in self.rows]}

    @classmethod
    def restored(cls, kept: Mapping[str, Any]) -> "Given":
        """The reverse of ``stored``."""
        return cls(kept["places"], tuple(SheetRow(number, found) for number, found in kept["rows"]))


def given(data: bytes) -> Given:
    """The rows of a file, without the example. Raises a SheetRefused."""
    sheet = reading.read(data, replace(limits(), rows=settings.SHEET_ENTRIES))
    codes = _codes(sheet)
    rows = tuple(_rows(sheet, codes))
    if not rows:
        raise Empty
    return Given({code: letters(at) for at, code in enumerate(codes)}, rows)


def _rows(sheet: Sheet, codes: list[str]) -> Iterator[SheetRow]:
    for row in sheet.rows:
        told = zip(codes, map(plain, row.values), strict=True)
        found = {code: text for code, text in told if text}
        if found and same(found.get("id", "")) not in examples():
            yield SheetRow(row.number, found)


def _codes(sheet: Sheet) -> list[str]:
    """The column of each heading. Raises BadColumns with all that are not known."""
    known = headings()
    codes = [known.get(same(name), "") for name in sheet.columns]
    wrong = [_unknown(name, letters(at)) for at, (name, code) in enumerate(zip(sheet.columns, codes, strict=True)) if not code]  # fmt: skip
    if wrong:
        raise BadColumns(" ".join(wrong))
    if twice := [code for at, code in enumerate(codes) if code in codes[:at]]:
        raise BadColumns(_("Two columns are called “%(name)s”. Give each its own name.") % {"name": BY_CODE[twice[0]].label})  # fmt: skip
    if not {"id", "name"} & set(codes):
        raise BadColumns(_("There is no column “%(name)s”. Take the names of the columns from the template.") % {"name": BY_CODE["name"].label})  # fmt: skip
    return codes


def _unknown(name: str, column: str) -> str:
    near = get_close_matches(same(name), headings(), n=1)
    words = _("The column %(column)s is called “%(name)s”, which is not known.") % {"column": column, "name": name[:60]}  # fmt: skip
    if near:
        hint = _("Did you mean “%(near)s”?") % {"near": BY_CODE[headings()[near[0]]].label}
    else:
        hint = _("Take the names from the template, or delete the column.")
    return f"{words} {hint}"
