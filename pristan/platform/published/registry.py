# SPDX-License-Identifier: EUPL-1.2
"""Who turns things into documents: apps declare projectors, the read model calls them."""

import hashlib
import inspect
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any, Protocol
from uuid import UUID


@dataclass
class Projection:
    """One thing in one language, ready for readers.

    ``sort_key`` is compared by code points; ``letter`` is its heading in an A-Z list; ``index`` holds the
    words to be found by search field (empty: not to be found), ``meanings`` what it is about (see ``search.knowledge``); ``addresses`` are (address, role), role
    slug, code or alias.
    """

    thing: UUID
    kind: str
    language: str
    slug: str
    sort_key: str
    letter: str
    body: Mapping[str, Any]
    card: Mapping[str, Any]
    facets: Sequence[str] = ()
    index: Mapping[str, str] = field(default_factory=dict)
    addresses: Sequence[tuple[str, str]] = ()
    meanings: Sequence[str] = ()


class Projector(Protocol):
    """What an app declares: how its things become documents."""

    kind: str

    def project(self, things: Sequence[UUID]) -> Iterable[Projection]:
        """The documents of those things that are this projector's and that readers may see now.

        A thing for which no projector has a document leaves the readers' eyes. The same thing must always
        give the same documents; called with up to ``services.CHUNK`` things, outside any transaction of the
        read model.
        """


_projectors: dict[str, Projector] = {}


def register(projector: Projector) -> None:
    """Called by an app when it is ready; one projector per kind."""
    _projectors[projector.kind] = projector


def projectors() -> tuple[Projector, ...]:
    """All declared projectors."""
    return tuple(_projectors.values())


def project(things: Sequence[UUID]) -> Iterator[Projection]:
    """What all projectors together make of these things, one document after the other."""
    return (made for projector in projectors() for made in projector.project(things))


def form() -> str:
    """Changes with the code that makes documents: other code may make other documents of things that are the same."""
    return _digest(tuple(sorted({Path(inspect.getfile(type(each))).parent for each in _projectors.values()})))


@lru_cache(maxsize=4)  # code does not change while a process runs
def _digest(folders: Sequence[Path]) -> str:
    found = hashlib.sha256()
    for path in (path for folder in folders for path in sorted(folder.rglob("*.py"))):
        if not {"tests", "migrations"} & set(path.parts):
            found.update(path.name.encode() + path.read_bytes())
    return found.hexdigest()[:16]


@contextmanager
def only(*others: Projector) -> Iterator[None]:
    """For tests: these projectors and no others."""
    former = dict(_projectors)
    _projectors.clear()
    _projectors.update({projector.kind: projector for projector in others})
    try:
        yield
    finally:
        _projectors.clear()
        _projectors.update(former)
