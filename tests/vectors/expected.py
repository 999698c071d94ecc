# SPDX-License-Identifier: EUPL-1.2
"""What Python answers, in the form that every engine gives: all of it but the texts that stay on the server."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from pristan.city.orientation import answers, conversation, plans, verdicts, wishes
from pristan.core.rules import NAMED, Verdict, decide_all
from pristan.core.rules import read as read_answers
from tests.vectors.cities import City

Outcome = dict[str, Any]
# Found on the server by the id of the item or step, by `to_check`, or by the statuses in `by`. Whatever is not named here is compared.
TEXTS = frozenset(("name", "slug", "says", "legal_basis", "as_of", "recheck_reason", *plans.SHOWN))


def outcome(city: City, given: Any, today: date, *, is_asked: bool) -> Outcome:
    """What was read; and, if nothing was malformed, verdicts, plan and (where `is_asked`) the next questions."""
    found = read_answers(given, city.book.statuses)
    if found.malformed:
        listed = [{"key": each.key, "what": each.what, "mend": each.mend} for each in found.malformed]
        return {
            "read": {
                "answers": None,
                "refused": [],
                "ignored": [*found.ignored],
                "problems": [],
                "malformed": listed,
            }
        }
    told = answers.read(given, city.book, today)
    made: Outcome = {
        "read": _read(given, told),
        "verdicts": [
            _bare(verdicts.shown(city.book, each), each) | {"kind": city.book.rules[each.id].kind}
            for each in decide_all(city.book.items, told.facts)
        ],
        "plan": _plan(city, wishes.precise(city.book, told)),
    }
    return made | (_asked(city, told, given) if is_asked else {})


def _asked(city: City, told: answers.Told, given: Mapping[str, Any]) -> Outcome:
    """The next question, and the one in a conversation, where what stands as null was refused."""
    refused = {name for name, value in given.items() if value is None}
    return {
        "next": _next(verdicts.following(city.book, told, answers.refused(given))),
        "question": conversation.question(city.book, told, refused),
    }


def _read(given: Any, told: answers.Told) -> Outcome:
    return {
        "answers": {name: sorted(value) if isinstance(value, frozenset | tuple) else value for name, value in told.facts.answers.items()},
        "refused": [name for name in NAMED if name in answers.refused(given)],
        "ignored": [*told.ignored],
        "problems": [{"code": each["code"], "keys": each["keys"]} for each in told.problems],
        "malformed": [],
    }  # fmt: skip


def _plan(city: City, told: answers.Told) -> Outcome:
    made = plans.plan(city.book, told)
    decided = {each.id: each for each in decide_all(city.book.items, told.facts)}
    known = [{name: each[name] for name in ("id", "steps", "met")} for each in made["circles_known"]]
    return made | {
        "help": [{"id": each["id"]} for each in made["help"]],
        "steps": [_bare(each, decided[each["id"]]) for each in made["steps"]],
        "circles_known": known,
    }


def _bare(shown: Mapping[str, Any], verdict: Verdict) -> Outcome:
    """Without texts; keys instead of what must be checked, and the statuses that decide."""
    kept = {name: value for name, value in shown.items() if name not in TEXTS}
    return kept | {"to_check": [*verdict.to_check], "by": [*verdict.by]}


def _next(made: Mapping[str, Any]) -> Outcome:
    kept = {name: value for name, value in made.items() if name not in ("text", "why", "choices")}
    if "choices" in made:
        kept["choices"] = made["choices"] and [each["code"] for each in made["choices"]]
    return kept
