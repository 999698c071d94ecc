# SPDX-License-Identifier: EUPL-1.2
"""Work-free days as the pack declares them, for the years around a dataset."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from dateutil.easter import easter

from pristan.city.directory.models import Holidays

# Readers need this year and next; the catalogue is made anew with every load, so a wide window costs little.
FIRST_YEAR, LAST_YEAR = 2024, 2036


def days() -> list[str]:
    """All work-free days from FIRST_YEAR to LAST_YEAR as YYYY-MM-DD, in order."""
    record = Holidays.objects.values_list("record", flat=True).first()
    return expand(record, range(FIRST_YEAR, LAST_YEAR + 1)) if record else []


def expand(record: Mapping[str, Any], years: Sequence[int]) -> list[str]:
    """The days of a holiday record in these years, in order."""
    return sorted(named(record, years))


def named(record: Mapping[str, Any], years: Sequence[int]) -> dict[str, Mapping[str, str]]:
    """Day -> its name in each language: fixed days, days that move with (western) Easter, and single ones."""
    found = {each["on"]: each["name"] for each in record.get("extra", ())}
    for year in years:
        found |= {f"{year}-{each['on']}": each["name"] for each in record.get("fixed", ())}
        found |= {_from_easter(year, each["easter"]): each["name"] for each in record.get("movable", ())}
    return {day: name for day, name in found.items() if day >= record.get("valid_from", "")}


def checked_years(record: Mapping[str, Any], years: Sequence[int]) -> list[int]:
    """Those of the years of which somebody has compared the whole list with the law; none where nobody says so."""
    first, last = record.get("valid_from", ""), record.get("checked_to", "")
    return [year for year in years if first <= f"{year}-01-01" and f"{year}-12-31" <= last]


def _from_easter(year: int, offset: int) -> str:
    sunday: date = easter(year)
    return (sunday + timedelta(days=offset)).isoformat()
