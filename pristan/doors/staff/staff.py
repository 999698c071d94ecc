# SPDX-License-Identifier: EUPL-1.2
"""What the shell itself puts into the menu, and what it asks to be done today."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from pristan.platform.accounts.actors import Actor
from pristan.platform.accounts.desk import Harm, Item, Task
from pristan.platform.accounts.permits import Permit, allow
from pristan.platform.power import invitations, policies

SOON = timedelta(days=2)


def anybody(actor: Actor) -> Permit:
    """Everybody who is signed in."""
    return allow("signed in")


MENU = [
    Item(label=gettext_lazy("Today"), url="staff:start", permit=anybody, icon="house", order=0, stays=True),
    Item(
        label=gettext_lazy("People"),
        url="staff:people",
        permit=policies.can_see_people,
        icon="users",
        order=80,
    ),
    Item(
        label=gettext_lazy("Staff sessions"),
        url="staff:sessions",
        permit=policies.can_see_sessions,
        icon="shield",
        order=85,
    ),
    Item(
        label=gettext_lazy("The record"),
        url="staff:record",
        permit=policies.can_read_record,
        icon="book-open",
        order=87,
    ),
    Item(
        label=gettext_lazy("My account"),
        url="staff:account",
        permit=anybody,
        icon="user-round",
        order=90,
        stays=True,
    ),
]


def today(actor: Actor, *, at: datetime) -> Iterator[Task]:
    """Invitations that nobody has accepted and that soon run out."""
    if policies.can_see_people(actor):
        late = [each for each in invitations.visible_to(actor, at=at) if each.ends_at - at < SOON]
        yield Task(_("Invitations that run out soon"), len(late), reverse("staff:people"), Harm.WAITING)
