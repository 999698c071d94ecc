# SPDX-License-Identifier: EUPL-1.2
"""Verdicts in words: for each right, step and service a yes, a no, it depends on what, or that nobody knows; and why."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from pristan.city.orientation import asking
from pristan.city.orientation.answers import Told
from pristan.city.orientation.rulebook import Rulebook
from pristan.core.rules import NAMED, Verdict, decide_all, next_question

Answer = dict[str, Any]
# Which status decides is not said one by one where nobody told a status: then it is all of them. The law is named all the same once it is settled.
MOST_BY = 3


def verdicts(book: Rulebook, told: Told) -> list[Answer]:
    """The verdict on everything that the city knows rules for, in a fixed order."""
    found = zip(book.items, decide_all(book.items, told.facts), strict=True)
    return [shown(book, verdict) | {"kind": item.kind} for item, verdict in found]


def shown(book: Rulebook, verdict: Verdict) -> Answer:
    """One verdict as JSON may hold it."""
    given = book.given[verdict.id]
    is_few, is_settled = len(verdict.by) <= MOST_BY, verdict.answer != "depends"
    cells = _deciding(given, verdict.by) if is_few or is_settled else []
    by, reasons = cells if is_few else [], verdict.reasons
    return {
        "id": verdict.id,
        "name": given["name"],
        "slug": given["slug"],
        "verdict": verdict.answer,
        "reasons": {
            name: [book.sentences[leaf] for leaf in getattr(reasons, name)]
            for name in ("holds", "fails", "open")
        },
        "to_check": [book.texts[key] for key in verdict.to_check],
        "says": [each["conditions"] for each in by if each.get("conditions")],
        "legal_basis": _once(law for each in cells for law in each.get("legal_basis", ())),
        "as_of": max((each["as_of"] for each in by if each.get("as_of")), default=None),
        "recheck_reason": next((each["recheck_reason"] for each in (*by, given) if each.get("recheck_reason")), None),
        "open": list(verdict.open),
    }  # fmt: skip


def _deciding(given: Mapping[str, Any], codes: Sequence[str]) -> list[Mapping[str, Any]]:
    """What the source says of the statuses that decide, in their order."""
    cells = {each["status"]: each for each in given["cells"] if each["status"] in codes}
    return [cells[code] for code in codes if code in cells]


def following(book: Rulebook, told: Told, refused: Collection[str]) -> Answer:
    """The next question, or none when no answer would change anything; and how much is settled."""
    name = next_question(book.items, told.facts, refused)
    found = decide_all(book.items, told.facts)
    settled = sum(each.answer != "depends" for each in found)
    return {
        "question": name,
        **(_question(book, name) if name else {}),
        "settled": settled,
        "total": len(found),
    }


def _question(book: Rulebook, name: str) -> Answer:
    text, why = asking.question(name)
    attribute = NAMED[name]
    choices = [{"code": code, "name": book.names.get(code)} for code in book.statuses]
    return {
        "text": text,
        "why": why,
        "kind": attribute.kind,
        "is_sensitive": attribute.is_sensitive,
        "least": attribute.least,
        "most": attribute.most,
        "choices": choices if attribute.kind == "status" else None,
    }


def _once(given: Iterable[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    found: dict[tuple[Any, ...], Mapping[str, Any]] = {}
    for each in given:
        found.setdefault((each["law"], each["article"]), each)
    return list(found.values())
