# SPDX-License-Identifier: EUPL-1.2
"""What claims put into the menu, and what they ask to be done today."""

from collections.abc import Iterator
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from pristan.platform.accounts.actors import Actor
from pristan.platform.accounts.desk import Harm, Item, Task
from pristan.platform.claims import policies, selectors
from pristan.platform.claims.lifecycle import LONGEST_OPEN, SOON
from pristan.platform.power import policies as power


def _waiting(actor: Actor) -> int:
    return selectors.waiting(actor).count()


MENU = [
    Item(
        label=gettext_lazy("Claims"),
        url="claims:list",
        permit=policies.can_vet,
        icon="shield-check",
        badge=_waiting,
        order=35,
    )
]


def today(actor: Actor, *, at: datetime) -> Iterator[Task]:
    """Claims to vet; for a manager, that somebody claims what is theirs."""
    if policies.can_vet(actor):
        yield Task(
            _("Claims: this is our organisation"), _waiting(actor), reverse("claims:list"), Harm.WAITING
        )
        old = selectors.waiting(actor).since((at - LONGEST_OPEN + SOON).date())
        title = _("Claims that close unanswered within a month")
        yield Task(title, old.count(), reverse("claims:list"), Harm.WAITING)
    if own := power.manages(actor):
        title = _("Somebody says that your organisation is theirs. If you do not know of it, tell the city")
        yield Task(title, selectors.about(own), reverse("staff:people"), Harm.WRONG)
