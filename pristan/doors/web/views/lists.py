# SPDX-License-Identifier: EUPL-1.2
"""Lists: by need, by audience, by district, and everything from A to Z."""

from collections.abc import Mapping
from itertools import groupby
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse

from pristan.doors.web import addresses, cards, labels, legal_help, question, selectors
from pristan.doors.web.page import Page, render
from pristan.doors.web.question import Question
from pristan.doors.web.views.search import chips, paging
from pristan.platform.search.port import Query

PER_PAGE = 48
# What costs money, or may, comes after what is free: the order that decides, before the alphabet.
LATER = ("free:unknown", "free:partly", "free:no")
# Up to so many names stand on one page; above it every letter has a page of its own.
WHOLE = 400
MOST_RIGHTS = 100


def need(page: Page, key: str) -> HttpResponse:
    """Everything that helps with a need."""
    given = _known(page.catalogue.needs, key)
    above = [
        page.catalogue.needs[each] for each in given.get("broader") or () if each in page.catalogue.needs
    ]
    extra = {"children": page.catalogue.children(given), "above": above, "icon": given.get("icon")}
    return _list(page, "need", given["label"], given["lang"], Question(need=key), extra)


def audience(page: Page, key: str) -> HttpResponse:
    """Everything that is meant for somebody."""
    given = _known(page.catalogue.audiences, key)
    return _list(page, "audience", given["label"], given["lang"], Question(audience=key), {"icon": "users"})


def district(page: Page, key: str) -> HttpResponse:
    """Everything in a part of the city."""
    given = _known(page.catalogue.all_districts, key)
    return _list(
        page, "district", given["name"], page.catalogue.local, Question(district=key), {"icon": "map-pin"}
    )


def _known(listed: Mapping[str, Any], key: str) -> dict[str, Any]:
    if key not in listed:
        raise Http404
    found: dict[str, Any] = listed[key]
    return found


def _list(
    page: Page, kind: str, title: str, lang: str, asked: Question, extra: dict[str, Any]
) -> HttpResponse:
    asked = asked.on(question.page_number(page.parameters.get("page", "")))
    found, pages = _found(page, asked)
    if asked.need:
        found.sort(key=lambda each: _distance(asked.need, each.given))
    context = {
        "list_kind": kind,
        "title": title,
        "title_lang": lang,
        "groups": cards.grouped(found),
        "question": asked,
        "chips": chips(page, asked),
        "paging": _own_pages(asked, pages),
        "points": [] if found else cards.cards(page, page.catalogue.cards("information_points")[:3]),
        **extra,
    }
    return render(page, "web/list.html", context, is_private=cards.are_private(found))


def _distance(need: str, given: Mapping[str, Any]) -> tuple[bool, bool, int]:
    """How far an entry is from a need: free first, then what names the need itself, then what does little else.

    So the clinic stands before the police and before offices that help with everything, and not by the alphabet.
    """
    needs = given.get("needs") or ()
    return given.get("is_free") != "yes", need not in needs, len(needs)


def _found(page: Page, asked: Question) -> tuple[list[cards.Card], int]:
    """The cards of a page of the list, and how many pages there are. Raises Http404 beyond the last."""
    listed = [("need", asked.need), ("audience", asked.audience), ("district", asked.district)]
    query = Query(
        text="",
        language=page.language,
        version=page.version,
        facets=tuple(f"{name}:{value}" for name, value in listed if value),
        later=LATER,
        limit=PER_PAGE,
        offset=(asked.page - 1) * PER_PAGE,
    )
    hits = selectors.search(query)
    pages = max(1, -(-hits.total // PER_PAGE))
    if asked.page > pages:
        raise Http404
    things = [] if hits.is_fallback else [each.thing for each in hits.hits]
    return cards.cards(page, selectors.cards(page.language, things, page.version)), pages


def _own_pages(asked: Question, pages: int) -> dict[str, Any]:
    """Paging on the address of the list itself, which already says what it lists."""
    made = paging(asked, pages)
    before, after = asked.page - 1, asked.page + 1
    return made | {
        "before": f"?page={before}" if before else "",
        "after": f"?page={after}" if after <= pages else "",
    }


def rights(page: Page) -> HttpResponse:
    """The table of rights, from its two sides: every right, every status; and who explains it. Cities that have none have no such page."""
    groups = {
        "rights": Query("", page.language, page.version, facets=("kind:right",), limit=MOST_RIGHTS),
        "statuses": Query("", page.language, page.version, facets=("kind:status",), limit=MOST_RIGHTS),
        "help": legal_help.query(page, limit=3),
    }
    found = {
        name: [] if hits.is_fallback else [each.thing for each in hits.hits]
        for name, hits in ((name, selectors.search(asked)) for name, asked in groups.items())
    }
    things = [thing for listed in found.values() for thing in listed]
    known = {UUID(str(each["uuid"])): each for each in selectors.cards(page.language, things, page.version)}
    shown = {
        name: cards.cards(page, [known[each] for each in listed if each in known])
        for name, listed in found.items()
    }
    if not (shown["rights"] or shown["statuses"]):
        raise Http404
    return render(page, "web/rights.html", shown)


def everything(page: Page) -> HttpResponse:
    """All entries by the alphabet of the language, or those of one kind."""
    kind = page.parameters.get("kind", "")
    kind = kind if kind in question.KINDS else ""
    listed = selectors.listing(page.language, page.version, kind or None)
    letters = [(letter, list(inside)) for letter, inside in groupby(listed, key=lambda each: each["letter"])]
    asked = page.parameters.get("letter", "")
    if asked and asked not in dict(letters):
        raise Http404
    is_whole = len(listed) <= WHOLE
    shown = letters if is_whole else [each for each in letters if each[0] == (asked or letters[0][0])]
    context = {
        "letters": [letter for letter, _ in letters], "is_whole": is_whole, "kind": kind, "total": len(listed),
        "kinds": [(each, labels.KINDS[each]) for each in question.KINDS],
        "groups": [(letter, [(each["name"], addresses.entry(page.language, each)) for each in inside]) for letter, inside in shown],
    }  # fmt: skip
    return render(page, "web/everything.html", context)
