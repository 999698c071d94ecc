# SPDX-License-Identifier: EUPL-1.2
"""All first steps on one page that is the same for everybody. A script shows those of a sheet that somebody scanned."""

from dataclasses import dataclass
from typing import Any

from pristan.city.orientation import steps
from pristan.city.orientation.rulebook import Rulebook, Step
from pristan.doors.web import addresses, fragment
from pristan.doors.web.page import Page
from pristan.doors.web.plan_page import BANDS


@dataclass(frozen=True)
class Card:
    """A step of the list. ``place``: how the fragment of an address names it."""

    given: Any
    href: str
    place: str


def context(page: Page, book: Rulebook) -> dict[str, Any]:
    """Everything that the template needs."""
    found = steps.by_band(book)
    return {
        "bands": [(BANDS[band], [_card(page, each) for each in inside]) for band, inside in found.items()]
    }


def _card(page: Page, step: Step) -> Card:
    return Card(step.given, addresses.entry(page.language, step.given), fragment.place(step.id))
