# SPDX-License-Identifier: EUPL-1.2
"""The shape of every field of an entry in the pack, checked by msgspec. docs/pack.md explains each to a clerk.

A *Text* is a string in the language of the entry, or a map of one language to the text when this one text has another
source language: ``{en: "Mon, Fri 09:00-12:00"}``.
"""

from decimal import Decimal
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta, Struct

Text = str | dict[str, str]
# Lengths are those of the columns: PostgreSQL refuses what is longer, so the check says it first.
Short = Annotated[str, Meta(max_length=60)]
Line = Annotated[str, Meta(max_length=120)]
SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"
Key = Annotated[str, Meta(max_length=120, pattern=SLUG)]
Day = Annotated[str, Meta(pattern=r"^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$")]
PartialDate = Annotated[str, Meta(pattern=r"^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$")]
WindowOfYear = Annotated[str, Meta(pattern=r"^(\d{2}-\d{2})/(\d{2}-\d{2})$")]
Url = Annotated[str, Meta(pattern=r"^https?://[^\s/]+\.[^\s]+$")]
Email = Annotated[str, Meta(pattern=r"^[^@\s]+@[^@\s]+\.[a-z]{2,}$")]
Number = Annotated[str, Meta(pattern=r"^(\+\d[\d ]{5,20}|\d[\d ]{1,9})$")]
Amount = Annotated[str, Meta(pattern=r"^\d{1,9}(\.\d{2})?$")]
Language = Annotated[str, Meta(pattern=r"^[a-z]{2,3}$")]
Country = Annotated[str, Meta(pattern=r"^[A-Z]{2}$")]
Currency = Annotated[str, Meta(pattern=r"^[A-Z]{3}$")]
Hours = Annotated[str, Meta(pattern=r"^([01]\d|2[0-3]):[0-5]\d-(([01]\d|2[0-3]):[0-5]\d|24:00)$")]
Weekday = Literal["mo", "tu", "we", "th", "fr", "sa", "su"]
YesNo = Literal["yes", "no"]
Confidence = Literal["high", "medium", "low"]
AttributeName = Literal[
    "asks_for_papers", "anonymous", "women_only", "child_may_come", "interpreter", "step_free"
]
RelationType = Literal["part_of", "done_at", "provided_by", "case_of", "way_to_meet"]


class Part(Struct, forbid_unknown_fields=True, omit_defaults=True, kw_only=True):
    """A map inside an entry: unknown keys are errors, absent ones are absent."""


class Organization(Part):
    """Who runs it: the name as the source writes it, and the key of its own entry if it has one."""

    name: str
    entry: Key | None = None


class Phone(Part):
    """A number to call, in international form, or a short number."""

    number: Number
    remark: Text | None = None
    as_of: PartialDate | None = None


class Contact(Part):
    """A desk or role to turn to; never a person's name."""

    name: Text
    email: Email | None = None
    phone: Number | None = None
    remark: Text | None = None


class Location(Part):
    """Where; remarks never stand in the address."""

    address_1: str | None = None
    postal_code: Annotated[str, Meta(max_length=20)] | None = None
    city: Line | None = None
    country: Country | None = None
    latitude: Annotated[float, Meta(ge=-90, le=90)] | None = None
    longitude: Annotated[float, Meta(ge=-180, le=180)] | None = None
    district: Key | None = None
    remark: Text | None = None
    is_verified: bool | None = None


class HoursException(Part):
    """Days on which other hours count (an empty list: closed)."""

    from_: Day = msgspec.field(name="from")
    to: Day | None = None
    hours: list[Hours] = []
    remark: Text | None = None


class Schedule(Part):
    """When: the source's words whole, weekly hours only where the words are plain."""

    text: Text | None = None
    weekly: dict[Weekday, list[Hours]] = {}
    is_always: bool = False
    by_appointment: bool = False
    on_holidays: Literal["closed", "open", "not_stated"] | None = None
    as_of: PartialDate | None = None
    exceptions: list[HoursException] = []
    valid_from: Day | None = None
    valid_to: Day | None = None


