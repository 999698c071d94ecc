# SPDX-License-Identifier: EUPL-1.2
"""The dates of a step in words: the last legal day, the day to aim at, why there is none, and what is not sure about it."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext, gettext_lazy

from pristan.platform.ui import dates

Given = Mapping[str, Any]
BECAUSE = {
    "law-has-moved": gettext_lazy(
        "The law has changed since our sources were written. We tell no date: ask today."
    ),
    "source-is-weak": gettext_lazy("Our source is weak. We tell no date: ask."),
    "window": gettext_lazy("This is done in certain weeks of the year."),
    "before-expiry": gettext_lazy("It must be done before your permit ends."),
    "opens-after": gettext_lazy("It becomes possible after a wait."),
}
# In which words the day to aim at is told, by why there is one.
AIMS = {
    "before-expiry": gettext_lazy("Better by %(date)s: the queue is long."),
    "opens-after": gettext_lazy("Possible from %(date)s"),
    "advice": gettext_lazy("Best by %(date)s"),
}


def brief(step: Given, language: str) -> list[str]:
    """The dates alone, with a mark where the last one is not sure. Call it with the language switched on."""
    due = [last(step["due"], language, step["doubt"])] if step["due"] else []
    return [*due, *filter(None, [aim(step, language)])]


def last(day: str, language: str, doubt: str | None = None) -> str:
    """The last day. ``day``: as data hold it, or a place for it."""
    said = gettext("Last day: %(date)s") % {"date": dates.in_words(day, language)}
    return f"{said} ({gettext('to be confirmed')})" if doubt else said


def aim(step: Given, language: str) -> str:
    """The weeks of the year in which it is done, else the day to aim at, if there is one."""
    if step["window"]:
        return weeks([each[5:] for each in step["window"]], language)
    if not step["realistic"]:
        return ""
    return str(AIMS[step["because"]]) % {"date": dates.in_words(step["realistic"], language)}


def weeks(window: list[str], language: str) -> str:
    """Weeks of the year, given by month and day of the first and the last one."""
    begins, ends = (dates.month_day(each, language) for each in window)
    return gettext("Usually between %(from)s and %(to)s. Ask for this year's dates.") % {
        "from": begins,
        "to": ends,
    }


def whole(step: Given, language: str) -> list[str]:
    """The dates, why there is one or none, and whom to ask where the law has not been read."""
    because = BECAUSE.get(step["because"])
    doubt = [unread()] if step["doubt"] else []
    return [*brief(step, language), *doubt, *([str(because)] if because else [])]


def unread() -> str:
    """What is said where nobody has read the article that a day rests on."""
    return gettext("Nobody has compared this day with the law yet. Ask at the office before you rely on it.")
