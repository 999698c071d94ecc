# SPDX-License-Identifier: EUPL-1.2
"""The city's own files - city.yaml, districts.yaml and the like - for translators, and written back: one line more for each text."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pristan.city.directory import worded
from pristan.city.directory.city_pack import RecordSection
from pristan.platform.packs import splicing
from pristan.platform.packs.files import KeyPath, PackFiles, SourceFile
from pristan.platform.packs.planning import refuse_errors
from pristan.platform.packs.problems import PackRefused, Problem
from pristan.platform.packs.things import sections
from pristan.platform.translations.units import Said, Unit


class RecordTexts:
    """The city's own files of one pack."""

    def __init__(self, files: PackFiles) -> None:
        self._files = files
        self._at: dict[str, tuple[SourceFile, KeyPath]] = {}
        self.units: list[Unit] = []
        sources = [source for section in _records() if (source := files.read(section.file))]
        refuse_errors(problem for source in sources for problem in _problems(source))
        for source in sources:
            for keys, unit in worded.words(source):
                self._at[unit.id] = source, keys
                self.units.append(unit)

    def written(self, language: str, said: Mapping[str, Said]) -> dict[Path, str]:
        """The files with a line more, or another, for each text that is new."""
        edits: dict[str, dict[KeyPath, Any]] = {}
        sources: dict[str, SourceFile] = {}
        for key, each in said.items():
            source, keys = self._at[key]
            sources[source.path] = source
            edits.setdefault(source.path, {})[(*keys, language)] = each.text
        for path, source in sources.items():
            edits[path] |= self._drafts(source, language, said)
        return {self._files.pack.parent / path: _spliced(sources[path], new) for path, new in edits.items()}

    def _drafts(self, source: SourceFile, language: str, said: Mapping[str, Said]) -> dict[KeyPath, Any]:
        """Records that say whether a machine wrote this language: it did, as long as one of its texts is a draft."""
        records: dict[KeyPath, list[Unit]] = {}
        for unit in self.units:
            of, keys = self._at[unit.id]
            if of is source:
                records.setdefault(worded.record_of(source, keys), []).append(unit)
        found: dict[KeyPath, Any] = {}
        for record, mine in records.items():
            if any(unit.id in said for unit in mine):
                now = [said.get(unit.id) or unit.said.get(language) for unit in mine]
                before = list(worded.get(source.data, record).get(worded.DRAFTS) or ())
                after = _without_or_with(
                    before, language, is_human=all(each.is_human for each in now if each)
                )
                found |= {(*record, worded.DRAFTS): after} if after != before else {}
        return found


def _spliced(source: SourceFile, values: Mapping[KeyPath, Any]) -> str:
    try:
        return splicing.splice(source.text, values)
    except splicing.CannotAmend:
        mend = "Write its maps as in packs/example: one `language: text` a line."
        problem = Problem(source.path, 1, "new words cannot be put into this file", mend)
        raise PackRefused([problem]) from None


def _without_or_with(languages: list[str], language: str, *, is_human: bool) -> list[str]:
    rest = [each for each in languages if each != language]
    return rest if is_human else languages if language in languages else [*languages, language]


class RecordKind:
    """Declared when the app is ready."""

    name = worded.KIND

    def read(self, pack: Path, thesaurus: Path | None) -> RecordTexts:
        """Read the city's own files."""
        return RecordTexts(PackFiles(pack, thesaurus))


def _problems(source: SourceFile) -> list[Problem]:
    source.data  # noqa: B018 -- reading finds them
    return source.problems


def _records() -> list[RecordSection]:
    return [section for section in sections() if isinstance(section, RecordSection)]
