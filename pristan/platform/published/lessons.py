# SPDX-License-Identifier: EUPL-1.2
"""Lessons: the city's pages say the same in several languages, so search learns from them which words translate each other.

Learned in a run, before readers see the new version, and again when one page in twenty is newer than what was learned. No city
is known here: where the documents of a thing have a text at the same place, each in its own language, they say the same. Learned is
from originals and what was translated from them.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import combinations
from typing import Any
from uuid import UUID

import msgspec

from pristan.platform.published.models import Document, VersionedQuerySet
from pristan.platform.published.readers import SHARED
from pristan.platform.search import lessons
from pristan.platform.search.learning import Pair

FEWEST = 50  # things in two languages from which on something is to be learned
MOST = 500  # things that are learned from
_CHUNK = 100  # things whose documents are held at once
_OFTEN = 20  # one document in so many may be newer than the lesson

_decode = msgspec.json.Decoder().decode


def renew(version: int) -> int | None:
    """Learn for readers of the version that is being prepared. Returns how many words; None where too little is new."""
    documents = _documents()
    newer = documents.filter(since__gt=lessons.latest()).count()
    if newer * _OFTEN <= documents.count():
        return None
    pairs = [pair for bodies in _things() for pair in _pairs(bodies)]
    return lessons.renew(pairs, version) if len(pairs) >= FEWEST else None


def _documents() -> VersionedQuerySet[Document]:
    return Document.objects.open().exclude(kind__in=SHARED)  # those repeat what stands in others


def _things() -> Iterator[Mapping[str, Any]]:
    """Language -> document of each thing, of some things of a large city: ids fall as dice do."""
    things = list(_documents().order_by("thing").values_list("thing", flat=True).distinct()[:MOST])
    for start in range(0, len(things), _CHUNK):
        bodies: dict[UUID, dict[str, Any]] = defaultdict(dict)
        rows = _documents().of(things[start : start + _CHUNK]).values_list("thing", "language", "body")
        for thing, language, body in rows:
            bodies[thing][language] = _decode(body)
        yield from bodies.values()


def _pairs(bodies: Mapping[str, Any]) -> Iterator[Pair]:
    for one, other in combinations(sorted(bodies), 2):
        texts = [*_same_places(bodies[one], bodies[other], one, other)]
        if texts:
            yield Pair(one, "\n".join(a for a, _ in texts), other, "\n".join(b for _, b in texts))


def _same_places(a: Any, b: Any, one: str, other: str) -> Iterator[tuple[str, str]]:
    """Texts at the same place of two documents, each in the language of its document."""
    if isinstance(a, Mapping) and isinstance(b, Mapping):
        if (a.get("lang"), b.get("lang")) == (one, other) and _is_translated(a, b):
            yield _line(a["text"]), _line(b["text"])
        for key in a.keys() & b.keys():
            yield from _same_places(a[key], b[key], one, other)
    elif isinstance(a, list) and isinstance(b, list) and len(a) == len(b):
        for each, same in zip(a, b, strict=True):
            yield from _same_places(each, same, one, other)


def _is_translated(a: Mapping[str, Any], b: Mapping[str, Any]) -> bool:
    """One is the original of the other: of thirteen languages each would else be learned from each."""
    return "text" in a and "text" in b and "original" in (a.get("state"), b.get("state"))


def _line(text: Any) -> str:
    return " ".join(str(text).split())
