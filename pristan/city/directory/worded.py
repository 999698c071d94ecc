# SPDX-License-Identifier: EUPL-1.2
"""*Words* in the city's own files: maps of language to text, found wherever they stand, as units for translators.

The original is what stands first. `machine_drafts` of a record names the languages that a machine wrote; of which original a text
was made, these files do not say.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pristan.platform.packs.files import KeyPath, SourceFile
from pristan.platform.packs.problems import Problem
from pristan.platform.translations.checking import check
from pristan.platform.translations.units import Place, Said, Unit

KIND = "city"
DRAFTS = "machine_drafts"
_WORDS = ("name", "text")


def problems(source: SourceFile) -> Iterator[Problem]:
    """What a machine sees in the translations of a file."""
    for keys, unit in words(source):
        for language, said in unit.said.items():
            line = source.line(*keys, language)
            for found in check(unit, language, said):
                yield Problem(source.path, line, f"`{language}`: {found.what}", found.mend, found.is_error)


def words(source: SourceFile) -> Iterator[tuple[KeyPath, Unit]]:
    """Each map of words in a file, with the keys that lead to it."""
    name = Path(source.path).stem
    for keys, found in _walk(source.data, ()):
        own = next(iter(found))
        record = get(source.data, record_of(source, keys))
        drafts = record.get(DRAFTS) or () if isinstance(record, dict) else ()
        said = {
            language: Said(text, language not in drafts)
            for language, text in found.items()
            if language != own
        }
        place = Place(source.path, source.line(*keys))
        yield (
            keys,
            Unit(f"{name}:{_key(source.data, keys)}", KIND, own, found[own], place, said, is_tracked=False),
        )


def _walk(value: Any, keys: KeyPath) -> Iterator[tuple[KeyPath, dict[str, str]]]:
    if isinstance(value, dict):
        if keys and keys[-1] in _WORDS:
            if value and all(isinstance(text, str) for text in value.values()):
                yield keys, value
            return
        for key, item in value.items():
            yield from _walk(item, (*keys, key))
    elif isinstance(value, list):
        for at, item in enumerate(value):
            yield from _walk(item, (*keys, at))


def _key(data: Any, keys: KeyPath) -> str:
    """The record's id, if it has one, and the path in it with positions from 1."""
    record = get(data, keys[:1]) if isinstance(data, list) else None
    head = [str(record["id"])] if isinstance(record, dict) and "id" in record else []
    rest = keys[1:] if head else keys
    return ":".join([*head, ".".join(str(key + 1 if isinstance(key, int) else key) for key in rest)])


def record_of(source: SourceFile, keys: KeyPath) -> KeyPath:
    """The keys of the record in which something stands: of the file itself, or of one of its list."""
    return keys[:1] if isinstance(source.data, list) else ()


def get(data: Any, keys: KeyPath) -> Any:
    """What stands at these keys."""
    for key in keys:
        data = data[key]
    return data
