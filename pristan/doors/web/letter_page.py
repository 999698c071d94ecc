# SPDX-License-Identifier: EUPL-1.2
"""A letter with a term, ready for its page: the last day, the way to it in words, and by which rule."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext

from pristan.city.orientation import letters
from pristan.city.orientation.letters import LetterRules
from pristan.core.deadlines.counting import Step
from pristan.core.deadlines.service import Letter
from pristan.doors.web import labels, legal_help, reading
from pristan.doors.web.letter_form import Copied
from pristan.doors.web.page import Page
from pristan.platform.ui.dates import with_weekday

Body = Mapping[str, Any]
# Which rule stands behind a step of the count.
RULED_BY = {"from": "service", "begins": "start"}
CONFIDENCES = ("low", "medium", "high")


@dataclass(frozen=True)
class Line:
    """One step of the count in words, and the rule behind it."""

    words: str
    rule: Body | None


def context(page: Page, rules: LetterRules, copied: Copied, found: Letter | None = None) -> dict[str, Any]:
    """Everything that the template needs; `found`: the answer, once something was asked."""
    is_late = bool(found and found.is_past)
    told = [each for each in rules.rules if each["about"] != "late" or is_late]
    return {
        "copied": copied,
        "rules": rules,
        "units": [(unit, _unit(unit)) for unit in rules.units] if len(rules.units) > 1 else [],
        "service": rules.about("service"),
        "told": told,
        "drafts": any(each["state"] == "draft" for each in reading.texts([*told, *rules.look_for])),
        "helps": legal_help.helps(page),
        "all_help": legal_help.NEED if legal_help.NEED in page.catalogue.needs else "",
        "has_exit": True,
        **(_answer(page, rules, found) if found else {}),
    }


def _answer(page: Page, rules: LetterRules, found: Letter) -> dict[str, Any]:
    safe = letters.safe_day(rules, found, page.today)
    return {
        "found": found,
        "last_day": _day(found.last_day, page),
        "safe_day": _day(safe, page),
        "trail": [Line(_words(each, page), _rule(rules, each)) for each in found.trail],
        "late": rules.about("late"),
        "shortest": rules.about("shortest"),
        "confidence": _confidence(rules),
    }


def _rule(rules: LetterRules, step: Step) -> Body | None:
    about = RULED_BY.get(step.kind, "" if step.kind in ("ends", "holidays not known") else "end")
    return next(iter(rules.about(about)), None)


def _confidence(rules: LetterRules) -> Any:
    """How sure the count is: as sure as the weakest rule that it rests on."""
    given = [each["confidence"] for each in rules.about("service", "start", "end")]
    return labels.CONFIDENCES[min(given, key=CONFIDENCES.index)] if given else ""


def _day(day: date | None, page: Page) -> str:
    return with_weekday(day, page.language) if day else ""


def _unit(unit: str) -> str:
    return {"days": gettext("days"), "working days": gettext("working days")}[unit]


def _words(step: Step, page: Page) -> str:
    given = {"day": _day(step.day, page), "name": step.name}
    return {
        "from": gettext("The letter was delivered: %(day)s"),
        "begins": gettext("The first day that counts: %(day)s"),
        "not counted": gettext("Not counted, because it is a holiday (%(name)s): %(day)s"),
        "ends": gettext("Here the days end: %(day)s"),
        "saturday": gettext("No working day: %(day)s"),
        "sunday": gettext("No working day: %(day)s"),
        "holiday": gettext("A holiday (%(name)s): %(day)s"),
        "stays": gettext("It stays the last day all the same: %(day)s"),
        "next working day": gettext("So the last day is the next working day: %(day)s"),
        "previous working day": gettext("So the last day is the working day before: %(day)s"),
        "holidays not known": gettext("We do not know all holidays of this year; one more could move the last day: %(day)s"),
    }[step.kind] % given  # fmt: skip
