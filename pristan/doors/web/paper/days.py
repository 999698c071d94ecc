# SPDX-License-Identifier: EUPL-1.2
"""The dates of a step in words: the last legal day, the day to aim at, and why there is none."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext

from pristan.doors.web.plan_page import BECAUSE
from pristan.platform.ui import dates

Given = Mapping[str, Any]


def brief(step: Given, language: str) -> list[str]:
    """The dates alone. Call it with the language switched on."""
    found = []
    if step["due"]:
        found.append(gettext("Last day: %(date)s") % {"date": dates.in_words(step["due"], language)})
    if step["window"]:
        begins, ends = (dates.month_day(each[5:], language) for each in step["window"])
        found.append(
            gettext("Usually between %(from)s and %(to)s. Ask for this year's dates.")
            % {"from": begins, "to": ends}
        )
    elif step["realistic"]:
        found.append(_aim(step["because"]) % {"date": dates.in_words(step["realistic"], language)})
    return found


def whole(step: Given, language: str) -> list[str]:
    """The dates, and why there is one or none."""
    because = BECAUSE.get(step["because"])
    return [*brief(step, language), *([str(because)] if because else [])]


def _aim(because: str) -> str:
    if because == "before-expiry":
        return gettext("Better by %(date)s: the queue is long.")
    return gettext("Possible from %(date)s") if because == "opens-after" else gettext("Best by %(date)s")
