# SPDX-License-Identifier: EUPL-1.2
"""The dates of a plan for a calendar: a number that the sheet explains, and never what the step is."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from django.utils.translation import gettext

from pristan.doors.web import addresses
from pristan.doors.web.page import Page
from pristan.platform.documents import calendars

Given = Mapping[str, Any]


def calendar(page: Page, steps: Sequence[Given]) -> bytes | None:
    """The file, in the reader's language. Steps without a date are not in it; where none has one there is no file."""
    if not (days := list(_days(page, steps))):
        return None
    return calendars.calendar(
        days,
        words=gettext("What this step is stands on your sheet, or in your plan:"),
        url=page.origin + addresses.page(page.language, "plan"),
        at=page.at,
        today=page.today,
        space=uuid5(NAMESPACE_URL, page.origin),
    )


def _days(page: Page, steps: Sequence[Given]) -> Iterator[calendars.Day]:
    name = page.catalogue.city.get("service_name") or "Pristan"
    for number, step in enumerate(steps, 1):
        if day := step["due"] or step["realistic"]:
            title = gettext("%(name)s: step %(number)s") % {"name": name, "number": number}
            remark = (
                gettext("This day is to be confirmed: ask before you rely on it.") if step["doubt"] else ""
            )
            yield calendars.Day(date.fromisoformat(day), title, number, remark)
