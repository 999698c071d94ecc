# SPDX-License-Identifier: EUPL-1.2
"""Check, load and compare a city pack.

A load is all or nothing: files are read and checked before anything is written; the city's tables change in
one transaction; readers see the new city only when the read model switches (``published.services.catch_up``).
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from itertools import chain
from pathlib import Path
from uuid import UUID

from django.db import transaction

from pristan.core.collecting import bulk
from pristan.platform.accounts.actors import Actor
from pristan.platform.audit import services as audit
from pristan.platform.locks.exclusive import exclusive
from pristan.platform.packs import guards, loose
from pristan.platform.packs.files import PackFiles
from pristan.platform.packs.models import LoadedThing, OpenConflict, PackLoad
from pristan.platform.packs.planning import SectionPlan, plan_all, read_all, refuse_errors, unwanted
from pristan.platform.packs.problems import Problem
from pristan.platform.packs.things import Thing
from pristan.platform.packs.threeway import Conflict
from pristan.platform.published import services as published

Progress = Callable[[str], None]
BATCH = 1000


@dataclass(frozen=True)
class Summary:
    """What a load did (or, for a diff, would do), kind by kind."""

    figures: dict[str, dict[str, int]]
    conflicts: list[Conflict]
    warnings: list[Problem]
    details: list[str]

    @property
    def is_empty(self) -> bool:
        """Nothing to do: city and pack agree, but for what people edited."""
        return not any(
            figure[name]
            for figure in self.figures.values()
            for name in ("created", "changed", "restored", "archived")
        )


def check(path: Path, *, thesaurus: Path | None) -> list[Problem]:
    """All problems of a pack, sorted by file and line; an empty list is a sound pack. Asks no database: what may not come in again a load says."""
    _, problems = read_all(PackFiles(path, thesaurus))
    return sorted(problems)


def diff(path: Path, *, thesaurus: Path | None) -> Summary:
    """What a load would do now. Writes nothing. Raises PackRefused like a load."""
    files = PackFiles(path, thesaurus)
    things, problems = read_all(files)
    warnings = refuse_errors([*problems, *_kept_out(files, things)])
    return _summary(plan_all(things), [*warnings, *unwanted(things)])


def load(
    path: Path, *, thesaurus: Path | None, actor: Actor, at: datetime, progress: Progress | None = None
) -> Summary:
    """Load a pack into the city's tables and mark what readers must see anew.

    Raises PackMissing or PackRefused (then nothing was written). Call ``published.services.catch_up`` after it.
    """
    tell = progress or (lambda message: None)
    files = PackFiles(path, thesaurus)
    with bulk():
        things, problems = read_all(files)
    warnings = refuse_errors(problems)
    tell(f"read and checked {sum(map(len, things.values()))} things")
    others = loose.read(files, chain.from_iterable(things.values()))
    return load_things(
        things, warnings=warnings, name=path.name, others=others, actor=actor, at=at, tell=tell
    )


def load_things(
    things: dict[str, list[Thing]],
    *,
    warnings: Sequence[Problem],
    name: str,
    actor: Actor,
    at: datetime,
    tell: Progress,
    others: Mapping[str, str] | None = None,
) -> Summary:
    """Load things that were read and checked already (a pack's, or generated ones), and keep its ``others`` for export."""
    with exclusive("pack-load"), bulk():
        refuse_errors(guards.problems(chain.from_iterable(things.values()), others or {}))
        plans = plan_all(things)
        summary = _summary(plans, [*warnings, *unwanted(things)])
        tell("compared with the running city")
        with transaction.atomic():
            if others is not None:
                loose.remember(others)
            if touched := _write(plans, others or {}, actor, at):
                published.mark(things=touched, change="published", at=at)
            _keep_conflicts(summary.conflicts)
            PackLoad.objects.create(loaded_at=at, actor=str(actor.id), pack=name, summary=summary.figures)
            audit.record(what="packs.pack.loaded", actor=actor, about=("pack", name), at=at)
        tell("written")
    return summary


def _kept_out(files: PackFiles, things: Mapping[str, Sequence[Thing]]) -> list[Problem]:
    listed = list(chain.from_iterable(things.values()))
    return guards.problems(listed, loose.read(files, listed))


def _write(plans: Sequence[SectionPlan], others: Mapping[str, str], actor: Actor, at: datetime) -> set[UUID]:
    """Write all plans; the published things that this touches."""
    touched: set[UUID] = set()
    for made in plans:
        touched |= made.section.write(made.changes, actor=actor, at=at)
        touched |= made.section.archive(made.archive, actor=actor, at=at)
        _remember(made, others)
    changed = {made.section.kind for made in plans if made.changes or made.archive}
    return touched.union(*(made.section.follow(changed) for made in plans))


def _summary(plans: Sequence[SectionPlan], warnings: list[Problem]) -> Summary:
    figures = {made.section.kind: made.figures() for made in plans}
    details = []
    for made in plans:
        for change in made.changes:
            what = "create" if change.is_new else "restore" if change.is_restored else "change"
            fields = "" if what != "change" else ": " + ", ".join(change.fields)
            details.append(f"{what} {made.section.kind} {change.key}{fields}")
        details += [f"archive {made.section.kind} {key}" for key in made.archive]
        details += [
            f"keep {made.section.kind} {key}: {name} (edited in the running city)" for key, name in made.kept
        ]
    return Summary(figures, [found for made in plans for found in made.conflicts], warnings, details)


def _keep_conflicts(conflicts: Sequence[Conflict]) -> None:
    """Those of the load before are over: what still differs was found again."""
    OpenConflict.objects.all().delete()
    OpenConflict.objects.bulk_create(
        [
            OpenConflict(**{each.name: getattr(found, each.name) for each in fields(found)})
            for found in conflicts
        ],
        batch_size=BATCH,
    )


def _remember(made: SectionPlan, others: Mapping[str, str]) -> None:
    """Store the new base: digests and file texts of what the pack holds, a mark on what left it."""
    keys = list(made.digests)
    for start in range(0, len(keys), BATCH):
        LoadedThing.objects.bulk_create(
            [_loaded(made, key, others) for key in keys[start : start + BATCH]],
            update_conflicts=True,
            unique_fields=["kind", "key"],
            update_fields=["digests", "files", "is_archived"],
        )
    for start in range(0, len(made.archive), BATCH):
        gone = LoadedThing.objects.filter(kind=made.section.kind, key__in=made.archive[start : start + BATCH])
        gone.update(is_archived=True)


def _loaded(made: SectionPlan, key: str, others: Mapping[str, str]) -> LoadedThing:
    # Texts that are kept in `others` are only named here.
    files = {path: "" if path in others else text for path, text in made.things[key].texts().items()}
    return LoadedThing(kind=made.section.kind, key=key, digests=made.digests[key], files=files)
