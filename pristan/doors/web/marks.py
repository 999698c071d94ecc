# SPDX-License-Identifier: EUPL-1.2
"""Marks: the few words with icons that decide whether a person goes. *Not stated* is a mark of its own, never a no."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext, pgettext

from pristan.platform.ui import lists
from pristan.platform.ui.languages import name_in

YES, DEPENDS, ASK = "yes", "depends", "ask"


@dataclass(frozen=True)
class Mark:
    """An icon, its words, and its tone: yes, depends, or ask."""

    icon: str
    words: str
    tone: str


def cost(thing: Mapping[str, Any]) -> Mark:
    """Free, partly, not, or not stated."""
    return {
        "yes": Mark("circle-check", gettext("Free of charge"), YES),
        "partly": Mark("coins", gettext("Partly free"), DEPENDS),
        "no": Mark("coins", gettext("Costs money"), DEPENDS),
    }.get(thing.get("is_free") or "", Mark("circle-help", gettext("Cost not stated: ask"), ASK))


def papers(thing: Mapping[str, Any]) -> Mark:
    """Whether papers are asked for."""
    return {
        "no": Mark("circle-check", gettext("No papers asked"), YES),
        "yes": Mark("id-card", gettext("Papers are asked for"), DEPENDS),
    }.get(_stated(thing, "asks_for_papers"), Mark("circle-help", gettext("Papers not stated: ask"), ASK))


def speaks(thing: Mapping[str, Any], reader: str) -> Mark:
    """Whether they speak the reader's language."""
    spoken = thing.get("languages")
    if not spoken:
        return Mark("circle-help", gettext("Languages not stated: ask"), ASK)
    if reader in spoken:
        return Mark("languages", gettext("Speaks %(language)s") % {"language": name_in(reader, reader)}, YES)
    named = lists.listed(name_in(each, reader) for each in spoken[:3])
    return Mark("languages", gettext("Speaks %(languages)s") % {"languages": named}, DEPENDS)


def others(thing: Mapping[str, Any]) -> list[Mark]:
    """The other attributes that somebody has stated."""
    said = {
        ("anonymous", "yes"): Mark("venetian-mask", gettext("You can stay anonymous"), YES),
        ("anonymous", "no"): Mark("user-round", gettext("They ask for your name"), DEPENDS),
        ("women_only", "yes"): Mark("users", gettext("For women only"), DEPENDS),
        ("child_may_come", "yes"): Mark("baby", gettext("You may bring your child"), YES),
        ("child_may_come", "no"): Mark("baby", gettext("Come without children"), DEPENDS),
        ("interpreter", "yes"): Mark("messages-square", gettext("There is an interpreter"), YES),
        ("interpreter", "no"): Mark("messages-square", gettext("There is no interpreter"), DEPENDS),
        ("step_free", "yes"): Mark("accessibility", gettext("No steps at the entrance"), YES),
        ("step_free", "no"): Mark("accessibility", gettext("There are steps at the entrance"), DEPENDS),
    }
    return [mark for (name, answer), mark in said.items() if _stated(thing, name) == answer]


def brief(thing: Mapping[str, Any], reader: str) -> list[Mark]:
    """The marks of a card: free, papers, language, and whatever speaks for the place."""
    first = [cost(thing), papers(thing), speaks(thing, reader)]
    return [each for each in first if each.tone != ASK] + [each for each in others(thing) if each.tone == YES]


def whole(thing: Mapping[str, Any], reader: str) -> list[Mark]:
    """The marks of an entry page: whatever somebody has stated. What nobody has stated stands in `asks`."""
    found = [cost(thing), papers(thing), speaks(thing, reader), *others(thing)]
    return [each for each in found if each.tone != ASK]


def asks(thing: Mapping[str, Any], reader: str) -> str:
    """One line that names what nobody has stated, and what to do; empty when all is stated."""
    questions = [
        (cost(thing), pgettext("not stated", "cost")),
        (papers(thing), pgettext("not stated", "papers to bring")),
        (speaks(thing, reader), pgettext("not stated", "languages")),
    ]
    named = [words for mark, words in questions if mark.tone == ASK]
    return gettext("Not stated: %(things)s. Ask them.") % {"things": lists.listed(named)} if named else ""


def says_more(cost_given: Mapping[str, Any], thing: Mapping[str, Any]) -> bool:
    """Does a cost say anything beside the mark *free of charge*? Sources often repeat just that word."""
    words = ((cost_given.get("text") or {}).get("text") or "").strip(" .").casefold()
    repeats = (gettext("Free of charge"), pgettext("as a source says it", "free"))
    return thing.get("is_free") != "yes" or words not in {each.casefold() for each in repeats}


def unstated(thing: Mapping[str, Any]) -> list[str]:
    """In words, the attributes about which nobody has said anything."""
    questions = {
        "anonymous": gettext("whether you can stay anonymous"),
        "child_may_come": gettext("whether a child may come along"),
        "interpreter": gettext("whether there is an interpreter"),
        "step_free": gettext("whether the entrance is free of steps"),
    }
    return [words for name, words in questions.items() if not _stated(thing, name)]


def _stated(thing: Mapping[str, Any], name: str) -> str:
    return str((thing.get("attributes") or {}).get(name) or "")


def for_you() -> tuple[tuple[str, str, str, str], ...]:
    """(verdict, tone, icon, words) of the marks that a browser sets by somebody's answers; the icons are those of the plan."""
    return (
        ("yes", YES, "circle-check", gettext("For you: yes")),
        ("depends", DEPENDS, "file-check", gettext("For you: it depends")),
        ("not_known", ASK, "circle-help", gettext("For you: we do not know, ask")),
        ("no", ASK, "circle-x", gettext("For you: no")),
    )
