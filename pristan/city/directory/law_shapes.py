# SPDX-License-Identifier: EUPL-1.2
"""The shapes of letters.yaml, circles.yaml and parameters.yaml: the days of a letter, where people get stuck, numbers that change.

Words stand in all languages side by side, so that whoever changes one sees the others. `machine_drafts` names the languages
that a machine wrote and nobody has read yet.
"""

from typing import Annotated, Literal

from msgspec import Meta

from pristan.city.directory.city_shapes import Words
from pristan.city.directory.shapes import (
    Confidence,
    Day,
    Key,
    Language,
    LegalBasis,
    Part,
    PartialDate,
    Short,
    Source,
)
from pristan.core.deadlines.counting import EndOnFreeDay, Starts

Sources = Annotated[list[Source], Meta(min_length=1)]


class Counting(Part, kw_only=True):
    """How the days of a letter are counted: in which units, from which day on, and what happens when the last day is free."""

    units: Annotated[list[Literal["days", "working days"]], Meta(min_length=1)]
    starts: Starts
    end_on_free_day: EndOnFreeDay


class LetterRule(Part, kw_only=True):
    """One rule as a reader is told of it.

    ``about``: when a letter counts as delivered (`service`), how the count starts (`start`) and ends (`end`), terms that are
    counted in another way (`other`), how short a term can be (`shortest`), what can be done when it is past (`late`).
    """

    about: Literal["service", "start", "end", "other", "shortest", "late"]
    text: Words
    legal_basis: LegalBasis | None = None
    sources: Sources
    confidence: Confidence
    as_of: PartialDate | None = None
    recheck_reason: Short | None = None


class Hint(Part, kw_only=True):
    """Where in a letter to look, and the words that stand there in the language of the counters."""

    text: Words
    words: list[str] = []


class LettersRecord(Part, kw_only=True):
    """What a city knows of letters with a term. Without `counting` nothing is counted."""

    counting: Counting | None = None
    look_for: list[Hint] = []
    rules: Annotated[list[LetterRule], Meta(min_length=1)]
    machine_drafts: list[Language] = []


class Way(Part, kw_only=True):
    """A way out of a circle, and the entry that tells more of it."""

    text: Words
    entry: Key | None = None


class CircleRecord(Part, kw_only=True):
    """Steps that wait for each other in the real world, and the ways to break them."""

    id: Key
    name: Words
    steps: Annotated[list[Key], Meta(min_length=2)]
    ways: Annotated[list[Way], Meta(min_length=1)]
    sources: Sources
    confidence: Confidence
    as_of: PartialDate | None = None
    machine_drafts: list[Language] = []


class Valid(Part, kw_only=True):
    """The value of a parameter from one day to another, both included; without them: from ever, or until further notice."""

    value: Annotated[str, Meta(pattern=r"^\d{1,9}(\.\d{2})?$")]
    since: Day | None = None
    until: Day | None = None
    sources: Sources
    as_of: PartialDate | None = None


class ParameterRecord(Part, kw_only=True):
    """A number that the law or a price list changes now and then. ``entries``: those whose pages show it."""

    id: Key
    name: Words
    unit: Literal["money", "days", "months", "years"]
    per: Literal["month", "year"] | None = None
    values: Annotated[list[Valid], Meta(min_length=1)]
    entries: list[Key] = []
    machine_drafts: list[Language] = []
