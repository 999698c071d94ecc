# SPDX-License-Identifier: EUPL-1.2
"""Urgent help, my list, and what every public site owes: about, privacy, accessibility, sources."""

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.http import HttpResponse

from pristan.doors.web import cards, entry_page, marks
from pristan.doors.web.page import Page, render


def urgent(page: Page) -> HttpResponse:
    """Life in danger apart from confidential help; numbers huge; what is known about papers, names and languages."""
    groups = {
        name: [_help(page, each) for each in page.catalogue.urgent(name)]
        for name in ("danger", "confidential")
    }
    return render(page, "web/urgent.html", groups | {"has_exit": True})


def _help(page: Page, given: Mapping[str, Any]) -> dict[str, Any]:
    # The city's emergency numbers already stand above, huge.
    known = {each["number"] for each in page.catalogue.city.get("emergency_numbers") or ()}
    phones = [each for each in given.get("phones") or () if each["number"] not in known]
    return {
        "card": cards.card(page, given),
        "phones": phones,
        "marks": marks.whole(given, page.language),
        "asks": marks.asks(given, page.language),
    }


def my_list(page: Page) -> HttpResponse:
    """The shell of *my list*: what stands in it never leaves the browser."""
    others = [each for each in page.catalogue.languages if each != page.language]
    return render(
        page,
        "web/my_list.html",
        {"others": others, "other": entry_page.other_language(page), "has_exit": True},
    )


def about(page: Page) -> HttpResponse:
    """Whose site this is and is not."""
    return render(page, "web/about.html", {"counts": page.catalogue.given.get("counts") or {}})


def privacy(page: Page) -> HttpResponse:
    """What is kept (nothing of a person) and what the quick exit can and cannot do."""
    return render(
        page,
        "web/privacy.html",
        {"counts_searches": settings.SEARCH_SIGNALS, "counts_openings": settings.COUNT_OPENINGS},
    )


def accessibility(page: Page) -> HttpResponse:
    """The accessibility statement."""
    return render(page, "web/accessibility.html", {})


def sources(page: Page) -> HttpResponse:
    """Where the facts come from."""
    given = page.catalogue.given.get("sources") or []
    often = [each for each in given if each["count"] > 1]
    once = [each for each in given if each["count"] == 1]
    return render(page, "web/sources.html", {"often": often, "once": once})
