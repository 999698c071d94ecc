# SPDX-License-Identifier: EUPL-1.2
"""Labels of concepts as units for translators. Only what pages show: what people say and type is not translated, it is collected.

A label goes where it stands already, or else to the side of its concept: into the thesaurus, or into the pack.
"""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from pristan.city.taxonomy import label_units
from pristan.city.taxonomy.label_units import LABELS
from pristan.city.taxonomy.pack import ConceptSection
from pristan.platform.packs import rewriting
from pristan.platform.packs.files import PackFiles
from pristan.platform.packs.planning import refuse_errors
from pristan.platform.packs.things import Thing
from pristan.platform.translations.units import Said, Unit


class LabelTexts:
    """The labels that one pack shows."""

    def __init__(self, files: PackFiles) -> None:
        things, problems = ConceptSection().read(files)
        refuse_errors(problems)
        self._files = files
        self._things = {
            label_units.unit_id(thing): thing for thing in things if not thing.fields.get("is_deprecated")
        }
        first = next(iter(files.languages), "")
        self.units = [unit for thing in self._things.values() if (unit := _unit(thing, first))]

    def written(self, language: str, said: Mapping[str, Said]) -> dict[Path, str]:
        """The files of labels with what is new; the other words for a concept stay."""
        labels: dict[Path, dict[str, object]] = {}
        for key, each in said.items():
            thing = self._things[key]
            label = {**thing.fields.get(f"{LABELS}{language}", {}), "pref": each.text, "state": _state(each)}
            labels.setdefault(self._path(thing, language), {})[thing.key.split("/")[1]] = label
        return {path: rewriting.rewrite(_text(path), new) for path, new in labels.items()}

    def _path(self, thing: Thing, language: str) -> Path:
        root, *rest = (thing.others.get(language) or thing.file).path.split("/")
        folder = (
            self._files.pack if root == self._files.pack.name else self._files.thesaurus or self._files.pack
        )
        return folder / "labels" / language / rest[-1]


class LabelKind:
    """Declared when the app is ready."""

    name = label_units.KIND

    def read(self, pack: Path, thesaurus: Path | None) -> LabelTexts:
        """Read the labels."""
        return LabelTexts(PackFiles(pack, thesaurus))


def _unit(thing: Thing, first: str) -> Unit | None:
    unit = label_units.unit(thing, first)
    return unit and replace(unit, place=label_units.place(thing, unit.language))


def _text(path: Path) -> str:
    return path.read_bytes().decode("utf-8") if path.exists() else ""


def _state(said: Said) -> str:
    return "human" if said.is_human else "machine draft"
