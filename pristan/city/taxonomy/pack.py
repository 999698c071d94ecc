# SPDX-License-Identifier: EUPL-1.2
"""The section `concept` of a pack: the thesaurus that all cities share, and the labels that a pack may add.

``concepts/<scheme>.yaml`` holds the concepts, ``labels/<language>/<scheme>.yaml`` their words.
"""

import re
from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence, Set
from datetime import datetime
from functools import lru_cache
from pathlib import PurePosixPath
from typing import Any
from uuid import UUID, uuid5

import msgspec

from pristan.city.taxonomy import label_units, shapes, store
from pristan.city.taxonomy.label_units import LABELS
from pristan.platform.accounts.actors import Actor
from pristan.platform.packs import rewriting
from pristan.platform.packs.files import PackFiles, SourceFile
from pristan.platform.packs.problems import Problem
from pristan.platform.packs.shape import shape_problem
from pristan.platform.packs.things import Change, Thing, Value

# Concepts are the same in every city, so their ids do not hang on one.
NAMESPACE = UUID("6f1d1c6e-3f0a-4b53-9d3a-0f6f7a0f5c11")
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{1,4})?")


def concept_uuid(key: str) -> UUID:
    """The public id of a concept by its key ``<scheme>/<id>``."""
    return uuid5(NAMESPACE, key)


class ConceptSection:
    """How concepts come from files and go back."""

    kind = "concept"
    derived = ""

    def read(self, files: PackFiles) -> tuple[list[Thing], list[Problem]]:
        """All concepts with their labels."""
        things: dict[str, Thing] = {}
        problems: list[Problem] = []
        roots = [root for root in (files.thesaurus, files.pack) if root]
        for root in roots:
            for source in files.under("concepts", root=root):
                problems += self._read_concepts(source, things)
        for root in roots:
            for source in files.under("labels", root=root):
                problems += self._read_labels(source, things)
        return list(things.values()), problems

    def _read_concepts(self, source: SourceFile, things: dict[str, Thing]) -> Iterator[Problem]:
        scheme = PurePosixPath(source.path).stem
        records = yield from _data(source, list, "Write a list: `- id: the-id`, one for each concept.")
        # A pack's own concepts stand after the shared ones.
        first = sum(key.startswith(f"{scheme}/") for key in things)
        for at, data in enumerate(records):
            try:
                record = shapes.conform(shapes.ConceptRecord, data)
            except msgspec.ValidationError as error:
                yield shape_problem(source, (at,), error)
                continue
            key = f"{scheme}/{record.pop('id')}"
            if key in things:
                yield Problem(
                    source.path, source.line(at), f"`{key}` stands here twice", "Ids are never used twice."
                )
            fields = record | {"position": first + at}
            things[key] = Thing("concept", key, fields, source, where=_where(source, at))

    def _read_labels(self, source: SourceFile, things: dict[str, Thing]) -> Iterator[Problem]:
        *_, language, name = PurePosixPath(source.path).parts
        if not _LANGUAGE.fullmatch(language):
            yield Problem(
                source.path,
                1,
                f"`{language}` is no language",
                "Labels stand in labels/<language>/<scheme>.yaml.",
            )
            return
        records = yield from _data(
            source, dict, "Write `the-id:` and its labels below it, one for each concept."
        )
        for concept, data in records.items():
            thing = things.get(f"{name.removesuffix('.yaml')}/{concept}")
            if thing is None:
                yield Problem(
                    source.path,
                    source.line(concept),
                    f"labels for `{concept}`, which is no concept",
                    "Check the spelling.",
                )
                continue
            try:
                record = shapes.conform(shapes.LabelRecord, data)
            except msgspec.ValidationError as error:
                yield shape_problem(source, (concept,), error)
                continue
            thing.fields[f"{LABELS}{language}"] = record
            thing.others[language] = source

    def check(self, things: Sequence[Thing], keys: Mapping[str, set[str]]) -> Iterable[Problem]:
        """Every broader concept exists, none rises to itself, every concept has a label."""
        by_key = {thing.key: thing for thing in things}
        for thing in things:
            scheme = thing.key.split("/")[0]
            for name in ("broader", "related"):
                for key in thing.fields.get(name, ()):
                    if f"{scheme}/{key}" not in by_key:
                        yield thing.problem(
                            name, f"`{key}` is no concept of `{scheme}`", "Check the spelling."
                        )
            yield from _check_replacement(thing, by_key)
            yield from label_units.problems(thing)
            if _is_circle(thing, by_key):
                yield thing.problem(
                    "broader", f"`{thing.key}` stands above itself", "Remove one `broader` of the circle."
                )
            if not any(name.startswith(LABELS) for name in thing.fields):
                yield thing.problem(
                    "id", f"`{thing.key}` has no label in any language", "Add one in labels/<language>/."
                )

    def live(self, keys: Sequence[str]) -> dict[str, dict[str, Value]]:
        """Concepts as they live."""
        return store.live(keys)

    def write(self, changes: Sequence[Change], *, actor: Actor, at: datetime) -> set[UUID]:
        """Write concepts. They have no page of their own: the pages that show them follow."""
        store.write(changes, concept_uuid)
        return set()

    def archive(self, keys: Sequence[str], *, actor: Actor, at: datetime) -> set[UUID]:
        """Concepts that left the pack are archived, never deleted."""
        store.archive(keys)
        return set()

    def follow(self, kinds: Set[str]) -> set[UUID]:
        """Concepts show nothing of others."""
        return set()

    def withheld(self, keys: Sequence[str]) -> set[str]:
        """None: these are never taken from readers one by one."""
        return set()

    def unwanted(self, things: Sequence[Thing]) -> list[Problem]:
        """None: nobody asks that these are not shown."""
        return []

    def hides(self, live: Mapping[str, Value]) -> bool:
        """Never: nothing of these is secret."""
        return False

    def render(self, key: str, fields: Mapping[str, Value], files: Mapping[str, str]) -> dict[str, str]:
        """The shared files with the words of this concept as they live."""
        rendered = dict(files)
        for path, text in files.items():
            data = _labels(text)
            language = PurePosixPath(path).parts[-2]
            concept = key.split("/")[1]
            new = fields.get(f"{LABELS}{language}")
            if isinstance(data, dict) and new and data.get(concept) != new:
                old = shapes.conform(shapes.LabelRecord, data[concept]) if concept in data else None
                rendered[path] = text if old == new else rewriting.rewrite(text, {concept: new})
        return rendered


