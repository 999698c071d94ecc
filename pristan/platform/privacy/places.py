# SPDX-License-Identifier: EUPL-1.2
"""The words in which an app says where it holds texts, so that a value can be taken out of all of them (see ``review.purges``).

In the app's ``forgetting.py``::

    PLACES = (columns(_("what visitors report"), Report, "text", "contact"),)
    NO_TEXTS = {Heartbeat: "an instant"}

Every model stands in a place, or says why it holds no text that a person wrote; the build fails on silence.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from importlib import import_module
from typing import Any
from uuid import UUID

from django.db.models import Model
from django.utils.functional import Promise
from django.utils.module_loading import module_has_submodule

from pristan.core.traces import Finder
from pristan.platform.privacy.registry import our_apps

CHUNK = 500
# What is written by people comes first, then what is made of it for readers, then what is made of that for search.
WRITTEN, MADE, INDEXED = range(3)


@dataclass
class Removal:
    """A value on its way out, inside one transaction.

    ``things``: whose documents are made anew. ``digests``: of what was written -> of what is written now, so that no digest
    of the former words stays by which they could be guessed.
    """

    finder: Finder
    at: datetime
    things: set[UUID] = field(default_factory=set)
    digests: dict[str, str] = field(default_factory=dict)


def _nothing(removal: Removal) -> None:
    return None


@dataclass(frozen=True)
class Place:
    """Somewhere texts are held. ``find`` counts the things in which it stands; ``forget`` takes it out and says of how many.

    ``forget`` is None where nothing can be changed. ``settle`` is called when all places have forgotten.
    """

    words: str | Promise
    models: tuple[type[Model], ...]
    find: Callable[[Finder], int]
    forget: Callable[[Removal], int] | None
    order: int = WRITTEN
    settle: Callable[[Removal], None] = _nothing


def columns(words: str | Promise, model: type[Model], *fields: str, is_fixed: bool = False) -> Place:
    """Texts and JSON in columns of a model, rewritten in place. ``is_fixed``: they are never rewritten."""

    def find(finder: Finder) -> int:
        return sum(1 for row in _rows(model, fields) if finder.stands_in(list(row.values())))

    def forget(removal: Removal) -> int:
        finder = removal.finder
        found = [row for row in _rows(model, fields) if finder.stands_in([row[name] for name in fields])]
        for row in found:
            rows = model._base_manager.filter(pk=row.pop("pk"))
            rows.update(**{name: finder.without(value) for name, value in row.items()})
        return len(found)

    return Place(words, (model,), find, None if is_fixed else forget)


def _rows(model: type[Model], fields: tuple[str, ...]) -> Iterator[dict[str, Any]]:
    return model._base_manager.values("pk", *fields).iterator(CHUNK)


def every() -> list[Place]:
    """All places, those that people write to first."""
    found = (place for each in _declared("PLACES") for place in each)
    return sorted(found, key=lambda place: place.order)


def spoken_for() -> Mapping[type[Model], str]:
    """Each model of which an app has spoken, and what it says."""
    said: dict[type[Model], str] = {model: str(place.words) for place in every() for model in place.models}
    for each in _declared("NO_TEXTS"):
        said |= each
    return said


def _declared(name: str) -> Iterator[Any]:
    for config in our_apps():
        if config.module is not None and module_has_submodule(config.module, "forgetting"):
            yield getattr(import_module(f"{config.name}.forgetting"), name, ())
