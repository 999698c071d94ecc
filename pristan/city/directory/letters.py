# SPDX-License-Identifier: EUPL-1.2
"""What the document of rules says of a letter with a term: how its days are counted, and each rule with its source."""

from collections.abc import Mapping
from typing import Any

from pristan.city.directory.citing import law, source
from pristan.city.directory.context import Context
from pristan.city.directory.holidays import FIRST_YEAR, LAST_YEAR, checked_years, named
from pristan.city.directory.models import Holidays, Letters

Record = Mapping[str, Any]
COUNTED_BY = ("start", "end")  # without a sure rule of both, a day is not told
YEARS = range(FIRST_YEAR, LAST_YEAR + 1)


def told(shared: Context, language: str) -> dict[str, Any] | None:
    """The rules and the work-free days for readers of a language; None where the city has no rules."""
    record = Letters.objects.values_list("record", flat=True).first()
    if record is None:
        return None
    holidays = Holidays.objects.values_list("record", flat=True).first() or {}
    return {
        "counting": None if unsure(record) else record.get("counting"),
        "look_for": [
            {
                "text": shared.text(each["text"], language, record.get("machine_drafts", ())),
                "words": each.get("words", []),
            }
            for each in record.get("look_for", ())
        ],
        "rules": [_rule(shared, language, record, each) for each in record["rules"]],
        "holidays": {
            day: shared.text(name, language) for day, name in sorted(named(holidays, YEARS).items())
        },
        "known_years": checked_years(holidays, YEARS),
    }


def unsure(record: Record) -> list[str]:
    """What of the count no rule says for sure. A wrong day is worse than none."""
    sure = {each["about"] for each in record["rules"] if _is_sure(each)}
    return [about for about in COUNTED_BY if record.get("counting") and about not in sure]


def _is_sure(rule: Record) -> bool:
    is_read = rule.get("legal_basis", {}).get("is_article_verified", False)
    return is_read and rule["confidence"] != "low" and not rule.get("recheck_reason")


def _rule(shared: Context, language: str, record: Record, given: Record) -> dict[str, Any]:
    basis = given.get("legal_basis")
    return {
        "about": given["about"],
        "text": shared.text(given["text"], language, record.get("machine_drafts", ())),
        "legal_basis": law(basis) if basis else None,
        "sources": [source(shared, each) for each in given["sources"]],
        "confidence": given["confidence"],
        "as_of": given.get("as_of"),
    }
