# SPDX-License-Identifier: EUPL-1.2
"""An entry as readers would see it, with changes that nobody has published.

The changes are written and projected inside a transaction that is always rolled back: what one looks at is made by the same
code as what readers will get, and nothing of it stays.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from pristan.city.directory import selectors, store
from pristan.city.directory.models import Entry
from pristan.city.directory.published import EntryProjector
from pristan.platform.accounts.actors import system
from pristan.platform.packs.things import Change

ACTOR = system("preview")


def body(*, key: str, fields: Mapping[str, Any], language: str, at: datetime) -> Mapping[str, Any] | None:
    """The document of an entry in one language, were ``fields`` published; None where no page would come of it."""
    with transaction.atomic():
        is_new = not Entry.objects.filter(key=key).exists()
        change = Change(key, fields, is_new=is_new)
        store.write([change], namespace=selectors.namespace(), actor=ACTOR, at=at)
        Entry.objects.filter(key=key).update(state="published")
        uuid = Entry.objects.get(key=key).uuid
        made = [each.body for each in EntryProjector().project([uuid]) if each.language == language]
        transaction.set_rollback(True)
    return made[0] if made else None
