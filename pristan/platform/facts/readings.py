# SPDX-License-Identifier: EUPL-1.2
"""Take readings: once per fact and period, protected before they are stored."""

import logging
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta, tzinfo

from django.db import IntegrityError, transaction
from django.utils import translation

from pristan.core.disclosure import THRESHOLD, Counts, Ledger
from pristan.core.disclosure.ledger import Entry
from pristan.core.disclosure.tables import keys
from pristan.platform.facts.errors import SomeFactsFailed
from pristan.platform.facts.fact import Fact
from pristan.platform.facts.models import Reading
from pristan.platform.facts.registry import facts

MOST_BACK = 12  # months that are read afterwards, if nobody took readings for long
log = logging.getLogger("pristan.facts")


def take(*, at: datetime, zone: tzinfo = UTC) -> list[Reading]:
    """Store a reading of each fact whose period has none: today's state, and every month that has ended. Idempotent per period.

    `zone`: where the civil day of the city is asked. One fact that fails does not stop the others; then raises SomeFactsFailed at the end.
    """
    today = at.astimezone(zone).date()
    taken, failed = [], []
    for fact in facts().values():
        try:
            taken += [reading for on in _due(fact, today) if (reading := _take(fact, on, at))]
        except Exception as error:  # the other facts are none the worse for it
            log.exception("no reading of %s", fact.key)
            failed.append((fact.key, type(error).__name__))
    if failed:
        raise SomeFactsFailed(failed)
    return taken


def _due(fact: Fact, today: date) -> Iterator[date]:
    """The periods that have ended, or are now, and have no reading."""
    last = Reading.objects.filter(fact=fact.key).order_by("-on").values_list("on", flat=True).first()
    if fact.period == "day":
        if last is None or last < today:
            yield today
        return
    months = [_month_before(today)]
    while last and months[0] > last and len(months) < MOST_BACK:
        months.insert(0, _month_before(months[0]))
    yield from (month for month in months if last is None or month > last)


def _month_before(day: date) -> date:
    return (day.replace(day=1) - timedelta(days=1)).replace(day=1)


def _take(fact: Fact, on: date, at: datetime) -> Reading | None:
    """Count, protect, store; None where somebody else was quicker."""
    rows = [(where, number) for where, number in fact.query(on) if number]
    dimensions = {name: tuple(sorted({where[place] for where, _ in rows})) for place, name in enumerate(fact.dimensions)}  # fmt: skip
    cells, is_withheld = _protected(fact, on, dimensions, rows) if fact.is_about_persons else (_open(fact, rows), False)  # fmt: skip
    with translation.override("en"):
        source = str(fact.source)
    reading = Reading(
        fact=fact.key, subject=_subject(fact, on), on=on, taken_at=at, source=source,
        dimensions=[[name, list(values)] for name, values in dimensions.items()], cells=cells, is_withheld=is_withheld,
    )  # fmt: skip
    try:
        with transaction.atomic():
            reading.save(force_insert=True)
    except IntegrityError:
        return None
    return reading


def _subject(fact: Fact, on: date) -> str:
    """What happens in a month are other records each month; what is there on a day are the same ones, day after day."""
    name = fact.subject or fact.key
    return f"{name} {on:%Y-%m}" if fact.period == "month" else name


def _open(fact: Fact, rows: list[tuple[tuple[str, ...], int]]) -> list[list[object]]:
    return [[dict(zip(fact.dimensions, where, strict=True)), number, False] for where, number in rows]


def _protected(fact: Fact, on: date, dimensions: dict[str, tuple[str, ...]], rows: list[tuple[tuple[str, ...], int]]) -> tuple[list[list[object]], bool]:  # fmt: skip
    """The cells with their sums, small ones hidden in the light of all readings of the same records; and whether nothing may be shown."""
    if not rows:
        return [], False
    subject = _subject(fact, on)
    told, ledger = ledger_of(subject).publish(
        Counts(dimensions, dict(rows)), subject=subject, edition=on.isoformat(), threshold=THRESHOLD
    )
    if told.is_withheld:
        return [], True
    cells = ledger.entries[-1].cells
    return [[dict(where), number, is_hidden] for where, (number, is_hidden) in cells.items() if number], False


def ledger_of(subject: str) -> Ledger:
    """What was published of these records."""
    found = Reading.objects.filter(subject=subject, is_withheld=False).order_by("on", "pk")
    return Ledger(tuple(map(entry, found)))


def entry(reading: Reading) -> Entry:
    """A reading as the ledger knows it. Zeros are not stored: they are what is not there."""
    dimensions = {name: tuple(values) for name, values in reading.dimensions}
    cells = dict.fromkeys(keys(dimensions), (0, False)) if all(dimensions.values()) else {}
    cells |= {frozenset(where.items()): (number, is_hidden) for where, number, is_hidden in reading.cells}
    return Entry(reading.subject, reading.on.isoformat(), dimensions, cells)
