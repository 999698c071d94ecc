# SPDX-License-Identifier: EUPL-1.2
"""A sheet that was read: the names of its columns, and rows that know the names of their cells."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

from django.utils.translation import gettext as _

from pristan.platform.tables.errors import BadColumns, Empty, TooBig
from pristan.platform.tables.limits import Limits
from pristan.platform.tables.values import Value, address, letters


@dataclass(frozen=True)
class Row:
    """One row. `number`: as a spreadsheet shows it, the header is usually 1. An empty cell is None."""

    number: int
    values: tuple[Value, ...]

    def address(self, position: int) -> str:
        """The name of one of its cells: ``B12``."""
        return address(self.number, position)


@dataclass(frozen=True)
class Sheet:
    """Columns by name, in order; rows one after the other, to be read once. An error of a later row comes when it is reached."""

    columns: tuple[str, ...]
    rows: Iterator[Row]

    def records(self) -> Iterator[tuple[Row, dict[str, Value]]]:
        """Each row with its values by the name of the column."""
        for row in self.rows:
            yield row, dict(zip_longest(self.columns, row.values))


def sheet_of(found: Iterator[Row], limits: Limits) -> Sheet:
    """The first row that holds something names the columns. Raises Empty, BadColumns; TooBig when the rows are read."""
    bounded = _bounded(found, limits)
    head = next(bounded, None)
    if head is None:
        raise Empty
    names = tuple("" if value is None else str(value).strip() for value in head.values)
    for at, name in enumerate(names):
        if not name:
            raise BadColumns(_("The column %(column)s has no name. Write one into %(cell)s, or delete the column.") % {"column": letters(at), "cell": head.address(at)})  # fmt: skip
    if twice := [name for name, count in Counter(names).items() if count > 1]:
        raise BadColumns(_("Two columns are called “%(name)s”. Give each its own name.") % {"name": twice[0]})
    return Sheet(names, _fitting(bounded, len(names)))


def _bounded(found: Iterator[Row], limits: Limits) -> Iterator[Row]:
    """Rows that hold something, as long as they keep within the limits."""
    for row in found:
        if row.number > limits.rows:
            raise TooBig(
                _("The sheet has more than %(most)d rows. Split it into several files."), limits.rows
            )
        values = _trimmed(row.values)
        if len(values) > limits.columns:
            raise too_wide(limits)
        if any(isinstance(value, str) and len(value) > limits.text for value in values):
            raise TooBig(_("A cell holds more than %(most)d characters. Shorten it."), limits.text)
        if values:
            yield Row(row.number, values)


def too_wide(limits: Limits) -> TooBig:
    """What is said of a sheet with too many columns."""
    return TooBig(_("The sheet has more than %(most)d columns. Delete those that are not needed."), limits.columns)  # fmt: skip


def _trimmed(values: tuple[Value, ...]) -> tuple[Value, ...]:
    last = len(values)
    while last and values[last - 1] in (None, ""):
        last -= 1
    return tuple(None if value == "" else value for value in values[:last])


def _fitting(rows: Iterator[Row], columns: int) -> Iterator[Row]:
    for row in rows:
        if len(row.values) > columns:
            raise BadColumns(_("%(cell)s stands beyond the last column that has a name. Name the column or empty the cell.") % {"cell": row.address(len(row.values) - 1)})  # fmt: skip
        yield Row(row.number, row.values + (None,) * (columns - len(row.values)))
