# SPDX-License-Identifier: EUPL-1.2
"""Numbers that change, as they hold today: an amount in words, since when, and where it was read."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext, ngettext

from pristan.doors.web.page import Page
from pristan.platform.ui import dates

Given = Mapping[str, Any]


@dataclass(frozen=True)
class Amount:
    """A number with its name. ``given``: its value with days and sources."""

    name: Given
    words: str
    given: Given


def today(page: Page, parameters: Iterable[Given]) -> list[Amount]:
    """Those that have a value on the civil day of the page."""
    return [
        Amount(each["name"], _words(page, each, value["value"]), value)
        for each in parameters
        for value in _valid(each["values"], page.today.isoformat())
    ]


def _valid(values: Iterable[Given], day: str) -> Iterator[Given]:
    """The value that holds on a day: at most one does (`pack check`)."""
    return (each for each in values if (each["since"] or "") <= day <= (each["until"] or day))


def _words(page: Page, given: Given, value: str) -> str:
    shown = {"amount": _amount(page, given, value)}
    match given["per"]:
        case "month":
            return gettext("%(amount)s a month") % shown
        case "year":
            return gettext("%(amount)s a year") % shown
    return shown["amount"]


def _amount(page: Page, given: Given, value: str) -> str:
    if given["unit"] == "money":
        return dates.money(value, given["currency"], page.language)
    count = int(value)
    words = {
        "days": ngettext("%(count)s day", "%(count)s days", count),
        "months": ngettext("%(count)s month", "%(count)s months", count),
        "years": ngettext("%(count)s year", "%(count)s years", count),
    }[given["unit"]]
    return words % {"count": count}
