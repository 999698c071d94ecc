# SPDX-License-Identifier: EUPL-1.2
"""The city as pages and letters of the signed-in side call it."""

from typing import Any

from pristan.city.directory import selectors


def shown(language: str) -> dict[str, Any]:
    """The city's record with its name in the reader's language, or in the city's own; empty before the first load."""
    try:
        record = selectors.city().record
    except selectors.CityMissing:
        return {}
    return {**record, "name": _in(language, record["name"])}


def name(language: str) -> str:
    """Its name; that of the software before the first load."""
    return str(shown(language).get("name") or "Pristan")


def _in(language: str, names: Any) -> str:
    if not isinstance(names, dict):
        return str(names)
    return str(names.get(language) or next(iter(names.values()), ""))
