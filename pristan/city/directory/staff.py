# SPDX-License-Identifier: EUPL-1.2
"""What the directory puts into the menu, and what it asks to be done today."""

from collections.abc import Iterator
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from pristan.city.directory import policies, selectors, vouched
from pristan.platform.accounts.actors import Actor
from pristan.platform.accounts.desk import Harm, Item, Task
from pristan.platform.ui.languages import language as reader
from pristan.platform.ui.languages import name_in

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
    Item(
        label=gettext_lazy("Translations"),
        url="directory:translations",
        permit=policies.can_see_translations,
        icon="languages",
        order=11,
    ),
]


def today(actor: Actor, *, at: datetime) -> Iterator[Task]:
    """Entries that this actor may check, and nobody has checked, or not for long; texts that wait for a reader of their language."""
    kept = selectors.kept_by(actor)
    if kept.exists():
        late = kept.unchecked(selectors.city_today(at)).count()
        yield Task(_("Entries to check"), late, reverse("directory:entries") + "?state=unchecked", Harm.LATER)
    for language in sorted(actor.scopes("language_reviewer")):
        yield from _texts(actor, language)


def _texts(actor: Actor, language: str) -> Iterator[Task]:
    lines = vouched.lines(selectors.visible_to(actor), language)
    stale, unread = sum(line.stale for line in lines), sum(line.unread for line in lines)
    url = f"{reverse('directory:translations')}?language={language}&state="
    name = name_in(language, reader())
    yield Task(f"{_('Texts whose original has changed')} ({name})", stale, url + "stale", Harm.WRONG)
    yield Task(f"{_('Texts that nobody has read')} ({name})", unread, url + "unread", Harm.LATER)
