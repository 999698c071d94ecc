# SPDX-License-Identifier: EUPL-1.2
"""What the directory puts into the menu, and what it asks to be done today."""

from collections.abc import Iterator
from datetime import datetime

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
    """Entries that this actor may check, and nobody has checked, or not for long."""
    kept = selectors.kept_by(actor)
    if not kept.exists():
        return
    late = kept.unchecked(selectors.city_today(at)).count()
    yield Task(_("Entries to check"), late, reverse("directory:entries") + "?state=unchecked", Harm.LATER)
