# SPDX-License-Identifier: EUPL-1.2
"""The form of a letter: a number of days, a day of delivery. Read kindly: any digits, any usual way to write a day."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.utils.translation import gettext

from pristan.core.deadlines.service import FEWEST, MOST

Given = Mapping[str, Sequence[Any]]
NAMES = ("days", "unit", "delivered_on")
LONGEST = 60
_PARTS = re.compile(r"\s*(\d{1,4})\s*[-./ ]\s*(\d{1,2})\s*[-./ ]\s*(\d{1,4})\s*\.?\s*")


@dataclass(frozen=True)
class Copied:
    """What was copied from the letter, and the words at each field that could not be read. Never printed."""

    typed: Mapping[str, str] = field(default_factory=dict, repr=False)
    days: int | None = field(default=None, repr=False)
    delivered_on: date | None = field(default=None, repr=False)
    slips: Mapping[str, str] = field(default_factory=dict)


def read(given: Given) -> Copied:
    """Everything that was written, and what can be read of it."""
    typed = {name: str((given.get(name) or [""])[0]).strip()[:LONGEST] for name in NAMES}
    slips: dict[str, str] = {}
    days = _read(_days, typed["days"], slips, "days")
    delivered_on = _read(_day, typed["delivered_on"], slips, "delivered_on")
    return Copied(typed, days, delivered_on, slips)


def days_not_possible() -> str:
    """The word at the field for a number that no legal notice gives."""
    return gettext("A term has from %(fewest)s to %(most)s days. Look at the number in the letter again.") % {
        "fewest": FEWEST, "most": MOST,
    }  # fmt: skip


def not_yet_delivered() -> str:
    """The word at the field for a day that is still to come."""
    return gettext("This day is still to come. Write the day on which you got the letter.")


def _read(reader: Callable[[str], Any], typed: str, slips: dict[str, str], name: str) -> Any:
    try:
        return reader(typed) if typed else None
    except ValueError as error:
        slips[name] = str(error)
        return None


def _days(typed: str) -> int:
    if not re.fullmatch(r"-?\d{1,9}", typed):
        raise ValueError(gettext("Write the number of days as a whole number, for example 15."))
    return int(typed)


def _day(typed: str) -> date:
    """A day as ``2026-11-27``, as a date field sends it, or as ``27. 11. 2026``."""
    parts = _PARTS.fullmatch(typed)
    if not parts:
        raise ValueError(gettext("Write the day with its month and year, for example 27. 11. 2026."))
    first, month, last = (int(each) for each in parts.groups())
    year, day = (first, last) if len(parts[1]) > 2 else (last, first)
    try:
        return date(year, month, day)
    except ValueError:
        raise ValueError(gettext("There is no such day in the calendar. Look at the day again.")) from None
