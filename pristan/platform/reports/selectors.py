# SPDX-License-Identifier: EUPL-1.2
"""What people who work here see of reports."""

from datetime import date, datetime

from django.db.models import QuerySet

from pristan.platform.accounts.actors import Actor
from pristan.platform.reports.lifecycle import LONGEST_OPEN, MATTERS, OPEN, SOON
from pristan.platform.reports.models import Report
from pristan.platform.review import registry

DANGER = len(MATTERS)  # the harm of the first matter


def visible_to(actor: Actor | None) -> QuerySet[Report]:
    """Those of all kinds that this actor reviews. An organisation does not read what is said about it: people must dare to speak."""
    if actor is None:
        return Report.objects.none()
    kinds = [kind for kind in registry.kinds() if registry.of(kind).can_review(actor, "", "").allowed]
    return Report.objects.filter(kind__in=kinds)


def waiting(actor: Actor, *, which: str = "") -> QuerySet[Report]:
    """What is open, most harmful first, then the oldest. ``which``: ``danger``, ``other`` or all."""
    found = visible_to(actor).filter(state__in=OPEN)
    if which == "danger":
        found = found.filter(harm__gte=DANGER)
    elif which == "other":
        found = found.filter(harm__lt=DANGER)
    return found.order_by("-harm", "received_on", "pk")


def closing(actor: Actor, *, at: datetime) -> QuerySet[Report]:
    """Of these, what soon closes by itself if nobody does it."""
    return waiting(actor).filter(received_on__lte=(at - LONGEST_OPEN + SOON).date())


def open_since(day: date) -> QuerySet[Report]:
    """What came on this day or before and is open still."""
    return Report.objects.filter(state__in=OPEN, received_on__lte=day)
