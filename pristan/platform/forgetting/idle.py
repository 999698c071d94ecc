# SPDX-License-Identifier: EUPL-1.2
"""Accounts that nobody uses: warned, then locked; a year later the calendar strips them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID

from dateutil.relativedelta import relativedelta
from django.conf import settings
from django.db import transaction

from pristan.platform.accounts.actors import Actor
from pristan.platform.accounts.models import User
from pristan.platform.audit import services as audit
from pristan.platform.power import people
from pristan.platform.power.services import LastAdministrator
from pristan.platform.privacy.models import Leaving

WARNING = timedelta(days=14)  # from the warning to the lock
Warn = Callable[[User, datetime], None]


@dataclass
class Looked:
    """Public ids of the accounts that were warned, locked, seen closed or open again; and of those that no letter reached."""

    warned: list[UUID] = field(default_factory=list)
    locked: list[UUID] = field(default_factory=list)
    closed: list[UUID] = field(default_factory=list)
    returned: list[UUID] = field(default_factory=list)
    unsent: list[UUID] = field(default_factory=list)


@dataclass(frozen=True)
class Plan:
    """When an account that stays unused is warned and locked."""

    user: User
    leaving: Leaving
    warn_at: datetime
    lock_at: datetime


def plans() -> Iterator[Plan]:
    """For each open account, from its last sign-in, or the day it began or was opened again. Nobody is locked without a warning 14 days before."""
    known = {each.person: each for each in Leaving.objects.all()}
    for user in User.objects.filter(is_active=True).order_by("pk"):
        leaving = known.get(user.uuid) or Leaving(person=user.uuid)
        used_at = max(filter(None, (user.last_login, user.joined_at, leaving.returned_at)))
        lock_at = used_at + relativedelta(months=settings.IDLE_MONTHS)
        warned = leaving.warned_at if leaving.warned_at and leaving.warned_at > used_at else None
        if warned:
            lock_at = max(lock_at, warned + WARNING)
        elif leaving.warned_at:
            leaving.warned_at = None  # signed in after a warning: it counts no more
        yield Plan(user, leaving, lock_at - WARNING, lock_at)


def look(*, actor: Actor, at: datetime, warn: Warn) -> Looked:
    """Warn, lock, and note which accounts were closed or opened again meanwhile. Idempotent: each happens once."""
    looked = Looked()
    _notice(looked, at)
    for plan in list(plans()):
        if plan.leaving.warned_at is None and at >= plan.warn_at:
            _warn(plan, looked, at, warn)
        elif plan.leaving.warned_at and at >= plan.lock_at:
            _lock(plan, looked, actor, at)
    return looked


def _notice(looked: Looked, at: datetime) -> None:
    """Others close and open accounts too: the time of forgetting runs from when that was seen."""
    ended = Leaving.objects.filter(ended_at__isnull=False)
    for user in User.objects.filter(is_active=False).exclude(uuid__in=ended.values("person")):
        Leaving.objects.update_or_create(person=user.uuid, defaults={"ended_at": at})
        looked.closed.append(user.uuid)
    for leaving in ended.filter(person__in=User.objects.filter(is_active=True).values("uuid")):
        leaving.warned_at, leaving.ended_at, leaving.returned_at = None, None, at
        leaving.save()
        looked.returned.append(leaving.person)


def _warn(plan: Plan, looked: Looked, at: datetime, warn: Warn) -> None:
    """A letter that cannot be sent does not keep the account open: it is told of, and not sent again."""
    plan.leaving.warned_at = at
    plan.leaving.save()
    looked.warned.append(plan.user.uuid)
    try:
        warn(plan.user, max(plan.lock_at, at + WARNING))
    except Exception:  # whatever hinders a mail server
        looked.unsent.append(plan.user.uuid)


def _lock(plan: Plan, looked: Looked, actor: Actor, at: datetime) -> None:
    try:
        with transaction.atomic():
            people.lock(user=plan.user, actor=actor, at=at, why="not used for months")
            plan.leaving.ended_at = at
            plan.leaving.save()
            audit.record(what="accounts.person.left", actor=actor, about=("user", str(plan.user.uuid)), at=at)
    except LastAdministrator:
        return  # a city without an administrator could never get one again
    looked.locked.append(plan.user.uuid)
