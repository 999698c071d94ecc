# SPDX-License-Identifier: EUPL-1.2
"""Take a value out of the fields of an entry so that what is left is still an entry."""

from collections.abc import Iterator, Mapping
from typing import Any

from pristan.city.directory import conforming, translated
from pristan.city.directory.refusals import FieldRefused
from pristan.core.traces import Finder

# Without this part an item says nothing, or would still tell the value (the coordinates beside an address): it goes as a whole.
TELLING = {"locations": "address_1", "phones": "number"}


def without(fields: Mapping[str, Any], finder: Finder) -> dict[str, Any]:
    """The changes (None removes a field) that take the value out. Where a list became shorter, its translations go: they count its items."""
    changes: dict[str, Any] = {}
    for name, value in fields.items():
        if finder.stands_in(value):
            changes[name] = _without(name, value, finder)
            if isinstance(value, list) and len(changes[name] or ()) < len(value):
                changes |= dict.fromkeys(_translations_of(name, fields))
    return changes


def _without(name: str, value: Any, finder: Finder) -> Any:
    """As much of it as still has the shape of the field; None where nothing has."""
    if part := TELLING.get(name):
        value = [item for item in value if not finder.stands_in(item.get(part))]
    for made in (finder.without(value), _emptied(value, finder), _others(value, finder)):
        if not made or _has_shape(name, made):
            return made or None
    return None


def _has_shape(name: str, value: Any) -> bool:
    try:
        return translated.is_translation(name) or conforming.conform(name, value) is not None
    except FieldRefused:
        return False


def _emptied(value: Any, finder: Finder) -> Any:
    """Without the parts of its maps in which the value stands."""
    if isinstance(value, Mapping):
        return {key: _emptied(item, finder) for key, item in value.items() if _stays(item, finder)}
    if isinstance(value, list):
        return [_emptied(item, finder) for item in value if _stays(item, finder)]
    return value if _stays(value, finder) else None


def _stays(item: Any, finder: Finder) -> bool:
    return not isinstance(item, str) or not finder.stands_in(item)


def _others(value: Any, finder: Finder) -> Any:
    """The items of a list in which it does not stand."""
    return [item for item in value if not finder.stands_in(item)] if isinstance(value, list) else None


def _translations_of(field: str, fields: Mapping[str, Any]) -> Iterator[str]:
    for name in fields:
        if translated.is_translation(name) and translated.parse(name)[1].startswith(f"{field}."):
            yield name
