# SPDX-License-Identifier: EUPL-1.2
"""One question at a time: what a page of the conversation asks and carries along. What was told or refused travels in hidden fields."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pristan.city.orientation import conversation
from pristan.city.orientation.answers import Told
from pristan.city.orientation.rulebook import Rulebook
from pristan.doors.web import plan_form

REFUSED = "refused"
ASKED = "asked"
# After so many answers most is clear, and the way to the steps stands first.
FEW = 6


@dataclass(frozen=True)
class Talk:
    """What one page of the form was sent with: the fields that hold answers, and the questions that are not to be asked again."""

    given: plan_form.Given
    refused: frozenset[str]


def read(sent: plan_form.Given) -> Talk:
    """Read it. A question that was passed over counts as refused; one that was refused holds no answer."""
    known = frozenset(plan_form.ASKED)
    refused = known.intersection(map(str, sent.get(REFUSED) or ()))
    given = {name: value for name, value in sent.items() if name not in refused}
    passed = [name for name in sent.get(ASKED) or () if name in known and not _is_told(given, name)]
    return Talk(given, refused.union(passed))


def _is_told(given: plan_form.Given, name: str) -> bool:
    return bool(str((given.get(name) or [""])[0]).strip())


def context(
    book: Rulebook, talk: Talk, name: str, told: Told | None, slips: Mapping[str, str]
) -> dict[str, Any]:
    """What the template of a question needs. Without `told`: something could not be read, and is asked again."""
    settled, total = conversation.progress(book, told) if told else (0, 0)
    carried = list(plan_form.hidden(talk.given, without=name))
    return {
        "field": plan_form.field(book, name, talk.given, slips),
        "carried": [*carried, *((REFUSED, each) for each in sorted(talk.refused - {name}))],
        "settled": settled,
        "total": total,
        "is_enough": len({each for each, _ in carried} | talk.refused) >= FEW,
        "slips": slips,
    }
