# SPDX-License-Identifier: EUPL-1.2
"""Search results and suggestions."""

from typing import Any

from django.http import Http404, HttpResponse, JsonResponse

from pristan.doors.web import addresses, question, results, selectors, why
from pristan.doors.web.cards import are_private, cards
from pristan.doors.web.page import NO_STORE, Page, render
from pristan.doors.web.question import Question
from pristan.platform.search import signals
from pristan.platform.ui import alphabets

SUGGESTIONS = 8


def show(page: Page) -> HttpResponse:
    """What matches, what has not stated it, and a way on when nothing does."""
    asked = question.read(page.parameters, page.catalogue)
    found = results.answer(page, asked)
    if asked.page > found.pages:
        raise Http404
    if page.is_read and asked.page == 1:
        signals.note(asked.text, page.language, page.today, page.version, found.plain)
    context = {
        "question": asked,
        "results": found,
        "filters": [
            {"name": name, "words": words, "without": asked.without(name).query()}
            for name, words in why.filters(page, asked)
        ],
        "choices": _choices(page, asked),
        "chips": chips(page, asked),
        "points": cards(page, page.catalogue.cards("information_points")[:3]) if found.is_empty else [],
        "needs": page.catalogue.top_needs if found.is_empty else [],
        "query": asked.query(),
        "did_you_mean": meant(page, asked),
        "paging": paging(asked, found.pages),
    }
    return render(
        page, "web/search.html", context, is_private=are_private(found.shown), is_volatile=asked.is_open
    )


def suggest(page: Page) -> HttpResponse:
    """Up to eight names and needs that begin like ``q``, as a JSON list. No disk keeps what somebody typed and never sent."""
    prefix = question.clean(page.parameters.get("q", ""))[:60]
    found = selectors.suggest(prefix, page.language, page.version, SUGGESTIONS) if len(prefix) > 1 else []
    return JsonResponse(found, safe=False, headers={"Cache-Control": NO_STORE})


def meant(page: Page, asked: Question) -> list[tuple[str, str]]:
    """What may have been meant by words that are known nowhere, each with its own search."""
    if not asked.text or asked.page > 1:
        return []
    base = addresses.page(page.language, "search")
    close = selectors.meant(results.query(page, asked.with_only_text(), 1))
    return [(words, base + question.encoded({"q": words})) for words in close]


def chips(page: Page, asked: Question) -> list[tuple[str, str, str]]:
    """(words, icon, address) of the filters people use most, as far as they are off."""
    base = addresses.page(page.language, "search")
    offered = [
        ("is_open", "clock", Question(is_open=True)), ("is_free", "coins", Question(is_free=True)),
        ("speaks", "languages", Question(speaks=page.language)),
        ("asks_for_papers", "id-card", Question(attributes={"asks_for_papers": "no"})),
    ]  # fmt: skip
    found = []
    for name, icon, one in offered:
        if name in asked.attributes or getattr(asked, name, None):
            continue
        listed = dict(asked.on(1).parameters()) | dict(one.parameters())
        words = why.chip(page, name)
        found.append((words, icon, base + question.encoded(listed)))
    return found


def paging(asked: Question, pages: int) -> dict[str, Any]:
    """The addresses of the pages around this one."""
    return {
        "page": asked.page, "pages": pages,
        "before": asked.on(asked.page - 1).query() if asked.page > 1 else "",
        "after": asked.on(asked.page + 1).query() if asked.page < pages else "",
    }  # fmt: skip


def _choices(page: Page, asked: Question) -> dict[str, Any]:
    """What the filter form offers."""
    return {
        "needs": [(need, page.catalogue.children(need)) for need in page.catalogue.top_needs],
        "audiences": sorted(
            (each for each in page.catalogue.audiences.values() if each["count"]),
            key=lambda each: alphabets.sort_key(each["label"], page.language),
        ),
        "districts": list(page.catalogue.districts.values()),
        "spoken": page.catalogue.spoken,
        "attributes": [
            (name, value, why.attribute(name, value), asked.attributes.get(name) == value)
            for name, value in question.ATTRIBUTES.items()
        ],
    }
