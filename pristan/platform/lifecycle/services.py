# SPDX-License-Identifier: EUPL-1.2
"""Move things from state to state: the table is asked, the timestamp set, the log row written.

A *thing* is a model instance with ``uuid``, ``state``, a field ``<state>_at`` for each state it can reach,
and ``lifecycle``, its :class:`Machine` (PUBLISHING where it has none).
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from django.db import connection
from django.db.models import Model

from pristan.platform import copying
from pristan.platform.accounts.actors import Actor
from pristan.platform.audit import services as audit
from pristan.platform.lifecycle.errors import MovedMeanwhile, MoveOutsideTransaction
from pristan.platform.lifecycle.machines import PUBLISHING, Machine
from pristan.platform.lifecycle.models import TransitionLog

CHUNK = 500


def move(thing: Any, to: str, *, actor: Actor, at: datetime, why: str = "") -> None:
    """Move one thing, inside the caller's transaction.

    Only the state and its timestamp are written. Raises UnknownState, MoveNotAllowed, MovedMeanwhile (the
    row is in another state than the thing in hand) and MoveOutsideTransaction.
    """
    move_all([thing], to, actor=actor, at=at, why=why)


def move_all(things: Iterable[Any], to: str, *, actor: Actor, at: datetime, why: str = "") -> None:
    """Move many things to one state, in few queries. All of them move or none; raises like :func:`move`."""
    if not connection.in_atomic_block:
        raise MoveOutsideTransaction
    groups: dict[tuple[type[Model], str], list[Any]] = defaultdict(list)
    for thing in things:
        _machine(thing).ask(thing.state, to)
        groups[type(thing), thing.state].append(thing)
    for (model, here), group in groups.items():
        for start in range(0, len(group), CHUNK):
            _write(model, group[start : start + CHUNK], here, to, at)
        _log(group, here, to, actor, at, why)
    for group in groups.values():
        _set(group, to, at)


def enter(things: Sequence[Any], state: str, *, actor: Actor, at: datetime, why: str) -> None:
    """Let *new* things begin in a later state than a draft, because they were reviewed elsewhere (in a pack).

    Sets the state and its timestamp on the things, which the caller saves in the same transaction, and writes
    the log rows.
    """
    if not connection.in_atomic_block:
        raise MoveOutsideTransaction
    for thing in things:
        _machine(thing).know(state)
    _set(things, state, at)
    _log(things, "", state, actor, at, why)


def note(thing: Any, *, actor: Actor, at: datetime, why: str) -> None:
    """Keep a reason among the moves of a thing that stays in its state. Raises MoveOutsideTransaction."""
    if not connection.in_atomic_block:
        raise MoveOutsideTransaction
    _log([thing], thing.state, thing.state, actor, at, why)


def _machine(thing: Any) -> Machine:
    machine: Machine = getattr(thing, "lifecycle", PUBLISHING)
    return machine


def _write(model: type[Model], group: Sequence[Any], here: str, to: str, at: datetime) -> None:
    # The condition on the old state is the lock: whoever comes second finds no row.
    rows = model._base_manager.filter(pk__in=[thing.pk for thing in group], state=here)
    if rows.update(**{"state": to, f"{to}_at": at}) != len(group):
        raise MovedMeanwhile(str(model._meta.verbose_name), here)


def _set(group: Iterable[Any], state: str, at: datetime) -> None:
    for thing in group:
        thing.state = state
        setattr(thing, f"{state}_at", at)


def _log(group: Sequence[Any], here: str, to: str, actor: Actor, at: datetime, why: str) -> None:
    audit.refuse_persons("why", why)
    rows = [
        TransitionLog(
            thing_kind=thing._meta.label_lower, thing=thing.uuid, from_state=here, to_state=to,
            actor_kind=actor.kind, actor_id=actor.id, at=at, why=why,
        )
        for thing in group
    ]  # fmt: skip
    copying.add(rows)
