# SPDX-License-Identifier: EUPL-1.2
"""Why a card stands in the list, in the reader's words."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import gettext, pgettext

from pristan.doors.web import labels, selectors
from pristan.doors.web.page import Page
from pristan.doors.web.question import Question
from pristan.platform.search.reasons import Reason
from pristan.platform.ui import lists
from pristan.platform.ui.languages import name_in

SHOWN = 3


def sentence(page: Page, question: Question, given: Mapping[str, Any]) -> str:
    """One line; where words were asked, the place where they were found, else what it helps with."""
    if question.text:
        for reason in selectors.why(question.text, page.language, _named(page, given)):
            if made := _same(reason) or _found(reason.field, reason.words):
                return made
    return _filtered(page, question) or _helps(page, given)


def _named(page: Page, given: Mapping[str, Any]) -> dict[str, Any]:
    """The card with its needs in words, as reasons are looked for in words."""
    known = page.catalogue.needs
    named = {
        field: [known[each] for each in given.get(field) or () if each in known]
        for field in ("needs", "subjects")
    }
    return {**given, **named}


def _same(reason: Reason) -> str:
    """Words of the question and words that mean the same there: “slovene course” = “tečaj slovenščine”."""
    if not reason.asked:
        return ""
    return f"{lists.quoted(' '.join(reason.asked[:SHOWN]))} = {lists.quoted(' '.join(reason.words))}"


def _found(field: str, words: Sequence[str]) -> str:
    sentences = {
        "name": gettext("The name says %(words)s."),
        "alternate_names": gettext("It is also called %(words)s."),
        "needs": gettext("It helps with %(words)s."),
        "summary": gettext("The description says %(words)s."),
        "locations": gettext("The address says %(words)s."),
    }
    once: dict[str, str] = {}
    for each in words:
        once.setdefault(each.casefold(), each)
    quoted = lists.listed(map(lists.quoted, list(once.values())[:SHOWN]))
    return sentences[field] % {"words": quoted} if quoted and field in sentences else ""


def _filtered(page: Page, question: Question) -> str:
    """For a search without words: the first filter that every hit fulfils for certain."""
    if question.need:
        return gettext("It helps with %(words)s.") % {"words": page.catalogue.needs[question.need]["label"]}
    if question.audience:
        return gettext("It is meant for %(words)s.") % {
            "words": page.catalogue.audiences[question.audience]["label"]
        }
    return ""


def _helps(page: Page, given: Mapping[str, Any]) -> str:
    known = page.catalogue.needs
    named = [known[each]["label"] for each in given.get("needs") or () if each in known]
    return gettext("It helps with %(words)s.") % {"words": lists.listed(named[:SHOWN])} if named else ""


def filters(page: Page, question: Question) -> list[tuple[str, str]]:
    """(parameter, words) of every filter that is on, in the order of the form."""
    found = [
        ("need", page.catalogue.needs[question.need]["label"] if question.need else ""),
        ("audience", page.catalogue.audiences[question.audience]["label"] if question.audience else ""),
        ("district", page.catalogue.districts[question.district]["name"] if question.district else ""),
        ("kind", str(labels.KINDS[question.kind]) if question.kind else ""),
        ("speaks", _speaks(question.speaks, page.language)),
        ("free", gettext("Free of charge") if question.is_free else ""),
        ("open", gettext("Open now") if question.is_open else ""),
        *((name, attribute(name, value)) for name, value in question.attributes.items()),
    ]
    return [(name, words) for name, words in found if words]


def _speaks(code: str, reader: str) -> str:
    return gettext("Speaks %(language)s") % {"language": name_in(code, reader)} if code else ""


def chip(page: Page, name: str) -> str:
    """A filter in as few words as a finger needs."""
    return {
        "is_open": pgettext("filter", "Open now"),
        "is_free": pgettext("filter", "Free"),
        "speaks": name_in(page.language, page.language),
        "asks_for_papers": pgettext("filter", "No papers"),
    }[name]


def attribute(name: str, value: str) -> str:
    """A filter on an attribute, in words."""
    return {
        ("asks_for_papers", "no"): gettext("No papers asked"),
        ("asks_for_papers", "yes"): gettext("Papers are asked for"),
        ("anonymous", "yes"): gettext("You can stay anonymous"),
        ("anonymous", "no"): gettext("They ask for your name"),
        ("women_only", "yes"): gettext("For women only"),
        ("women_only", "no"): gettext("Not only for women"),
        ("child_may_come", "yes"): gettext("You may bring your child"),
        ("child_may_come", "no"): gettext("Come without children"),
        ("interpreter", "yes"): gettext("There is an interpreter"),
        ("interpreter", "no"): gettext("There is no interpreter"),
        ("step_free", "yes"): gettext("No steps at the entrance"),
        ("step_free", "no"): gettext("There are steps at the entrance"),
    }[name, value]
