# SPDX-License-Identifier: EUPL-1.2
"""What the full form says of a step, section by section, in the language of one side."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from django.utils.translation import gettext, gettext_lazy

from pristan.doors.web import days, sheet
from pristan.doors.web.paper.sides import Given, Side, Text
from pristan.platform.ui import dates, lists

Said = list[Text]
_FROM_ENTRY = {"where": ("place", "phones", "when"), "papers": ("papers",), "cost": ("cost",)}


def lines(side: Side, step: Given) -> dict[str, Said]:
    """Section -> its texts. Call it with the language of the side switched on."""
    body = side.bodies.get(step["slug"])
    found = _entry(side, body) if body else {}
    return {key: [*part(side, step, body), *found.get(key, ())] for key, (_, part) in SECTIONS.items()}


def _entry(side: Side, body: Given) -> dict[str, Said]:
    """What the page of the step has as well, from the sheet of its entry."""
    made = {each.key: each.lines for each in sheet.sheet(body, side.catalogue, side.language)}
    return {
        key: [
            side.words(line.text, line.lang, is_name=line.is_name or line.is_number)
            for name in names
            for line in made.get(name, ())
        ]
        for key, names in _FROM_ENTRY.items()
    }


def _texts(side: Side, given: Iterable[Given | None]) -> Said:
    return [text for each in given if (text := side.text(each))]


def _named(name: str) -> Callable[..., Said]:
    return lambda side, step, body: _texts(side, [step[name]])


def _when(side: Side, step: Given, body: Given | None) -> Said:
    said = [side.words(each) for each in days.whole(step, side.language)]
    return said if step["due"] else [*said, *_texts(side, [step["deadline"]])]


def _note(side: Side, step: Given, body: Given | None) -> Said:
    if step["verdict"] != "depends":
        return []
    return [side.words(gettext("Whether this is for you depends on answers that you left out."))]


def _office(side: Side, step: Given, body: Given | None) -> Said:
    place = ((body or {}).get("procedure") or {}).get("place") or {}
    phone = [side.words(place["phone"], is_name=True)] if place.get("phone") else []
    return [*_texts(side, [place.get("office"), place.get("hours_text")]), *phone]


def _entries(name: str) -> Callable[..., Said]:
    """Other entries that the step names, by their names."""
    return lambda side, step, body: _texts(
        side, (side.book.given[key]["name"] for key in step[name] if key in side.book.given)
    )


def _law(side: Side, step: Given, body: Given | None) -> Said:
    return [side.words(_article(side, each)) for each in step["legal_basis"]]


def _article(side: Side, law: Given) -> str:
    name = side.kept_together(law["law"])
    if not law["article"]:
        return name
    said = gettext("article %(article)s") % {"article": side.kept_together(law["article"])}
    doubt = "" if law["is_article_verified"] else f" ({gettext('not verified')})"
    return lists.listed([name, f"{said}{doubt}"])


def _sources(side: Side, step: Given, body: Given | None) -> Said:
    return [side.words(each) for each in dict.fromkeys(_source(side, each) for each in step["sources"])]


def _source(side: Side, given: Given) -> str:
    when = gettext("no date")
    if given["date"]:
        when = dates.in_words(given["date"], side.language)
    elif given["content_not_before"]:
        before = dates.in_words(given["content_not_before"], side.language)
        when = gettext("not older than %(date)s") % {"date": before}
    where = given["host"] or given["note"]
    return lists.listed([side.kept_together(where), when] if where else [when])


def _none(side: Side, step: Given, body: Given | None) -> Said:
    return []


# In the order of the sheet: what, why and when, then what to take along, then what to watch, the proof last.
SECTIONS: dict[str, tuple[Any, Callable[..., Said]]] = {
    "what": (gettext_lazy("What it is"), _named("summary")),
    "why": (gettext_lazy("Why"), _named("why")),
    "when": (gettext_lazy("Deadline"), _when),
    "note": (gettext_lazy("Good to know"), _note),
    "where": (gettext_lazy("Where"), _office),
    "papers": (gettext_lazy("Papers to bring"), _none),
    "cost": (gettext_lazy("Cost"), _none),
    "before": (gettext_lazy("Before this"), _entries("blocked_by")),
    "check": (gettext_lazy("Check whether this fits you"), lambda side, step, body: _texts(side, step["to_check"])),
    "risk": (gettext_lazy("What can go wrong"), _named("risk")),
    "helpers": (gettext_lazy("Who can help you with it"), _entries("with")),
    "law": (gettext_lazy("In which law"), _law),
    "sources": (gettext_lazy("Sources"), _sources),
}  # fmt: skip
# The same in every language: printed once, across the sheet.
SHARED = frozenset({"law", "sources"})


def rows(every: Sequence[dict[str, Said]], headings: Sequence[dict[str, str]]) -> Iterator[Given]:
    """The sections of a step side by side; one cell across where both sides say the same."""
    for key in SECTIONS:
        cells = [found[key] for found in every]
        if not any(cells):
            continue
        is_shared = key in SHARED or all(_bare(each) == _bare(cells[0]) for each in cells)
        yield {
            "key": key,
            "headings": [each[key] for each in headings],
            "cells": cells[:1] if is_shared else cells,
        }


def _bare(texts: Said) -> list[tuple[str, str]]:
    return [(each["text"], each["lang"]) for each in texts]
