# SPDX-License-Identifier: EUPL-1.2
"""The section `entry` of a city pack: one YAML file per entry, its translations in folders by language beside it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from datetime import datetime
from pathlib import PurePosixPath
from typing import Any
from uuid import UUID

import msgspec

from pristan.city.directory import (
    checks,
    locations,
    rule_checks,
    secrecy,
    selectors,
    shapes,
    store,
    unlisting,
)
from pristan.city.directory.packfiles import EntryFiles, render
from pristan.platform.accounts.actors import Actor
from pristan.platform.packs.files import PackFiles, SourceFile
from pristan.platform.packs.problems import Problem
from pristan.platform.packs.shape import shape_problem
from pristan.platform.packs.things import Change, Thing, Value
from pristan.platform.published import services as published
from pristan.platform.review import versions
from pristan.platform.review.registry import Cause
from pristan.platform.review.versions import Written

FOLDERS = {
    "organizations": "organization",
    "places": "place",
    "services": "service",
    "programmes": "programme",
    "courses": "course",
    "procedures": "procedure",
    "rights": "right",
    "statuses": "status",
}
Place = tuple[str, str]
SHOWN_EVERYWHERE = {"concept", "city", "district", "holidays", "circle", "parameter"}
REQUIRED = ("id", "language", "name", "sources")


class EntrySection:
    """How entries come from files and go back."""

    kind = "entry"
    derived = "made_from."

    def read(self, files: PackFiles) -> tuple[list[Thing], list[Problem]]:
        """All entries; files in unknown places are problems."""
        mains, others, problems = _sorted(files.under("entries"))
        problems += rule_checks.personas(files.read(rule_checks.PERSONAS))
        for at in others.keys() - mains.keys():
            mend = "Remove it, or give the entry's file the same name."
            problems += [
                Problem(each.path, 1, "a translation without its entry", mend) for each in others[at].values()
            ]
        things = []
        for (folder, name), source in mains.items():
            thing, found = read_entry(FOLDERS[folder], source, others.get((folder, name), {}))
            problems += found
            things += [thing] if thing else []
        return things, problems

    def check(self, things: Sequence[Thing], keys: Mapping[str, set[str]]) -> Iterable[Problem]:
        """Meaning: dangling ids, impossible dates and numbers, secrets in the open."""
        return checks.check(things, keys)

    def live(self, keys: Sequence[str]) -> dict[str, dict[str, Value]]:
        """The entries as they live now."""
        return store.live(keys)

    def write(self, changes: Sequence[Change], *, actor: Actor, at: datetime) -> set[UUID]:
        """Write entries; pages that name them are touched too."""
        if not changes:
            return set()
        hiding = _becoming_secret(changes)
        written = _before(changes)
        entries = store.write(changes, namespace=selectors.namespace(), actor=actor, at=at)
        versions.keep(self.kind, written, actor=actor, at=at, cause=Cause("pack"))
        unlisting.keep_out(entries, actor=actor, at=at)
        if hiding:
            _hide(hiding, actor, at)
        touched = {entry.uuid for entry in entries}
        everything = all(change.is_new for change in changes)
        return touched | (set() if everything else store.neighbours(entries)) | selectors.shared_uuids()

    def archive(self, keys: Sequence[str], *, actor: Actor, at: datetime) -> set[UUID]:
        """Archive entries; pages that name them are touched too."""
        if not keys:
            return set()
        near = store.neighbours(selectors.entries(keys))
        return set(store.archive(keys, actor=actor, at=at)) | near | selectors.shared_uuids()

    def follow(self, kinds: Set[str]) -> set[UUID]:
        """Every page shows words of the vocabulary and of the city: all follow when these change."""
        return selectors.everything_published() if kinds & SHOWN_EVERYWHERE else set()

    def withheld(self, keys: Sequence[str]) -> set[str]:
        """Withdrawn entries."""
        return selectors.withdrawn(keys)

    def unwanted(self, things: Sequence[Thing]) -> list[Problem]:
        """Entries of organisations that asked not to be listed."""
        keys = unlisting.unlisted(
            {thing.key: (thing.fields.get("organization") or {}).get("entry", "") for thing in things}
        )
        mend = "A load keeps it from readers. Remove the file, or take the wish back on its page in the city."
        return [
            thing.problem("id", f"`{thing.key}` asked not to be listed", mend, is_error=False)
            for thing in things
            if thing.key in keys
        ]

    def hides(self, live: Mapping[str, Value]) -> bool:
        """An address that the pack still says must not come back by way of a conflict."""
        return bool(live.get("is_location_secret"))

    def render(self, key: str, fields: Mapping[str, Value], files: Mapping[str, str]) -> dict[str, str]:
        """The entry's files with what changed since they were loaded."""
        return render(key, fields, files, {kind: folder for folder, kind in FOLDERS.items()})