def _data(source: SourceFile, form: type, mend: str) -> Generator[Problem, None, Any]:
    """The data of a file (an empty one has none), after the problems that were found while it was read."""
    data = source.data
    yield from source.problems
    if data is None or isinstance(data, form):
        return data or form()
    yield Problem(source.path, 1, "this file has another form than it should", mend)
    return form()


def _check_replacement(thing: Thing, by_key: Mapping[str, Thing]) -> Iterator[Problem]:
    """What takes a concept's place exists and is in use, and only what was given up is replaced."""
    replacement = thing.fields.get("replaced_by")
    if not replacement:
        return
    other = by_key.get(f"{thing.key.split('/')[0]}/{replacement}")
    if other is None:
        yield thing.problem(
            "replaced_by", f"`{replacement}` is no concept of this list", "Check the spelling."
        )
    elif other.fields.get("is_deprecated"):
        yield thing.problem(
            "replaced_by", f"`{replacement}` is given up itself", "Name the one that is in use."
        )
    if not thing.fields.get("is_deprecated"):
        yield thing.problem(
            "replaced_by", f"`{thing.key}` is replaced, but not given up", "Add `is_deprecated: true`."
        )


@lru_cache(maxsize=64)
def _labels(text: str) -> Any:
    """The data of a file that many concepts share: read once, not once per concept. Never changed by who asks."""
    return SourceFile("labels", text).data


def _is_circle(thing: Thing, by_key: Mapping[str, Thing]) -> bool:
    scheme = thing.key.split("/")[0]
    rising, seen = list(thing.fields.get("broader", ())), set()
    while rising:
        key = rising.pop()
        if f"{scheme}/{key}" == thing.key:
            return True
        if key not in seen and f"{scheme}/{key}" in by_key:
            seen.add(key)
            rising += by_key[f"{scheme}/{key}"].fields.get("broader", ())
    return False


def _where(source: SourceFile, at: int) -> Any:
    return lambda field: (source, source.line(at, *field.split(".")[:1]))
