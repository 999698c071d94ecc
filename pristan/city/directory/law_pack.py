# SPDX-License-Identifier: EUPL-1.2
"""The sections `letters`, `circle` and `parameter` of a pack: how a letter's days are counted, where people get stuck, numbers that change.

A city need have none of them. Then nothing is counted, and no circle is told.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from itertools import pairwise
from typing import Any
from uuid import UUID

from pristan.city.directory import law_shapes, models, selectors
from pristan.city.directory.city_pack import RecordSection
from pristan.city.directory.letters import unsure
from pristan.platform.accounts.actors import Actor
from pristan.platform.packs.problems import Problem
from pristan.platform.packs.things import Change, Thing

Keys = Mapping[str, set[str]]
FIRST, LAST = "0001-01-01", "9999-12-31"


class LawSection(RecordSection):
    """A kind of record that the document of rules tells."""

    def write(self, changes: Sequence[Change], *, actor: Actor, at: datetime) -> set[UUID]:
        """Write records; the document of rules follows."""
        super().write(changes, actor=actor, at=at)
        return {selectors.rules_uuid()} if changes else set()

    def archive(self, keys: Sequence[str], *, actor: Actor, at: datetime) -> set[UUID]:
        """Remove records; the document of rules follows."""
        super().archive(keys, actor=actor, at=at)
        return {selectors.rules_uuid()} if keys else set()


class LettersSection(LawSection):
    """letters.yaml."""

    kind, file, shape = "letters", "letters.yaml", law_shapes.LettersRecord

    def rows(self) -> Any:
        return models.Letters.objects

    def key(self, record: Mapping[str, Any]) -> str:
        return "letters"

    def check(self, things: Sequence[Thing], keys: Keys) -> Iterator[Problem]:
        """Days are counted only by rules that somebody has read and is sure of."""
        for thing in things:
            record = thing.fields["record"]
            yield from _sourceless(thing, "rules", record["rules"])
            for about in unsure(record):
                yield thing.problem(
                    "counting",
                    f"nothing is counted: no sure rule says how the count has its `{about}`",
                    f"Add a rule `about: {about}` with a verified article and more than low confidence.",
                    is_error=False,
                )


class CircleSection(LawSection):
    """circles.yaml."""

    kind, file, shape = "circle", "circles.yaml", law_shapes.CircleRecord

    def rows(self) -> Any:
        return models.Circle.objects

    def check(self, things: Sequence[Thing], keys: Keys) -> Iterator[Problem]:
        """Steps and the entries that tell more must exist; an id stands once."""
        yield from _twice(things)
        for thing in things:
            record = thing.fields["record"]
            yield from _sourceless(thing, "sources", [record])
            named = [(f"steps.{at}", key) for at, key in enumerate(record["steps"], 1)]
            named += [(f"ways.{at}.entry", way["entry"]) for at, way in enumerate(record["ways"], 1) if way.get("entry")]  # fmt: skip
            yield from _dangling(thing, named, keys)


class ParameterSection(LawSection):
    """parameters.yaml."""

    kind, file, shape = "parameter", "parameters.yaml", law_shapes.ParameterRecord

    def rows(self) -> Any:
        return models.Parameter.objects

    def check(self, things: Sequence[Thing], keys: Keys) -> Iterator[Problem]:
        """Numbers that are counted with are whole; values follow each other; entries exist; an id stands once."""
        yield from _twice(things)
        for thing in things:
            record = thing.fields["record"]
            yield from _sourceless(thing, "values", record["values"])
            named = [(f"entries.{at}", key) for at, key in enumerate(record.get("entries", ()), 1)]
            yield from _dangling(thing, named, keys)
            for at, each in enumerate(record["values"], 1):
                if record["unit"] != "money" and "." in each["value"]:
                    mend = "Only money has two digits after the point."
                    yield thing.problem(f"values.{at}.value", f"{each['value']} is no whole number", mend)
            yield from _days(thing, record["values"])


def _days(thing: Thing, values: Sequence[Mapping[str, Any]]) -> Iterator[Problem]:
    """Days exist, and two values never hold on one of them: the former one needs an end, or the later one a beginning."""
    spans = sorted((each.get("since") or FIRST, each.get("until") or LAST) for each in values)
    for since, until in spans:
        try:
            is_upside_down = date.fromisoformat(since) > date.fromisoformat(until)
        except ValueError:
            yield thing.problem(
                "values", f"{since} or {until} is no day of any calendar", "Look at the days again."
            )
            return
        if is_upside_down:
            yield thing.problem("values", f"{since} is after {until}", "Correct `since` or `until`.")
    for (_, until), (since, _) in pairwise(spans):
        if since <= until:
            yield thing.problem(
                "values", f"two values hold on {since}", "Give the former value its last day, `until`."
            )


def _twice(things: Sequence[Thing]) -> Iterator[Problem]:
    seen: set[str] = set()
    for thing in things:
        if thing.key in seen:
            yield thing.problem("id", f"`{thing.key}` stands here twice", "Give each its own id.")
        seen.add(thing.key)


def _dangling(thing: Thing, named: Sequence[tuple[str, str]], keys: Keys) -> Iterator[Problem]:
    for where, key in named:
        if key not in keys["entry"]:
            yield thing.problem(where, f"`{key}` is no entry", "Entries are called as their files.")


def _sourceless(thing: Thing, where: str, records: Sequence[Mapping[str, Any]]) -> Iterator[Problem]:
    for record in records:
        if any(not each.get("url") and not each.get("note") for each in record["sources"]):
            mend = "Say what it is and where it can be seen."
            yield thing.problem(where, "a source without a web address needs a `note`", mend)
