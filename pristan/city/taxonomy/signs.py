# SPDX-License-Identifier: EUPL-1.2
"""The signs of needs (`signs/`) as files: one with a misspelled sense would never be seen, and nobody would know."""

from collections.abc import Collection, Iterator
from pathlib import PurePosixPath
from typing import Any

from pristan.city.taxonomy.lexicon import Lexicon
from pristan.city.taxonomy.search import GROUPS
from pristan.platform.packs.files import PackFiles, SourceFile
from pristan.platform.packs.problems import Problem

FOLDER = "signs"


def check(files: PackFiles, lexicon: Lexicon, needs: Collection[str]) -> Iterator[Problem]:
    """Senses, groups and concepts that are none, and files of another form."""
    sources = list(files.under(FOLDER))
    groups = next(
        (each.data for each in sources if _stem(each) == GROUPS and isinstance(each.data, dict)), {}
    )
    known = {*lexicon.topics, *(f"${name}" for name in groups)}
    for source in sources:
        data = source.data  # read before its problems are
        yield from source.problems
        if not isinstance(data, dict):
            if data is not None:
                yield _odd(source, 1)
        elif _stem(source) == GROUPS:
            for name, group in source.data.items():
                yield from _group(source, (name,), group, set(lexicon.topics))
        else:
            for concept, given in source.data.items():
                yield from _concept(source, concept, given, known, needs)


def _concept(
    source: SourceFile, concept: str, given: Any, known: Collection[str], needs: Collection[str]
) -> Iterator[Problem]:
    if concept not in needs:
        mend = "Choose one from concepts/needs.yaml."
        yield Problem(source.path, source.line(concept), f"`{concept}` is no need", mend)
    if not isinstance(given, list) or not all(isinstance(sign, list) and len(sign) > 1 for sign in given):
        yield _odd(source, source.line(concept))
        return
    for at, sign in enumerate(given):
        for number, group in enumerate(sign):
            yield from _group(source, (concept, at, number), group, known)


def _group(
    source: SourceFile, keys: tuple[Any, ...], group: Any, known: Collection[str]
) -> Iterator[Problem]:
    if not isinstance(group, list) or not group:
        yield _odd(source, source.line(*keys))
        return
    for at, name in enumerate(group):
        if str(name) not in known:
            what = f"`{name}` is no sense of the lexicon and no group, so this sign is not seen by it"
            yield Problem(
                source.path,
                source.line(*keys, at),
                what,
                "Check the spelling against lexicon/senses/ and signs/groups.yaml.",
            )


def _odd(source: SourceFile, line: int) -> Problem:
    mend = "A sign is a list of two or more groups, a group a list of senses. Look at its neighbours."
    return Problem(source.path, line, "this has another form than it should", mend)


def _stem(source: SourceFile) -> str:
    return PurePosixPath(source.path).stem
