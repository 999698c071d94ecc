# SPDX-License-Identifier: EUPL-1.2
"""The rulebook as plain JSON, for engines in other languages: a browser, a kiosk, a phone. It holds the rules and nothing of a person.

Of the reader's texts it carries one table only: the sentences of reasons. Names, words of the law and sources stay where they are
published, under the same ids. Plans count calendar days, so no holidays go along. `tests/vectors` holds what every engine must answer.
In rules and steps what holds its default is left out.
"""

from functools import lru_cache
from typing import Any

import msgspec

from pristan.city.orientation.rulebook import Rulebook, Step, rulebook
from pristan.core.graph import BANDS
from pristan.core.rules import ATTRIBUTES, LEVELS, Cell, Condition, Dated, Item, as_data
from pristan.core.rules.items import alike

FORMAT = 1
Canonical = list[Any]  # a condition as `core/rules/canon.py` writes it


class PortableAttribute(msgspec.Struct, frozen=True):
    """What a person may tell. Their order is the order of all lists of attributes, and settles ties."""

    name: str
    kind: str
    least: int
    most: int
    is_sensitive: bool
    is_asked: bool


class PortableStatus(msgspec.Struct, frozen=True):
    """A legal status; an overlay is never held together with the bases in `not_with`."""

    code: str
    is_overlay: bool
    is_minor: bool
    not_with: list[str]


class PortableCell(msgspec.Struct, frozen=True, omit_defaults=True):
    """What these statuses get: `yes`, `no` or `unknown` where `when` holds. `to_check`: keys of texts that go with a yes."""

    entitled: str
    statuses: list[str] = []
    when: Canonical | None = None
    to_check: list[str] = []


class PortableRule(msgspec.Struct, frozen=True, omit_defaults=True):
    """The cells of statuses, equal ones together, that of all others, and a condition for everybody."""

    otherwise: PortableCell
    cells: list[PortableCell] = []
    when: Canonical | None = None


class PortableItem(msgspec.Struct, frozen=True, omit_defaults=True):
    """A right, procedure or service; `rule` is a place in the list of rules, as many have the same one.

    `at`: the last part of the address of its page, where that is not its id. Pages name a sensitive thing by nothing else.
    """

    id: str
    kind: str
    rule: int
    at: str | None = None


class PortableStep(msgspec.Struct, frozen=True, omit_defaults=True):
    """A procedure as it may stand in a plan: for whom, after what, by when."""

    id: str
    band: str
    wanted_by: list[str]
    under: list[str] = []  # broader needs, meant only by those for whom the step is
    is_shown_if_unknown: bool = True
    for_: Canonical | None = msgspec.field(default=None, name="for")
    done: Canonical | None = None
    urgent: Canonical | None = None
    prerequisites: list[str] = []
    mode: str = "all"
    strength: str = "legal"
    counts_from: str | None = None
    days_after: int | None = None
    event: str | None = None
    calendar_window: str | None = None
    opens_after: bool = False
    is_advice: bool = False
    has_law_moved: bool = False
    is_source_weak: bool = False
    is_article_verified: bool = False  # the law that is named for it has been read
    is_always: bool = False  # help in danger, outside all rules
    ages: list[int] | None = None  # given where it is done for each child of these ages
    with_: list[str] = msgspec.field(default_factory=list, name="with")


class PortableCircle(msgspec.Struct, frozen=True):
    """Steps that wait for each other in the real world."""

    id: str
    steps: list[str]


class PortableSentence(msgspec.Struct, frozen=True, array_like=True):
    """A test in the reader's language: `[test, is negated, text]`."""

    test: Canonical
    is_negated: bool
    text: str


class Portable(msgspec.Struct, frozen=True):
    """The whole. `parameters`: code -> `[value, since, until]`; days are texts such as `2025-07-01`, or null."""

    format: int
    levels: list[str]
    bands: list[str]
    attributes: list[PortableAttribute]
    statuses: list[PortableStatus]
    parameters: dict[str, list[tuple[int, str | None, str | None]]]
    rules: list[PortableRule]
    items: list[PortableItem]
    steps: list[PortableStep]
    circles: list[PortableCircle]
    sentences: list[PortableSentence]


@lru_cache(maxsize=16)  # some languages of the version that readers see, as rulebooks are remembered
def encoded(language: str, version: int) -> bytes:
    """The JSON for readers of a language. Raises NothingPublished."""
    return msgspec.json.encode(portable(rulebook(language, version)))


def portable(book: Rulebook) -> Portable:
    """A rulebook that can be carried away."""
    kinds = alike(book.items)
    rule_of = {place: number for number, places in enumerate(kinds) for place in places}
    return Portable(
        format=FORMAT,
        levels=[*LEVELS],
        bands=[*BANDS],
        attributes=[
            PortableAttribute(each.name, each.kind, each.least, each.most, each.is_sensitive, each.is_asked)
            for each in ATTRIBUTES
        ],
        statuses=[
            PortableStatus(each.code, each.is_overlay, each.is_minor, sorted(each.not_with))
            for each in book.statuses.values()
        ],
        parameters={code: [*map(_dated, values)] for code, values in book.parameters.items()},
        rules=[_rule(book.items[places[0]]) for places in kinds],
        items=[
            PortableItem(each.id, each.kind, rule_of[place], _address(book, each.id))
            for place, each in enumerate(book.items)
        ],
        steps=[_step(each) for each in book.steps],
        circles=[PortableCircle(each["id"], [*each["steps"]]) for each in book.circles],
        sentences=[
            PortableSentence(as_data(leaf.test), leaf.is_negated, text)
            for leaf, text in book.sentences.items()
        ],
    )


def _address(book: Rulebook, key: str) -> str | None:
    address = book.given[key].get("slug")
    return address if address != key else None


def _dated(of: Dated) -> tuple[int, str | None, str | None]:
    since, until = (day.isoformat() if day else None for day in (of.since, of.until))
    return of.value, since, until


def _rule(item: Item) -> PortableRule:
    cells = [_cell(cell, [code for code in item.cells if code in codes]) for cell, codes in item.groups]
    return PortableRule(_cell(item.otherwise, []), cells, _canonical(item.when))


def _cell(cell: Cell, codes: list[str]) -> PortableCell:
    return PortableCell(cell.entitled, codes, _canonical(cell.when), [*cell.to_check])


def _step(step: Step) -> PortableStep:
    given = step.given
    return PortableStep(
        id=step.id,
        band=given["band"],
        wanted_by=sorted(filter(None, step.wanted_by)),
        under=[*given.get("under", ())],
        is_shown_if_unknown=given["unknown"] == "show",
        for_=_canonical(step.for_),
        done=_canonical(step.done),
        urgent=_canonical(step.urgent),
        prerequisites=[*(given["prerequisites"] or ())],
        mode=given["prerequisites_mode"] or "all",
        strength=given["prerequisites_strength"] or "legal",
        **{name: given[name] for name in ("counts_from", "days_after", "event", "calendar_window")},
        opens_after=bool(given["opens_after"]),
        is_advice=bool(given["is_advice"]),
        has_law_moved=bool(given["recheck_reason"]),
        is_source_weak=given["confidence"] == "low",
        is_article_verified=step.is_article_verified,
        is_always=step.is_always,
        ages=[*given["ages"]] if given["per_child"] and given["ages"] else None,
        with_=[*(given["with"] or ())],
    )


def _canonical(condition: Condition | None) -> Canonical | None:
    return None if condition is None else as_data(condition)
