# SPDX-License-Identifier: EUPL-1.2
"""The catalogue: what every page of a language shares. One document, so that a page needs one query for all of it."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple

from django.db.models import Count

from pristan.city.directory import body, crisis, holidays, reading
from pristan.city.directory.batch import Batch, link
from pristan.city.directory.context import Context, Words, neighbours
from pristan.city.directory.models import ConceptUse, Entry, Language, ServiceAtLocation, Status
from pristan.city.directory.sources import source_list
from pristan.platform.translations.content import Translation, originals
from pristan.platform.translations.selectors import texts_of
from pristan.platform.ui import alphabets

Document = dict[str, Any]


class _Named(NamedTuple):
    """An entry that the city's record names, its translations, and how sure the city is of it."""

    entry: Entry
    fields: Mapping[str, Any]
    words: Mapping[tuple[str, str], Translation]
    proof: Document


@dataclass(frozen=True)
class _Alike:
    """What the catalogues of all languages share, read once."""

    counts: Mapping[str, Counter[str]]
    named: Mapping[str, _Named]
    statuses: Sequence[tuple[str, str, bool]]
    near: Batch
    there: Mapping[str, Document]
    plain: Document


def documents(shared: Context) -> Iterator[tuple[str, Document]]:
    """Each language with its catalogue."""
    alike = _read(shared)
    for language in shared.languages:
        yield language, _build(shared, alike, language)


def _read(shared: Context) -> _Alike:
    rows = Status.objects.filter(entry__state="published").order_by("entry__key")
    told = list(rows.values_list("entry__key", "code", "is_overlay"))
    near = neighbours([key for key, _, _ in told])
    named = {each.entry.key: each for each in _named(shared)}
    urgent = {key for keys in (shared.record.get("urgent") or {}).values() for key in keys or ()}
    return _Alike(
        counts={scheme: _concept_counts(shared, scheme) for scheme in ("needs", "audiences")},
        named=named,
        statuses=told,
        near=Batch(shared, {}, near, texts_of([each.uuid for each in near.values()])),
        there={key: _card(shared, shared.languages[0], each)["name"] for key, each in named.items() if key in urgent},
        plain={
            "districts": _districts(shared), "spoken_languages": _spoken(), "counts": _counts(), "sources": source_list(shared),
        },
    )  # fmt: skip


def _build(shared: Context, alike: _Alike, language: str) -> Document:
    """The catalogue for readers of a language."""
    named = shared.record.get("urgent") or {}
    cards = {key: _card(shared, language, each) for key, each in alike.named.items()}
    said = {
        key: cards[key] | {"there": _there(cards[key]["name"], there)} for key, there in alike.there.items()
    }
    urgent = {name: _pick(said, named.get(name)) for name in (crisis.DANGER, crisis.CONFIDENTIAL)}
    return {
        "city": _city(shared, language),
        "needs": _concepts(shared, alike, "needs", language),
        "audiences": _concepts(shared, alike, "audiences", language),
        "codes": shared.vocabulary.codes(language, shared.chains[language]),
        "statuses": _statuses(alike, language),
        "urgent": urgent,
        "crisis": crisis.pinned(urgent),
        "information_points": _pick(cards, shared.record.get("information_points")),
        "first_steps": _pick(cards, shared.record.get("first_steps")),
        **alike.plain,
    }


def _city(shared: Context, language: str) -> Document:
    record = shared.record
    numbers = []
    for each in record.get("emergency_numbers", ()):
        given, local = (
            dict(zip(("text", "lang"), shared.words(each["text"], code), strict=True))
            for code in (language, shared.languages[0])
        )
        numbers.append({"number": each["number"], **given, "there": _there(given, local)})
    plain = (
        "service_name",
        "languages",
        "time_zone",
        "country",
        "currency",
        "is_official",
        "controller",
        "contact",
    )
    name, own = shared.words(record["name"], language)
    return {key: record.get(key) for key in plain} | {
        "key": record["id"],
        "name": name,
        "name_lang": own,
        "emergency_numbers": numbers,
        "holidays": holidays.days(),
    }


