# SPDX-License-Identifier: EUPL-1.2
"""Forget somebody who works here, at once (GDPR, article 17): what may go goes, what must stay says why."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from pristan.platform.accounts.actors import Actor
from pristan.platform.accounts.models import User
from pristan.platform.audit import services as audit
from pristan.platform.forgetting.errors import NoSuchPerson, ReasonMissing
from pristan.platform.forgetting.stripping import strip
from pristan.platform.power import people, policies
from pristan.platform.privacy import registry
from pristan.platform.privacy.models import Leaving
from pristan.platform.privacy.retention import Delete, Fate, Keep, Rows


@dataclass(frozen=True)
class Outcome:
    """What became of a field: `done` is kept, stripped or deleted, in how many rows, and why."""

    field: str
    done: str
    rows: int
    why: str


def erase(person: UUID, *, actor: Actor, at: datetime, why: str) -> list[Outcome]:
    """Close the account and strip all that is held by the declared fates, without waiting for their time.

    The record of what was done stays whole: it holds opaque ids only, and ``why`` stands in Leaving, where a purge finds it. Raises NoSuchPerson, ReasonMissing, NotPermitted, LastAdministrator.
    """
    if not why.strip() or "@" in why:
        raise ReasonMissing
    audit.refuse_persons("why", why)
    with transaction.atomic():
        user = User.objects.select_for_update().filter(uuid=person).first()
        if user is None:
            raise NoSuchPerson
        policies.can_erase(actor, str(person)).or_refuse()
        people.close(user=user, actor=actor, at=at, why="erased")
        # What is found by the e-mail must be found before the e-mail goes.
        found = [(model, of(person), registry.fates().get(model, {})) for model, of in registry.held().items()]  # fmt: skip
        pinned = [(model, rows.model._base_manager.filter(pk__in=list(rows.values_list("pk", flat=True))), fates) for model, rows, fates in found]  # fmt: skip
        outcomes = [outcome for model, rows, fates in pinned for outcome in _forget(model._meta.label, rows, fates)]  # fmt: skip
        Leaving.objects.update_or_create(person=person, defaults={"ended_at": at, "why": why.strip()})
        audit.record(what="accounts.person.erased", actor=actor, about=("user", str(person)), at=at)
    return outcomes


def _forget(label: str, rows: Rows, fates: dict[str, Fate]) -> list[Outcome]:
    count = rows.count()
    if not count:
        return []
    outcomes = [_one(label, rows, name, fate, count) for name, fate in fates.items()]
    if any(isinstance(fate, Delete) for fate in fates.values()):
        rows.delete()
    return outcomes


def _one(label: str, rows: Rows, name: str, fate: Fate, count: int) -> Outcome:
    where = f"{label}.{name}"
    if isinstance(fate, Keep):
        return Outcome(where, "kept", count, fate.why)
    if isinstance(fate, Delete):
        return Outcome(where, "deleted", count, fate.why)
    strip(rows, name)
    return Outcome(where, "stripped", count, fate.why)


def person_of(email: str) -> UUID:
    """The public id of the account with an e-mail. Raises NoSuchPerson."""
    found: Any = User.objects.filter(email=email.strip().lower()).values_list("uuid", flat=True).first()
    if found is None:
        raise NoSuchPerson
    return UUID(str(found))
