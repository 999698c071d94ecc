# SPDX-License-Identifier: EUPL-1.2
"""The plan as PDF: the short form on one sheet, the full form with everything that is known of each step.

A sheet gets lost and is read by others. So it holds the steps and their dates, and nothing of the answers they came from: no status,
no verdicts on rights, no age.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from django.utils import translation
from django.utils.translation import gettext

from pristan.doors.web import days, reading, sharing
from pristan.doors.web.page import Page
from pristan.doors.web.paper import lines
from pristan.doors.web.paper.sides import Given, Side, Text
from pristan.doors.web.plan_page import BANDS
from pristan.platform.documents import typesetting
from pristan.platform.ui import lists
from pristan.platform.ui.dates import in_words

TEMPLATES = Path(__file__).parent
Data = dict[str, Any]


def short(page: Page, sides: Sequence[Side], link: str, *, is_strict: bool = False) -> bytes:
    """One sheet: the steps in their order with boxes to tick, the numbers to call, a code to scan. ``link``: what the code holds."""
    return _pdf("short.typ", page, _shared(page, sides, link) | {"bands": _bands(sides, _brief)}, is_strict)


def full(page: Page, sides: Sequence[Side], link: str, *, is_strict: bool = False) -> bytes:
    """Everything: why, where, which papers, what can go wrong, who helps, the law, the sources."""
    return _pdf("full.typ", page, _shared(page, sides, link) | {"bands": _bands(sides, _whole)}, is_strict)


def _pdf(template: str, page: Page, data: Data, is_strict: bool) -> bytes:
    return typesetting.pdf(TEMPLATES / template, data, made=page.today, is_strict=is_strict)


def _shared(page: Page, sides: Sequence[Side], link: str) -> Data:
    """What stands above and below the steps."""
    words, city = [_words(page, each) for each in sides], page.catalogue.city
    return {
        "title": words[0]["title"],
        "service": lists.listed(each for each in (city.get("service_name"), city.get("name")) if each),
        "lang": page.language,
        "languages": [each.language for each in sides],
        "words": words,
        "calls": _calls(sides),
        "qr": sharing.qr(link).decode(),
        "address": link.partition("#")[0],
    }


def _words(page: Page, side: Side) -> Data:
    with translation.override(side.language):
        return {
            "title": gettext("My first steps"),
            "urgent": gettext("Do not wait with this."),
            "code": gettext(
                "A code that opens these steps on a phone. What it holds is not sent to anybody."
            ),
            "notes": list(_notes(page, side)),
        }


def _notes(page: Page, side: Side) -> Iterator[str]:
    day = in_words(page.today.isoformat(), side.language)
    yield gettext("Made on %(date)s from version %(number)s of the data. Check before you rely on it.") % {
        "date": day, "number": page.version,
    }  # fmt: skip
    if any(text["state"] == "draft" for text in reading.texts([*side.steps, *side.bodies.values()])):
        yield gettext("A machine translated parts of this page. Nobody has checked them yet.")
    yield gettext(
        "This page explains; it decides nothing. Rules change, and some cases are special. Before you give something up or miss a day, ask for free legal help."
    )
    city = side.catalogue.city
    if not city.get("is_official"):
        yield gettext(
            "This is not a service of the city of %(city)s. The facts come from public sources, each with its date."
        ) % {"city": city.get("name") or ""}


def _calls(sides: Sequence[Side]) -> list[Data]:
    """The numbers of the page of urgent help, with their words in each language."""
    listed = [side.catalogue.city.get("emergency_numbers") or [] for side in sides]
    return [
        {
            "number": same[0]["number"],
            "texts": [side.text(each) if each.get("text") else None for side, each in zip(sides, same, strict=True)],
        }
        for same in zip(*listed, strict=True)
    ]  # fmt: skip


def _bands(sides: Sequence[Side], show: Any) -> list[Data]:
    """The steps by time. They are numbered through, as on the page and in the calendar."""
    numbered = list(enumerate(zip(*(each.steps for each in sides), strict=True), 1))
    return [
        {"headings": _headings(sides, band), "steps": [show(sides, number, same) for number, same in inside]}
        for band in BANDS
        if (inside := [each for each in numbered if each[1][0]["band"] == band])
    ]


def _headings(sides: Sequence[Side], band: str) -> list[str]:
    found = []
    for side in sides:
        with translation.override(side.language):
            found.append(str(BANDS[band]))
    return found


def _head(sides: Sequence[Side], number: int, same: Sequence[Given]) -> Data:
    names = [side.text(step["name"]) for side, step in zip(sides, same, strict=True)]
    return {"number": number, "is_urgent": same[0]["urgent"], "names": names}


def _brief(sides: Sequence[Side], number: int, same: Sequence[Given]) -> Data:
    dates: list[list[Text]] = []
    for side, step in zip(sides, same, strict=True):
        with translation.override(side.language):
            dates.append([side.words(each) for each in days.brief(step, side.language)])
    offices = [side.text(step["office"]) for side, step in zip(sides, same, strict=True)]
    return _head(sides, number, same) | {"dates": dates, "offices": offices}


def _whole(sides: Sequence[Side], number: int, same: Sequence[Given]) -> Data:
    found, headings = [], []
    for side, step in zip(sides, same, strict=True):
        with translation.override(side.language):
            found.append(lines.lines(side, step))
            headings.append({key: str(heading) for key, (heading, _) in lines.SECTIONS.items()})
    return _head(sides, number, same) | {"rows": list(lines.rows(found, headings))}
