# SPDX-License-Identifier: EUPL-1.2
"""Statements of RDF as Turtle and as JSON-LD. Only what a thesaurus needs: no blank nodes, no lists, short names for all properties.

Sources: RDF 1.1 Turtle and JSON-LD 1.1 (W3C recommendations).
"""

import json
import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

PREFIXES = {
    "dcterms": "http://purl.org/dc/terms/",
    "owl": "http://www.w3.org/2002/07/owl#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
TYPE = "rdf:type"
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_UNSAFE = re.compile(r'[\\"\x00-\x1f\x7f]')
_SHORT = re.compile(rf"({'|'.join(PREFIXES)}):\w+")
_NOT_IN_IRI = re.compile(r'[\x00-\x20<>"{}|^`\\]')


class Iri(str):
    """A node: a whole address, or a short name such as `skos:Concept`."""


class Text(NamedTuple):
    """A literal: with a language, with a data type (a short name), or plain."""

    value: str
    language: str = ""
    datatype: str = ""


class Statement(NamedTuple):
    """Subject, property (a short name), object."""

    subject: Iri
    name: str
    object: Iri | Text


def is_iri(text: str) -> bool:
    """Whether a text can stand as a web address."""
    return text.startswith(("http://", "https://")) and not _NOT_IN_IRI.search(text)


def turtle(statements: Iterable[Statement]) -> Iterator[str]:
    """Lines of Turtle. Statements of one subject must follow each other."""
    yield from (f"@prefix {name}: <{place}> .\n" for name, place in PREFIXES.items())
    for subject, found in groupby(statements, key=lambda each: each.subject):
        lines = [f"    {each.name} {_object(each.object)}" for each in found]
        yield f"\n<{subject}>\n" + " ;\n".join(lines) + " .\n"


def _object(given: Iri | Text) -> str:
    if isinstance(given, Iri):
        return given if _SHORT.fullmatch(given) else f"<{given}>"
    quoted = (
        '"' + _UNSAFE.sub(lambda found: _ESCAPES.get(found[0], f"\\u{ord(found[0]):04X}"), given.value) + '"'
    )
    if given.language:
        return f"{quoted}@{given.language}"
    return f"{quoted}^^{given.datatype}" if given.datatype else quoted


def json_ld(statements: Iterable[Statement]) -> Iterator[str]:
    """One JSON-LD document, a node a line; it needs no other document to be read. Statements of one subject must follow each other."""
    yield '{"@context": ' + json.dumps(PREFIXES) + ',\n"@graph": [\n'
    comma = ""
    for subject, found in groupby(statements, key=lambda each: each.subject):
        node: dict[str, object] = {"@id": subject}
        for name, several in groupby(found, key=lambda each: each.name):
            values = [_value(each.object, name) for each in several]
            node["@type" if name == TYPE else name] = values
        yield comma + json.dumps(node, ensure_ascii=False)
        comma = ",\n"
    yield "\n]}\n"


def _value(given: Iri | Text, name: str) -> object:
    if isinstance(given, Iri):
        return given if name == TYPE else {"@id": given}
    if given.language:
        return {"@value": given.value, "@language": given.language}
    return {"@value": given.value, "@type": given.datatype} if given.datatype else given.value
