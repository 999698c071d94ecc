# SPDX-License-Identifier: EUPL-1.2
"""Parts of a plan: every step, right, circle and question with all that may be said of it, the same for everybody.

A script in the browser takes from them what the answers ask for, so that a plan that is made there says what one made here says:
both come from the same templates. Words that depend on answers hold ``{date}`` and the like in their place.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from django.utils.translation import gettext

from pristan.city.orientation import asking
from pristan.city.orientation.rulebook import Rulebook, Step
from pristan.doors.web import addresses, circles, days, fragment, plan_form, plan_page, plan_text
from pristan.doors.web.page import Page
from pristan.platform.ui import dates
from pristan.platform.ui.templatetags.ui import numbers_in_order

Given = Mapping[str, Any]
# What a step of a part says of itself where a plan would say it of somebody.
OPEN = {
    "due": "{date}", "realistic": "{date}", "because": "", "verdict": "depends", "urgent": True, "blocked_by": (), "to_check": (),
    "for_children": ("{ages}",), "doubt": "article-not-verified", "band": "",
}  # fmt: skip


@dataclass(frozen=True)
class PartStep(plan_page.Step):
    """A step with what only a script needs: its place in a fragment, its office and its weeks of the year as plain words."""

    place: str
    office: str
    window: str


def context(page: Page, book: Rulebook) -> dict[str, Any]:
    """Everything that the template needs."""
    pattern, months = dates.long_form(page.language)
    drafts = [each["id"] for each in book.circles if plan_page.is_draft(each)]
    return {
        "is_part": True,
        "parts": [_step(page, book, each) for each in book.steps],
        "known": [_right(page, book, key) for key, item in book.rules.items() if item.kind == "right"],
        "fields": [_field(book, name) for name in plan_form.ASKED],
        "texts": [*_texts(page)],
        "problems": [{"code": code, "text": text} for code, text in asking.problems().items()],
        "helps": plan_page.helps(page, book),
        "bands": [(band, heading, (), "{count}") for band, heading in plan_page.BANDS.items()],
        "rights": [
            (key, icon, heading, (), "{count}") for key, (icon, heading) in plan_page.VERDICTS.items()
        ],
        "circles": circles.shown(page, book.circles),
        "drafts": " ".join(drafts),
        "wants": plan_form.wants(page.catalogue, {}),
        "needs": page.catalogue.top_needs,
        "settled": "{settled}",
        "total": "{total}",
        "out_link": page.origin + addresses.page(page.language, "steps"),
        "date_pattern": pattern,
        "date_months": json.dumps(months, ensure_ascii=False),
    }


def _field(book: Rulebook, name: str) -> plan_form.Field:
    """A question, with a place for what could not be read."""
    return replace(plan_form.field(book, name, {}, {}), slip="{slip}")


def _step(page: Page, book: Rulebook, step: Step) -> PartStep:
    given = {**book.given[step.id], **step.given, **OPEN}
    office, window = step.given["office"], step.given["calendar_window"]
    return PartStep(
        given=given,
        href=plan_page.href(page, book, step.id),
        because="{because}",
        before=plan_page.links(page, book, given["prerequisites"] or ()),
        helpers=plan_page.links(page, book, given["with"] or ()),
        checks=[(key, book.texts[key]) for key in _checks(book, step.id)],
        aims=_aims(given, page.language),
        is_wanted=True,
        is_past=True,
        place=fragment.place(step.id),
        office=numbers_in_order(office["text"], office["lang"]) if office else "",
        window=days.weeks(window.split("/"), page.language) if window else "",
    )


def _checks(book: Rulebook, key: str) -> list[str]:
    """Keys of all that some status must check."""
    rule = book.rules[key]
    cells = [*(cell for cell, _ in rule.groups), rule.otherwise]
    return list(dict.fromkeys(each for cell in cells for each in cell.to_check))


def _aims(given: Given, language: str) -> list[tuple[str, str]]:
    """All days to aim at that a plan may tell of this step, each with its key."""
    if given["calendar_window"]:
        return [("window", days.weeks(given["calendar_window"].split("/"), language))]
    may_be = (
        ("opens-after",)
        if given["opens_after"]
        else ("advice", "before-expiry")
        if given["is_advice"]
        else ()
    )
    return [(because, str(days.AIMS[because]) % {"date": "{date}"}) for because in may_be]


def _right(page: Page, book: Rulebook, key: str) -> plan_page.Right:
    given = book.given[key]
    says = [(each["status"], each["conditions"]) for each in given["cells"] if each.get("conditions")]
    return plan_page.Right(key, given["name"], plan_page.href(page, book, key), says)


def _texts(page: Page) -> Iterator[tuple[str, str]]:
    """Words that stand in no part of their own."""
    yield from ((f"because.{code}", str(words)) for code, words in days.BECAUSE.items())
    yield "last-day", days.last("{date}", page.language)
    yield "last-day-unread", days.last("{date}", page.language, "article-not-verified")
    yield from ((f"aim.{because}", str(words) % {"date": "{date}"}) for because, words in days.AIMS.items())
    yield "no-number", plan_form.no_number()
    yield "no-ages", plan_form.no_ages()
    yield "urgent", gettext("Do not wait with this.")
    yield "text-begins", "\n".join(plan_text.beginning(page))
    yield "text-ends", plan_text.end(page)
