# SPDX-License-Identifier: EUPL-1.2
"""A plan and its verdicts, ready for the page: steps by time, and rights by answer."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy, pgettext_lazy

from pristan.city.orientation.answers import Told
from pristan.city.orientation.rulebook import Rulebook
from pristan.doors.web import addresses, circles, reading
from pristan.doors.web.page import Page

Given = Mapping[str, Any]
BANDS = {
    "now": gettext_lazy("Now"),
    "week": gettext_lazy("This week"),
    "month": gettext_lazy("This month"),
    "later": gettext_lazy("Later"),
    "yearly": gettext_lazy("Each year"),
}
VERDICTS = {
    "yes": ("circle-check", pgettext_lazy("answer to: may I", "Yes")),
    "depends": ("file-check", gettext_lazy("It depends")),
    "not_known": ("circle-help", gettext_lazy("We do not know: ask")),
    "no": ("circle-x", pgettext_lazy("answer to: may I", "No")),
}
BECAUSE = {
    "law-has-moved": gettext_lazy(
        "The law has changed since our sources were written. We tell no date: ask today."
    ),
    "source-is-weak": gettext_lazy("Our source is weak. We tell no date: ask."),
    "window": gettext_lazy("This is done in certain weeks of the year."),
    "before-expiry": gettext_lazy("It must be done before your permit ends."),
    "opens-after": gettext_lazy("It becomes possible after a wait."),
}


@dataclass(frozen=True)
class Step:
    """A step with its links."""

    given: Given
    href: str
    because: Any
    before: list[tuple[Any, str]]
    helpers: list[tuple[Any, str]]
    is_wanted: bool  # somebody asked for it


def context(page: Page, book: Rulebook, plan: Given, found: Sequence[Given], told: Told) -> dict[str, Any]:
    """Everything that the template needs."""
    wanted = _wanted(book, told)
    steps = [_step(page, book, each, is_wanted=each["id"] in wanted) for each in plan["steps"]]
    rights = [each for each in found if each["kind"] == "right"]
    return {
        "bands": [
            (heading, inside)
            for band, heading in BANDS.items()
            if (inside := [each for each in steps if each.given["band"] == band])
        ],
        "rights": [
            (key, icon, heading, [(each, _href(page, book, each["id"])) for each in same])
            for key, (icon, heading) in VERDICTS.items()
            if (same := [each for each in rights if each["verdict"] == key])
        ],
        "circles": circles.shown(page, plan["circles_known"]),
        "is_draft": any(each["state"] == "draft" for each in reading.texts(plan["circles_known"])),
        "total": len(steps),
        "wants": [need for need in page.catalogue.top_needs if need["id"] in _wants(told)],
    }


def _wants(told: Told) -> frozenset[str]:
    found: frozenset[str] = told.facts.answers.get("wants", frozenset())
    return found


def _wanted(book: Rulebook, told: Told) -> set[str]:
    """Ids of the steps that somebody asked for."""
    wants = _wants(told)
    return {each.id for each in book.steps if not each.wanted_by.isdisjoint(wants)}


def _step(page: Page, book: Rulebook, given: Given, *, is_wanted: bool) -> Step:
    named = [
        (book.given[key]["name"], _href(page, book, key)) for key in given["blocked_by"] if key in book.given
    ]
    helpers = [
        (book.given[key]["name"], _href(page, book, key)) for key in given["with"] if key in book.given
    ]
    href = _href(page, book, given["id"])
    return Step(given, href, BECAUSE.get(given["because"], ""), named, helpers, is_wanted)


def _href(page: Page, book: Rulebook, key: str) -> str:
    return addresses.entry(page.language, book.given[key])
