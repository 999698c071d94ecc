# SPDX-License-Identifier: EUPL-1.2
"""A tiny thesaurus and a city's additions to it, written into a temporary folder; and the vocabulary they make."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from pristan.city.taxonomy import selectors
from pristan.city.taxonomy.pack import ConceptSection
from pristan.platform.accounts.actors import Actor, system
from pristan.platform.packs.files import PackFiles
from pristan.platform.packs.problems import Problem
from pristan.platform.packs.things import Change, Thing

AT = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
LOADER: Actor = system("pack-load")

SHARED = {
    "concepts/needs.yaml": """\
# What people need.
- id: health
  icon: heart
- id: doctor
  broader: [health]
  related: [papers]
  scope_note: The family doctor.
  matches: {exact: ["https://example.org/doctor"]}
- id: papers
- id: physician
  broader: [health]
  is_deprecated: true
  replaced_by: doctor
""",
    "concepts/costs.yaml": "- id: free\n- id: paid\n",
    "labels/en/needs.yaml": """\
# English words.
health:
  pref: Health
  alt: [well-being]
doctor: {pref: Doctor, alt: [GP, family doctor], hidden: [docter], state: human}
papers: {pref: Papers}
physician: {pref: Physician}
""",
    "labels/sl/needs.yaml": "health: {pref: Zdravje}\ndoctor: {pref: Zdravnik, alt: [dohtar]}\n",
    "labels/en/costs.yaml": "free: {pref: Free of charge}\npaid: {pref: With costs}\n",
}


def write(folder: Path, pack: Mapping[str, str] | None = None, **shared: str | None) -> PackFiles:
    """The thesaurus and a city's pack beside it. `shared` by path (`/` as `__`) replaces or removes files of the thesaurus."""
    files = dict(SHARED) | {f"{name.replace('__', '/')}.yaml": text for name, text in shared.items()}
    for root, texts in (("thesaurus", files), ("town", pack or {})):
        (folder / root).mkdir(exist_ok=True)
        for path, text in texts.items():
            if text is not None:
                (folder / root / path).parent.mkdir(parents=True, exist_ok=True)
                (folder / root / path).write_text(text, encoding="utf-8")
    return PackFiles(folder / "town", folder / "thesaurus")


def read(files: PackFiles) -> tuple[dict[str, Thing], list[Problem]]:
    """Key -> concept, and all problems: of shape and of meaning."""
    section = ConceptSection()
    things, problems = section.read(files)
    return {thing.key: thing for thing in things}, [*problems, *section.check(things, {})]


def load(files: PackFiles) -> dict[str, Thing]:
    """Write all concepts of sound files into the tables."""
    things, problems = read(files)
    assert not problems
    put({key: thing.fields for key, thing in things.items()})
    return things


def put(changes: Mapping[str, Mapping[str, Any]]) -> None:
    """Write fields of concepts."""
    ConceptSection().write([Change(key, fields) for key, fields in changes.items()], actor=LOADER, at=AT)


def ids(concepts: Sequence[Any]) -> list[str]:
    """The ids of concepts, in order."""
    return [concept.concept for concept in concepts]


def vocabulary(files: PackFiles) -> selectors.Vocabulary:
    """What is in memory after a load."""
    load(files)
    return selectors.vocabulary()
