# SPDX-License-Identifier: EUPL-1.2
"""What may stand in a cell, and the name of a cell."""

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from pristan.platform.tables.errors import BadValue

Value = str | int | float | Decimal | bool | date | datetime | None
LONGEST = 32_767  # characters that a cell of a spreadsheet takes
# Halves of a character, and two that no XML may hold: nobody typed them.
_NO_CHARACTERS = re.compile("[\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True)
class Table:
    """What is written: a title, the names of the columns, rows as they come (they are read once, never kept)."""

    title: str
    columns: Sequence[str]
    rows: Iterable[Sequence[Value]]
    is_right_to_left: bool = False


def letters(position: int) -> str:
    """The name of a column: 0 is ``A``, 26 is ``AA``."""
    name, rest = "", position + 1
    while rest:
        rest, digit = divmod(rest - 1, 26)
        name = chr(ord("A") + digit) + name
    return name


def address(row: int, position: int) -> str:
    """The name of a cell as spreadsheets show it: row 12, second column is ``B12``."""
    return f"{letters(position)}{row}"


def checked(value: Value, where: str) -> Value:
    """The value as it is written. Raises BadValue for what no spreadsheet can hold without changing it."""
    if isinstance(value, str):
        if len(value) > LONGEST:
            raise BadValue(where, f"the text has {len(value)} characters; a cell takes {LONGEST}")
        return _NO_CHARACTERS.sub("\ufffd", value)
    if isinstance(value, datetime) and value.tzinfo is not None:
        raise BadValue(where, "an instant with a zone; give the civil time of the city, without one")
    if isinstance(value, float | Decimal) and not math.isfinite(value):
        raise BadValue(where, f"{value} is no number that a sheet can hold; leave the cell empty")
    return value
