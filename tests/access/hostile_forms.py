# SPDX-License-Identifier: EUPL-1.2
"""Forms as nobody's browser would send them: each form of the city as its page shows it, and ways to spoil it."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import quote_plus
from uuid import UUID

from tests.access.hostile import MARK

Pairs = list[tuple[str, str]]
MANY = 10_000
STRANGE_UUID = str(UUID(int=7))
# What the security token is called; it is right wherever something else is wrong.
TOKEN = "csrfmiddlewaretoken"


@dataclass
class Shown:
    """A form of a page: where it goes, what stands in it, which of its fields a person fills."""

    action: str
    pairs: Pairs = field(default_factory=list)
    typed: set[str] = field(default_factory=set)


class _Reader(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__()
        self.page = page
        self.forms: list[Shown] = []
        self.inside: Shown | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            is_sent = given.get("method", "").lower() == "post"
            action = (given.get("action") or self.page).partition("#")[0]  # no browser sends where to look
            self.inside = Shown(action) if is_sent else None
            self.forms += [self.inside] if self.inside else []
        elif self.inside and tag in ("input", "select", "textarea", "button") and given.get("name"):
            self.inside.pairs.append((given["name"], given.get("value", "")))
            if tag in ("select", "textarea") or given.get("type", "text") not in (
                "hidden",
                "checkbox",
                "radio",
            ):
                self.inside.typed |= {given["name"]} if tag != "button" else set()

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self.inside = None


def of(page: str, html: str) -> list[Shown]:
    """The forms of a page that are sent by POST."""
    reader = _Reader(page)
    reader.feed(html)
    return reader.forms


def _typed(text: str) -> Callable[[Shown], Pairs]:
    """Everything that a person fills says this."""
    return lambda form: [(name, text if name in form.typed else value) for name, value in form.pairs]


def _all(text: str) -> Callable[[Shown], Pairs]:
    """Everything says this, what nobody sees as well."""
    return lambda form: [(name, value if name == TOKEN else text) for name, value in form.pairs]


def _twice(form: Shown) -> Pairs:
    """Each field as it was, and something else before and after it."""
    spoilt = [(name, f"{MARK} -1") for name, _ in form.pairs if name != TOKEN]
    return [*spoilt, *form.pairs, *spoilt]


OWN = "fields of somebody's own"
# name -> the fields that are sent. Where it depends on the database whether the answer is right: each form, on both.
KEPT: Mapping[str, Callable[[Shown], Pairs]] = {
    "10,000 characters": _typed(MARK + "a" * MANY),
    "NUL": _all(f"{MARK}\x00b"),
    "other directions, control characters, half of a surrogate pair": _typed(f"{MARK}\u202egnorw\u2066\x1b\x07\x7f\ud800"),
    "a number without end": _all("9" * 5000),
    "somebody else's id": _all(STRANGE_UUID),
}  # fmt: skip
# On one of them: each form in two of these, in turn.
TURNS: Mapping[str, Callable[[Shown], Pairs]] = {
    "a negative number": _all("-1"),
    "fields twice": _twice,
    OWN: lambda form: [*form.pairs, ("state", MARK), ("actor", MARK), ("is_superuser", MARK)],
    "only the token": lambda form: [pair for pair in form.pairs if pair[0] == TOKEN],
}  # fmt: skip
REFUSED: Mapping[str, Callable[[Shown], Pairs]] = {
    "a map without end": _all('{"a": ' * 3000 + "1" + "}" * 3000),
    "a thousand fields": lambda form: [*form.pairs, *((f"more-{number}", MARK) for number in range(2000))],
}
# No page of the signed-in side sends these, and none takes them.
UNFIT = ("NUL", "a number without end", *REFUSED)


def encoded(pairs: Iterable[tuple[str, str]]) -> bytes:
    """As a browser sends a form; half of a surrogate pair as the bytes that it would be."""
    return "&".join(
        f"{quote_plus(name)}={quote_plus(value.encode('utf-8', 'surrogatepass'))}" for name, value in pairs
    ).encode()


def ways(at: int, *, is_short: bool) -> Iterator[tuple[str, Callable[[Shown], Pairs]]]:
    """What is done to the form with this number."""
    yield from KEPT.items()
    if not is_short:
        yield from REFUSED.items()
        yield from [way for number, way in enumerate(TURNS.items()) if (number + at) % 2 == 0]
