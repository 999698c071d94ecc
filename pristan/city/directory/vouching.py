# SPDX-License-Identifier: EUPL-1.2
"""A person read texts of an entry beside their originals, and vouches for them as they stand or in better words."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from django.db import transaction

from pristan.city.directory import policies, services, store, translated, vouched
from pristan.city.directory.models import Entry
from pristan.city.directory.refusals import FieldRefused, TextsChanged
from pristan.city.directory.vouched import Reading
from pristan.platform.accounts.actors import Actor
from pristan.platform.receiving.text import plain
from pristan.platform.review.registry import Cause
from pristan.platform.translations.checking import check
from pristan.platform.translations.content import digest
from pristan.platform.translations.services import Place, mark_human
from pristan.platform.translations.units import Said


class Vouched(NamedTuple):
    """One text as it is right, and digests of its original and of the translation that were on the screen."""

    path: str
    text: str
    seen: str


def seen(reading: Reading) -> str:
    """What was on the screen: the original, and its translation as a form sends it back."""
    return f"{digest(reading.unit.text)}-{digest(plain(reading.value))}"


def vouch(*, key: str, language: str, texts: Sequence[Vouched], actor: Actor, at: datetime) -> Entry:
    """Write texts that a person has read. Raises NotPermitted, EntryMissing, TextsChanged or FieldRefused; then nothing is written."""
    policies.can_vouch(actor, language).or_refuse()
    with transaction.atomic():
        entry = services.hold(key)
        live = store.present(entry)
        now = {each.path: each for each in vouched.of(key, live, language)}
        if changed := [
            each.path for each in texts if each.path not in now or seen(now[each.path]) != each.seen
        ]:
            raise TextsChanged(changed)
        for each in texts:
            _ask(now[each.path], language, each.text)
        fields = {
            f"{translated.PREFIX}{language}.{each.path}": {"text": each.text, "state": "human"}
            for each in texts
        }
        services.write(key=key, fields=fields, actor=actor, at=at, cause=Cause("edit"), live=live)
        for each in texts:
            place, original = Place(entry.uuid, each.path, language), now[each.path].unit.text
            mark_human(place=place, original=original, actor=actor, at=at)
    return entry


def _ask(reading: Reading, language: str, text: str) -> None:
    """What no pack may hold is not written here either."""
    for found in check(reading.unit, language, Said(text, is_human=True)):
        if found.is_error:
            raise FieldRefused(f"`{reading.path}`: {found.what}. {found.mend}")
