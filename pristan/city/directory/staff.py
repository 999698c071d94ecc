# SPDX-License-Identifier: EUPL-1.2
"""What the directory puts into the menu, and what it asks to be done today."""

from collections.abc import Iterator
from datetime import datetime

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from pristan.city.directory import policies, selectors
from pristan.platform.accounts.actors import Actor
from pristan.platform.accounts.desk import Harm, Item, Task

MENU = [
    Item(
        label=gettext_lazy("Entries"),
        url="directory:entries",
        permit=policies.can_see_entries,
        icon="list",
        order=10,
    ),
    Item(
        label=gettext_lazy("Spreadsheets"),
        url="directory:sheets",
        permit=policies.can_send_sheets,
        icon="file-text",
        order=12,
    ),
]


def today(actor: Actor, *, at: datetime) -> Iterator[Task]:
    """Entries that nobody has checked, or not for long."""
    if not policies.can_see_entries(actor):
        return
    shown = selectors.visible_to(actor).filter(state="published")
    late = shown.filter(Q(verification_row=None) | Q(verification_row__next_on__lt=at.date()))
    yield Task(
        _("Entries to check"), late.count(), reverse("directory:entries") + "?state=unchecked", Harm.LATER
    )
