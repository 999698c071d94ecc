# SPDX-License-Identifier: EUPL-1.2
"""Dates, days and money in the reader's language. Digits stay Western: they must match the letter and the door."""

import re
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Literal

from babel.dates import format_date, format_skeleton, get_date_format, get_day_names, get_month_names
from babel.numbers import format_currency

from pristan.platform.ui.languages import locale

# The point, and the letter for "year", behind the year: `2025 г.` Sentences have their own point, so that two would stand there.
_BEHIND_THE_YEAR = re.compile(r"(?<=y)(?:\s'\w')?\.$")
DAYS = ("mo", "tu", "we", "th", "fr", "sa", "su")


def in_words(partial: str | None, language: str) -> str:
    """``2025``, ``2025-06`` or ``2025-06-10`` as people say it; what is not a date comes back as it is."""
    parts = (partial or "").split("-")
    try:
        numbers = [int(each) for each in parts]
        if len(numbers) == 2:
            month = locale(language).datetime_skeletons["yMMMM"].pattern
            return _written(date(numbers[0], numbers[1], 1), month, language)
        if len(numbers) == 3:
            return _written(date(*numbers), _pattern("long", language), language)
    except ValueError:
        return partial or ""
    return partial or ""


def long_form(language: str) -> tuple[str, list[str]]:
    """How a whole date is written: the pattern of CLDR, such as ``d MMMM y``, and the names of the months in it."""
    months = get_month_names("wide", "format", locale(language))
    return _BEHIND_THE_YEAR.sub("", _pattern("long", language)), [*months.values()]


def with_weekday(day: date, language: str) -> str:
    """A day as people say it, with its weekday: Tuesday, 28 April 2026."""
    return _written(day, _pattern("full", language), language)


def _pattern(size: Literal["full", "long"], language: str) -> str:
    return str(get_date_format(size, locale(language)).pattern)


def _written(day: date, pattern: str, language: str) -> str:
    return str(format_date(day, _BEHIND_THE_YEAR.sub("", pattern), locale(language)))


def day_name(day: str, language: str) -> str:
    """``mo`` as Monday."""
    return str(get_day_names("wide", "stand-alone", locale(language))[DAYS.index(day)])


def month_day(text: str, language: str) -> str:
    """``03-15`` as 15 March."""
    try:
        month, day = (int(each) for each in text.split("-"))
        return str(format_skeleton("MMMMd", date(2024, month, day), locale=locale(language)))
    except ValueError:
        return text


def money(amount: str, currency: str, language: str) -> str:
    """``133.00`` ``EUR`` as €133.00; what is not a number comes back with its currency."""
    try:
        return str(format_currency(Decimal(amount), currency, locale=locale(language)))
    except (InvalidOperation, ValueError):
        return f"{amount} {currency}"
