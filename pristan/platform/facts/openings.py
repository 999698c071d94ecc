# SPDX-License-Identifier: EUPL-1.2
"""How often the page of an entry is opened: a number per day, entry and language. Never who, when, from where, or what else they opened.

An opening is a page that the server made for somebody. A browser that asks whether its page is still good (304), one that wants the headers only, a page fetched before
anybody chose it, and a robot that says so of itself are none. Sensitive entries are not counted at all: that on one day somebody who reads Albanian opened the page
of a shelter must not stand anywhere. `COUNT_OPENINGS = False` switches it off.
"""

from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta
from uuid import UUID

from django.conf import settings
from django.db import connection, transaction
from django.db.models import Sum

from pristan.platform.facts.batch import Batch

Key = tuple[date, str, str]  # day, thing, language
KEPT = timedelta(days=400)  # the months have been read by then
_ADD = (
    "INSERT INTO facts_opening (day, thing, language, number) VALUES (%s, %s, %s, %s) "
    "ON CONFLICT (day, thing, language) DO UPDATE SET number = facts_opening.number + excluded.number"
)


def note(thing: str, language: str, day: date) -> None:
    """Somebody opened the page of a thing. `day`: the civil day in the city. Costs no query and never raises."""
    if settings.COUNT_OPENINGS:
        batch.add((day, thing, language))


def write(found: Counter[Key]) -> None:
    """Add to the table, all or nothing; what is too old goes first. Rows in one order, so that processes do not lock each other out."""
    forget(max(day for day, _, _ in found))
    rows = [(day.isoformat(), _stored(UUID(thing)), language, number) for (day, thing, language), number in sorted(found.items())]  # fmt: skip
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.executemany(_ADD, rows)


def _stored(thing: UUID) -> UUID | str:
    return thing if connection.features.has_native_uuid_field else thing.hex


def forget(today: date) -> None:
    """Delete what is too old."""
    from pristan.platform.facts.models import Opening

    Opening.objects.filter(day__lt=today - KEPT).delete()


def in_month(first: date, things: Iterable[UUID] | None = None) -> dict[tuple[UUID, str], int]:
    """(thing, language) -> how often, in the month that begins on a day; of these things only, if they are given."""
    from pristan.platform.facts.models import Opening

    following = (first.replace(day=28) + timedelta(days=4)).replace(day=1)
    rows = Opening.objects.filter(day__gte=first, day__lt=following)
    summed = rows.values("thing", "language").annotate(sum=Sum("number")).order_by("thing", "language")
    wanted = None if things is None else set(things)
    return {
        (row["thing"], row["language"]): row["sum"]
        for row in summed
        if wanted is None or row["thing"] in wanted
    }


batch: Batch[Key] = Batch("openings of pages", write)
