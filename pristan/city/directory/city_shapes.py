# SPDX-License-Identifier: EUPL-1.2
"""The shapes of city.yaml, districts.yaml and holidays.yaml. *Words* are a map of language to text.

`machine_drafts` names the languages that a machine wrote and nobody has read yet.
"""

from typing import Annotated

from msgspec import UNSET, Meta, UnsetType

from pristan.city.directory.shapes import Country, Currency, Day, Email, Key, Language, Number, Part, Source

Words = dict[Language, str]
MonthDay = Annotated[str, Meta(pattern=r"^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$")]
Uuid = Annotated[str, Meta(pattern=r"^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$")]


class EmergencyNumber(Part):
    """A number that saves lives, with what it is for."""

    number: Number
    text: Words


class Urgent(Part):
    """Urgent help: entries for life in danger, apart from confidential help."""

    danger: list[Key] = []
    confidential: list[Key] = []


class Contact(Part):
    """Whom to tell when something is wrong; empty where nobody is known."""

    name: str | None = None
    email: Email | None = None
    phone: Number | None = None
    address: str | None = None
    url: str | None = None


class CityRecord(Part):
    """The city of this deployment."""

    id: Key
    name: Words
    service_name: str
    country: Country
    time_zone: str
    currency: Currency
    languages: Annotated[list[Language], Meta(min_length=1)]
    namespace: Uuid
    is_official: bool
    fallbacks: dict[Language, list[Language]] = {}
    controller: Contact | None = None
    contact: Contact | None = None
    emergency_numbers: list[EmergencyNumber] = []
    urgent: Urgent | None = None
    information_points: list[Key] = []
    first_steps: list[Key] = []
    unofficial_hosts: list[str] = []
    sources: list[Source] = []
    machine_drafts: list[Language] = []


class DistrictRecord(Part):
    """A part of the city, only from a source that can be cited."""

    id: Key
    name: Words
    sources: Annotated[list[Source], Meta(min_length=1)]
    machine_drafts: list[Language] = []


class FixedHoliday(Part):
    """The same day every year."""

    on: MonthDay
    name: Words


class MovableHoliday(Part):
    """So many days after (western) Easter Sunday."""

    easter: Annotated[int, Meta(ge=-100, le=100)]
    name: Words


class ExtraHoliday(Part):
    """A single day."""

    on: Day
    name: Words


class HolidayRecord(Part):
    """Work-free days."""

    sources: Annotated[list[Source], Meta(min_length=1)]
    fixed: list[FixedHoliday] = []
    movable: list[MovableHoliday] = []
    extra: list[ExtraHoliday] = []
    valid_from: Day | UnsetType = UNSET
    checked_to: Day | UnsetType = UNSET
    machine_drafts: list[Language] = []
