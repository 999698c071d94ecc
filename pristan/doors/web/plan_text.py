# SPDX-License-Identifier: EUPL-1.2
"""The plan as plain text for a messenger: what, by when, at which office; nothing of the answers."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from django.utils.translation import gettext

from pristan.doors.web import days
from pristan.doors.web.page import Page
from pristan.doors.web.plan_page import BANDS
from pristan.platform.ui.templatetags.ui import numbers_in_order

Given = Mapping[str, Any]


def text(page: Page, steps: Sequence[Given], link: str) -> str:
    """The text, in the reader's language. ``link``: the address that holds the same steps."""
    return "\n".join([*_lines(page, steps), "", link])


def beginning(page: Page) -> Iterator[str]:
    """The lines above all steps."""
    yield gettext("My first steps")
    numbers = [each["number"] for each in page.catalogue.city.get("emergency_numbers") or ()]
    if numbers:
        yield f"{gettext('Urgent help')}: {' / '.join(numbers)}"


def end(page: Page) -> str:
    """The line below all steps."""
    words = gettext("Made on %(date)s from version %(number)s of the data. Check before you rely on it.")
    return words % {"date": page.today_words, "number": page.version}


def _lines(page: Page, steps: Sequence[Given]) -> Iterator[str]:
    yield from beginning(page)
    band = ""
    for number, step in enumerate(steps, 1):
        if step["band"] != band:
            band = step["band"]
            yield from ("", f"{BANDS[band]}:")
        yield f"{number}. {_words(step['name'])}"
        if step["urgent"]:
            yield f"   {gettext('Do not wait with this.')}"
        yield from (f"   {each}" for each in _below(page, step))
    yield from ("", end(page))


def _below(page: Page, step: Given) -> list[str]:
    office = [_words(step["office"])] if step["office"] else []
    return [*days.brief(step, page.language), *office]


def _words(given: Given) -> str:
    return numbers_in_order(given["text"], given["lang"])
