# SPDX-License-Identifier: EUPL-1.2
"""The texts of entries as units for translators, and their translations written back into the files beside them."""

from collections.abc import Mapping
from pathlib import Path

from pristan.city.directory import entry_units, translated
from pristan.city.directory.pack import EntrySection
from pristan.city.directory.packfiles import KEYS
from pristan.platform.packs import rewriting
from pristan.platform.packs.files import PackFiles, SourceFile
from pristan.platform.packs.planning import refuse_errors
from pristan.platform.packs.things import Thing
from pristan.platform.translations.units import Said


class EntryTexts:
    """The entries of one pack."""

    def __init__(self, files: PackFiles) -> None:
        things, problems = EntrySection().read(files)
        refuse_errors(problems)
        self._files = files
        self._things = {thing.key: thing for thing in things}
        self.units = [unit for thing in things for unit in entry_units.units(thing)]

    def written(self, language: str, said: Mapping[str, Said]) -> dict[Path, str]:
        """The files of this language with what is new."""
        by_entry: dict[str, dict[str, Said]] = {}
        for key, each in said.items():
            _, entry, path = key.split(":")
            by_entry.setdefault(entry, {})[path] = each
        found = {}
        for entry, texts in by_entry.items():
            source = _source(self._things[entry], language)
            new = rewritten(source, self._words(entry, language) | texts)
            found[self._files.pack.parent / source.path] = new
        return found

    def _words(self, entry: str, language: str) -> dict[str, Said]:
        found = translated.by_language(self._things[entry].fields).get(language, {})
        return {path: entry_units.said(value) for path, value in found.items()}


class EntryKind:
    """Declared when the app is ready."""

    name = entry_units.KIND

    def read(self, pack: Path, thesaurus: Path | None) -> EntryTexts:
        """Read the entries."""
        return EntryTexts(PackFiles(pack, thesaurus))


def _source(thing: Thing, language: str) -> SourceFile:
    folder, name = thing.file.path.rsplit("/", 1)
    return thing.others.get(language) or SourceFile(f"{folder}/{language}/{name}", "")


def rewritten(source: SourceFile, texts: Mapping[str, Said]) -> str:
    """One file of translations. Keys that stay as they are keep every byte."""
    human = [path for path, said in texts.items() if said.is_human]
    is_all = len(human) == len(texts)
    wanted = {
        "state": "human" if is_all else "machine draft",
        "texts": {path: said.text for path, said in texts.items()},
        "made_from": {path: said.made_from for path, said in texts.items() if said.made_from} or None,
        "reviewed": None if is_all else human or None,
    }
    before = source.data if isinstance(source.data, dict) else {}
    changed = {key: value for key, value in wanted.items() if before.get(key) != value}
    return rewriting.rewrite(source.text, changed, order=KEYS)
