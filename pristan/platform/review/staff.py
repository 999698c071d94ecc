# SPDX-License-Identifier: EUPL-1.2
"""What proposals put into the menu, and what they ask to be done today."""

from collections.abc import Iterator
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from pristan.platform.accounts.actors import Actor
from pristan.platform.accounts.desk import Harm, Item, Task
from pristan.platform.review import policies, selectors, settling


def _waiting(actor: Actor) -> int:
    return selectors.waiting(actor).count()


def _to_remove(actor: Actor) -> int:
    return len(selectors.purges_to_decide(actor))


MENU = [
    Item(
        label=gettext_lazy("Proposals"),
        url="review:queue",
        permit=policies.can_review,
        icon="file-check",
        badge=_waiting,
        order=20,
    ),
    Item(
        label=gettext_lazy("Removed for good"),
        url="review:purges",
        permit=policies.can_review,
        icon="shield",
        badge=_to_remove,
        order=60,
    ),
    Item(
        label=gettext_lazy("My proposals"),
        url="review:own",
        permit=policies.can_propose,
        icon="file-text",
        order=25,
    ),
]


def today(actor: Actor, *, at: datetime) -> Iterator[Task]:
    """What has to go before it hurts somebody; proposals to decide about; own ones that came back."""
    if policies.can_review(actor):
        there = reverse("review:queue")
        yield Task(
            _("Values that have to go and wait for a second person"),
            _to_remove(actor),
            reverse("review:purges"),
            Harm.PERSON,
        )
        yield Task(
            _("Values on which the pack and the city do not agree"),
            len(settling.open_conflicts(actor)),
            reverse("review:conflicts"),
            Harm.WRONG,
        )
        yield Task(
            _("Proposals that change a place, a number or a secret"),
            selectors.queue(actor, which="harmful").count(),
            f"{there}?which=harmful",
            Harm.WRONG,
        )
        yield Task(
            _("Other proposals"),
            selectors.queue(actor, which="other").count(),
            f"{there}?which=other",
            Harm.WAITING,
        )
    if policies.can_propose(actor):
        drafts = selectors.drafts(actor).count()
        yield Task(_("Your drafts, and what came back to you"), drafts, reverse("review:own"), Harm.LATER)
