# SPDX-License-Identifier: EUPL-1.2
"""Translations as pure functions: the texts of a thing, whose translation is whose, what a reader gets.

A *path* names one text of a thing: keys and list positions (from 1) joined by dots, as in
``documents.2.text``. A *digest* names what a text says. Both together decide the state of a translation;
clocks never do.
"""

import hashlib
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

# The keys whose values are texts for readers.
TEXT_KEYS = frozenset(
    ("name", "alternate_names", "summary", "text", "remark", "other", "conditions", "event_detail", "office")
) | {"hours_text", "proof", "why", "risk"}
# Below these nothing is translated: proper names, where things were read, and what stays with the editors.
UNTRANSLATED = frozenset(("organization", "sources", "provenance", "editors"))
DIGEST_LENGTH = 8

HUMAN = "human"
DRAFT = "machine_draft"

_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]+)*")
_POSITION = re.compile(r"(?<=\.)\d+(?=\.|$)")

Original = tuple[str, str]


class Translation(NamedTuple):
    """One translation: what it says, who made it (``human`` or ``machine_draft``), and of which original."""

    value: str
    state: str
    made_from: str


def digest(text: str) -> str:
    """First 8 hex digits of SHA-256 over the text in NFC without space around it."""
    plain = unicodedata.normalize("NFC", text).strip()
    return hashlib.sha256(plain.encode("utf-8", "surrogatepass")).hexdigest()[:DIGEST_LENGTH]


def walk(value: Any, language: str, prefix: str = "") -> Iterator[tuple[str, str, str]]:
    """Yield (path, language, text) of every translatable text in a thing's data, in the order of the data.

    A text is a string in ``language``, or a map of one key that names its own: ``{"en": "booking centre"}``.
    """
    if _is_text(prefix):
        yield from _walk_text(value, language, prefix)
    elif isinstance(value, Mapping):
        for key, item in value.items():
            if key not in UNTRANSLATED:
                yield from walk(item, language, f"{prefix}.{key}" if prefix else str(key))
    elif isinstance(value, list | tuple):
        for position, item in enumerate(value, 1):
            yield from walk(item, language, f"{prefix}.{position}")


def _is_text(path: str) -> bool:
    return path.rstrip(".0123456789").rpartition(".")[2] in TEXT_KEYS


def _walk_text(value: Any, language: str, path: str) -> Iterator[tuple[str, str, str]]:
    if isinstance(value, str):
        yield path, language, value
    elif isinstance(value, list | tuple):
        for position, item in enumerate(value, 1):
            yield from _walk_text(item, language, f"{path}.{position}")
    elif isinstance(value, Mapping) and len(value) == 1:
        ((own, text),) = value.items()
        if isinstance(text, str) and _LANGUAGE.fullmatch(str(own)):
            yield path, str(own), text


def originals(value: Any, language: str) -> dict[str, Original]:
    """Path -> (language, text) of every translatable text in a thing's data."""
    return {path: (own, text) for path, own, text in walk(value, language)}


def resolve(
    path: str,
    original: Original,
    rows: Mapping[tuple[str, str], Translation],
    language: str,
    chain: Sequence[str],
) -> dict[str, str]:
    """What a reader of ``language`` gets for one text: ``{"text", "lang", "state"}``.

    ``rows`` holds the thing's translations by (path, language). The reader's own language comes first, even
    where it is stale; then the languages of ``chain`` in order, where only what is current counts; then the
    original. States: ``original``, ``human``, ``draft``, ``stale``.
    """
    own, text = original
    if language == own:
        return {"text": text, "lang": own, "state": "original"}
    if row := rows.get((path, language)):
        state = _shown(row) if row.made_from == digest(text) else "stale"
        return {"text": row.value, "lang": language, "state": state}
    for other in chain:
        if other == own:
            break
        row = rows.get((path, other))
        if row and row.made_from == digest(text):
            return {"text": row.value, "lang": other, "state": _shown(row)}
    return {"text": text, "lang": own, "state": "original"}


def _shown(row: Translation) -> str:
    return "human" if row.state == HUMAN else "draft"


def follow(
    texts: Mapping[str, str], made_from: Mapping[str, str], known: Mapping[str, Original]
) -> dict[str, tuple[str, str]]:
    """Let each translation of one language follow its sentence to where it stands now in the same list.

    ``texts``: path -> translation; ``made_from``: path -> digest of the original it was made from (may lack
    paths); ``known``: the thing's originals. Returns path -> (translation, made_from or ""). A translation
    that was made from the sentence now at another place of its list moves there, unless that place has its
    own current one; the outdated one that stood there gives way.
    """
    current = {path: digest(text) for path, (_, text) in known.items()}
    kept = {path for path in texts if not made_from.get(path) or made_from[path] == current.get(path)}
    places = {(_list_of(path), made): path for path, made in reversed(current.items()) if path not in kept}
    moved: dict[str, str] = {}
    for path in texts:
        if path not in kept and (target := places.pop((_list_of(path), made_from[path]), None)):
            moved[target] = path
    gone = set(moved.values())
    stay = [path for path in texts if path not in gone and path not in moved]
    found = {path: (texts[path], made_from.get(path, "")) for path in stay}
    return found | {target: (texts[path], made_from[path]) for target, path in moved.items()}


def _list_of(path: str) -> str:
    return _POSITION.sub("*", path)
