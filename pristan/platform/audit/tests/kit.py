# SPDX-License-Identifier: EUPL-1.2
"""Entries for tests, and a forger's hands."""

from datetime import UTC, datetime, timedelta
from typing import Any

from django.db import connection, transaction

from pristan.platform.accounts.actors import Actor, system
from pristan.platform.audit import services as audit
from pristan.platform.audit.models import AuditEntry, Seal

AT = datetime(2026, 5, 4, 8, 30, 15, 123456, tzinfo=UTC)
LOADER = system("pack-load")


def record(key: str = "rog", actor: Actor = LOADER, why: str = "", at: datetime = AT) -> AuditEntry:
    """One entry."""
    with transaction.atomic():
        return audit.record(what="directory.entry.edited", actor=actor, about=("entry", key), at=at, why=why)


def several(count: int) -> list[AuditEntry]:
    """So many entries, a minute apart."""
    return [record(f"thing-{n}", why=f"change {n}", at=AT + timedelta(minutes=n)) for n in range(count)]


def sealed() -> list[int]:
    """The numbers of sealed entries in the order of the chain."""
    return list(Seal.objects.order_by("position").values_list("entry_id", flat=True))


def sql(statement: str, *values: Any) -> None:
    """What a forger types."""
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


def late(number: int) -> None:
    """An entry that shows only now, though its number was given long ago."""
    sql(
        "INSERT INTO audit_auditentry (number, what, actor_kind, actor_id, about_kind, about_key, why, at) "
        "VALUES (%s, 'directory.entry.edited', 'system', 'slow', 'entry', 'late', '', '2026-05-04 08:00:00+00:00')",
        number,
    )
