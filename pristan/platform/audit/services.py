# SPDX-License-Identifier: EUPL-1.2
"""Record what was done, in the transaction that does it."""

import re
from collections.abc import Iterable
from datetime import datetime

from django.db import connection

from pristan.platform.accounts.actors import Actor
from pristan.platform.audit.errors import AuditOutsideTransaction, BadAuditKey, PersonalValueRefused
from pristan.platform.audit.models import AuditEntry
from pristan.platform.audit.personal import found_in

KEY = re.compile(r"[a-z]+(_[a-z]+)*(\.[a-z]+(_[a-z]+)*){2}")
CHUNK = 1000

About = tuple[str, str]


def record(*, what: str, actor: Actor, about: About, at: datetime, why: str = "") -> AuditEntry:
    """Add one entry: ``what`` reads ``app.noun.past``, ``about`` is the (kind, key) of a thing.

    Never put the value of a personal field into ``about`` or ``why``. Raises AuditOutsideTransaction,
    BadAuditKey, and PersonalValueRefused where an e-mail address or a phone number stands there all the same.
    """
    _ask(what, why)
    entry = _entry(what, actor, about, at, why)
    entry.save(force_insert=True)
    return entry


def record_many(*, what: str, actor: Actor, abouts: Iterable[About], at: datetime, why: str = "") -> None:
    """Add one entry for each thing that the same act concerned, in few queries. Raises as :func:`record`."""
    _ask(what, why)
    entries = [_entry(what, actor, about, at, why) for about in abouts]
    AuditEntry.objects.bulk_create(entries, batch_size=CHUNK)


def _ask(what: str, why: str) -> None:
    if not KEY.fullmatch(what):
        raise BadAuditKey(what)
    if not connection.in_atomic_block:
        raise AuditOutsideTransaction(what)
    refuse_persons("why", why)


def refuse_persons(field: str, text: str) -> None:
    """The net of the trail, also for reasons that are kept beside it. Raises PersonalValueRefused."""
    if found := found_in(text):
        raise PersonalValueRefused(field, found)


def _entry(what: str, actor: Actor, about: About, at: datetime, why: str) -> AuditEntry:
    kind, key = about
    refuse_persons("about", key)
    said = f"{in_session(actor.session)} {why}".strip() if actor.session else why
    return AuditEntry(
        what=what, actor_kind=actor.kind, actor_id=actor.id, about_kind=kind, about_key=key, why=said, at=at
    )


def in_session(number: str) -> str:
    """How an entry says that it was done in a staff session: the reason begins so."""
    return f"[{number}]"
