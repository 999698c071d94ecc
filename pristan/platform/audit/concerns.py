# SPDX-License-Identifier: EUPL-1.2
"""Whom an entry concerns: the apps whose things it is about declare it; of a kind that nobody declared nobody reads.

In the ``apps.py`` of the app that keeps entries::

    concerns.register("entry", policies.keys_seen_by)
"""

from collections.abc import Callable, Collection, Iterator
from typing import Any, Final, Literal

from django.db.models import Q, QuerySet

from pristan.platform.accounts.actors import Actor

EVERY: Final = "every"  # all keys of this kind
Keys = Collection[str] | QuerySet[Any, Any] | Literal["every"]
Concerned = Callable[[Actor], Keys]

_concerned: dict[str, Concerned] = {}


def register(about_kind: str, concerned: Concerned) -> None:
    """Called by an app when it is ready: the keys of its things whose record an actor may read, or EVERY."""
    _concerned[about_kind] = concerned


def kinds() -> tuple[str, ...]:
    """The kinds of things that were declared."""
    return tuple(_concerned)


def seen_by(actor: Actor) -> Q:
    """The entries that concern an actor. Somebody unknown is not even asked for."""
    nothing = Q(pk__in=())
    if not actor.is_known:
        return nothing
    found = nothing
    for part in _parts(actor):
        found |= part
    return found


def _parts(actor: Actor) -> Iterator[Q]:
    for kind, concerned in _concerned.items():
        keys = concerned(actor)
        if isinstance(keys, str):
            if keys == EVERY:
                yield Q(about_kind=kind)
        else:
            yield Q(about_kind=kind, about_key__in=keys)
