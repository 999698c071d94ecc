# SPDX-License-Identifier: EUPL-1.2
"""What the interface for other programs answers, field by field: the OpenAPI document is made from these shapes.

They describe, they build nothing: `city/orientation` makes the answers, and the tests hold each of them against these shapes.
"""

from typing import Annotated, Literal

from msgspec import UNSET, Meta, Struct, UnsetType, field


def told(words: str) -> Meta:
    """What a field is, in words."""
    return Meta(description=words)


Day = Annotated[str, Meta(pattern=r"^\d{4}-\d\d-\d\d$", examples=["2026-11-27"])]


class Shape(Struct, forbid_unknown_fields=True):
    """What all of them have in common: no field that is not described."""


class Text(Shape):
    """Words for a reader, in the language that was asked for or the nearest one that exists."""

    text: Annotated[str, told("The words.")]
    lang: Annotated[str, told("Their language.")]
    state: Annotated[
        Literal["original", "human", "draft", "stale"],
        told(
            "How far they can be relied on: `draft` nobody has checked, `stale` is older than its original."
        ),
    ]


class Law(Shape):
    """A law that a statement rests on."""

    law: Annotated[str, told("Its short name, in the country's language.")]
    article: Annotated[str | None, told("The article.")]
    url: Annotated[str | None, told("Where it can be read.")]
    is_article_verified: Annotated[bool, told("Whether somebody has looked the article up.")]


class Source(Shape):
    """Where a statement comes from."""

    url: Annotated[str | None, told("Its address.")]
    host: Annotated[str | None, told("Whose site it is.")]
    date: Annotated[str | None, told("The day, month or year of the source.")]
    kind: Annotated[str | None, told("What sort of source it is.")]
    content_not_before: Annotated[str | None, told("What it says cannot be older than this.")]
    note: Annotated[str | None, told("A remark about it.")]
    is_offered: Annotated[bool, told("Whether readers may be sent there.")]


class Problem(Shape):
    """Answers that cannot all be true."""

    code: Annotated[str, told("A name for it that never changes.")]
    keys: Annotated[list[str], told("The answers it is about.")]
    text: Annotated[str, told("It in words.")]


class Remarks(Shape, kw_only=True):
    """What every answer says beside its own matter."""

    ignored: Annotated[list[str], told("Keys that were sent and are no attributes.")]
    problems: Annotated[list[Problem], told("Answers that cannot all be true; all was weighed all the same.")]


class Reasons(Shape):
    """The tests behind a verdict, each in a sentence."""

    holds: Annotated[list[str], told("What is so.")]
    fails: Annotated[list[str], told("What is not so.")]
    open: Annotated[list[str], told("What no answer tells yet.")]


class Judged(Shape, kw_only=True):
    """What can be told of one right, step or service."""

    id: Annotated[str, told("Its id, for ever.")]
    name: Annotated[Text, told("What it is called.")]
    slug: Annotated[str, told("Its page is `/<language>/entry/<slug>/`, which may lead on.")]
    verdict: Annotated[
        Literal["yes", "no", "depends", "not_known"],
        told("`depends`: on what stands in `open`. `not_known`: nobody has found out, which is never a no."),
    ]
    reasons: Annotated[Reasons, told("Why.")]
    to_check: Annotated[list[Text], told("What no answer can settle: a yes is then `yes, if`.")]
    says: Annotated[list[Text], told("The words of the source about the statuses that decide.")]
    legal_basis: Annotated[list[Law], told("The law behind it.")]
    as_of: Annotated[str | None, told("The newest date of what it rests on.")]
    recheck_reason: Annotated[
        str | None, told("Why it must be looked at again, as a code: the law has moved.")
    ]
    open: Annotated[list[str], told("The attributes whose answers can still change the verdict.")]


class Verdict(Judged, kw_only=True):
    """The verdict on one right, step or service."""

    kind: Annotated[str, told("What it is: right, procedure, service, place, programme or course.")]


class Verdicts(Remarks, kw_only=True):
    """The verdicts on everything that the city has rules for, in a fixed order."""

    verdicts: Annotated[list[Verdict], told("One for each.")]


class Choice(Shape):
    """One of the answers that may be given."""

    code: Annotated[str, told("What is sent.")]
    name: Annotated[Text | None, told("What it is called.")]


class Next(Remarks, kw_only=True):
    """The question that decides most of what is still open, and how much is settled."""

    question: Annotated[
        str | None, told("The attribute to ask for; null when no answer would change anything.")
    ]
    settled: Annotated[int, told("How many verdicts no further answer can change.")]
    total: Annotated[int, told("How many verdicts there are.")]
    text: Annotated[str | UnsetType, told("The question in words.")] = UNSET
    why: Annotated[str | UnsetType, told("Why it is asked.")] = UNSET
    kind: Annotated[
        Literal["status", "number", "ages", "flag", "level", "codes"] | UnsetType,
        told("What sort of answer it takes."),
    ] = UNSET
    is_sensitive: Annotated[
        bool | UnsetType, told("Whether the question is one that not everybody answers gladly.")
    ] = UNSET
    least: Annotated[int | UnsetType, told("The lowest number, or age, or place of a level.")] = UNSET
    most: Annotated[int | UnsetType, told("The highest.")] = UNSET
    choices: Annotated[
        list[Choice] | UnsetType | None, told("The statuses of the city, where one is asked for.")
    ] = UNSET


