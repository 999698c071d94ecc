# SPDX-License-Identifier: EUPL-1.2
"""Which fields an organisation publishes without review."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from pristan.platform.accounts.actors import Actor
from pristan.platform.accounts.permits import Permit
from pristan.platform.audit import services as audit
from pristan.platform.review.models import Trust


def fields_of(organization: str) -> set[str]:
    """The fields that this organisation publishes at once."""
    if not organization:
        return set()
    return set(Trust.objects.filter(organization=organization, ended_at=None).values_list("field", flat=True))


def entrust(*, organization: str, fields: Iterable[str], permit: Permit, actor: Actor, at: datetime) -> None:
    """Let an organisation publish exactly these fields; others end. ``permit`` is the word of the app's policy."""
    permit.or_refuse()
    wanted = set(fields)
    with transaction.atomic():
        held = {
            row.field: row
            for row in Trust.objects.select_for_update().filter(organization=organization, ended_at=None)
        }
        ended = [row.pk for field, row in held.items() if field not in wanted]
        Trust.objects.filter(pk__in=ended).update(ended_at=at)
        Trust.objects.bulk_create(
            Trust(organization=organization, field=field, given_by=actor.id, given_at=at)
            for field in sorted(wanted - held.keys())
        )
        if ended or wanted - held.keys():
            about = ("organization", organization)
            audit.record(
                what="review.trust.changed", actor=actor, about=about, at=at, why=", ".join(sorted(wanted))
            )
