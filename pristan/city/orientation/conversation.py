# SPDX-License-Identifier: EUPL-1.2
"""A conversation of few questions: what to ask next of somebody who may refuse each, and how much is clear already."""

from collections import Counter
from collections.abc import Collection

from pristan.city.orientation import plans
from pristan.city.orientation.answers import Told
from pristan.city.orientation.rulebook import Rulebook
from pristan.core.rules import NAMED, decide_all, next_question
from pristan.core.rules.statuses import BOXES


def question(book: Rulebook, told: Told, refused: Collection[str]) -> str | None:
    """The attribute to ask for now, None when no answer would change anything.

    The paper comes first, as nothing tells more. Then the day from which the last days of this plan count, as a missed one costs most;
    then whatever settles most. The sensitive ones come last.
    """
    name = next_question(book.items, told.facts, refused)
    is_paper_open = BOXES[0] not in told.facts.answers and BOXES[0] not in refused
    if name in BOXES or (name is not None and is_paper_open):
        return name
    return _day(book, told, refused) or name


def progress(book: Rulebook, told: Told) -> tuple[int, int]:
    """How many matters no further answer can change, and how many there are."""
    found = decide_all(book.items, told.facts)
    return sum(each.answer != "depends" for each in found), len(found)


def _day(book: Rulebook, told: Told, refused: Collection[str]) -> str | None:
    """The day that most steps of the plan wait for; of two, the one declared first."""
    known = {each.id: each.given["counts_from"] for each in book.steps}
    waiting = Counter(
        known[each["id"]] for each in plans.plan(book, told)["steps"] if each["because"] == "event-not-told"
    )
    asked = [name for name, each in NAMED.items() if each.is_asked and name not in refused and waiting[name]]
    return max(asked, key=lambda name: waiting[name], default=None)
