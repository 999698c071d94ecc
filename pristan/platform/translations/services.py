# SPDX-License-Identifier: EUPL-1.2
"""Write translations: in bulk for loads, one by one for the people who review them."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import NamedTuple, TypeVar
from uuid import UUID

from django.db import transaction

from pristan.platform import copying
from pristan.platform.accounts.actors import Actor
from pristan.platform.audit import services as audit
from pristan.platform.translations.content import HUMAN, Translation, digest
from pristan.platform.translations.errors import OnlyPeopleReview, TextMissing
from pristan.platform.translations.models import Text
from pristan.platform.translations.selectors import texts_of

CHUNK = 1000
T = TypeVar("T")


class Place(NamedTuple):
    """Where a translation belongs: the thing's UUID, the path of the text in it, the language."""

    owner: UUID
    field: str
    language: str


def put(
    texts: Iterable[tuple[Place, Translation]], *, gone: Iterable[Place] = (), are_new: bool = False
) -> set[UUID]:
    """Create, change and delete many translations; return the owners of those that really changed.

    Call it inside the transaction that changes the owners: the load or the edit is what the audit records. A
    translation that changes loses its reviewer, one that is the same is not touched. `are_new`: the owners begin in this
    transaction, so that nobody else writes of them meanwhile.
    """
    wanted, touched = dict(texts), set[UUID]()
    with transaction.atomic():
        if are_new and not texts_of(list({place.owner for place in wanted})):
            copying.insert(Text, [place._asdict() | made._asdict() for place, made in wanted.items()])
            return {place.owner for place in wanted}
        for chunk in _chunks(wanted.items()):
            touched |= _put_chunk(dict(chunk))
        for places in _chunks(gone):
            touched |= _remove_chunk(set(places))
    return touched


def _put_chunk(texts: dict[Place, Translation]) -> set[UUID]:
    known = texts_of(list({place.owner for place in texts}))
    changed = [
        (place, wanted)
        for place, wanted in texts.items()
        if known.get(place.owner, {}).get((place.field, place.language)) != wanted
    ]
    Text.objects.bulk_create(
        [Text(**place._asdict(), **wanted._asdict()) for place, wanted in changed],
        batch_size=CHUNK,
        update_conflicts=True,
        unique_fields=["owner", "field", "language"],
        update_fields=["value", "state", "made_from", "reviewed_by", "reviewed_at"],
    )
    return {place.owner for place, _ in changed}


def _remove_chunk(places: set[Place]) -> set[UUID]:
    rows = Text.objects.filter(owner__in={place.owner for place in places})
    found = [row for row in rows.only(*Place._fields) if Place(row.owner, row.field, row.language) in places]
    Text.objects.filter(pk__in=[row.pk for row in found]).delete()
    return {row.owner for row in found}


def mark_human(*, place: Place, original: str, actor: Actor, at: datetime, value: str | None = None) -> Text:
    """A person has read a translation beside its original and vouches for it, or for ``value`` in its stead.

    Raises TextMissing where there is neither a translation nor a ``value``, OnlyPeopleReview for other
    actors.
    """
    if actor.kind != "person":
        raise OnlyPeopleReview(actor)
    with transaction.atomic():
        text = Text.objects.select_for_update().filter(**place._asdict()).first() or Text(**place._asdict())
        text.value = text.value if value is None else value
        if not text.value.strip():
            raise TextMissing(place.field, place.language)
        text.state, text.made_from = HUMAN, digest(original)
        text.reviewed_by, text.reviewed_at = actor.id, at
        text.save()
        about = ("text", f"{place.owner} {place.field} {place.language}")
        audit.record(what="translations.text.reviewed", actor=actor, about=about, at=at)
    return text


def _chunks(items: Iterable[T]) -> Iterator[Sequence[T]]:
    whole = list(items)
    for start in range(0, len(whole), CHUNK):
        yield whole[start : start + CHUNK]
