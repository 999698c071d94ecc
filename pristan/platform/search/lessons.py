# SPDX-License-Identifier: EUPL-1.2
"""Lessons: what was learned from the city's own translated pages, kept beside the index and versioned with it.

A reader of a version has the last lesson before it. It is a small packed trie, opened when a worker first meets a version, in
less time than a query takes.
"""

from collections.abc import Sequence
from functools import lru_cache

from django.db.models import Max

from pristan.platform.search.analysis import analyser
from pristan.platform.search.learning import Learned, Pair, learn
from pristan.platform.search.models import Lesson

_taught: list[Learned] = []  # at most one


def teach(learned: Learned | None) -> None:
    """Take a lexicon that was learned elsewhere into use in place of the city's own; None: the city's own again."""
    _taught[:] = [] if learned is None else [learned]


def learned(version: int) -> Learned:
    """What readers of a version have learned."""
    return _taught[0] if _taught else at(version)


def renew(pairs: Sequence[Pair], since: int) -> int:
    """Learn from pages that say the same in two languages, for readers of a version and later. Returns how many words."""
    made = learn(pairs, analyser())
    Lesson.objects.update_or_create(since=since, defaults={"words": made.packed})
    forget()
    return made.size()


def latest() -> int:
    """The version from which on the last lesson holds; -1 if there is none."""
    return Lesson.objects.aggregate(last=Max("since"))["last"] or -1


@lru_cache(
    maxsize=2
)  # the version that readers see, and the one before; ends where rows are written (`forget`)
def at(version: int) -> Learned:
    """The city's own lesson at a version."""
    rows = Lesson.objects.filter(since__lte=version).order_by("-since")
    packed = rows.values_list("words", flat=True).first()
    return Learned(bytes(packed)) if packed else Learned()


def forget() -> None:
    """Look at the table again."""
    at.cache_clear()


def settle(version: int) -> None:
    """Forget lessons that no reader of this version or a later one has."""
    last = Lesson.objects.filter(since__lte=version).aggregate(last=Max("since"))["last"]
    if last is not None:
        Lesson.objects.filter(since__lt=last).delete()


def clear_after(version: int) -> None:
    """Forget what was learned for versions that never came to be."""
    Lesson.objects.filter(since__gt=version).delete()
