# SPDX-License-Identifier: EUPL-1.2
"""Cards: what a list shows of an entry. Name, why it fits, at most three facts, marks; the whole card is the target."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pristan.doors.web import addresses, labels, marks, when
from pristan.doors.web.page import Page


@dataclass(frozen=True)
class Card:
    """A card ready for its template. Texts keep their language; ``reason`` is words already."""

    given: Mapping[str, Any]
    href: str
    icon: str
    where: str
    when: str
    marks: list[marks.Mark]
    reason: str = ""

    @property
    def is_sensitive(self) -> bool:
        """Must a page that shows it offer the way out?"""
        return bool(self.given.get("is_sensitive"))


def card(page: Page, given: Mapping[str, Any], reason: str = "") -> Card:
    """One card."""
    is_fact = given["kind"] in labels.FACTS
    is_step = given["kind"] in ("procedure", "organization") and not given.get("schedule")
    shown = (
        "" if is_step or is_fact else when.brief(given.get("schedule"), page.today, page.catalogue.holidays)
    )
    return Card(
        given, addresses.entry(page.language, given), labels.KIND_ICONS.get(given["kind"], "compass"),
        where(given), shown, [] if is_fact else marks.brief(given, page.language), reason,
    )  # fmt: skip


def cards(page: Page, given: Sequence[Mapping[str, Any]]) -> list[Card]:
    """Several cards."""
    return [card(page, each) for each in given]


def are_private(shown: Sequence[Card]) -> bool:
    """Is a list mostly of sensitive entries? Then its own title and address say too much, like theirs."""
    return sum(each.is_sensitive for each in shown) * 2 > len(shown)


def where(given: Mapping[str, Any]) -> str:
    """Street and district of the first place; empty where none is published."""
    places = given.get("locations") or ()
    if not places:
        return ""
    first = places[0]
    parts = (first.get("address_1"), (first.get("district") or {}).get("name") or first.get("city"))
    return ", ".join(each for each in parts if each)  # as the street writes it, in every language


def grouped(found: Sequence[Card]) -> list[tuple[str, list[Card]]]:
    """Cards by what people come for, the fullest group first (courses under "language"), organisations last."""
    groups = [
        (str(heading), [each for each in found if each.given["kind"] in kinds])
        for kinds, heading in labels.KIND_GROUPS
    ]
    groups[:-1] = sorted(groups[:-1], key=lambda group: -len(group[1]))
    return [(heading, inside) for heading, inside in groups if inside]
