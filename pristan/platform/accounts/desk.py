# SPDX-License-Identifier: EUPL-1.2
"""What the apps put before somebody who is signed in: entries of the menu, and what to do today.

An app declares both in its ``staff.py``::

    MENU = [Item(label=gettext_lazy("Review"), url="review:list", icon="check", permit=policies.can_review, badge=selectors.waiting)]

    def today(actor: Actor, *, at: datetime) -> Iterable[Task]: ...

Nothing is shown that the actor's permit does not allow; a task with nothing to do is left out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum
from importlib import import_module
from typing import Any

from django.utils.functional import Promise
from django.utils.module_loading import module_has_submodule

from pristan.platform.accounts.actors import Actor
from pristan.platform.accounts.permits import Permit
from pristan.platform.privacy.registry import our_apps

Words = str | Promise


class Harm(IntEnum):
    """What comes of waiting; the worst stands first."""

    PERSON = 1  # somebody may be hurt
    WRONG = 2  # readers are told something that is not so
    WAITING = 3  # a person waits for an answer
    LATER = 4  # nothing yet


@dataclass(frozen=True)
class Item:
    """An entry of the menu: its words, the name of its url, who sees it, and a number that waits there. `stays`: also on a phone."""

    label: Words
    url: str
    permit: Callable[[Actor], Permit]
    icon: str = "list"
    badge: Callable[[Actor], int] | None = None
    order: int = 50
    stays: bool = False


@dataclass(frozen=True)
class Task:
    """Something to do today: in words, how many times, where, and what comes of waiting."""

    title: Words
    count: int
    url: str
    harm: Harm


@dataclass(frozen=True)
class Shown:
    """An entry of the menu as one actor sees it."""

    item: Item
    count: int


def menu(actor: Actor) -> list[Shown]:
    """The entries that this actor may open, in order."""
    items = sorted((item for each in _declared("MENU") for item in each), key=lambda item: item.order)
    return [Shown(item, item.badge(actor) if item.badge else 0) for item in items if item.permit(actor)]


def tasks(actor: Actor, *, at: datetime) -> list[Task]:
    """What this actor should do today, the most harmful first."""
    found: Iterable[Task] = (task for today in _declared("today") for task in today(actor, at=at))
    return sorted((task for task in found if task.count), key=lambda task: (task.harm, -task.count))


def _declared(name: str) -> Iterator[Any]:
    for config in our_apps():
        if config.module is not None and module_has_submodule(config.module, "staff"):
            declared = getattr(import_module(f"{config.name}.staff"), name, None)
            if declared is not None:
                yield declared
