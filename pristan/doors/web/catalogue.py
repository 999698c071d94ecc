# SPDX-License-Identifier: EUPL-1.2
"""The catalogue with its look-ups: the city, its needs, audiences, districts and urgent help."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Any
from zoneinfo import ZoneInfo

Item = dict[str, Any]


@dataclass
class Catalogue:
    """One language's catalogue document, as ``platform.published`` keeps it."""

    given: Mapping[str, Any]

    @property
    def city(self) -> Item:
        """Name, languages, zone, currency, contact, emergency numbers."""
        found: Item = self.given["city"]
        return found

    @property
    def languages(self) -> list[str]:
        """Languages of the city, its own first."""
        return list(self.city["languages"])

    @property
    def local(self) -> str:
        """The language that the counter speaks."""
        return self.languages[0]

    def today(self, at: datetime) -> date:
        """The civil day in the city."""
        return self.local_time(at).date()

    def local_time(self, at: datetime) -> datetime:
        """An instant on the clocks of the city."""
        return at.astimezone(ZoneInfo(self.city["time_zone"]))

    @cached_property
    def holidays(self) -> frozenset[date]:
        """Days off."""
        return frozenset(date.fromisoformat(each) for each in self.city.get("holidays") or ())

    @cached_property
    def needs(self) -> dict[str, Item]:
        """Need by id."""
        return {each["id"]: each for each in self.given.get("needs") or ()}

    @property
    def has_rights(self) -> bool:
        """Does the city tell what the law gives to whom?"""
        kinds: Mapping[str, int] = (self.given.get("counts") or {}).get("by_kind") or {}
        return bool(kinds.get("right"))

    @cached_property
    def top_needs(self) -> list[Item]:
        """The needs that stand on the first page."""
        return [each for each in self.needs.values() if not each.get("broader")]

    def children(self, need: Mapping[str, Any]) -> list[Item]:
        """Narrower needs that lead somewhere, the fullest first."""
        found = [self.needs[each] for each in need.get("children") or () if each in self.needs]
        return sorted((each for each in found if each["count"]), key=lambda each: -each["count"])

    @cached_property
    def statuses(self) -> list[Item]:
        """The legal statuses that have a page: code, name, address."""
        return [each for each in self.given.get("statuses") or () if each.get("slug")]

    @cached_property
    def audiences(self) -> dict[str, Item]:
        """Audience by id."""
        return {each["id"]: each for each in self.given.get("audiences") or ()}

    @cached_property
    def districts(self) -> dict[str, Item]:
        """District by id, only those where something is."""
        return {each["id"]: each for each in self.given.get("districts") or () if each["count"]}

    @cached_property
    def all_districts(self) -> dict[str, Item]:
        """District by id, also those where we know of nothing: their pages say so."""
        return {each["id"]: each for each in self.given.get("districts") or ()}

    @cached_property
    def spoken(self) -> list[str]:
        """Codes of languages that somebody is known to speak, the most common first."""
        return [each["code"] for each in self.given.get("spoken_languages") or ()]

    def cards(self, name: str) -> list[Item]:
        """The cards of ``information_points`` or ``first_steps``."""
        return list(self.given.get(name) or ())

    def urgent(self, name: str) -> list[Item]:
        """The cards of urgent help: ``danger`` or ``confidential``."""
        return list((self.given.get("urgent") or {}).get(name) or ())

    @cached_property
    def urgent_by_uuid(self) -> dict[str, Item]:
        """Every card of urgent help."""
        return {each["uuid"]: each for name in ("danger", "confidential") for each in self.urgent(name)}

    def pinned(self, kinds: Sequence[str]) -> list[Item]:
        """The cards of urgent help for these kinds of danger, in their order."""
        listed = self.given.get("crisis") or {}
        found = dict.fromkeys(each for kind in kinds for each in listed.get(kind, ()))
        return [self.urgent_by_uuid[each] for each in found if each in self.urgent_by_uuid]

    def words(self, scheme: str, codes: Sequence[str]) -> list[str]:
        """Codes of a scheme (legal statuses, ...) in plain words; a code that nobody has named is left as it is."""
        named = (self.given.get("codes") or {}).get(scheme) or {}
        return [named.get(each) or each.replace("_", " ") for each in codes]
