# SPDX-License-Identifier: EUPL-1.2
"""What the directory publishes: one document per entry and language, and the catalogue that all pages share."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any
from uuid import UUID

from pristan.city.directory import body, catalogue, circles, indexing, parameters, reading, selectors
from pristan.city.directory.batch import Batch
from pristan.city.directory.context import Context, Words, context, neighbours
from pristan.city.directory.matrix import matrix
from pristan.city.directory.models import Entry, Relation
from pristan.platform.published.registry import Projection
from pristan.platform.translations.content import Translation, originals
from pristan.platform.translations.selectors import texts_of
from pristan.platform.ui import alphabets

Fields = Mapping[str, Any]


class EntryProjector:
    """Entries as their pages show them."""

    kind = "entry"

    def project(self, things: Sequence[UUID]) -> Iterable[Projection]:
        """The documents of these entries in every language; none for those that are not published."""
        published = Entry.objects.filter(uuid__in=list(things)).published()
        entries = reading.loaded(published.select_related("verification_row"))
        if not entries:
            return
        shared = context()
        batch = Batch(shared, _incoming(entries), matrix=matrix(entries))
        batch.circles, batch.parameters = circles.told(shared), parameters.told(shared)
        fields = {entry.key: reading.read(entry) for entry in entries}
        batch.neighbours = neighbours(sorted(_named(fields.values(), batch.incoming) | batch.matrix.named()))
        named = [each.uuid for each in batch.neighbours.values()]
        words = texts_of([*(entry.uuid for entry in entries), *named])
        batch.names = words
        for entry in entries:
            yield from _project(batch, entry, fields[entry.key], words.get(entry.uuid, {}))


def _project(
    batch: Batch, entry: Entry, fields: Fields, rows: Mapping[tuple[str, str], Translation]
) -> Iterator[Projection]:
    known = originals(fields, entry.language)
    proof = body.proof(batch.context, entry, fields)
    alike: dict[str, Any] = {
        "facets": indexing.facets(batch.context, entry, fields),
        "addresses": indexing.addresses(entry, fields),
        "meanings": indexing.meanings(fields),
    }
    for language in batch.context.languages:
        words = Words(known, rows, language, batch.context.chains[language])
        made = body.build(batch, entry, fields, words, proof)
        name = made["name"]["text"]
        yield Projection(
            thing=entry.uuid,
            kind="entry",
            language=language,
            slug=made["slug"],
            sort_key=alphabets.sort_key(name, language),
            letter=alphabets.letter(name, language),
            body=made,
            card=body.card(made),
            index=indexing.index(batch.context, made, words, language),
            **alike,
        )


def _incoming(entries: Sequence[Entry]) -> dict[str, list[tuple[str, str]]]:
    """Key -> (relation, key of the entry it comes from)."""
    found: dict[str, list[tuple[str, str]]] = {}
    rows = Relation.objects.filter(to__in=[entry.key for entry in entries]).values_list(
        "to", "type", "entry__key"
    )
    for to, kind, key in rows.order_by("entry__key", "position"):
        found.setdefault(to, []).append((kind, key))
    return found


def _named(fields: Iterable[Fields], incoming: Mapping[str, list[tuple[str, str]]]) -> set[str]:
    """Keys of all entries that the pages name."""
    found = {key for pairs in incoming.values() for _, key in pairs}
    for each in fields:
        found |= {relation["to"] for relation in each.get("relations", ())}
        procedure = each.get("procedure", {})
        found |= {*procedure.get("prerequisites", ()), *procedure.get("unlocks", ())}
        found |= {each.get("organization", {}).get("entry", "")}
    return found - {""}


class CatalogueProjector:
    """The catalogue: the city, its needs and audiences with counts, urgent help and information points."""

    kind = "catalogue"

    def project(self, things: Sequence[UUID]) -> Iterable[Projection]:
        """The catalogue in every language, when it is among the things."""
        thing = selectors.catalogue_uuid()
        if thing not in things:
            return
        shared: Context = context()
        for language, made in catalogue.documents(shared):
            yield Projection(
                thing=thing,
                kind="catalogue",
                language=language,
                slug="catalogue",
                sort_key="",
                letter="",
                body=made,
                card={},
                facets=[],
                index={},
                addresses=[],
            )