class Cost(Part):
    """A price, or words about it."""

    amount: Amount | None = None
    currency: Currency | None = None
    option: Line | None = None
    text: Text | None = None


class Item(Part):
    """A paper to bring, or who pays: one text."""

    text: Text


class Eligibility(Part):
    """Who may use it. Legal statuses are codes of the service, never of a person."""

    text: Text | None = None
    legal_status: list[str] = []
    legal_status_named: list[str] = []
    age_min: Annotated[int, Meta(ge=0, le=120)] | None = None
    age_max: Annotated[int, Meta(ge=0, le=120)] | None = None
    residence: (
        Literal["none_required", "mol", "mol_permanent", "si", "city", "city_permanent", "country"] | None
    ) = None
    insurance: Literal["required", "not_required", "none"] | None = None
    remark: Text | None = None
    other: Text | None = None


class Relation(Part):
    """A typed link to another entry; shown on both."""

    type: RelationType
    to: Key


class Deadline(Part):
    """By when: words, and days counted from an event (negative with permit_expiry: days before)."""

    text: Text | None = None
    days_after: int | None = None
    event: str | None = None
    event_detail: Text | None = None
    calendar_window: WindowOfYear | None = None


class AppliesTo(Part):
    """For which statuses the step exists, and limits in words."""

    legal_status: list[str] = []
    conditions: Text | None = None


class ProcedurePlace(Part):
    """The office where the step is done; its address stands in locations."""

    office: Text | None = None
    hours_text: Text | None = None
    phone: str | None = None


class LegalBasis(Part):
    """A law and article, and whether the article was read."""

    law: str
    article: str | None = None
    url: Url | None = None
    is_article_verified: bool = False


class Plan(Part, kw_only=True):
    """When a step belongs into a person's plan, as conditions over the declared attributes (see core/rules).

    ``when``: what else must hold for the step to exist for somebody; ``is_whole``: it says all that the conditions say in words. ``for``:
    who gets it into the plan, ``unknown``: what to do while that is open. ``done``: answers that show it is done. ``urgent``: delay endangers
    a person or loses a right. ``counts_from``: the attribute from which ``deadline.days_after`` counts; ``is_advice``: these days are ours, not
    the law's; ``opens_after``: they are a wait, not a last day. ``with``: entries that go along or advise.
    """

    when: dict[str, Any] | None = None
    is_whole: bool = False
    for_: dict[str, Any] | None = msgspec.field(name="for", default=None)
    unknown: Literal["show", "hide"]
    wants: list[Key] = []
    done: dict[str, Any] | None = None
    urgent: dict[str, Any] | None = None
    band: Literal["now", "week", "month", "later", "yearly"]
    counts_from: Annotated[str, Meta(max_length=40)] | None = None
    is_advice: bool = False
    opens_after: bool = False
    per_child: bool = False
    ages: list[int] = []
    with_: list[Key] = msgspec.field(name="with", default=[])
    why: Text | None = None
    risk: Text | None = None


class Procedure(Part):
    """A step: order, deadline, place, law."""

    category: Annotated[str, Meta(max_length=40)] | None = None
    applies_to: AppliesTo | None = None
    prerequisites: list[Key] = []
    prerequisites_mode: Literal["all", "any"] | None = None
    prerequisites_strength: Literal["legal", "practical"] | None = None
    deadline: Deadline | None = None
    place: ProcedurePlace | None = None
    legal_basis: list[LegalBasis] = []
    unlocks: list[str] = []
    plan: Plan | None = None


class Source(Part):
    """Where a statement was read."""

    url: Url | None = None
    date: PartialDate | None = None
    kind: Short | None = None
    content_not_before: PartialDate | None = None
    note: str | None = None


