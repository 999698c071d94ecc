# SPDX-License-Identifier: EUPL-1.2
"""The catalogue: what every page of a language shares. One document, so that a page needs one query for all of it."""

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any

from django.db.models import Count

from pristan.city.directory import body, crisis, holidays, reading
from pristan.city.directory.batch import Batch, link
from pristan.city.directory.context import Context, Words, neighbours
from pristan.city.directory.models import ConceptUse, Entry, Language, ServiceAtLocation, Status
from pristan.city.directory.sources import source_list
from pristan.platform.translations.content import originals
from pristan.platform.translations.selectors import texts_of

Document = dict[str, Any]


def build(shared: Context, language: str) -> Document:
    """The catalogue for readers of a language."""
    named = shared.record.get("urgent") or {}
    cards = _cards(shared, language)
    urgent = {name: _pick(cards, named.get(name)) for name in (crisis.DANGER, crisis.CONFIDENTIAL)}
    return {
        "city": _city(shared, language),
        "needs": _concepts(shared, "needs", language),
        "audiences": _concepts(shared, "audiences", language),
        "codes": shared.vocabulary.codes(language, shared.chains[language]),
        "districts": _districts(shared),
        "spoken_languages": _spoken(),
        "statuses": _statuses(shared, language),
        "urgent": urgent,
        "crisis": crisis.pinned(urgent),
        "information_points": _pick(cards, shared.record.get("information_points")),
        "first_steps": _pick(cards, shared.record.get("first_steps")),
        "counts": _counts(),
        "sources": source_list(shared),
    }


def _city(shared: Context, language: str) -> Document:
    record = shared.record
    numbers = []
    for each in record.get("emergency_numbers", ()):
        text, own = shared.words(each["text"], language)
        numbers.append({"number": each["number"], "text": text, "lang": own})
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


def _concepts(shared: Context, scheme: str, language: str) -> list[Document]:
    counts = _concept_counts(shared, scheme)
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
        for key, name in sorted(shared.districts.items(), key=lambda pair: pair[1])
    ]


def _statuses(shared: Context, language: str) -> list[Document]:
    """The legal statuses that have a page, for links from everywhere."""
    rows = Status.objects.filter(entry__state="published").order_by("entry__key")
    told = list(rows.values_list("entry__key", "code", "is_overlay"))
    near = neighbours([key for key, _, _ in told])
    batch = Batch(shared, {}, near, texts_of([each.uuid for each in near.values()]))
    return [
        link(batch, key, language) | {"code": code, "is_overlay": is_overlay}
        for key, code, is_overlay in told
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


def _cards(shared: Context, language: str) -> dict[str, Document]:
    """Key -> card of the entries that the city's record names."""
    urgent = shared.record.get("urgent") or {}
    keys = [
        *urgent.get("danger", ()),
        *urgent.get("confidential", ()),
        *shared.record.get("information_points", ()),
        *shared.record.get("first_steps", ()),
    ]
    entries = reading.loaded(Entry.objects.published().with_keys(keys))
    words = texts_of([entry.uuid for entry in entries])
    batch = Batch(shared, {})
    found = {}
    for entry in entries:
        fields = reading.read(entry)
        reader = Words(
            originals(fields, entry.language), words.get(entry.uuid, {}), language, shared.chains[language]
        )
        found[entry.key] = body.card(
            body.build(batch, entry, fields, reader, body.proof(shared, entry, fields))
        )
    return found


def _pick(cards: Mapping[str, Document], keys: Sequence[str] | None) -> list[Document]:
    return [cards[key] for key in keys or () if key in cards]
