# SPDX-License-Identifier: EUPL-1.2
"""The same number, address or desk in two entries is one thing: told by its *mark*, and changed in all of them at once.

Pure: fields in, marks and changes out. Entries are kept as they are; there is no table of contacts.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal

from pristan.city.directory.editing import values
from pristan.city.directory.editing.wording import lines, text

Kind = Literal["phone", "email", "desk", "place", "website"]
KINDS: Final[tuple[Kind, ...]] = ("phone", "email", "desk", "place", "website")
# The fields in which such values stand.
FIELDS: Final = ("phones", "email", "website", "contacts", "locations")
ADDRESS: Final = ("address_1", "postal_code", "city")
# A number with no more digits, such as 112, is the country's and no contact of anybody.
SHORTEST: Final = 3
# What was known of the former address alone.
_POINT: Final = ("is_verified", "latitude", "longitude", "district")
Fields = Mapping[str, Any]


@dataclass(frozen=True)
class Mark:
    """What is equal wherever the same thing stands. ``scope``: the organisation within which a desk's name means one desk."""

    kind: Kind
    text: str
    scope: str = ""


@dataclass(frozen=True)
class Use:
    """A value in a part of an item of a field."""

    part: str
    mark: Mark
    value: Any


@dataclass(frozen=True)
class Move:
    """What somebody made of a value; ``new`` is None where they took it away."""

    mark: Mark
    old: Any
    new: Any


def phone(number: str) -> Mark:
    """Numbers are kept in international form, so that only their blanks differ."""
    return Mark("phone", re.sub(r"[^\d+]", "", number))


def email(address: str) -> Mark:
    """Letters of any case are one address."""
    return Mark("email", address.strip().casefold())


def website(address: str) -> Mark:
    """With or without TLS, with or without the last stroke."""
    return Mark("website", re.sub(r"^https?://", "", address.strip().casefold()).rstrip("/"))


def desk(name: Any, organization: str) -> Mark:
    """A desk or role of one organisation."""
    return Mark("desk", text(name).strip(), organization)


def place(location: Fields) -> Mark:
    """The line of the address and its postal code; without one, the town."""
    code = location.get("postal_code") or _folded(location.get("city") or "")
    return Mark("place", f"{_folded(location['address_1'])}|{code}")


def _folded(line: str) -> str:
    return " ".join(re.findall(r"\w+", unicodedata.normalize("NFKC", line).casefold()))


def _of_number(part: str, number: str | None) -> Iterator[Use]:
    if number and len(found := phone(number).text) > SHORTEST:
        yield Use(part, Mark("phone", found), number)


def _of_contact(item: Fields, organization: str) -> Iterator[Use]:
    if organization and item.get("name"):
        yield Use("name", desk(item["name"], organization), text(item["name"]))
    yield from _of_number("phone", item.get("phone"))
    if item.get("email"):
        yield Use("email", email(item["email"]), item["email"])


def _of_location(item: Fields, organization: str) -> Iterator[Use]:
    if item.get("address_1"):
        yield Use("", place(item), _address(item))


def without_point(location: Fields) -> dict[str, Any]:
    """A place whose address is another one now: it is not verified any more, and its point on the map is gone."""
    return {name: value for name, value in location.items() if name not in _POINT}


def _address(item: Fields) -> dict[str, Any]:
    return {name: item[name] for name in ADDRESS if item.get(name)}


_OF: Final[dict[str, Callable[[Any, str], Iterable[Use]]]] = {
    "phones": lambda item, _: _of_number("number", item.get("number")),
    "email": lambda item, _: [Use("", email(item), item)],
    "website": lambda item, _: [Use("", website(item), item)],
    "contacts": _of_contact,
    "locations": _of_location,
}


def shown(value: Any) -> str:
    """A value as one line; nothing for one that was taken away."""
    return ", ".join(lines("locations", [value], "")) if isinstance(value, Mapping) else value or ""


def of_item(field: str, item: Any, organization: str) -> list[Use]:
    """The values in one item of a field."""
    return list(_OF[field](item, organization)) if item else []


def items(fields: Fields, field: str) -> list[Any]:
    """The items of a field; where a secret place is has none."""
    value = fields.get(field)
    if not value or (field == "locations" and fields.get("is_location_secret")):
        return []
    return value if isinstance(value, list) else [value]


def uses(fields: Fields, organization: str) -> Iterator[Use]:
    """All such values of an entry. ``organization``: the key of the one whose entry it is."""
    for field in FIELDS:
        for item in items(fields, field):
            yield from of_item(field, item, organization)


def moves(pairs: Iterable[tuple[str, Any, Any]], after: Fields, organization: str) -> list[Move]:
    """What became of the values in (field, item as it was, item as it is wanted); one that still stands in the entry did not move."""
    stays = {use.mark for use in uses(after, organization)}
    found: dict[Mark, Move] = {}
    for field, old, new in pairs:
        for use in of_item(field, old, organization):
            if use.mark not in stays:
                found.setdefault(use.mark, Move(use.mark, use.value, _left(use, new)))
    return list(found.values())


def _left(use: Use, new: Any) -> Any:
    """What stands where the value stood; of an address its town may be left."""
    if not new:
        return None
    if use.mark.kind == "place":
        return _address(new) or None
    return text(new.get(use.part) if use.part else new) or None


def carried(fields: Fields, moved: Sequence[Move], organization: str) -> dict[str, Any]:
    """The changes (None removes a field) that make the same of the same values in another entry."""
    to = {move.mark: move.new for move in moved}
    wanted: dict[str, Any] = {
        name: to.get(mark(fields[name]), fields[name])
        for name, mark in (("email", email), ("website", website))
        if fields.get(name)
    }
    for name, put in (("phones", _phone), ("contacts", _contact), ("locations", _location)):
        wanted[name] = _moved(name, [(item, put(item, to, organization)) for item in items(fields, name)])
    return {
        name: value
        for name, value in wanted.items()
        if (fields.get(name) or None) != value and (items(fields, name) or value)
    }


def _moved(field: str, pairs: Sequence[tuple[Fields, Fields | None]]) -> list[Fields] | None:
    """The items as they are now; one that has become the same as another stands there once."""
    stays = [_same(field, item) for item, new in pairs if new == item]
    made = []
    for item, new in pairs:
        if new is None or (new != item and _same(field, new) in stays):
            continue
        stays.append(_same(field, new))
        made.append(new)
    return made or None


def _same(field: str, item: Fields) -> Any:
    found = [] if field == "contacts" else of_item(field, item, "")
    return found[0].mark if found else item


def _phone(item: Fields, to: Mapping[Mark, Any], organization: str) -> Fields | None:
    number = to.get(phone(item["number"]), item["number"])
    return {**item, "number": number} if number else None


def _contact(item: Fields, to: Mapping[Mark, Any], organization: str) -> Fields | None:
    made = {use.part: to[use.mark] for use in _of_contact(item, organization) if use.mark in to}
    if "name" in made:
        if made["name"] is None:
            return None
        made["name"] = values.in_language_of(item["name"], made["name"])
    return values.without_empty({**item, **made}) if made else item


def _location(item: Fields, to: Mapping[Mark, Any], organization: str) -> Fields | None:
    if not item.get("address_1") or (mark := place(item)) not in to:
        return item
    kept = {name: value for name, value in without_point(item).items() if name not in ADDRESS}
    return {**to[mark], **kept} if to[mark] else None