class Cell(Part):
    """What a right is for one legal status. `unknown` is an answer: nobody has found out yet.

    ``when`` holds what a machine can check of ``conditions`` (see core/rules); ``is_whole``: it says all that they say. ``defers``: the
    status that this one lies over decides. ``asks``: a *no* whose words name an exception that a person should read.
    """

    status: Annotated[str, Meta(max_length=60)]
    entitled: Literal["yes", "conditional", "no", "unknown"]
    conditions: Text | None = None
    when: dict[str, Any] | None = None
    is_whole: bool = False
    defers: bool = False
    asks: bool = False
    legal_basis: list[LegalBasis] = []
    sources: list[Source] = []
    confidence: Confidence | None = None
    as_of: PartialDate | None = None
    recheck_reason: Short | None = None


class Right(Part):
    """A right, status by status."""

    code: Annotated[str, Meta(max_length=60)]
    cells: list[Cell]


class Status(Part):
    """A legal status: the paper that shows it, the law, and what usually comes next.

    ``is_overlay``: it lies over another one, and the more protective answer holds. ``not_with``: statuses that it cannot lie over by its
    very meaning. ``is_minor``: only a child can have it.
    """

    code: Annotated[str, Meta(max_length=60)]
    is_overlay: bool = False
    is_minor: bool = False
    not_with: list[str] = []
    proof: Text | None = None
    next: list[str] = []
    legal_basis: list[LegalBasis] = []


class Provenance(Part):
    """Where one field was read, if not where the entry was; sources are 1-based positions."""

    sources: list[Annotated[int, Meta(ge=1)]] = []
    as_of: PartialDate | None = None
    confidence: Confidence | None = None


class OtherStatement(Part):
    """The other side of a disagreement."""

    field: str
    text: Text
    from_: Key | None = msgspec.field(name="from", default=None)
    sources: list[Source] = []
    as_of: PartialDate | None = None
    confidence: Confidence | None = None


class Editors(Part):
    """For editors only."""

    notes: list[Item] = []
    verify_before_use: list[str] = []


ENTRY: dict[str, Any] = {
    "id": Key,
    "language": Language,
    "aliases": list[Key],
    "name": Text,
    "alternate_names": list[Text],
    "summary": Text,
    "organization": Organization,
    "needs": list[Key],
    "audiences": list[Key],
    "subjects": list[Key],
    "is_sensitive": bool,
    "is_location_secret": bool,
    "website": Url,
    "email": Email,
    "phones": list[Phone],
    "contacts": list[Contact],
    "locations": list[Location],
    "schedule": Schedule,
    "costs": list[Cost],
    "is_free": Literal["yes", "no", "partly"],
    "documents": list[Item],
    "languages": list[Language],
    "attributes": dict[AttributeName, YesNo],
    "eligibility": Eligibility,
    "is_open_to_all": bool,
    "funding": list[Item],
    "relations": list[Relation],
    "procedure": Procedure,
    "right": Right,
    "status": Status,
    "sources": list[Source],
    "confidence": Confidence,
    "as_of": PartialDate,
    "as_of_basis": Short,
    "recheck_reason": Short,
    "provenance": dict[str, Provenance],
    "to_be_confirmed": list[str],
    "other_statements": list[OtherStatement],
    "editors": Editors,
}


def fits(name: str, value: Any) -> bool:
    """Does a value have the shape of a field?"""
    try:
        conform(name, value)
    except msgspec.ValidationError:
        return False
    return True


def conform(name: str, value: Any) -> Any:
    """The value of one field in its one canonical form: plain data, defaults left out. Raises msgspec.ValidationError."""
    plain = msgspec.to_builtins(msgspec.convert(value, ENTRY[name]))
    if name == "costs":
        return [
            cost | {"amount": f"{Decimal(cost['amount']):.2f}"} if "amount" in cost else cost
            for cost in plain
        ]
    return plain
