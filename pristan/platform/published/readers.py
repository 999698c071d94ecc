# SPDX-License-Identifier: EUPL-1.2
"""What readers see. Ask once for the version, then pass it on: all that follows belongs together."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import msgspec

from pristan.platform.published import presence
from pristan.platform.published.errors import NothingPublished
from pristan.platform.published.models import Address, Document, Edition

CATALOGUE = "catalogue"
SHARED = (CATALOGUE, "rules")  # documents that are no thing of their own
Card = dict[str, Any]

_decode = msgspec.json.Decoder().decode


@dataclass(frozen=True)
class Found:
    """A document, its canonical ``slug``, and the role of the address that led here: slug, code or alias."""

    body: Card
    slug: str
    role: str


class _Line(msgspec.Struct):
    """The part of a card that a long list needs."""

    kind: str
    name: dict[str, Any]
    is_sensitive: bool = False


_decode_line = msgspec.json.Decoder(_Line).decode


def version() -> int:
    """The version of the dataset that readers see now; 0 at first. It grows, not always by one."""
    presence.look()
    return Edition.objects.filter(pk=Edition.ROW).values_list("version", flat=True).first() or 0


def document(*, language: str, address: str, version: int) -> Found | None:
    """The document at an address (slug, code or alias), or None. Two queries."""
    led = Address.objects.visible(version).filter(address=address).values_list("thing", "role").first()
    if led is None:
        return None
    thing, role = led
    rows = Document.objects.visible(version).filter(thing=thing, language=language)
    row = rows.values_list("body", "slug").first()
    return Found(_decode(row[0]), row[1], role) if row else None


def documents(*, language: str, addresses: Sequence[str], version: int) -> dict[str, Card]:
    """The documents at these addresses, by address; what is not there is left out. Two queries."""
    rows = Address.objects.visible(version).filter(address__in=list(addresses))
    things = dict(rows.values_list("address", "thing"))
    found = Document.objects.visible(version).of(things.values()).filter(language=language)
    bodies = dict(found.values_list("thing", "body"))
    return {address: _decode(bodies[thing]) for address, thing in things.items() if thing in bodies}


def catalogue(*, language: str, version: int) -> dict[str, Any]:
    """The document that all pages share. Raises NothingPublished."""
    return shared(kind=CATALOGUE, language=language, version=version)


def shared(*, kind: str, language: str, version: int) -> dict[str, Any]:
    """A document that holds something of every thing, by its kind (one of `SHARED`). Raises NothingPublished. One query."""
    rows = Document.objects.visible(version).filter(kind=kind, language=language)
    body = rows.values_list("body", flat=True).first()
    if body is None:
        raise NothingPublished(kind, language)
    found: dict[str, Any] = _decode(body)
    return found


def cards(*, language: str, things: Sequence[UUID], version: int) -> list[Card]:
    """The cards of these things in their order; what is not there is left out. One query."""
    if not things:
        return []
    rows = Document.objects.visible(version).of(things).filter(language=language)
    found = dict(rows.values_list("thing", "card"))
    return [_decode(found[thing]) for thing in things if thing in found]


def listing(*, language: str, version: int, kind: str | None = None) -> list[Card]:
    """Letter, name, slug, kind and ``is_sensitive`` of everything (or of one ``kind``), in alphabetical order. One query.

    Letters come in the order of their first sort keys, so that each language keeps its own alphabet.
    """
    rows = Document.objects.visible(version).filter(language=language).exclude(kind__in=SHARED)
    first: dict[str, str] = {}
    found: list[tuple[str, str, str, _Line]] = []
    for letter, sort_key, slug, card in rows.values_list("letter", "sort_key", "slug", "card").iterator():
        line = _decode_line(card)
        if kind in (None, line.kind):
            first[letter] = min(sort_key, first.get(letter, sort_key))
            found.append((letter, sort_key, slug, line))
    found.sort(key=lambda each: (first[each[0]], each[0], each[1], each[2]))
    return [
        {
            "letter": letter,
            "name": line.name,
            "slug": slug,
            "kind": line.kind,
            "is_sensitive": line.is_sensitive,
        }
        for letter, _, slug, line in found
    ]
