# SPDX-License-Identifier: EUPL-1.2
"""The city's own time, for the commands that speak of days."""

import argparse
from datetime import date, datetime, time
from zoneinfo import ZoneInfo


def zone() -> ZoneInfo:
    """Where a civil day begins and ends. Raises CityMissing before the first load."""
    from pristan.city.directory import selectors

    return ZoneInfo(selectors.city().time_zone)


def beginning(day: date) -> datetime:
    """The first instant of a day in the city."""
    return datetime.combine(day, time.min, zone())


def day(text: str) -> date:
    """A day as it is written on the command line."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"`{text}` is no day: write it as 2026-11-27") from None
