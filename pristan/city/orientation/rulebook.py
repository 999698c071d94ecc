# SPDX-License-Identifier: EUPL-1.2
"""The rulebook: the published document of rules, compiled once for each version of the dataset and language."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, lru_cache
from typing import Any

from django.utils import translation

from pristan.city.orientation.words import sentence
from pristan.core.rules import Cell, Condition, Dated, Item, Leaf, Status, Statuses, leaves, parse
from pristan.platform.published import readers

Body = Mapping[str, Any]
Text = Mapping[str, str]


@dataclass(frozen=True)
class Step:
    """A procedure as it may stand in a plan: what the pack says of it, and its conditions. `is_always`: help in danger, outside all rules."""

    given: Body
    is_always: bool
    wanted_by: frozenset[str]
    for_: Condition | None
    done: Condition | None
    urgent: Condition | None

    @property
    def id(self) -> str:
        """The id of the procedure."""
        return str(self.given["id"])

    @property
    def is_article_verified(self) -> bool:
        """Is an article of the law named for it, and has somebody read all that are named?"""
        named = [law for law in self.given["legal_basis"] if law["article"]]
        return bool(named) and all(law["is_article_verified"] for law in named)


@dataclass(frozen=True)
class Rulebook:
    """All rules for readers of a language, by id, in a fixed order. `given`: what the document says of each; `names`: of statuses
    and of numbers that change; `sentences`: each test that may stand among the reasons of a verdict, in words."""

    statuses: Statuses
    names: Mapping[str, Text]
    rules: Mapping[str, Item]
    given: Mapping[str, Body]
    steps: tuple[Step, ...]
    texts: Mapping[str, Text]
    circles: tuple[Body, ...] = ()
    letters: Body | None = None
    parameters: Mapping[str, tuple[Dated, ...]] = field(default_factory=dict)
    sentences: Mapping[Leaf, str] = field(default_factory=dict)

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """All rules in their order; always the same tuple, as what is alike among them is remembered by it."""
        return tuple(self.rules.values())


@lru_cache(
    maxsize=16
)  # some languages of the version that readers see; a new version leaves no question to the old ones
def rulebook(language: str, version: int) -> Rulebook:
    """The rulebook of a version. Raises NothingPublished: the city has none, or not in this language."""
    with translation.override(language):
        return read(readers.shared(kind="rules", language=language, version=version))


def read(document: Body) -> Rulebook:
    """Compile a document of rules; sentences come in the active language. Raises RuleError: a condition that makes no sense (`pack check` says so
    before a load)."""
    texts: dict[str, Text] = {}
    numbers = document.get("parameters", ())
    always = {each["id"] for each in document["items"] if each.get("is_always")}
    statuses = Statuses(
        Status(each["code"], each["is_overlay"], frozenset(each["not_with"]), each["is_minor"])
        for each in document["statuses"]
    )
    names = {each["code"]: each["name"] for each in document["statuses"]}
    names |= {each["id"]: each["name"] for each in numbers}
    rules = {each["id"]: _item(each, texts) for each in document["items"]}
    return Rulebook(
        statuses,
        names,
        rules,
        {each["id"]: each for each in document["items"]},
        tuple(_step(each, each["id"] in always) for each in document["steps"]),
        texts,
        tuple(document.get("circles", ())),
        document.get("letters"),
        {each["id"]: _dated(each["values"]) for each in numbers if each["unit"] != "money"},
        _sentences(rules.values(), names),
    )


def _sentences(rules: Iterable[Item], names: Mapping[str, Text]) -> dict[Leaf, str]:
    conditions = [
        condition
        for item in rules
        for condition in (item.when, *(cell.when for cell, _ in item.groups))
        if condition is not None
    ]
    return {leaf: sentence(leaf, names) for condition in conditions for leaf in leaves(condition)}


def _dated(values: Sequence[Body]) -> tuple[Dated, ...]:
    """The values of a number that rules may name: whole, each with its days."""
    return tuple(Dated(int(each["value"]), _day(each["since"]), _day(each["until"])) for each in values)


def _day(given: str | None) -> date | None:
    return date.fromisoformat(given) if given else None


def _item(given: Body, texts: dict[str, Text]) -> Item:
    shared = _keys(given["id"], given["to_check"], texts)
    cells = {
        each["status"]: Cell(
            each["entitled"],
            _condition(each["when"], given["id"]),
            (*shared, *_keys(f"{given['id']}.{each['status']}", each["to_check"], texts))
            if each["entitled"] == "yes"
            else (),
        )
        for each in given["cells"]
    }
    otherwise = Cell(given["otherwise"], None, shared if given["otherwise"] == "yes" else ())
    return Item(given["id"], given["kind"], cells, otherwise, _condition(given["when"], given["id"]))


def _keys(place: str, given: Sequence[Text], texts: dict[str, Text]) -> tuple[str, ...]:
    """Keys of texts that a reader must check, kept aside."""
    found = {f"{place}.{at}": text for at, text in enumerate(given, 1)}
    texts.update(found)
    return tuple(found)


def _step(given: Body, is_always: bool) -> Step:
    wanted_by = frozenset([given["id"], given["category"], *(given["wants"] or ()), *given["needs"]])
    conditions = (_condition(given[name], f"{given['id']}.{name}") for name in ("for", "done", "urgent"))
    return Step(given, is_always, wanted_by, *conditions)


def _condition(given: Any, where: str) -> Condition | None:
    return parse(given, where) if given else None
