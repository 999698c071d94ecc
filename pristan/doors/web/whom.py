# SPDX-License-Identifier: EUPL-1.2
"""Who can use a service or take a step, in plain words from its rule: few lines, each paper a link to what it means.

A page knows nobody's answers. So it says whom the rule names, under which conditions, and for whom nobody has found out.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext, gettext_lazy

from pristan.city.orientation import conditions
from pristan.doors.web import addresses
from pristan.doors.web.page import Page

Body = Mapping[str, Any]
Link = dict[str, Any]
_GROUPS = (
    ("unknown", "circle-help", gettext_lazy("We do not know it for these statuses: ask.")),
    ("no", "circle-x", gettext_lazy("The source does not name these statuses: ask first.")),
)
# What a service says of itself in words of its own, below the block.
_OWN_WORDS = ("text", "other", "remark", "residence")


@dataclass(frozen=True)
class Group:
    """Papers for which the answer is the same."""

    key: str
    icon: str
    heading: Any
    links: list[Link]


@dataclass(frozen=True)
class Whom:
    """`headline`: for whom, in one sentence; `papers`: those that it speaks of; `only_if`: what must be so besides; `asks`: conditions stand
    in the words of the source; `others`: the rest of the papers, by answer."""

    headline: str
    papers: list[Link]
    only_if: list[str]
    asks: bool
    others: list[Group]


def whom(page: Page, body: Body) -> Whom | None:
    """The block of an entry page; None where the entry has no rule, or there is nothing that it could say."""
    rule = body.get("whom")
    if not rule:
        return None
    found = _by_answer(page, rule)
    only_if, asks = _conditions(page, body, rule)
    if is_for_everybody(rule) or (found["yes"] and not found["unknown"] and not found["no"]):
        return Whom(_everybody(body, rule), [], only_if, asks, [])
    if found["yes"] or found["no"]:
        return _some(found, only_if, asks=asks)
    return Whom(_nobody_knows(), [], only_if, asks, []) if only_if or asks else None


def _conditions(page: Page, body: Body, rule: Body) -> tuple[list[str], bool]:
    """What must be so besides: said here for a step, and whether the source says more below."""
    given = body.get("eligibility") or {}
    asks = rule["asks"] or any(given.get(name) for name in _OWN_WORDS)
    if body["kind"] != "procedure":
        return [], bool(asks or rule["when"])
    names = {each["code"]: each["name"] for each in page.catalogue.statuses}
    return conditions.in_words(rule["when"], names), asks


def _by_answer(page: Page, rule: Body) -> dict[str, list[Link]]:
    """The papers by answer. One that lies over another can only better what that gives: without a yes it says nothing."""
    found: dict[str, list[Link]] = {"yes": [], "unknown": [], "no": []}
    for each in page.catalogue.statuses:
        answer = rule["statuses"].get(each["code"], rule["otherwise"])
        if answer == "yes" or not each["is_overlay"]:
            found[answer].append(_link(page, each))
    return found


def is_for_everybody(rule: Body) -> bool:
    """No paper is asked for: the rule tells no status from another."""
    return bool(rule["is_always"]) or (rule["otherwise"] == "yes" and not rule["statuses"])


def _everybody(body: Body, rule: Body) -> str:
    if rule["is_always"]:
        return gettext("Everybody who needs help may ask, whatever their status.")
    if body.get("is_open_to_all") and not rule["when"]:
        return gettext("Everybody, whatever their status.")
    return gettext("People of any status, with or without papers.")


def _nobody_knows() -> str:
    return gettext("Which status one needs for it, nobody has stated. Ask: that does not mean no.")


def _some(found: Mapping[str, list[Link]], only_if: list[str], *, asks: bool) -> Whom:
    """Those that are named stand first. Where they are most of all, those that are not are named instead."""
    yes, no = found["yes"], found["no"]
    if not found["unknown"] and len(yes) > 2 * len(no):
        return Whom(gettext("Everybody but people with these statuses:"), no, only_if, asks, [])
    # A step names all papers that it is for. A service names some, and others may ask.
    groups = [Group(key, icon, words, found[key]) for key, icon, words in _GROUPS if found[key]]
    others = groups if found["unknown"] else []
    if not yes:
        return Whom(_nobody_knows(), [], only_if, asks, others)
    return Whom(gettext("People with one of these statuses:"), yes, only_if, asks, others)


def _link(page: Page, status: Body) -> Link:
    return {"name": status["name"], "href": addresses.entry(page.language, status), "icon": "id-card"}
