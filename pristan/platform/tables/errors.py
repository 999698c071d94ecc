# SPDX-License-Identifier: EUPL-1.2
"""What can be wrong with a sheet: one class per cause, each with words that tell the way out."""

from collections.abc import Sequence

from django.utils.translation import gettext as _


class BadValue(ValueError):
    """A program gave a value that a sheet cannot hold. `where`: the name of the cell."""

    def __init__(self, where: str, what: str) -> None:
        super().__init__(f"cell {where}: {what}")
        self.where = where


class SheetRefused(ValueError):
    """An uploaded sheet that is not read. Its words are for the person who sent it."""


class Empty(SheetRefused):
    """Nothing stands in it."""

    def __init__(self) -> None:
        super().__init__(
            _("The file is empty. Put the names of the columns in the first row and the data below.")
        )


class TooBig(SheetRefused):
    """More than the limits allow. `what` says of what, `most` how much is allowed."""

    def __init__(self, message: str, most: int) -> None:
        super().__init__(message % {"most": most})
        self.most = most


class NotASheet(SheetRefused):
    """Neither text with columns nor a spreadsheet."""

    def __init__(self, message: str) -> None:
        super().__init__(message)


class Broken(SheetRefused):
    """It says that it is a sheet, and cannot be read to the end."""

    def __init__(self, message: str) -> None:
        super().__init__(message)


class HasMacros(SheetRefused):
    """It brings programs along."""

    def __init__(self) -> None:
        super().__init__(
            _("The file holds macros (small programs). Save it as an Excel workbook without macros (.xlsx).")
        )


class BadEncoding(SheetRefused):
    """Bytes that are no text. `line` and `column` count from 1."""

    def __init__(self, encoding: str, line: int, column: int) -> None:
        super().__init__(
            _(
                "The text is broken on line %(line)d, character %(column)d (read as %(encoding)s). Save the file again as CSV UTF-8."
            )
            % {"line": line, "column": column, "encoding": encoding}
        )
        self.encoding, self.line, self.column = encoding, line, column


class HasFormulas(SheetRefused):
    """Cells whose value only a spreadsheet program knows. `cells`: their names."""

    def __init__(self, cells: Sequence[str]) -> None:
        super().__init__(
            _("There are formulas in %(cells)s. Copy the cells and paste them as values, then save again.")
            % {"cells": ", ".join(cells)}
        )
        self.cells = tuple(cells)


class BadColumns(SheetRefused):
    """The first row does not name each column once."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
