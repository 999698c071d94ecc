# SPDX-License-Identifier: EUPL-1.2
"""The calendar of forgetting: what is due by the declared fates is stripped and deleted."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import Model

from pristan.platform.accounts.actors import Actor, system
from pristan.platform.audit import services as audit
from pristan.platform.forgetting import idle, letters
from pristan.platform.forgetting.idle import Looked, Warn
from pristan.platform.forgetting.stripping import blank, strip
from pristan.platform.privacy import registry
from pristan.platform.privacy.retention import Delete, Fate, Rows, Strip

ACTOR = system("forgetting")


@dataclass(frozen=True)
class Due:
    """So many rows of which a field (or, deleted, all fields) is due."""

    field: str
    is_deleted: bool
    rows: int


@dataclass(frozen=True)
class Done:
    """What an upkeep did."""

    accounts: Looked
    lapsed: dict[str, int]
    forgotten: tuple[Due, ...]


def upkeep(*, at: datetime, actor: Actor = ACTOR, warn: Warn = letters.send) -> Done:
    """Close unused accounts and what was left open for too long, and forget what is due. Idempotent: called again at the same time it does nothing; after days of standstill it does what was missed."""
    looked = idle.look(actor=actor, at=at, warn=warn)
    lapsed = _lapse(actor, at)
    forgotten = []
    for model, rows, names in _matters(at):
        with transaction.atomic():
            found = [due for name, due_rows in names if (due := _strip(model, due_rows, name))]
            if rows is not None and (count := rows.count()):
                rows.delete()
                found.append(Due(model._meta.label, True, count))
            for due in found:
                what = "privacy.rows.deleted" if due.is_deleted else "privacy.field.stripped"
                audit.record(
                    what=what, actor=actor, about=("field", due.field), at=at, why=f"{due.rows} rows"
                )
            forgotten += found
    return Done(looked, lapsed, tuple(forgotten))


def due(at: datetime) -> list[Due]:
    """What an upkeep at this time would strip and delete."""
    found = []
    for model, rows, names in _matters(at):
        for name, due_rows in names:
            emptied = blank(model, name)
            count = sum(getattr(row, name) != emptied(row) for row in due_rows.iterator())
            found.append(Due(f"{model._meta.label}.{name}", False, count))
        if rows is not None:
            found.append(Due(model._meta.label, True, rows.count()))
    return [each for each in found if each.rows]


def lapsing(at: datetime) -> dict[str, int]:
    """What an upkeep at this time would close because nobody did: model -> how many."""
    found = {model._meta.label: each.open(at - each.after).count() for model, each in registry.lapses().items()}  # fmt: skip
    return {label: count for label, count in found.items() if count}


def _lapse(actor: Actor, at: datetime) -> dict[str, int]:
    done: dict[str, int] = {}
    for model, each in registry.lapses().items():
        with transaction.atomic():
            rows = list(each.open(at - each.after).select_for_update())
            for row in rows:
                each.close(row, actor=actor, at=at)
        if rows:
            done[model._meta.label] = len(rows)
    return done


Matter = tuple[type[Model], Rows | None, list[tuple[str, Rows]]]


def _matters(at: datetime) -> Iterator[Matter]:
    """Of each model: the rows to delete, and the fields to strip with their rows."""
    ends = registry.ends()
    for model, fates in registry.fates().items():
        if model in ends:
            ended = ends[model]
            times = [fate.after for fate in fates.values() if isinstance(fate, Delete)]
            rows = ended(at - min(times)) if times else None
            yield model, rows, [(name, ended(at - fate.after)) for name, fate in _stripped(fates)]


def _stripped(fates: dict[str, Fate]) -> list[tuple[str, Strip]]:
    return [(name, fate) for name, fate in fates.items() if isinstance(fate, Strip)]


def _strip(model: type[Model], rows: Rows, name: str) -> Due | None:
    count = strip(rows, name)
    return Due(f"{model._meta.label}.{name}", False, count) if count else None
