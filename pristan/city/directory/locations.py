# SPDX-License-Identifier: EUPL-1.2
"""Locations exist once: the same address in many entries is one row, and shows where it is used."""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID, uuid5

from pristan.city.directory import models

ADDRESS = ("address_1", "postal_code", "city", "country", "latitude", "longitude", "district")
LINK = ("remark", "is_verified")
_READ = {key: f"location__{key}" for key in ADDRESS} | {key: key for key in LINK}
COLUMNS = tuple(_READ.values())


def identity(namespace: UUID, value: Mapping[str, Any]) -> UUID:
    """The id of the location with exactly this address, coordinates and district."""
    return uuid5(namespace, "location:" + "|".join(str(value.get(key) or "") for key in ADDRESS))


def link(
    namespace: UUID, entry: UUID, position: int, value: Mapping[str, Any]
) -> tuple[models.Location, dict[str, Any]]:
    """The location, unsaved, and the columns of the row that says that the entry is found there."""
    uuid = identity(namespace, value)
    place = models.Location(uuid=uuid, **{key: value[key] for key in ADDRESS if key in value})
    use = {"entry_id": entry, "location_id": uuid, "position": position}
    return place, use | {key: value[key] for key in LINK if key in value}


def read(use: Any) -> dict[str, Any]:
    """The pack's form of a link and its location: a row with `COLUMNS`."""
    pairs = ((key, getattr(use, column)) for key, column in _READ.items())
    return {key: value for key, value in pairs if value is not None and value != ""}


def save(places: Iterable[models.Location], batch: int) -> None:
    """Create those that do not exist yet."""
    unique = {place.uuid: place for place in places}
    models.Location.objects.bulk_create(unique.values(), batch_size=batch, ignore_conflicts=True)


def forget_unused() -> None:
    """Delete addresses at which nothing is found any more: a secret one must not stay behind."""
    models.Location.objects.filter(uses__isnull=True).delete()
