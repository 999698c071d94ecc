# SPDX-License-Identifier: EUPL-1.2
"""The plan of a load: what it would create, change, archive, restore, keep and report. Nothing is written here."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pristan.platform.packs.files import CITY, PackFiles
from pristan.platform.packs.models import LoadedThing
from pristan.platform.packs.problems import PackMissing, PackRefused, Problem
from pristan.platform.packs.things import Change, Section, Thing, sections, value_digest
from pristan.platform.packs.threeway import LEFT, Conflict, Decision, decide

CHUNK = 1000


@dataclass
class SectionPlan:
    """What a load does to one kind of thing."""

    section: Section
    things: dict[str, Thing]
    changes: list[Change] = field(default_factory=list)
    archive: list[str] = field(default_factory=list)
    conflicts: list[Conflict] = field(default_factory=list)
    kept: list[tuple[str, str]] = field(default_factory=list)
    digests: dict[str, dict[str, str]] = field(default_factory=dict)

    def figures(self) -> dict[str, int]:
        """Counts for the summary."""
        new = sum(change.is_new for change in self.changes)
        restored = sum(change.is_restored for change in self.changes)
        return {
            "in_pack": len(self.things),
            "created": new,
            "restored": restored,
            "changed": len(self.changes) - new - restored,
            "archived": len(self.archive),
            "kept": len(self.kept),
            "conflicts": len(self.conflicts),
        }


def read_all(files: PackFiles) -> tuple[dict[str, list[Thing]], list[Problem]]:
    """All things of all sections, and every problem of shape and meaning."""
    ask_for_city(files.pack)
    things: dict[str, list[Thing]] = {}
    problems: list[Problem] = []
    for section in sections():
        things[section.kind], found = section.read(files)
        problems += found
    keys = {kind: {thing.key for thing in listed} for kind, listed in things.items()}
    for section in sections():
        problems += section.check(things[section.kind], keys)
    return things, [*problems, *files.unread()]


def ask_for_city(pack: Path) -> None:
    """Raises PackMissing where a folder is no pack."""
    if not (pack / CITY).is_file():
        why = f"holds no {CITY}" if pack.is_dir() else _no_folder(pack)
        raise PackMissing(f"{pack} {why}. Name the folder of a city pack, such as packs/ljubljana.")


def _no_folder(path: Path) -> str:
    return "is a file, not a folder" if path.exists() else "does not exist"


def plan_all(things: Mapping[str, Sequence[Thing]]) -> list[SectionPlan]:
    """A plan for every section, comparing pack, base and live."""
    return [plan(section, things[section.kind]) for section in sections()]


def refuse_errors(problems: Iterable[Problem]) -> list[Problem]:
    """Raise PackRefused when any problem is an error; else give back the warnings."""
    listed = list(problems)
    if any(problem.is_error for problem in listed):
        raise PackRefused(listed)
    return listed


def unwanted(things: Mapping[str, Sequence[Thing]]) -> list[Problem]:
    """A warning for each thing of the pack that asked the running city not to be listed."""
    return [found for section in sections() for found in section.unwanted(things[section.kind])]


def plan(section: Section, things: Sequence[Thing]) -> SectionPlan:
    """Compare one section's things with what the last load left and with what lives now."""
    made = SectionPlan(section, {thing.key: thing for thing in things})
    bases = {row.key: row for row in LoadedThing.objects.filter(kind=section.kind).iterator(CHUNK)}
    for chunk in _chunks(list(made.things.values())):
        known = [thing.key for thing in chunk if thing.key in bases]
        live = section.live(known) if known else {}
        for thing in chunk:
            _plan_thing(made, thing, bases.get(thing.key), live.get(thing.key))
    _plan_archive(made, bases)
    return made


def _plan_thing(
    made: SectionPlan, thing: Thing, base: LoadedThing | None, live: Mapping[str, Any] | None
) -> None:
    pack = {name: value_digest(value) for name, value in thing.fields.items() if value is not None}
    if base is None or live is None:
        # What comes back must not bring fields along that left its file in the meantime.
        fields = {**dict.fromkeys(base.digests), **thing.fields} if base else thing.fields
        made.changes.append(Change(thing.key, fields, is_new=base is None, is_restored=base is not None))
        made.digests[thing.key] = pack
        return
    now = {name: value_digest(value) for name, value in live.items() if value is not None}
    digests, changed = dict(base.digests), {}
    for name in sorted({*pack, *now, *digests}):
        if _is_derived(made.section, name) and name not in pack:
            continue
        verdict = decide(base=digests.get(name), pack=pack.get(name), live=now.get(name))
        if verdict in (Decision.SAME, Decision.TAKE):
            digests[name] = pack.get(name, "")
        if verdict is Decision.TAKE:
            changed[name] = thing.fields.get(name)
        elif verdict is Decision.KEEP:
            made.kept.append((thing.key, name))
        elif verdict is Decision.CONFLICT:
            made.conflicts.append(_conflict(made.section, thing, name, digests.get(name, ""), live))
    made.digests[thing.key] = {name: digest for name, digest in digests.items() if digest}
    if changed:
        made.changes.append(Change(thing.key, changed))


def _conflict(section: Section, thing: Thing, name: str, base: str, live: Mapping[str, Any]) -> Conflict:
    found, is_hidden = thing.problem(name, "", ""), section.hides(live)
    value = None if is_hidden else thing.fields.get(name)
    return Conflict(thing.kind, thing.key, name, found.path, found.line, value, base, is_hidden)


def _is_derived(section: Section, name: str) -> bool:
    return bool(section.derived) and name.startswith(section.derived)


def _plan_archive(made: SectionPlan, bases: Mapping[str, LoadedThing]) -> None:
    gone = [key for key, base in bases.items() if key not in made.things and not base.is_archived]
    live = made.section.live(gone) if gone else {}
    for key in gone:
        now = {name: value_digest(value) for name, value in live.get(key, {}).items() if value is not None}
        base = bases[key].digests
        if key in live and base != {
            name: value for name, value in now.items() if name in base or not _is_derived(made.section, name)
        }:
            path = next(iter(bases[key].files), made.section.kind)
            made.conflicts.append(Conflict(made.section.kind, key, LEFT, path, 1))
        else:
            made.archive.append(key)


def _chunks(things: list[Thing]) -> Iterator[list[Thing]]:
    for start in range(0, len(things), CHUNK):
        yield things[start : start + CHUNK]
