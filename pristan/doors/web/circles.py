# SPDX-License-Identifier: EUPL-1.2
"""Where people get stuck, ready for a page: circles of steps, each with the links of its ways out."""

from collections.abc import Iterable, Mapping
from typing import Any

from pristan.doors.web import addresses
from pristan.doors.web.page import Page

Given = Mapping[str, Any]


def shown(page: Page, circles: Iterable[Given]) -> list[dict[str, Any]]:
    """The circles as the template writes them."""
    return [{**each, "ways": [_way(page, way) for way in each["ways"]]} for each in circles]


def _way(page: Page, given: Given) -> dict[str, Any]:
    near = given["entry"] or {}
    href = addresses.entry(page.language, near) if near.get("slug") else ""
    return {"text": given["text"], "name": near.get("name"), "href": href}