def _before(changes: Sequence[Change]) -> list[Written]:
    """What the load changes of entries that are there; new ones begin without a version."""
    there = [change for change in changes if not change.is_new]
    live = store.live([change.key for change in there])
    return [
        Written(change.key, live[change.key], change.fields)
        for change in there
        if change.key in live and not change.fields.get("is_location_secret")
    ]


def _becoming_secret(changes: Sequence[Change]) -> dict[str, list[str]]:
    """Key -> the addresses that it had until now, for entries whose place becomes secret."""
    keys = [each.key for each in changes if not each.is_new and each.fields.get("is_location_secret")]
    return {key: secrecy.streets(fields) for key, fields in store.live(keys).items()} if keys else {}


def _hide(hiding: Mapping[str, list[str]], actor: Actor, at: datetime) -> None:
    """Addresses that become secret leave every version with the load itself, and what people wrote since the last load."""
    former = {key: secrecy.forget_history(key, at, streets) for key, streets in hiding.items()}
    live = store.live(list(hiding))
    changes = [Change(key, secrecy.hidden(fields, former[key])) for key, fields in live.items()]
    entries = store.write(changes, namespace=selectors.namespace(), actor=actor, at=at)
    locations.forget_unused()
    things = [*(entry.uuid for entry in entries), *selectors.shared_uuids()]
    published.project_now(things=things, at=at)


def _sorted(
    sources: Iterable[SourceFile],
) -> tuple[dict[Place, SourceFile], dict[Place, dict[str, SourceFile]], list[Problem]]:
    """Entries by (folder, file name), their translations by language, and what lies where nobody reads."""
    mains: dict[Place, SourceFile] = {}
    others: dict[Place, dict[str, SourceFile]] = {}
    problems: list[Problem] = []
    for source in sources:
        place = PurePosixPath(source.path).parts[2:]
        if len(place) == 2 and place[0] in FOLDERS:
            mains[place[0], place[1]] = source
        elif len(place) == 3 and place[0] in FOLDERS:
            others.setdefault((place[0], place[2]), {})[place[1]] = source
        else:
            mend = f"Entries lie in entries/{{{','.join(FOLDERS)}}}/."
            problems.append(Problem(source.path, 1, "nothing is read from here", mend))
    return mains, others, problems


def read_entry(
    kind: str, source: SourceFile, translations: Mapping[str, SourceFile]
) -> tuple[Thing | None, list[Problem]]:
    """One entry from its files, with every problem of shape."""
    data = source.data
    problems = list(source.problems)
    if not isinstance(data, dict):
        return None, problems or [
            Problem(source.path, 1, "the file is empty", "Write `id`, `language`, `name` and `sources`.")
        ]
    fields: dict[str, Any] = {"kind": kind}
    for name, value in data.items():
        problems += _read_field(source, name, value, fields)
    problems += _required(source, data)
    key = str(fields.pop("id", PurePosixPath(source.path).stem))
    fields.setdefault("language", "und")
    reader = EntryFiles(source, dict(translations))
    words, found = reader.read_translations(fields)
    thing = Thing("entry", key, fields | words, source, dict(translations), reader.where)
    return thing, problems + found


def _read_field(source: SourceFile, name: str, value: Any, fields: dict[str, Any]) -> Iterator[Problem]:
    if name not in shapes.ENTRY:
        yield Problem(
            source.path,
            source.line(name),
            f"no such key: `{name}`",
            f"The keys are: {', '.join(shapes.ENTRY)}.",
        )
        return
    if value is None or value == [] or value == {}:
        return
    try:
        fields[name] = shapes.conform(name, value)
    except (msgspec.ValidationError, ArithmeticError) as error:
        yield shape_problem(source, (name,), error)


def _required(source: SourceFile, data: Mapping[str, Any]) -> Iterator[Problem]:
    for name in REQUIRED:
        if not data.get(name):
            mend = (
                "Every statement has a source: add the page or letter where it was read."
                if name == "sources"
                else f"Add `{name}`."
            )
            yield Problem(source.path, 1, f"`{name}` is missing", mend)
    stem = PurePosixPath(source.path).stem
    if data.get("id") and data["id"] != stem:
        yield Problem(
            source.path,
            source.line("id"),
            f"the id is `{data['id']}`, the file is called `{stem}`",
            "Give both the same name.",
        )
