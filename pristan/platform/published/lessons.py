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

Texts = Mapping[str, tuple[str, bool]]  # place in a document -> text, whether it is an original

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
    texts = {language: dict(_texts(bodies[language], language)) for language in sorted(bodies)}
    for one, other in combinations(texts, 2):
        if same := [*_same_places(texts[one], texts[other])]:
            yield Pair(one, "\n".join(a for a, _ in same), other, "\n".join(b for _, b in same))


def _same_places(ones: Texts, others: Texts) -> Iterator[tuple[str, str]]:
    """Texts at the same place, one the original of the other: of thirteen languages each would else be learned from each."""
    for place, (text, is_original) in ones.items():
        if same := others.get(place):
            other_text, is_other_original = same
            if is_original or is_other_original:
                yield text, other_text


def _texts(body: Any, language: str, place: str = "") -> Iterator[tuple[str, tuple[str, bool]]]:
    """Where a document has texts in its own language, each on one line, and whether it is an original.

    A place in a list is told with the length of the list: in lists of other lengths nobody knows what is the same.
    """
    if isinstance(body, dict):
        if body.get("lang") == language and "text" in body:
            yield place, (" ".join(str(body["text"]).split()), body.get("state") == "original")
        for key, value in body.items():
            yield from _texts(value, language, f"{place}.{key}")
    elif isinstance(body, list):
        for at, value in enumerate(body):
            yield from _texts(value, language, f"{place}.{at}/{len(body)}")
