# SPDX-License-Identifier: EUPL-1.2
"""Knowledge: what expressions mean, in every language, and which meanings stand above others.

An app declares where it comes from (`register`); it is compiled once into a trie beside the word lists and mapped by all
workers. A meaning is an id such as `n:school-enrolment` (a concept) or `s:rent` (a sense of the lexicon): the same in every
language, so that a question in one finds a text in another.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Protocol

import simplemma
from django.conf import settings

from pristan.core.collecting import bulk
from pristan.core.text import phrases
from pristan.core.text.lemmas import FORMAT as LEMMA_FORMAT
from pristan.core.text.phrases import Phrases
from pristan.platform.search import hints, romanised
from pristan.platform.search.analysis import analyser
from pristan.platform.search.crisis import Danger
from pristan.platform.search.hints import NEED, Hints
from pristan.platform.search.romanised import Romanised
from pristan.platform.search.signs import Sign, Signs

FORMAT = 73  # raise it when expressions are read differently
_HINTS = ".hints"  # ending of the file of hints (see `hints`)
_ROMANISED = ".romanised"  # and of what words sound like (see `romanised`)
_MOST_KEPT = 8  # of what was compiled, the newest
# Words that are remembered while expressions are compiled: all of them, or most are read three times.
_MEMORY = 1 << 18


class Source(Protocol):
    """Where expressions come from."""

    def digest(self) -> str:
        """Changes when anything in it does. Cheap: it is asked for at every new version of the dataset."""

    def expressions(self) -> Iterable[tuple[str, str, str]]:
        """(language, expression, meaning)."""

    def unshown(self) -> Iterable[tuple[str, str]]:
        """(language, expression) of those that are heard and never shown, such as misspellings."""

    def broader(self) -> Mapping[str, tuple[str, ...]]:
        """Meaning -> the meanings right above it."""

    def signs(self) -> Iterable[tuple[str, Sign]]:
        """(meaning, what people say when they mean it without naming it). See `signs`."""

    def danger(self) -> Mapping[str, Any]:
        """`signs` and `calm` (see `crisis.Danger`), as plain data."""

    def general(self) -> Iterable[str]:
        """Meanings that say little of what a question is about."""


@dataclass(frozen=True)
class Knowledge:
    """Expressions and the order of their meanings."""

    path: Path  # of the expressions
    phrases: Phrases
    broader: Mapping[str, tuple[str, ...]]
    narrower: Mapping[str, tuple[str, ...]]
    general: frozenset[str]
    danger: Danger
    signs: Signs
    hints: Hints
    romanised: Romanised

    @property
    def name(self) -> str:
        """Changes when anything in it does."""
        return self.path.stem


_sources: list[Source] = []


def register(source: Source) -> None:
    """Called by an app when it is ready."""
    _sources.append(source)


@lru_cache(maxsize=2)  # the version that readers see, and the one that is being prepared
def knowledge(version: int | None = None) -> Knowledge:
    """What is known at a version of the dataset (None: to whoever prepares one); compiled now if it is not there yet."""
    del version  # files may have changed with it, so they are looked at again
    return _open(_path())


def refresh() -> None:
    """Look at the files again: called where a new version begins to be prepared."""
    knowledge.cache_clear()


def fingerprint() -> str:
    """Changes when documents must be read anew because expressions mean something else."""
    return knowledge().name


def build() -> bool:
    """Compile what is not compiled yet (a step of the start, seconds). Whether anything was done."""
    path = _path()
    if path.exists():
        return False
    with bulk():
        _compile(path)
    return True


def _path() -> Path:
    told = [str(FORMAT), str(LEMMA_FORMAT), simplemma.__version__, *(each.digest() for each in _sources)]
    return (
        Path(settings.LEMMA_CACHE)
        / f"knowledge-{hashlib.sha256(' '.join(told).encode()).hexdigest()[:16]}.trie"
    )


@lru_cache(maxsize=2)
def _open(path: Path) -> Knowledge:
    with suppress(OSError, RuntimeError, ValueError):  # not there, or cut in the middle
        return _read(path)
    with bulk():
        _compile(path)
    return _read(path)


def _read(path: Path) -> Knowledge:
    told = json.loads(path.with_suffix(".json").read_text("utf-8"))
    broader = {key: tuple(above) for key, above in told["broader"].items()}
    narrower: dict[str, tuple[str, ...]] = {}
    for key, above in broader.items():
        for each in above:
            narrower[each] = (*narrower.get(each, ()), key)
    danger = _danger(told["danger"], broader, narrower)
    general = frozenset(told["general"])
    return Knowledge(
        path,
        Phrases(path),
        broader,
        narrower,
        general,
        danger,
        Signs(told["signs"]),
        Hints(path.with_suffix(_HINTS)),
        Romanised(path.with_suffix(_ROMANISED)),
    )


def _danger(
    told: Mapping[str, Any], broader: Mapping[str, tuple[str, ...]], narrower: Mapping[str, tuple[str, ...]]
) -> Danger:
    """`needs` are those of which danger is a part, and so it is of all that stand below them."""
    grave: set[str] = set()
    waiting = [*told.get("needs", ())]
    while waiting:
        if (each := waiting.pop()) not in grave:
            grave.add(each)
            waiting += narrower.get(each, ())
    everyday = (
        frozenset(each for each in broader if each.startswith(NEED)) - grave if grave else frozenset[str]()
    )
    return Danger(told.get("signs", {}), frozenset(told.get("calm", ())), everyday)


def _compile(path: Path) -> None:
    broader = {key: list(above) for each in _sources for key, above in each.broader().items()}
    general = [name for each in _sources for name in each.general()]
    path.parent.mkdir(parents=True, exist_ok=True)
    danger = {name: given for each in _sources for name, given in each.danger().items()}
    signs = [(name, [sorted(group) for group in sign]) for each in _sources for name, sign in each.signs()]
    told = {"broader": broader, "general": general, "danger": danger, "signs": signs}
    path.with_suffix(".json").write_text(json.dumps(told), "utf-8")
    unshown = {each for source in _sources for each in source.unshown()}
    # One language after the other: what was just read of its words is at hand.
    expressions = sorted(each for source in _sources for each in source.expressions())
    reader = analyser().remembering(_MEMORY)
    phrases.build(path, expressions, reader, unshown)
    hints.build(path.with_suffix(_HINTS), expressions, signs, Phrases(path), reader)
    romanised.build(path.with_suffix(_ROMANISED), expressions)
    _tidy(path.parent)


def _tidy(folder: Path) -> None:
    """Take the oldest away: cities that share a folder keep their own, and nothing piles up."""
    with suppress(OSError):
        made = sorted(folder.glob("knowledge-*.trie"), key=lambda each: each.stat().st_mtime, reverse=True)
        for old in made[_MOST_KEPT:]:
            old.unlink(missing_ok=True)
            for ending in (".json", _HINTS, _ROMANISED):
                old.with_suffix(ending).unlink(missing_ok=True)
