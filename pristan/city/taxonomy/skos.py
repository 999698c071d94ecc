# SPDX-License-Identifier: EUPL-1.2
"""The thesaurus as SKOS (W3C, SKOS Simple Knowledge Organization System Reference): schemes, concepts, labels in all languages.

Concepts are named by their public id (UUIDv5, `urn:uuid:`), the same in every city and for ever.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from pristan.city.taxonomy.checking import Thesaurus
from pristan.city.taxonomy.label_units import LABELS
from pristan.city.taxonomy.pack import concept_uuid
from pristan.city.taxonomy.rdf import TYPE, Iri, Statement, Text, is_iri
from pristan.platform.packs.things import Thing

LICENCE = "https://spdx.org/licenses/"
MATCHES = ("exact", "close", "broad", "narrow")


def iri(key: str) -> Iri:
    """The name of a concept by `<scheme>/<id>`, or of a scheme by its id."""
    return Iri(f"urn:uuid:{concept_uuid(key)}")


def statements(thesaurus: Thesaurus) -> Iterator[Statement]:
    """All that the thesaurus says; statements of one subject follow each other, and those of one property."""
    by_scheme: dict[str, list[Thing]] = defaultdict(list)
    for thing in thesaurus.things:
        by_scheme[_scheme(thing)].append(thing)
    for scheme in thesaurus.schemes:
        things = by_scheme[scheme["id"]]
        yield from _about_scheme(scheme, things, thesaurus.licence)
        narrower: dict[str, list[str]] = defaultdict(list)
        for thing in things:
            for above in thing.fields.get("broader", ()):
                narrower[above].append(_concept(thing))
        for thing in things:
            yield from _about_concept(thing, narrower[_concept(thing)], thesaurus.licence)


def _scheme(thing: Thing) -> str:
    return thing.key.split("/")[0]


def _concept(thing: Thing) -> str:
    return thing.key.split("/")[1]


def _about_scheme(scheme: Mapping[str, Any], things: Sequence[Thing], licence: str) -> Iterator[Statement]:
    me = iri(scheme["id"])
    yield Statement(me, TYPE, Iri("skos:ConceptScheme"))
    for language, title in (scheme.get("title") or {}).items():
        yield Statement(me, "dcterms:title", Text(str(title), language))
    yield Statement(me, "dcterms:identifier", Text(scheme["id"]))
    if note := scheme.get("scope_note"):
        yield Statement(me, "dcterms:description", Text(str(note), "en"))
    yield Statement(me, "dcterms:license", Iri(LICENCE + licence))
    for thing in things:
        if not thing.fields.get("broader"):
            yield Statement(me, "skos:hasTopConcept", iri(thing.key))


def _about_concept(thing: Thing, narrower: Sequence[str], licence: str) -> Iterator[Statement]:
    me, fields, scheme = iri(thing.key), thing.fields, _scheme(thing)
    yield Statement(me, TYPE, Iri("skos:Concept"))
    yield Statement(me, "skos:inScheme", iri(scheme))
    if not fields.get("broader"):
        yield Statement(me, "skos:topConceptOf", iri(scheme))
    yield Statement(me, "skos:notation", Text(_concept(thing)))
    yield from _words(thing)
    for name, keys in (
        ("broader", fields.get("broader", ())),
        ("narrower", narrower),
        ("related", fields.get("related", ())),
    ):
        yield from (Statement(me, f"skos:{name}", iri(f"{scheme}/{key}")) for key in dict.fromkeys(keys))
    if note := fields.get("scope_note"):
        yield Statement(me, "skos:scopeNote", Text(note, "en"))
    yield from _matches(me, fields.get("matches", {}))
    yield Statement(me, "dcterms:license", Iri(LICENCE + licence))
    if fields.get("is_deprecated"):
        yield Statement(me, "owl:deprecated", Text("true", datatype="xsd:boolean"))
    if other := fields.get("replaced_by"):
        yield Statement(me, "dcterms:isReplacedBy", iri(f"{scheme}/{other}"))


def _words(thing: Thing) -> Iterator[Statement]:
    """Labels by property, each text once in a language (SKOS S13), and which of them no speaker has read."""
    me, records = iri(thing.key), {each: thing.fields[f"{LABELS}{each}"] for each in sorted(thing.others)}
    told: dict[str, set[str]] = {language: {record["pref"]} for language, record in records.items()}
    for language, record in records.items():
        yield Statement(me, "skos:prefLabel", Text(record["pref"], language))
    for name, field in (("skos:altLabel", "alt"), ("skos:hiddenLabel", "hidden")):
        for language, record in records.items():
            for text in record.get(field, ()):
                if text not in told[language]:
                    told[language].add(text)
                    yield Statement(me, name, Text(text, language))
    drafts = [language for language, record in records.items() if record.get("state") != "human"]
    if drafts:
        words = f"Labels that no speaker of the language has read yet: {', '.join(drafts)}."
        yield Statement(me, "skos:editorialNote", Text(words, "en"))


def _matches(me: Iri, matches: Mapping[str, Sequence[str]]) -> Iterator[Statement]:
    """Concepts of other vocabularies: by their address where they have one, as a note where they have only a name."""
    for kind in MATCHES:
        for other in matches.get(kind, ()):
            if is_iri(other):
                yield Statement(me, f"skos:{kind}Match", Iri(other))
    for kind in MATCHES:
        for other in matches.get(kind, ()):
            if not is_iri(other):
                yield Statement(me, "skos:note", Text(f"{kind} match: {other}", "en"))
