# SPDX-License-Identifier: EUPL-1.2
"""What a person asks the search for: words, filters, page. Read from an address, written back into one.

Anything may stand in an address. What is harmless is put right quietly (control characters, page -1); what
changes the answer (an unknown filter, words cut off) is said on the page.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from urllib.parse import urlencode

from pristan.core.text import without_steering
from pristan.doors.web import labels
from pristan.doors.web.catalogue import Catalogue

LONGEST = 300
LAST_PAGE = 1000
PER_PAGE = 20
KINDS = ("service", "place", "programme", "course", "procedure", "organization", "right", "status")
FACTS = tuple(f"kind:{kind}" for kind in labels.FACTS)  # stand apart from the help that a search finds
# Attribute -> the answer that a filter asks for. The other answer is allowed in an address too.
ATTRIBUTES = {
    "asks_for_papers": "no", "anonymous": "yes", "women_only": "yes",
    "child_may_come": "yes", "interpreter": "yes", "step_free": "yes",
}  # fmt: skip
_ID = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*\Z")


@dataclass(frozen=True)
class Question:
    """A search as it was understood."""

    text: str = ""
    need: str = ""
    audience: str = ""
    district: str = ""
    kind: str = ""
    speaks: str = ""
    is_free: bool = False
    is_open: bool = False
    attributes: Mapping[str, str] = field(default_factory=dict)
    page: int = 1
    was_cut: bool = False
    left_out: tuple[str, ...] = ()

    @property
    def hard(self) -> tuple[str, ...]:
        """Facets that must hold: nobody leaves these unsaid."""
        pairs = (("need", self.need), ("audience", self.audience), ("kind", self.kind))
        return tuple(f"{name}:{value}" for name, value in pairs if value)

    @property
    def soft(self) -> list[tuple[str, str]]:
        """(name, wanted value) of facets that may be *not stated*; not stated is never a no."""
        found = [
            ("speaks", self.speaks),
            ("district", self.district),
            ("free", "yes" if self.is_free else ""),
        ]
        return [(name, value) for name, value in (*found, *self.attributes.items()) if value]

    @property
    def has_filters(self) -> bool:
        """Does anything narrow the words?"""
        return bool(self.hard or self.soft or self.is_open)

    @property
    def is_empty(self) -> bool:
        """Was nothing asked at all?"""
        return not (self.text or self.has_filters)

    def parameters(self) -> list[tuple[str, str]]:
        """The address of this question, in a fixed order."""
        listed = [("q", self.text), ("need", self.need), ("audience", self.audience), ("district", self.district),
                  ("kind", self.kind), ("speaks", self.speaks), ("free", "yes" if self.is_free else ""),
                  ("open", "now" if self.is_open else ""), *self.attributes.items(),
                  ("page", str(self.page) if self.page > 1 else "")]  # fmt: skip
        return [(name, value) for name, value in listed if value]

    def query(self) -> str:
        """The query string, with its question mark."""
        return encoded(dict(self.parameters()))

    def on(self, page: int) -> "Question":
        """The same question on another page."""
        return replace(self, page=page)

    def without(self, name: str) -> "Question":
        """The same question without one filter, from its first page."""
        if name in self.attributes:
            rest = {key: value for key, value in self.attributes.items() if key != name}
            return replace(self, attributes=rest, page=1)
        blank = {"free": {"is_free": False}, "open": {"is_open": False}}.get(name, {name: ""})
        return replace(self, page=1, **blank)

    def with_only_text(self) -> "Question":
        """The words without any filter."""
        return Question(text=self.text)


def encoded(parameters: Mapping[str, str]) -> str:
    """Parameters as a query string; a bare question mark when there are none, so that a link leads somewhere."""
    return f"?{urlencode(parameters)}"


def clean(text: str) -> str:
    """Words as people see them: no control characters (direction marks included), single spaces."""
    return " ".join(without_steering(text[: LONGEST * 4], gap=" ").split())


def read(given: Mapping[str, str], catalogue: Catalogue) -> Question:
    """The question behind the parameters of an address. Never raises."""
    text = clean(given.get("q", ""))
    left_out: list[str] = []

    def chosen(name: str, offered: object) -> str:
        value = given.get(name, "")
        if value and not (_ID.match(value) and value in offered):  # type: ignore[operator]
            left_out.append(name)
            return ""
        return value

    attributes = {name: chosen(name, ("yes", "no")) for name in ATTRIBUTES}
    return Question(
        text=text[:LONGEST].rstrip(),
        need=chosen("need", catalogue.needs),
        audience=chosen("audience", catalogue.audiences),
        district=chosen("district", catalogue.districts),
        kind=chosen("kind", KINDS),
        speaks=chosen("speaks", {*catalogue.spoken, *catalogue.languages}),
        is_free=chosen("free", ("yes",)) == "yes",
        is_open=chosen("open", ("now",)) == "now",
        attributes={name: value for name, value in attributes.items() if value},
        page=page_number(given.get("page", "")),
        was_cut=len(given.get("q", "")) > LONGEST and len(text) > LONGEST,
        left_out=tuple(left_out),
    )


def page_number(given: str) -> int:
    """A page from an address: what is no page is the first one, what is absurd is one too far."""
    digits = given.strip()
    if not (digits.isascii() and digits.isdigit()):
        return 1
    return max(1, min(int(digits[:6]), LAST_PAGE + 1))
