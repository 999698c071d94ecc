# SPDX-License-Identifier: EUPL-1.2
"""A plan and its verdicts, ready for the page: steps by time, and rights by answer."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy, pgettext_lazy

from pristan.city.orientation import plans
from pristan.city.orientation.answers import Told
from pristan.city.orientation.rulebook import Rulebook
from pristan.doors.web import addresses, circles, days, reading
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
Links = list[tuple[str, Any, str]]  # id, name, address


@dataclass(frozen=True)
class Step:
    """A step with its links. ``checks``: what else must be so for a yes, each with its key where a script chooses among them."""

    given: Given
    href: str
    because: Any
    before: Links
    helpers: Links
    checks: list[tuple[str, Any]]
    aims: list[
        tuple[str, str]
    ]  # the day to aim at in words, each kind with its key where a script chooses among them
    is_wanted: bool  # somebody asked for it
    is_past: bool  # its last day is

    @property
    def is_now(self) -> bool:
        """Does it stand among the first, which are open to be read?"""
        return bool(self.given["band"] == "now")

    @property
    def is_dated(self) -> bool:
        """Is there a day to tell? Else the words of the source stand in its place."""
        return bool(self.given["due"] or self.aims)

    @property
    def is_dateless(self) -> bool:
        """The contrary."""
        return not self.is_dated

    @property
    def ages(self) -> str:
        """Of the children for each of whom it is done."""
        return ", ".join(str(age) for age in self.given["for_children"])

    @property
    def is_open(self) -> bool:
        """Does it depend on answers that were left out?"""
        return bool(self.given["verdict"] == "depends")


@dataclass(frozen=True)
class Right:
    """A right with its link. ``says``: the words of the cells that decide, by the code of their status where a script chooses."""

    id: str
    name: Any
    href: str
    says: list[tuple[str, Any]]


def context(page: Page, book: Rulebook, plan: Given, found: Sequence[Given], told: Told) -> dict[str, Any]:
    """Everything that the template needs."""
    wanted = _wanted(book, told)
    steps = [_step(page, book, each, is_wanted=each["id"] in wanted) for each in plans.to_do(plan)]
    rights = [each for each in found if each["kind"] == "right"]
    return {
        "helps": helps(page, book),
        "bands": [
            (band, heading, inside, len(inside))
            for band, heading in BANDS.items()
            if (inside := [each for each in steps if each.given["band"] == band])
        ],
        "rights": [
            (key, icon, heading, [_right(page, book, each) for each in same], len(same))
            for key, (icon, heading) in VERDICTS.items()
            if (same := [each for each in rights if each["verdict"] == key])
        ],
        "circles": circles.shown(page, plan["circles_known"]),
        "is_draft": is_draft(plan["circles_known"]),
        "needs": [need for need in page.catalogue.top_needs if need["id"] in _wants(told)],
    }


def is_draft(circles_known: Any) -> bool:
    """Did a machine translate some of it, and nobody has checked it?"""
    return any(each["state"] == "draft" for each in reading.texts(circles_known))


def helps(page: Page, book: Rulebook) -> Links:
    """The steps for somebody in danger, for everybody."""
    return links(page, book, (each.id for each in book.steps if each.is_always))


def links(page: Page, book: Rulebook, keys: Iterable[str]) -> Links:
    """The things of these ids, as far as the city publishes them."""
    return [(key, book.given[key]["name"], href(page, book, key)) for key in keys if key in book.given]


def href(page: Page, book: Rulebook, key: str) -> str:
    """The address of a thing that has a rule."""
    return addresses.entry(page.language, book.given[key])


def _wants(told: Told) -> frozenset[str]:
    found: frozenset[str] = told.facts.answers.get("wants", frozenset())
    return found


def _wanted(book: Rulebook, told: Told) -> set[str]:
    """Ids of the steps that somebody asked for."""
    wants = _wants(told)
    return {each.id for each in book.steps if not each.wanted_by.isdisjoint(wants)}


def _step(page: Page, book: Rulebook, given: Given, *, is_wanted: bool) -> Step:
    is_past = bool(given["due"]) and given["due"] < page.today.isoformat()
    aim = "" if is_past else days.aim(given, page.language)
    return Step(
        given,
        href(page, book, given["id"]),
        days.BECAUSE.get(given["because"], ""),
        links(page, book, given["blocked_by"]),
        links(page, book, given["with"]),
        [("", each) for each in given["to_check"]],
        [("", aim)] if aim else [],
        is_wanted,
        is_past,
    )


def _right(page: Page, book: Rulebook, given: Given) -> Right:
    says = [("", each) for each in given["says"]]
    return Right(given["id"], given["name"], href(page, book, given["id"]), says)
