# SPDX-License-Identifier: EUPL-1.2
"""The sections `letters` and `circle` of a pack: the rules of counting a letter's days, and where people get stuck.

A city need have neither. Then nothing is counted, and no circle is told.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from pristan.city.directory import law_shapes, models, selectors
from pristan.city.directory.city_pack import RecordSection
from pristan.city.directory.letters import unsure
from pristan.platform.accounts.actors import Actor
from pristan.platform.packs.problems import Problem
from pristan.platform.packs.things import Change, Thing

Keys = Mapping[str, set[str]]


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
        seen: set[str] = set()
        for thing in things:
            record = thing.fields["record"]
            if thing.key in seen:
                yield thing.problem("id", f"`{thing.key}` stands here twice", "Give each circle its own id.")
            seen.add(thing.key)
            yield from _sourceless(thing, "sources", [record])
            named = [(f"steps.{at}", key) for at, key in enumerate(record["steps"], 1)]
            named += [(f"ways.{at}.entry", way["entry"]) for at, way in enumerate(record["ways"], 1) if way.get("entry")]  # fmt: skip
            for where, key in named:
                if key not in keys["entry"]:
                    yield thing.problem(where, f"`{key}` is no entry", "Entries are called as their files.")


def _sourceless(thing: Thing, where: str, records: Sequence[Mapping[str, Any]]) -> Iterator[Problem]:
    for record in records:
        if any(not each.get("url") and not each.get("note") for each in record["sources"]):
            mend = "Say what it is and where it can be seen."
            yield thing.problem(where, "a source without a web address needs a `note`", mend)
