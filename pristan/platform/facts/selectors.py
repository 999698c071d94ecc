# SPDX-License-Identifier: EUPL-1.2
"""What may be shown of facts: numbers with their names, None where a number is hidden. Pages, files and commands read only this."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from pristan.platform.facts.fact import Fact
from pristan.platform.facts.models import Reading
from pristan.platform.facts.registry import fact as declared
from pristan.platform.tables.values import Table


@dataclass(frozen=True)
class Line:
    """One row: the names of its values (empty where it sums over a dimension), and the number or None."""

    names: tuple[str, ...]
    number: int | None
    is_sum: bool


@dataclass(frozen=True)
class Shown:
    """A reading for readers."""

    fact: Fact
    on: date
    source: str
    lines: tuple[Line, ...]
    is_withheld: bool

    @property
    def has_hidden(self) -> bool:
        """Is any number hidden?"""
        return any(line.number is None for line in self.lines)

    def bars(self) -> list[Line]:
        """What a chart shows: the first dimension, its rows or its sums."""
        if len(self.fact.dimensions) == 1:
            return [line for line in self.lines if not line.is_sum]
        return [line for line in self.lines if line.names[0] and not any(line.names[1:])]


def dates(key: str) -> list[date]:
    """The days of which there are readings, the newest first."""
    return list(Reading.objects.filter(fact=key).order_by("-on").values_list("on", flat=True))


def shown(key: str, language: str, on: date | None = None) -> Shown | None:
    """The last reading up to a day, or the newest; None if there is none. Raises UnknownFact."""
    fact = declared(key)
    rows = Reading.objects.filter(fact=key)
    reading = (rows.filter(on__lte=on) if on else rows).order_by("-on").first()
    if reading is None:
        return None
    names = {name: fact.names(name, _values(reading, name), language) for name in fact.dimensions}
    lines = [_line(fact, names, *cell) for cell in reading.cells]
    return Shown(fact, reading.on, reading.source, tuple(sorted(lines, key=_order)), reading.is_withheld)


@dataclass(frozen=True)
class Slice:
    """What one reading says of one value of a dimension: the sum, and the other dimension's values; None where hidden."""

    on: date
    whole: int | None
    parts: Mapping[str, int | None]


def of_value(key: str, dimension: str, value: str, most: int = 12) -> list[Slice]:
    """One value in the newest readings of a fact of two dimensions, as they were published. Nothing is said of a withheld reading."""
    rows = Reading.objects.filter(fact=key, is_withheld=False).order_by("-on")[:most]
    return [_slice(reading, dimension, value) for reading in rows]


def _slice(reading: Reading, dimension: str, value: str) -> Slice:
    found: dict[str, int | None] = {}
    for where, number, is_hidden in reading.cells:
        if where.get(dimension) == value:
            other = next((said for name, said in where.items() if name != dimension), "")
            found[other] = None if is_hidden else number
    return Slice(reading.on, found.pop("", 0), found)


def _values(reading: Reading, dimension: str) -> list[str]:
    return list(dict(reading.dimensions).get(dimension, ()))


def _line(fact: Fact, names: Mapping[str, Mapping[str, str]], where: dict[str, str], number: int, is_hidden: bool) -> Line:  # fmt: skip
    said = tuple(
        names[name].get(where[name], where[name]) if name in where else "" for name in fact.dimensions
    )
    return Line(said, None if is_hidden else number, is_sum=len(where) < len(fact.dimensions))


def _order(line: Line) -> tuple[bool, int, tuple[str, ...]]:
    """Rows before sums, large before small; hidden ones last, by name, so that the order tells nothing."""
    return line.is_sum, -(line.number or 0), line.names


def table(found: Shown, *, is_right_to_left: bool = False) -> Table:
    """The reading as a table to take away. A hidden number is a word, so that nobody takes it for nothing."""
    columns = [*(str(words) for words in found.fact.dimensions.values()), _("Number"), _("Date"), _("Source")]
    # Now, in the reader's language: rows are made while the answer leaves.
    everything, hidden, source = _("all"), _("hidden"), str(found.fact.source)
    rows = (
        [*(name or everything for name in line.names), hidden if line.number is None else line.number, found.on, source]
        for line in found.lines
    )  # fmt: skip
    return Table(str(found.fact.label), columns, rows, is_right_to_left)
