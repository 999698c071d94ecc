# SPDX-License-Identifier: EUPL-1.2
"""Staff sessions: an administrator has no standing power, and opens a session with a reason and an end, in one browser."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import QuerySet

from pristan.platform.accounts.actors import Actor, person
from pristan.platform.accounts.models import User
from pristan.platform.audit import services as audit
from pristan.platform.audit.models import AuditEntry
from pristan.platform.power import policies
from pristan.platform.power.browsers import Browser
from pristan.platform.power.models import StaffSession
from pristan.platform.power.selectors import standing_of

USUAL = timedelta(minutes=30)
LONGEST = timedelta(hours=2)


class BadSession(ValueError):
    """The session has no reason, or lasts too long."""


def begin(
    *, user: User, browser: Browser, reason: str, lasts: timedelta = USUAL, at: datetime
) -> StaffSession:
    """Open a session for an administrator, for this browser only. One that is open in it stays; one elsewhere is over.

    Raises NotPermitted, BadSession.
    """
    reason = " ".join(reason.split())
    if not reason:
        raise BadSession("A staff session needs a reason: what is to be done in it?")
    if not timedelta(0) < lasts <= LONGEST:
        raise BadSession(f"A staff session lasts at most {LONGEST.total_seconds() / 3600:.0f} hours.")
    audit.refuse_persons("reason", reason)
    with transaction.atomic():
        held = User.objects.select_for_update().get(pk=user.pk)
        policies.can_begin_session(standing_of(held, at=at, browser=browser)).or_refuse()
        if found := StaffSession.objects.open(at).filter(user=held, browser=browser.digest).first():
            return found
        close(StaffSession.objects.open(at).filter(user=held), actor=person(held), at=at)
        _close_those_that_ran_out(held)
        made = StaffSession.objects.create(
            user=held, browser=browser.digest, reason=reason, opened_at=at, until=at + lasts
        )
        actor = standing_of(held, at=at, browser=browser).actor
        about = ("staff_session", str(made.uuid))
        audit.record(what="power.session.opened", actor=actor, about=about, at=at)
    return made


def end(*, session: StaffSession, actor: Actor, at: datetime) -> None:
    """End it before its time: one's own, or anybody's by who may see them all. Raises NotPermitted."""
    policies.can_end_session(actor, str(session.user.uuid)).or_refuse()
    close(StaffSession.objects.open(at).filter(pk=session.pk), actor=actor, at=at)


def close(sessions: QuerySet[StaffSession], *, actor: Actor, at: datetime) -> None:
    """End these open ones: somebody is signed out, or opens another. Whoever calls this has asked a policy, or needs none."""
    with transaction.atomic():
        for held in sessions.select_for_update(of=("self",)).select_related("user"):
            _over(held, at)
            is_own = actor.id == str(held.user.uuid)
            by = replace(actor, session=str(held.uuid)) if is_own else actor
            audit.record(what="power.session.ended", actor=by, about=("staff_session", str(held.uuid)), at=at)


def current(actor: Actor) -> StaffSession | None:
    """The session in which this actor acts."""
    return StaffSession.objects.filter(uuid=actor.session).first() if actor.session else None


def done_in(session: StaffSession) -> QuerySet[AuditEntry]:
    """All that is on record of a session, in order."""
    return AuditEntry.objects.filter(
        actor_id=str(session.user.uuid),
        at__gte=session.opened_at,
        at__lte=session.over_at,
        why__startswith=audit.in_session(str(session.uuid)),
    ).order_by("number")


def reasons(entries: Iterable[AuditEntry]) -> dict[int, str]:
    """Number of an entry -> the reason of the session that it is about."""
    opened = {each.about_key: each.number for each in entries if each.what == "power.session.opened"}
    found = StaffSession.objects.filter(uuid__in=list(opened)).values_list("uuid", "reason")
    return {opened[str(uuid)]: reason for uuid, reason in found}


def _close_those_that_ran_out(user: User) -> None:
    for each in StaffSession.objects.filter(user=user, ended_at=None):
        _over(each, each.until)


def _over(session: StaffSession, at: datetime) -> None:
    session.ended_at, session.browser = at, ""
    session.save(update_fields=["ended_at", "browser"])
