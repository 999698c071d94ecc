# SPDX-License-Identifier: EUPL-1.2
"""The table of rights by legal statuses, made readable: what is a yes, a no, a yes with conditions, and what nobody knows yet."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext_lazy, pgettext_lazy

from pristan.doors.web import addresses
from pristan.doors.web.page import Page

Body = Mapping[str, Any]
# Key, icon, heading: in this order. What we do not know stands before what is refused, so that it is never taken for a no.
ANSWERS = (
    ("yes", "circle-check", pgettext_lazy("answer to: may I", "Yes")),
    ("conditional", "file-check", gettext_lazy("Yes, under conditions")),
    ("defers", "users", gettext_lazy("Your other status decides")),
    ("unknown", "circle-help", gettext_lazy("We do not know: ask")),
    ("no", "circle-x", pgettext_lazy("answer to: may I", "No")),
)


@dataclass(frozen=True)
class Line:
    """A cell of the table on the page of its right or of its status. ``name`` and ``href``: the other of the two."""

    name: Any
    href: str
    given: Body
    is_moving: bool  # the law has changed since the sources were written


@dataclass(frozen=True)
class Answer:
    """All cells with the same answer."""

    key: str
    icon: str
    heading: Any
    lines: list[Line] = field(default_factory=list)


def answers(page: Page, cells: Sequence[Body]) -> list[Answer]:
    """The cells by their answer; answers that nobody has are left out."""
    found = {key: Answer(key, icon, heading) for key, icon, heading in ANSWERS}
    for each in cells:
        found[_answer(each)].lines.append(_line(page, each))
    return [each for each in found.values() if each.lines]


def _answer(cell: Body) -> str:
    """Whose words set conditions is no plain yes."""
    if cell["defers"]:
        return "defers"
    return "conditional" if cell["entitled"] == "yes" and cell["asks"] else str(cell["entitled"])


def _line(page: Page, cell: Body) -> Line:
    near = cell["page"]
    return Line(
        near.get("name") or _label(page, cell["status"]),
        addresses.entry(page.language, near) if near.get("slug") else "",
        cell,
        bool(cell.get("recheck_reason")),
    )


def _label(page: Page, code: str) -> dict[str, str]:
    """The words of a status that has no page of its own."""
    words = page.catalogue.words("legal-statuses", [code])
    return {"text": words[0] if words else code, "lang": page.language, "state": "original"}
