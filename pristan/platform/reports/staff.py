# SPDX-License-Identifier: EUPL-1.2
"""What reports put into the menu, and what they ask to be done today."""

from collections.abc import Iterator
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from pristan.platform.accounts.actors import Actor
from pristan.platform.accounts.desk import Harm, Item, Task
from pristan.platform.reports import policies, selectors


def _waiting(actor: Actor) -> int:
    return selectors.waiting(actor).count()


MENU = [
    Item(
        label=gettext_lazy("Reports"),
        url="reports:list",
        permit=policies.can_read,
        icon="megaphone",
        badge=_waiting,
        order=30,
    )
]


def today(actor: Actor, *, at: datetime) -> Iterator[Task]:
    """Reports of danger first; then what closes by itself if nobody does."""
    if policies.can_read(actor):
        there = reverse("reports:list")
        danger, other = (selectors.waiting(actor, which=which).count() for which in ("danger", "other"))
        yield Task(_("Reports of danger"), danger, f"{there}?which=danger", Harm.PERSON)
        yield Task(_("Other reports from visitors"), other, f"{there}?which=other", Harm.WRONG)
        closing = selectors.closing(actor, at=at).count()
        title = _("Reports that close unanswered within a month")
        yield Task(title, closing, f"{there}?which=closing", Harm.WAITING)