def _concepts(shared: Context, alike: _Alike, scheme: str, language: str) -> list[Document]:
    counts = alike.counts[scheme]
    chain = shared.chains[language]
    found = []
    for concept in shared.vocabulary.concepts(scheme):
        shown = shared.vocabulary.shown(scheme, concept.concept, language, chain)
        children = shared.vocabulary.narrower(scheme, concept.concept)
        found.append(
            shown | {"count": counts[concept.concept], "broader": concept.broader, "children": children}
        )
    return found


def _concept_counts(shared: Context, scheme: str) -> Counter[str]:
    """Published entries per concept, those of narrower concepts included, each entry once."""
    counted: Counter[str] = Counter()
    rows = ConceptUse.objects.filter(scheme=scheme, entry__state="published").order_by("entry_id")
    uses = rows.values_list("entry_id", "concept").iterator(5000)
    for _, concepts in groupby(uses, key=itemgetter(0)):
        counted.update(
            {each for _, concept in concepts for each in shared.vocabulary.with_ancestors(scheme, concept)}
        )
    return counted


def _districts(shared: Context) -> list[Document]:
    rows = (
        ServiceAtLocation.objects.filter(entry__state="published")
        .values("location__district")
        .annotate(count=Count("entry", distinct=True))
    )
    counts = {row["location__district"]: row["count"] for row in rows}
    return [
        {"id": key, "name": name, "count": counts.get(key, 0)}
        for key, name in sorted(
            shared.districts.items(), key=lambda pair: alphabets.sort_key(pair[1], shared.languages[0])
        )
    ]


def _statuses(alike: _Alike, language: str) -> list[Document]:
    """The legal statuses that have a page, for links from everywhere."""
    return [
        link(alike.near, key, language) | {"code": code, "is_overlay": is_overlay}
        for key, code, is_overlay in alike.statuses
    ]


def _spoken() -> list[Document]:
    rows = (
        Language.objects.filter(entry__state="published")
        .values("code")
        .annotate(count=Count("entry", distinct=True))
    )
    return [dict(row) for row in rows.order_by("-count", "code")]


def _counts() -> Document:
    rows = Entry.objects.published().values("kind").annotate(count=Count("id"))
    by_kind = {row["kind"]: row["count"] for row in rows}
    return {"entries": sum(by_kind.values()), "by_kind": by_kind}


def _named(shared: Context) -> list[_Named]:
    """The entries of urgent help, information points and first steps."""
    urgent = shared.record.get("urgent") or {}
    keys = [
        *urgent.get("danger", ()),
        *urgent.get("confidential", ()),
        *shared.record.get("information_points", ()),
        *shared.record.get("first_steps", ()),
    ]
    entries = reading.loaded(Entry.objects.published().with_keys(keys))
    words = texts_of([entry.uuid for entry in entries])
    read = [(entry, reading.read(entry)) for entry in entries]
    return [
        _Named(entry, fields, words.get(entry.uuid, {}), body.proof(shared, entry, fields))
        for entry, fields in read
    ]


def _card(shared: Context, language: str, named: _Named) -> Document:
    entry, fields, rows, proof = named
    words = Words(originals(fields, entry.language), rows, language, shared.chains[language])
    return body.card(body.build(Batch(shared, {}), entry, fields, words, proof))


def _there(given: Document, local: Document) -> Document | None:
    """Words of urgent help as they are said in the city, to stand beside a reader's own; None where these hold them already."""
    return None if local["text"] in given["text"] else {"text": local["text"], "lang": local["lang"]}


def _pick(cards: Mapping[str, Document], keys: Sequence[str] | None) -> list[Document]:
    return [cards[key] for key in keys or () if key in cards]
