# SPDX-License-Identifier: EUPL-1.2
"""What somebody told, read once: well-formed answers, what was ignored, what cannot all be true. It lives as long as one call.

Nothing here is ever kept, logged or put into an address.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from pristan.city.orientation import asking
from pristan.city.orientation.rulebook import Rulebook
from pristan.core.rules import NAMED, Facts, Malformed, Parameters, problems
from pristan.core.rules import read as read_answers

# No law of ours is older, nobody plans so far ahead, and counting from such a day stays within what a calendar can hold.
FIRST_DAY, LAST_DAY = date(1900, 1, 1), date(2199, 12, 31)


class AnswersMalformed(Exception):
    """Some of what was sent are no answers. `found`: all of them, each with a way out; never what was sent."""

    def __init__(self, found: tuple[Malformed, ...]) -> None:
        super().__init__("\n".join(f"{each.key or 'answers'}: {each.what} {each.mend}" for each in found))
        self.found = found


@dataclass(frozen=True)
class Told:
    """The facts that verdicts are weighed against, and what the answer must say about them."""

    facts: Facts
    ignored: tuple[str, ...] = ()
    problems: tuple[dict[str, Any], ...] = field(default=(), repr=False)

    def remarks(self) -> dict[str, Any]:
        """What every answer says beside its own matter."""
        return {"ignored": list(self.ignored), "problems": list(self.problems)}


def day(given: str) -> date:
    """The day on which to weigh, as it was sent. Raises ValueError: it is none, or too far away to count from."""
    found = date.fromisoformat(given)
    if found.isoformat() != given:
        raise ValueError("a day that is written otherwise")
    if not FIRST_DAY <= found <= LAST_DAY:
        raise ValueError("a day too far away")
    return found


def read(given: object, book: Rulebook, today: date) -> Told:
    """Read what was sent. Raises AnswersMalformed: nothing is decided on half an answer."""
    found = read_answers(given, book.statuses)
    if found.malformed:
        raise AnswersMalformed(found.malformed)
    contradictions = tuple(
        {"code": each.code, "keys": list(each.keys), "text": asking.problem(each.code)}
        for each in problems(found.answers, book.statuses)
    )
    return Told(
        Facts(found.answers, book.statuses, today, Parameters(book.parameters)), found.ignored, contradictions
    )


def refused(given: object) -> set[str]:
    """Attributes that were asked and not answered: they stand there as null. Where all attributes stand there, it is a form, and null is what
    nobody was asked yet."""
    if not isinstance(given, Mapping) or given.keys() >= NAMED.keys():
        return set()
    return {name for name in NAMED if name in given and given[name] is None}
