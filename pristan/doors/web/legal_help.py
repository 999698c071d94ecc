# SPDX-License-Identifier: EUPL-1.2
"""Free legal help of the city: found in the directory by its need, never named in code."""

from dataclasses import dataclass
from typing import Any

from pristan.doors.web import cards, selectors
from pristan.doors.web.page import Page
from pristan.platform.search.port import Query

NEED = "legal-help"
LETTERS = frozenset({"official-letter", "appeals"})  # needs and subjects of what helps with a letter
MOST, LOOKED_AT = 4, 12


@dataclass(frozen=True)
class Help:
    """Somebody to turn to, with the numbers to call."""

    card: cards.Card
    phones: list[Any]


def query(page: Page, limit: int) -> Query:
    """What to ask the index for."""
    facets = (f"need:{NEED}", "free:yes")
    return Query("", page.language, page.version, facets=facets, limit=limit)


def helps(page: Page) -> list[Help]:
    """A few who help for free: those who know letters first, then those who can be called. Two queries."""
    hits = selectors.search(query(page, LOOKED_AT))
    things = [] if hits.is_fallback else [each.thing for each in hits.hits]
    given = sorted(selectors.cards(page.language, things, page.version), key=_rank)
    return [Help(cards.card(page, each), list(each.get("phones") or ())) for each in given[:MOST]]


def is_about_letters(card: cards.Card) -> bool:
    """Does this entry help with an official letter or an appeal?"""
    return not LETTERS.isdisjoint([*card.given.get("needs", ()), *card.given.get("subjects", ())])


def _rank(given: dict[str, Any]) -> tuple[bool, bool]:
    return LETTERS.isdisjoint([*given.get("needs", ()), *given.get("subjects", ())]), not given.get("phones")
