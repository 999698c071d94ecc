# SPDX-License-Identifier: EUPL-1.2
"""How often readers opened the page of one entry, month by month: as it was published of all entries, so nothing more can be worked out."""

from dataclasses import dataclass
from datetime import date

from pristan.city.directory.models import Entry
from pristan.platform.facts import selectors as facts
from pristan.platform.ui.languages import name_in

FACT = "directory.openings"


@dataclass(frozen=True)
class Month:
    """A month: in all languages, and by the name of each; None where a number is hidden."""

    on: date
    whole: int | None
    parts: list[tuple[str, int | None]]


def months(entry: Entry, language: str) -> list[Month]:
    """The last months that were counted, the newest first."""
    found = facts.of_value(FACT, "entry", str(entry.uuid))
    return [Month(each.on, each.whole, [(name_in(code, language), number) for code, number in sorted(each.parts.items())]) for each in found]  # fmt: skip
