# SPDX-License-Identifier: EUPL-1.2
"""Documents of a chunk of things, in the tables and in the search index together."""

import dataclasses
import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

import msgspec

from pristan.platform import copying
from pristan.platform.published.models import Document
from pristan.platform.published.registry import Projection
from pristan.platform.search import port
from pristan.platform.search.changes import Changes
from pristan.platform.search.crew import Crew
from pristan.platform.search.knowledge import fingerprint

Key = tuple[UUID, str]
Analysed = Callable[[], Mapping[Key, "Prepared"]]

_encode = msgspec.json.encode
_TAKEN: Mapping[str, object] = {}


@dataclass(frozen=True)
class Prepared:
    """A projection as it will be stored: encoded before the transaction begins, so that this stays short."""

    made: Projection  # without its body and card: what waits to be written is held once
    body: str
    card: str
    digest: str
    words: port.IndexDocument | None  # None: not to be found

    def row(self, since: int) -> Document:
        """The document as a row that holds from this version on."""
        made = self.made
        return Document(
            thing=made.thing, kind=made.kind, language=made.language, slug=made.slug, sort_key=made.sort_key,
            letter=made.letter, body=self.body, card=self.card, facets=list(made.facets), digest=self.digest,
            since=since,
        )  # fmt: skip


def prepare(projections: Iterable[Projection]) -> dict[Key, Prepared]:
    """(thing, language) -> what is to be stored."""
    return {(made.thing, made.language): _prepare(made) for made in projections}


def _prepare(made: Projection) -> Prepared:
    body, card = _encode(made.body), _encode(made.card)
    found_by = [dict(made.index), list(made.meanings), fingerprint() if made.index else ""]
    rest = _encode([made.kind, made.slug, made.sort_key, made.letter, list(made.facets), found_by])
    digest = _digest(body, card, rest)
    light = dataclasses.replace(made, body=_TAKEN, card=_TAKEN)
    return Prepared(light, body.decode(), card.decode(), digest, _words(made) if made.index else None)


def _digest(*parts: bytes) -> str:
    found = hashlib.sha256(parts[0])
    for part in parts[1:]:
        found.update(b"\n")
        found.update(part)
    return found.hexdigest()[:32]


def _words(made: Projection) -> port.IndexDocument:
    """What search reads of it; its row and its version are not known yet."""
    return port.IndexDocument(
        row=0, thing=made.thing, language=made.language, fields=dict(made.index),
        facets=frozenset(made.facets), since=0, meanings=tuple(made.meanings),
    )  # fmt: skip


def analyse(things: Sequence[UUID], wanted: Mapping[Key, Prepared], crew: Crew) -> Analysed:
    """Begin to analyse those that will be written; what it returns waits for them and gives ``wanted`` back with them."""
    digests = {key: digest for key, (_, digest, _) in _current(things).items()}
    new = {key: each.words for key, each in wanted.items() if each.words and digests.get(key) != each.digest}
    ready = crew.begin([*new.values()])

    def analysed() -> Mapping[Key, Prepared]:
        done = zip(new, ready(), strict=True)
        return {**wanted, **{key: dataclasses.replace(wanted[key], words=words) for key, words in done}}

    return analysed


def replace(
    things: Sequence[UUID],
    wanted: Mapping[Key, Prepared],
    *,
    version: int,
    changes: Changes | None = None,
) -> bool:
    """Let the documents of these things be ``wanted`` from ``version`` on; returns whether anything differs.

    ``changes``: see ``search.port.Index.add``. Rows that hold already end there, rows that were written for this very version go. Inside a transaction.
    """
    current = _current(things)
    same = {key for key, (_, digest, _) in current.items() if key in wanted and wanted[key].digest == digest}
    leaving = [(row, since) for key, (row, _, since) in current.items() if key not in same]
    new = [prepared for key, prepared in wanted.items() if key not in same]
    _close([row for row, since in leaving if since < version], version, changes)
    erase_rows([row for row, since in leaving if since >= version])
    insert(new, version=version, changes=changes)
    return bool(leaving or new)


def _current(things: Sequence[UUID]) -> dict[Key, tuple[int, str, int]]:
    """(row, digest, since) of the documents that hold now."""
    rows = Document.objects.open().of(things).values_list("thing", "language", "id", "digest", "since")
    return {(thing, language): (row, digest, since) for thing, language, row, digest, since in rows}


def _close(rows: Sequence[int], version: int, changes: Changes | None) -> None:
    if rows:
        Document.objects.filter(pk__in=rows).update(until=version)
        port.index().close(rows, version, changes)


def erase_rows(rows: Sequence[int]) -> None:
    """Delete rows, and their words in the index."""
    if rows:
        Document.objects.filter(pk__in=rows).delete()
        port.index().purge(rows)


def insert(
    new: Sequence[Prepared],
    *,
    version: int,
    former: Mapping[Key, int] | None = None,
    changes: Changes | None = None,
) -> None:
    """Add documents that hold from ``version`` on; where ``former`` names an earlier one, from that."""
    since = former or {}
    rows = [
        prepared.row(since.get((prepared.made.thing, prepared.made.language), version)) for prepared in new
    ]
    copying.number(rows)
    copying.add(rows)
    words = [
        dataclasses.replace(prepared.words, row=row.pk, since=row.since)
        for row, prepared in zip(rows, new, strict=True)
        if prepared.words
    ]
    if words:
        port.index().add(words, changes)


def visible_since(things: Sequence[UUID], *, version: int) -> dict[Key, int]:
    """(thing, language) -> the version since which the document that readers see now holds."""
    rows = Document.objects.visible(version).of(things).values_list("thing", "language", "since")
    return {(thing, language): since for thing, language, since in rows}


def erase(things: Sequence[UUID]) -> None:
    """Delete every document of these things, of all versions."""
    erase_rows(list(Document.objects.of(things).values_list("pk", flat=True)))
