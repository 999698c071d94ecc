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
    """The days of a holiday record in these years: fixed, movable with (western) Easter, and single ones."""
    found = {each["on"] for each in record.get("extra", ())}
    for year in years:
        found |= {f"{year}-{each['on']}" for each in record.get("fixed", ())}
        found |= {_from_easter(year, each["easter"]) for each in record.get("movable", ())}
    return sorted(day for day in found if day >= record.get("valid_from", ""))


def _from_easter(year: int, offset: int) -> str:
    sunday: date = easter(year)
    return (sunday + timedelta(days=offset)).isoformat()
