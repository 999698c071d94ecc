# SPDX-License-Identifier: EUPL-1.2
"""The form of a page as a browser without scripts would send it."""

from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

Pairs = list[tuple[str, str]]


@dataclass
class Form:
    """A form: where it goes, what it sends by itself, the names of fields to fill, and its buttons as (address, name, value)."""

    action: str = ""
    hidden: Pairs = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    buttons: list[tuple[str, str, str]] = field(default_factory=list)

    def sent(self, button: str = "", value: str = "", **answers: Any) -> dict[str, list[str]]:
        """What is sent when the fields hold `answers` and the button of this name is pressed."""
        found: dict[str, list[str]] = {}
        for name, each in [*self.hidden, *((name, str(answers.get(name, ""))) for name in self.names)]:
            found.setdefault(name, []).append(each)
        return found | ({button: [*found.get(button, []), value]} if button else {})


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.forms: list[Form] = []
        self.inside: Form | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.inside = Form(given.get("action", ""))
            self.forms.append(self.inside)
        if self.inside is None:
            return
        name, value = given.get("name", ""), given.get("value", "")
        if tag == "button":
            self.inside.buttons.append((given.get("formaction", self.inside.action), name, value))
        elif given.get("type") == "hidden":
            self.inside.hidden.append((name, value))
        elif tag in ("input", "select") and given.get("type") != "checkbox":
            self.inside.names.append(name)

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self.inside = None


def of(page: str) -> list[Form]:
    """All forms of a page."""
    reader = _Reader()
    reader.feed(page)
    return reader.forms
