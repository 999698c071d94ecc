# SPDX-License-Identifier: EUPL-1.2
"""Why entries were taken away, shown again or made secret: the words that were typed then, found for the record."""

from collections.abc import Iterable

from pristan.city.directory.models import Entry
from pristan.platform.audit.models import AuditEntry
from pristan.platform.lifecycle.models import TransitionLog

MOVED = ("directory.entry.withdrawn", "directory.entry.published", "directory.location.made_secret")


def reasons(entries: Iterable[AuditEntry]) -> dict[int, str]:
    """Number of an entry of the record -> the reason of the move that it tells of, made at the same moment."""
    moved = [each for each in entries if each.what in MOVED]
    keys = dict(Entry.objects.with_keys([each.about_key for each in moved]).values_list("uuid", "key"))
    rows = TransitionLog.objects.filter(thing__in=list(keys), at__in={each.at for each in moved}).exclude(
        why=""
    )
    said = {(keys[thing], at): why for thing, at, why in rows.values_list("thing", "at", "why")}
    found = ((each, said.get((each.about_key, each.at))) for each in moved)
    return {each.number: why for each, why in found if why}
