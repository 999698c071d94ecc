# SPDX-License-Identifier: EUPL-1.2
"""XLIFF 2.1: the format of translators' workbenches. One file has one language of originals."""

import re
from collections.abc import Iterator, Sequence
from xml.etree import ElementTree as ET  # only to write; what comes from outside is read by defusedxml

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from pristan.platform.translations.exchange import Exchanged, FileRefused, Row, language_of
from pristan.platform.translations.units import DRAFT, MISSING, REVIEWED, STALE, Place

NAMESPACE = "urn:oasis:names:tc:xliff:document:2.0"
VERSIONS = ("2.0", "2.1")
_X = f"{{{NAMESPACE}}}"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"  # the name of XML's own prefix
_SUB = "pristan:stale"
_TO_FILE = {MISSING: "initial", DRAFT: "translated", STALE: "translated", REVIEWED: "reviewed"}
_FROM_FILE = {"initial": DRAFT, "translated": DRAFT, "reviewed": REVIEWED, "final": REVIEWED}
_ID = re.compile(r"""\sid=["']([^"']*)["']""")
# What XML cannot hold, or would change.
_ODD = re.compile("([\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff])")


def write(rows: Sequence[Row], language: str, pack: str) -> bytes:
    """The rows, all with originals in one language, as one XLIFF file."""
    source = rows[0].language if rows else "und"
    root = ET.Element("xliff", {"xmlns": NAMESPACE, "version": "2.1", "srcLang": source, "trgLang": language})
    file = ET.SubElement(root, "file", {"id": "texts", "original": pack, _SPACE: "preserve"})
    for row in rows:
        _add(file, row)
    ET.indent(root, " ", 0) if not rows else _indent(root, file)
    told: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return told + b"\n"


def _indent(root: ET.Element, file: ET.Element) -> None:
    """One line a unit and a part of it; never inside a text."""
    root.text, file.text, file.tail = "\n", "\n", "\n"
    for unit in file:
        unit.text, unit.tail = "\n ", "\n"
        for part in unit:
            part.tail = "\n "
        unit[-1].tail = "\n"


def _add(file: ET.Element, row: Row) -> None:
    unit = ET.SubElement(file, "unit", {"id": row.id, "name": row.id})
    notes = [
        ("place", row.place),
        ("made-from", row.made_from),
        *((f"text-{other}", text) for other, text in row.others),
    ]
    if any(text for _, text in notes):
        listed = ET.SubElement(unit, "notes")
        for category, text in notes:
            if text:
                _put(ET.SubElement(listed, "note", {"category": category}), text)
    state = {"state": _TO_FILE[row.state]} | ({"subState": _SUB} if row.state == STALE else {})
    segment = ET.SubElement(unit, "segment", state)
    _put(ET.SubElement(segment, "source"), row.source)
    if row.target:
        _put(ET.SubElement(segment, "target"), row.target)


def _put(element: ET.Element, text: str) -> None:
    """A text, with what XML cannot hold as `cp`; a note has no such element."""
    first, *rest = _ODD.split(text)
    element.text = first
    if element.tag == "note":
        element.text = _ODD.sub("\N{REPLACEMENT CHARACTER}", text)
        return
    for odd, after in zip(rest[::2], rest[1::2], strict=True):
        ET.SubElement(element, "cp", {"hex": f"{ord(odd):04X}"}).tail = after


def read(data: bytes, name: str) -> Exchanged:
    """An XLIFF 2 file. Raises FileRefused."""
    try:
        root = fromstring(data, forbid_dtd=True)
    except DefusedXmlException as error:
        raise FileRefused(
            Place(name, 1),
            "the file declares a document type or entities",
            "Take them out: XLIFF needs none.",
        ) from error
    except (ET.ParseError, ValueError, LookupError) as error:
        line = getattr(error, "position", (1, 0))[0]
        raise FileRefused(
            Place(name, line), f"this is no XML ({error})", "Save it again from your workbench."
        ) from error
    if root.tag != f"{_X}xliff" or root.get("version") not in VERSIONS:
        raise FileRefused(
            Place(name, 1),
            "this is no XLIFF 2.1",
            "Save it as XLIFF 2.0 or 2.1; older ones are another format.",
        )
    language = language_of(root.get("trgLang", ""), Place(name, 1))
    return Exchanged(name, language, list(_rows(root, data.decode("utf-8", "replace"), name)))


def _rows(root: ET.Element, text: str, name: str) -> Iterator[Row]:
    seen: set[str] = set()
    lines = _lines(text)
    for unit in root.iter(f"{_X}unit"):
        key = unit.get("id", "")
        line = lines.get(key, 1)
        if key in seen:
            raise FileRefused(Place(name, line), f"`{key}` stands here twice", "Keep one of the two.")
        seen.add(key)
        yield _row(unit, key, root.get("srcLang", ""), line)


def _lines(text: str) -> dict[str, int]:
    """Id -> its line, in one pass: a city has tens of thousands."""
    lines: dict[str, int] = {}
    line, at = 1, 0
    for found in _ID.finditer(text):
        line += text.count("\n", at, found.start(1))
        at = found.start(1)
        lines.setdefault(found[1], line)
    return lines


def _row(unit: ET.Element, key: str, language: str, line: int) -> Row:
    notes = [(note.get("category", ""), note.text or "") for note in unit.iter(f"{_X}note")]
    told = dict(notes)
    segments = list(unit.iter(f"{_X}segment"))
    # A workbench may have cut a text into sentences; what stands between them is a part of it as well.
    parts = [part for part in unit if part.tag in (f"{_X}segment", f"{_X}ignorable")]
    source = "".join(_text(part.find(f"{_X}source")) for part in parts)
    is_whole = all(segment.find(f"{_X}target") is not None for segment in segments)
    target = "".join(_target(part) for part in parts) if is_whole else ""
    state = _state(segments, target)
    made_from = told.get("made-from", "") if state == STALE else ""
    others = tuple(
        (category.removeprefix("text-"), text) for category, text in notes if category.startswith("text-")
    )
    return Row(key, language, source, target, state, made_from, told.get("place", ""), others, line)


def _target(part: ET.Element) -> str:
    target = part.find(f"{_X}target")
    return _text(part.find(f"{_X}source") if target is None else target)


def _state(segments: Sequence[ET.Element], target: str) -> str:
    if not target:
        return MISSING
    if any(segment.get("subState") == _SUB for segment in segments):
        return STALE
    states = {_FROM_FILE.get(segment.get("state", "initial"), DRAFT) for segment in segments}
    return REVIEWED if states == {REVIEWED} else DRAFT


def _text(element: ET.Element | None) -> str:
    """The text of an element, marks of a workbench left out."""
    if element is None:
        return ""
    parts = [element.text or ""]
    for child in element:
        parts.append(_odd(child) if child.tag == f"{_X}cp" else _text(child))
        parts.append(child.tail or "")
    return "".join(parts)


def _odd(element: ET.Element) -> str:
    try:
        return chr(int(element.get("hex", ""), 16))
    except (ValueError, OverflowError):
        return "\N{REPLACEMENT CHARACTER}"
