# SPDX-License-Identifier: EUPL-1.2
"""Reads of the directory that more than one part needs."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid5
from zoneinfo import ZoneInfo

from django.db.models import Q

from pristan.city.directory import policies
from pristan.city.directory.matrix import KINDS
from pristan.city.directory.models import City, Entry, Status
from pristan.city.directory.models.entry import EntryQuerySet
from pristan.platform.accounts.actors import Actor
from pristan.platform.ui.languages import offered

# Facets of what is no help that one could go to: a search for help leaves them out, and shows them beside it.
LAW = tuple(f"kind:{kind}" for kind in KINDS)


class CityMissing(Exception):
    """No city pack was loaded yet."""

    def __init__(self) -> None:
        super().__init__("no city is loaded yet; run `pristan pack load packs/<city>` first")


def city() -> City:
    """The city of this deployment. Raises CityMissing before the first load."""
    found = City.objects.first()
    if found is None:
        raise CityMissing
    return found


def city_today(at: datetime) -> date:
    """The civil day in the city."""
    return at.astimezone(ZoneInfo(city().time_zone)).date()


def namespace() -> UUID:
    """The namespace of all public ids of this city."""
    return city().namespace


def catalogue_uuid() -> UUID:
    """The id of the catalogue document: what all pages share."""
    return uuid5(namespace(), "catalogue")


def rules_uuid() -> UUID:
    """The id of the document of rules: what verdicts and plans are made from."""
    return uuid5(namespace(), "rules")


def shared_uuids() -> set[UUID]:
    """The documents that hold something of every entry: they follow every change."""
    return {catalogue_uuid(), rules_uuid()}


def everything_published() -> set[UUID]:
    """The ids of all that readers see: every published entry, the catalogue, the rules."""
    return {*shared_uuids(), *Entry.objects.published().values_list("uuid", flat=True)}


def languages(record: dict[str, Any]) -> list[str]:
    """The languages in which the city publishes; the first is its own."""
    return list(record["languages"])


def spoken() -> list[str]:
    """The languages to choose from: the city's own first. Before the first load only what is spoken everywhere."""
    found = City.objects.first()
    return offered(languages(found.record) if found else ())


def country() -> str:
    """Where a number without a country code is dialled."""
    return str(city().record["country"])


def currency() -> str:
    """In which prices are, where nobody says."""
    return str(city().record["currency"])


def chain(record: dict[str, Any], language: str) -> tuple[str, ...]:
    """The languages to fall back to, in order, for a reader of this one; the city's own is always last."""
    declared = (record.get("fallbacks") or {}).get(language) or []
    own = record["languages"][0]
    return tuple(dict.fromkeys(other for other in [*declared, own] if other != language))


def status_codes() -> list[str]:
    """The codes of the legal statuses that are published, in the order of their entries."""
    rows = Status.objects.filter(entry__state="published").order_by("entry__key")
    return list(rows.values_list("code", flat=True))


def entries(keys: Sequence[str]) -> Sequence[Entry]:
    """The entries with these keys."""
    return list(Entry.objects.with_keys(keys))


def withdrawn(keys: Sequence[str]) -> set[str]:
    """Those of the keys whose entries people took from readers."""
    return set(Entry.objects.with_keys(keys).filter(state="withdrawn").values_list("key", flat=True))


def slugs(uuids: Sequence[UUID]) -> dict[UUID, str]:
    """The slug of each of these entries that readers see."""
    return dict(Entry.objects.published().filter(uuid__in=list(uuids)).values_list("uuid", "slug"))


def organization_of(entry: Entry) -> str:
    """The key of the organisation whose entry it is; an organisation's own entry is its own."""
    return entry.key if entry.kind == "organization" else entry.organization_key


def visible_to(actor: Actor | None) -> EntryQuerySet:
    """The entries that this actor works on: reviewers of a language see all of them, others those that they keep."""
    if actor is not None and actor.scopes("language_reviewer"):
        return Entry.objects.present()
    return kept_by(actor)


def kept_by(actor: Actor | None) -> EntryQuerySet:
    """The entries for which this actor answers: those of the city for its editors, the own ones for organisations."""
    present = Entry.objects.present()
    if actor is None:
        return present.none()
    if policies.edits_city(actor):
        return present
    own = set().union(*(actor.scopes(role) for role in policies.MEMBERS))
    mine = Q(organization_key__in=own) | Q(kind="organization", key__in=own)
    return present.filter(mine) if own else present.none()


def of_organization(entries: EntryQuerySet, organization: str) -> EntryQuerySet:
    """Those of the entries that are this organisation's; its own entry is one of them."""
    return entries.filter(Q(organization_key=organization) | Q(key=organization, kind="organization"))
