# SPDX-License-Identifier: EUPL-1.2
"""The files of one entry: its own, and one per language with its translations. Read and written back."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pristan.city.directory import secrecy, shapes, translated
from pristan.core.traces import finder
from pristan.platform.packs import rewriting
from pristan.platform.packs.files import SourceFile
from pristan.platform.packs.problems import Problem
from pristan.platform.packs.things import value_digest
from pristan.platform.translations.content import Original, digest, follow, originals

STATES = ("machine draft", "human")
KEYS = ("state", "texts", "made_from", "reviewed")


@dataclass
class EntryFiles:
    """One entry's files, able to say where each field was read."""

    main: SourceFile
    translations: dict[str, SourceFile]

    def where(self, field: str) -> tuple[SourceFile, int]:
        """File and line of a field: `phones`, `phones.2.number`, or a translation (`texts.ar.name`)."""
        if translated.is_translation(field):
            language, path = translated.parse(field)
            if source := self.translations.get(language):
                return source, source.line("texts", path)
        keys = [int(part) - 1 if part.isdigit() else part for part in field.split(".")]
        return self.main, self.main.line(*keys)

    def read_translations(self, fields: Mapping[str, Any]) -> tuple[dict[str, Any], list[Problem]]:
        """Fields `texts.<language>.<path>` from all language files."""
        known = originals(fields, str(fields["language"]))
        found: dict[str, Any] = {}
        problems: list[Problem] = []
        for language, source in self.translations.items():
            words, wrong = _read_language(language, source, known)
            found |= words
            problems += wrong
        return found, problems


def _read_language(
    language: str, source: SourceFile, known: Mapping[str, Original]
) -> tuple[dict[str, Any], list[Problem]]:
    data = source.data
    if not isinstance(data, dict) or not isinstance(data.get("texts") or {}, dict):
        return {}, source.problems or [
            Problem(source.path, 1, "this is no translation file", "It holds `state` and `texts`.")
        ]
    made = {str(path): str(value) for path, value in (data.get("made_from") or {}).items()}
    texts = follow({str(path): value for path, value in (data.get("texts") or {}).items()}, made, known)
    problems = [*source.problems, *_wrong_keys(source, data), *_wrong_texts(source, texts, known)]
    found: dict[str, Any] = {}
    for path, (text, made_from) in texts.items():
        human = data.get("state") == "human" or path in (data.get("reviewed") or ())
        found[f"{translated.PREFIX}{language}.{path}"] = {
            "text": text,
            "state": "human" if human else "machine draft",
        }
        if made_from:
            found[f"{translated.MADE}{language}.{path}"] = made_from
    return found, problems


def _wrong_keys(source: SourceFile, data: Mapping[str, Any]) -> Iterator[Problem]:
    for key in data:
        if key not in KEYS:
            mend = f"The keys are: {', '.join(KEYS)}."
            yield Problem(source.path, source.line(key), f"no such key: `{key}`", mend)
    state = data.get("state", STATES[0])
    if state not in STATES:
        yield Problem(
            source.path, source.line("state"), f"`{state}` is no state", f"Write one of: {', '.join(STATES)}."
        )


def _wrong_texts(
    source: SourceFile, texts: Mapping[str, tuple[Any, str]], known: Mapping[str, Original]
) -> Iterator[Problem]:
    for path, (text, _) in texts.items():
        line = source.line("texts", path)
        if path not in known:
            mend = "Remove it, or write its path as in docs/pack.md."
            yield Problem(source.path, line, f"the entry has no text `{path}`", mend)
        elif not isinstance(text, str) or not text.strip():
            yield Problem(source.path, line, f"`{path}` is empty", "Write the text, or remove the line.")


def render(
    key: str, fields: Mapping[str, Any], files: Mapping[str, str], folders: Mapping[str, str]
) -> dict[str, str]:
    """Path -> text of the entry's files. What did not change since it was read keeps every byte and comment."""
    main = next(
        (path for path in files if path.count("/") == 3), f"pack/entries/{folders[fields['kind']]}/{key}.yaml"
    )
    own = {
        name: value
        for name, value in fields.items()
        if name != "kind" and not translated.is_translation(name)
    }
    own["id"] = key
    rendered = {main: _rewrite_main(SourceFile(main, files.get(main, "")), own)}
    folder, name = main.rsplit("/", 1)
    for language, words in translated.by_language(fields).items():
        path = f"{folder}/{language}/{name}"
        rendered[path] = _rewrite_language(
            SourceFile(path, files.get(path, "")), words, originals(fields, str(fields["language"]))
        )
    return _without_address(rendered, files.get(main, "")) if own.get("is_location_secret") else rendered


def _without_address(rendered: Mapping[str, str], before: str) -> dict[str, str]:
    """Files of a secret place: what was loaded may have held its address, in comments too."""
    data = SourceFile("before", before).data
    secret = finder(secrecy.streets(data)) if isinstance(data, dict) else None
    return {path: secret.without(text) if secret else text for path, text in rendered.items()}


def _rewrite_main(source: SourceFile, own: Mapping[str, Any]) -> str:
    before = source.data if isinstance(source.data, dict) else {}
    changed: dict[str, Any] = {}
    for name in shapes.ENTRY:
        old = before.get(name)
        conform = shapes.conform(name, old) if old not in (None, [], {}) else None
        if value_digest(conform) != value_digest(own.get(name)):
            changed[name] = own.get(name)
    return rewriting.rewrite(source.text, changed, order=tuple(shapes.ENTRY))


def _rewrite_language(source: SourceFile, words: Mapping[str, Any], known: Mapping[str, Any]) -> str:
    before, _ = _read_language("xx", source, known) if source.text else ({}, [])
    old = translated.by_language(before).get("xx", {})
    told = {path: value["made_from"] for path, value in old.items() if value["made_from"]}
    made = {
        path: value["made_from"]
        for path, value in words.items()
        if path in told or value["made_from"] != digest(known[path][1])
    }
    if value_digest(_words(old)) == value_digest(_words(words)) and told == made:
        return source.text
    state = (
        "human" if words and all(value["state"] == "human" for value in words.values()) else "machine draft"
    )
    reviewed = (
        sorted(path for path, value in words.items() if value["state"] == "human")
        if state != "human"
        else None
    )
    changed = {
        "state": state,
        "texts": {path: value["text"] for path, value in words.items()},
        "made_from": made or None,
        "reviewed": reviewed or None,
    }
    return rewriting.rewrite(source.text, changed, order=KEYS)


def _words(texts: Mapping[str, Any]) -> dict[str, Any]:
    return {path: (value["text"], value["state"]) for path, value in texts.items()}
