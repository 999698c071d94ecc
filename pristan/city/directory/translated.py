# SPDX-License-Identifier: EUPL-1.2
"""Translations of an entry as fields of their own, so that a load compares them one by one.

``texts.<language>.<path>`` holds ``{text, state}``. ``made_from.<language>.<path>`` holds the digest of the original it was
made from: in a pack only where its file says so, in the city always (it is *derived* where the pack is silent).
"""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple
from uuid import UUID

from pristan.city.directory.refusals import FieldRefused
from pristan.platform.translations import services
from pristan.platform.translations.content import DRAFT, HUMAN, Original, Translation, digest
from pristan.platform.translations.selectors import texts_of

PREFIX = "texts."
MADE = "made_from."
_TO_ROW = {"machine draft": DRAFT, "human": HUMAN}
_TO_PACK = {row: pack for pack, row in _TO_ROW.items()}


class Wanted(NamedTuple):
    """The fields of translations to be written for one entry, and the originals as they are after the write."""

    owner: UUID
    fields: Mapping[str, Any]
    originals: Mapping[str, Original]


def is_translation(field: str) -> bool:
    """Does a field belong to a translation?"""
    return field.startswith((PREFIX, MADE))


def parse(field: str) -> tuple[str, str]:
    """Language and path of a field."""
    _, language, path = field.split(".", 2)
    return language, path


def conform(field: str, value: Any) -> Any:
    """A translated text in canonical form. Raises FieldRefused."""
    if not field.startswith(PREFIX) or field.count(".") < 2:
        raise FieldRefused(f"`{field}` is no text that can be written; `texts.<language>.<path>` is.")
    if (
        not isinstance(value, dict)
        or set(value) - {"text", "state"}
        or not isinstance(value.get("text"), str)
    ):
        raise FieldRefused(f"`{field}`: a translation is a map of `text` and `state`.")
    state = value.get("state", "human")
    if state not in _TO_ROW:
        raise FieldRefused(f"`{field}`: the state is {' or '.join(_TO_ROW)}, not `{state}`.")
    return {"text": value["text"].strip(), "state": state}


def live(owners: Sequence[UUID]) -> dict[UUID, dict[str, Any]]:
    """Owner -> fields of its translations as they live."""
    found: dict[UUID, dict[str, Any]] = {}
    for owner, rows in texts_of(owners).items():
        fields = found[owner] = {}
        for (path, language), row in rows.items():
            fields[f"{PREFIX}{language}.{path}"] = {"text": row.value, "state": _TO_PACK[row.state]}
            fields[f"{MADE}{language}.{path}"] = row.made_from
    return found


def save(wanted: Sequence[Wanted], *, are_new: bool = False) -> None:
    """Write and remove translations, inside the caller's transaction. `are_new`: of entries that begin in it.

    A text that comes without the digest it was made from was made from the original as it is now.
    """
    if not wanted:
        return
    known = texts_of([each.owner for each in wanted])
    put: list[tuple[services.Place, Translation]] = []
    gone: list[services.Place] = []
    for owner, fields, originals in wanted:
        rows = known.get(owner, {})
        for language, path in {parse(field) for field in fields}:
            place = services.Place(owner, path, language)
            made = _made(fields, language, path, rows.get((path, language)), originals)
            (gone.append(place) if made is None else put.append((place, made)))
    services.put(put, gone=gone, are_new=are_new)


def _made(
    fields: Mapping[str, Any],
    language: str,
    path: str,
    row: Translation | None,
    originals: Mapping[str, Original],
) -> Translation | None:
    field, told = f"{PREFIX}{language}.{path}", fields.get(f"{MADE}{language}.{path}")
    if field not in fields:
        return row._replace(made_from=told or row.made_from) if row else None
    if fields[field] is None:
        return None
    now = digest(originals[path][1]) if path in originals else ""
    return Translation(fields[field]["text"], _TO_ROW[fields[field]["state"]], told or now)


def by_language(fields: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """Language -> path -> ``{text, state, made_from}``."""
    found: dict[str, dict[str, Any]] = {}
    for field, value in fields.items():
        if field.startswith(PREFIX):
            language, path = parse(field)
            found.setdefault(language, {})[path] = value | {
                "made_from": fields.get(f"{MADE}{language}.{path}", "")
            }
    return found