class Step(Judged, kw_only=True):
    """A step of a plan."""

    band: Annotated[Literal["now", "week", "month", "later", "yearly"], told("When it is time for it.")]
    urgent: Annotated[bool, told("To wait endangers a person or loses a right; it stands in `now`.")]
    aside: Annotated[
        bool, told("Help in danger that no answer asks for: it belongs apart from the steps, as in `help`.")
    ]
    due: Annotated[Day | None, told("The last legal day; null where none can be told.")]
    because: Annotated[str, told("Why there is a date, or none: a code from the table in the documentation.")]
    doubt: Annotated[
        Literal["article-not-verified"] | None,
        told("Why `due` is not sure: nobody has read the article that it rests on. Say so beside the day."),
    ]
    realistic: Annotated[Day | None, told("The day to aim at, never past.")]
    window: Annotated[
        list[Day] | None, told("The first and the last day of the weeks of the last known round.")
    ]
    blocked_by: Annotated[list[str], told("Ids of the steps that the law asks for first.")]
    for_children: Annotated[list[int], told("The ages of the children it is for.")]
    with_: Annotated[list[str], told("Ids of those who can go along.")] = field(name="with")
    summary: Annotated[Text | None, told("What it is.")]
    why: Annotated[Text | None, told("What it opens.")]
    risk: Annotated[Text | None, told("What can go wrong.")]
    deadline: Annotated[Text | None, told("The deadline in the words of the source.")]
    office: Annotated[Text | None, told("Where it is done.")]
    papers: Annotated[list[Text], told("The papers to bring.")]
    costs: Annotated[list[Text], told("What it costs, in the words of the source.")]
    sources: Annotated[list[Source], told("Where it is known from.")]
    confidence: Annotated[Literal["high", "medium", "low"] | None, told("How sure the sources are.")]


class Circle(Shape):
    """Steps that need each other in a circle, so that no order can be right."""

    steps: Annotated[list[str], told("Their ids.")]
    strength: Annotated[
        Literal["legal", "practical"],
        told("Whether the law asks for what the order passes over, or it is advice."),
    ]


class Near(Shape):
    """An entry that tells more."""

    key: Annotated[str, told("Its id, for ever.")]
    slug: Annotated[str | None, told("The last part of the address of its page; null where there is none.")]
    kind: Annotated[str | None, told("What it is.")]
    is_sensitive: Annotated[bool, told("Whether its page has a neutral title and address.")]
    name: Annotated[Text | None, told("What it is called.")]


class Way(Shape):
    """A way out of a circle."""

    text: Annotated[Text, told("What to do.")]
    entry: Annotated[Near | None, told("Where more of it is told.")]


class KnownCircle(Shape):
    """Steps that wait for each other in the real world, at least two of them in this plan."""

    id: Annotated[str, told("Its id, for ever.")]
    name: Annotated[Text, told("What waits for what.")]
    steps: Annotated[list[str], told("Ids of its steps.")]
    met: Annotated[list[str], told("Those of its steps that are in this plan.")]
    ways: Annotated[list[Way], told("The ways out.")]
    sources: Annotated[list[Source], told("Where it is known from.")]
    confidence: Annotated[Literal["high", "medium", "low"], told("How sure the sources are.")]
    as_of: Annotated[str | None, told("The newest date of what it rests on.")]


class Help(Shape):
    """A step for somebody in danger, in trafficking, or for a child alone: the same for everybody, before any question."""

    id: Annotated[str, told("Its id, for ever.")]
    name: Annotated[Text, told("What it is called.")]
    slug: Annotated[str, told("The last part of the address of its page.")]
    summary: Annotated[Text | None, told("What it is.")]
    office: Annotated[Text | None, told("Whom to call.")]


class Plan(Remarks, kw_only=True):
    """Help that is always there, and the steps of one person, in order."""

    help: Annotated[list[Help], told("Show it first, always.")]
    steps: Annotated[list[Step], told("What to do.")]
    done: Annotated[list[str], told("Ids of steps that the answers show to be done.")]
    circles: Annotated[list[Circle], told("Circles that the order had to break.")]
    circles_known: Annotated[
        list[KnownCircle], told("Circles of the real world that this plan meets, with the ways out.")
    ]


class Failure(Shape):
    """Why nothing was answered, and what to do."""

    error: Annotated[str, told("What is wrong.")]
    mend: Annotated[str, told("What would be right.")]


class Malformed(Shape):
    """An answer that is none."""

    key: Annotated[str, told("The attribute; empty: all of it.")]
    what: Annotated[str, told("What is wrong; never what was sent.")]
    mend: Annotated[str, told("What would be right.")]


class NotUnderstood(Shape):
    """Some of what was sent are no answers. Nothing was decided."""

    error: Annotated[str, told("What is wrong.")]
    malformed: Annotated[list[Malformed], told("All that could not be read.")]
