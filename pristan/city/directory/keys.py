# SPDX-License-Identifier: EUPL-1.2
"""Ids of new entries: made from the name, free, and never changed."""

import re
from collections.abc import Collection

from django.db.models import Q

from pristan.city.directory.models import Entry, EntryAddress
from pristan.core.text import fold, transliterate
from pristan.platform.review.lifecycle import OPEN
from pristan.platform.review.models import Proposal

LONGEST = 100


def key_of(name: str, language: str, taken: Collection[str] = ()) -> str:
    """A free id for a new entry of this name. ``taken``: ids that are given out already, though nobody has written them yet."""
    plain = fold(transliterate(fold(name), language))
    return free(re.sub(r"[^a-z0-9]+", "-", plain)[:LONGEST].strip("-") or "entry", taken)


def free(stem: str, taken: Collection[str] = ()) -> str:
    """This id, or the next one near it that is free."""
    stem = stem[:LONGEST].strip("-")
    key, number = stem, 1
    while key in taken or _is_taken(key):
        number += 1
        key = f"{stem}-{number}"
    return key


def _is_taken(key: str) -> bool:
    return (
        Entry.objects.filter(Q(key=key) | Q(slug=key)).exists()
        or EntryAddress.objects.filter(slug=key).exists()
        or Proposal.objects.filter(kind="entry", key=key, is_new=True, state__in=OPEN).exists()
    )
