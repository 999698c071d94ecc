# SPDX-License-Identifier: EUPL-1.2
"""A small city for tests of the read model: leaflets with a text, published in two languages."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, datetime
from uuid import UUID, uuid5

from django.db import transaction

from pristan.platform.published import readers, services
from pristan.platform.published.registry import Projection
from pristan.platform.search.port import Query, index

AT = datetime(2026, 5, 4, 8, 0, tzinfo=UTC)
NAMESPACE = UUID("8a7c1c52-5d0f-4d8a-9d0e-3f1f0c3f9b11")
LANGUAGES = ("sl", "en")


def uuid(name: str) -> UUID:
    """The id of a leaflet."""
    return uuid5(NAMESPACE, name)


class Leaflets:
    """A projector of leaflets in memory: name -> text. ``before_chunk`` is called with the chunk's place."""

    kind = "leaflet"

    def __init__(self, **texts: str) -> None:
        self.texts = dict(texts)
        self.addresses: dict[str, list[tuple[str, str]]] = {}
        self.before_chunk: Callable[[int], None] = lambda chunk: None
        self.after_reading: Callable[[], None] = lambda: None
        self.chunks = 0

    def project(self, things: Sequence[UUID]) -> Iterable[Projection]:
        """Leaflets among the things that still have a text."""
        self.before_chunk(self.chunks)
        self.chunks += 1
        names = {uuid(name): name for name in self.texts}
        made = [
            self._leaflet(names[thing], language)
            for thing in things
            if thing in names
            for language in LANGUAGES
        ]
        self.after_reading()
        return made

    def _leaflet(self, name: str, language: str) -> Projection:
        text = f"{self.texts[name]} {language}"
        card = {"kind": "place", "name": {"text": name, "lang": language, "state": "original"}, "text": text}
        return Projection(
            thing=uuid(name), kind="leaflet", language=language, slug=name, sort_key=name,
            letter=name[0].upper(), body=card, card=card, facets=["kind:place"],
            index={"name": name, "body": text}, addresses=self.addresses.get(name, [(name, "slug")]),
        )  # fmt: skip


def mark(*names: str, change: str = "published") -> int:
    """Mark leaflets in a transaction of their own."""
    with transaction.atomic():
        return services.mark(things=[uuid(name) for name in names], change=change, at=AT)


def publish(*names: str, at: datetime = AT) -> int:
    """Mark leaflets and bring the read model up to date."""
    mark(*names)
    return services.catch_up(at=at)


def seen(names: Iterable[str], *, version: int | None = None, language: str = "en") -> dict[str, str]:
    """Name -> text of what readers find under these addresses."""
    now = readers.version() if version is None else version
    found = {name: readers.document(language=language, address=name, version=now) for name in names}
    return {name: each.body["text"] for name, each in found.items() if each}


def searched(word: str, *, version: int | None = None) -> set[UUID]:
    """What the index finds."""
    now = readers.version() if version is None else version
    hits = index().query(Query(text=word, language="en", version=now, limit=1000))
    return set() if hits.is_fallback else {hit.thing for hit in hits.hits}


def many(count: int, text: str) -> Mapping[str, str]:
    """Leaflets by the dozen: each name different, all with the same text."""
    return {f"leaflet{number}": text for number in range(count)}
