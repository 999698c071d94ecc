# SPDX-License-Identifier: EUPL-1.2
"""A small made collection, and how tests put it in and ask for it. Things are called by their name field."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from pristan.platform.search.port import Hits, IndexDocument, Query, index


def thing(number: int) -> UUID:
    """The id of the thing with this number."""
    return UUID(int=number)


def document(
    number: int, *facets: str, language: str = "en", since: int = 1, row: int = 0, **fields: str
) -> IndexDocument:
    """A document of thing `number`; its row has the same number unless another is given."""
    return IndexDocument(row or number, thing(number), language, fields, frozenset(facets), since)


@dataclass
class Shelf:
    """The index under test with short ways to fill it and to ask it."""

    names: dict[UUID, str] = field(default_factory=dict)

    def put(self, *documents: IndexDocument) -> None:
        """Take documents in."""
        index().add(documents)
        self.names |= {each.thing: each.fields.get("name", "").partition("\n")[0] for each in documents}

    def ask(self, text: str = "", *, language: str = "en", version: int = 1, **more: object) -> Hits:
        """An answer, whole."""
        return index().query(Query(text, language, version, **more))  # type: ignore[arg-type]

    def found(self, text: str = "", **more: object) -> list[str]:
        """The names of what is found, in order."""
        return self.called(self.ask(text, **more).hits)  # type: ignore[arg-type]

    def called(self, hits: Iterable[object]) -> list[str]:
        """Hits by their names."""
        return [self.names[hit.thing] for hit in hits]  # type: ignore[attr-defined]


def numbered(names: Sequence[str], **fields: str) -> list[IndexDocument]:
    """Documents that differ in name only, numbered from 1."""
    return [document(number, name=name, **fields) for number, name in enumerate(names, 1)]


# Nine places of a town: enough for every filter to keep some and to leave some.
PLACES = (
    document(1, "need:health", "free:yes", "district:north", name="Clinic", summary="Doctors for everyone", body="Bring nothing. Walk in."),
    document(2, "need:health", "free:no", "district:south", name="Dentist", summary="Teeth and gums", body="A doctor sends you here."),
    document(3, "need:health", "free:unknown", "district:north", name="Pharmacy", summary="Medicine", body="Ask a doctor first."),
    document(4, "need:learning", "free:yes", "district:north", name="Language course", alternate="Evening school", summary="Learn to read and to speak"),
    document(5, "need:learning", "free:no", "district:south", name="Driving school", summary="Course with an exam"),
    document(6, "need:learning", "free:unknown", "district:unknown", name="Library", keywords="books reading", body="Quiet rooms, and a course in spring."),
    document(7, "need:home", "free:yes", "district:south", name="Shelter", summary="A bed for the night"),
    document(8, "need:home", "free:unknown", "district:unknown", name="Housing advice", summary="Rent, contracts, deposits"),
    document(9, "need:home", "need:health", "free:yes", "district:north", name="Women's house", summary="A safe bed, and a doctor"),
)  # fmt: skip
