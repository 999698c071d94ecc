# SPDX-License-Identifier: EUPL-1.2
"""The words in which an app says what time does: a job, and when it is due.

In the app's ``ticks.py``::

    JOBS = (
        Job("audit.seal", Every(minutes=1), seal),
        Job("facts.take", Daily(catches_up="each"), take),
    )
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Literal, Protocol
from zoneinfo import ZoneInfo

DAY = timedelta(days=1)
FORM = "%Y-%m-%dT%H:%MZ"
PATIENCE = timedelta(minutes=10)  # a short job is late after this, or after three of its periods


@dataclass(frozen=True)
class Due:
    """One call that is owed. ``period`` is kept when it is done; periods of a job sort as time does."""

    period: str
    at: datetime


class When(Protocol):
    """How often a job is called. ``done`` is the last period that was done, empty before the first."""

    def period(self, at: datetime, zone: ZoneInfo) -> str:
        """The period in which an instant lies."""

    def due(self, done: str, at: datetime, zone: ZoneInfo) -> Iterator[Due]:
        """The calls that are owed now, in order. None when the clock stands before what is done."""

    def is_late(self, done: str, at: datetime, zone: ZoneInfo) -> bool:
        """Whether periods went by without it."""

    def before(self, at: datetime) -> datetime:
        """An instant in the period before this one."""


@dataclass(frozen=True)
class Every:
    """Once in every so many minutes; what was missed is not made up for. Raises ValueError outside 1 to 1440."""

    minutes: int

    def __post_init__(self) -> None:
        if not 1 <= self.minutes <= 1440:
            raise ValueError(f"every {self.minutes} minutes: write a number from 1 to 1440, or Daily")

    def __str__(self) -> str:
        return "every minute" if self.minutes == 1 else f"every {self.minutes} minutes"

    def period(self, at: datetime, zone: ZoneInfo) -> str:
        """Its first minute, in UTC: no summer time makes one come twice."""
        minute = int(at.timestamp()) // 60
        return datetime.fromtimestamp((minute - minute % self.minutes) * 60, UTC).strftime(FORM)

    def due(self, done: str, at: datetime, zone: ZoneInfo) -> Iterator[Due]:
        """This period, unless it is done."""
        if (period := self.period(at, zone)) > done:
            yield Due(period, at)

    def is_late(self, done: str, at: datetime, zone: ZoneInfo) -> bool:
        """Nothing for ten minutes, or for three periods if that is longer."""
        since = at - datetime.fromisoformat(done).replace(tzinfo=UTC)
        return since > max(PATIENCE, timedelta(minutes=3 * self.minutes))

    def before(self, at: datetime) -> datetime:
        """So many minutes ago."""
        return at - timedelta(minutes=self.minutes)


@dataclass(frozen=True)
class Daily:
    """Once per civil day in the city's zone. After days of standstill: ``each`` of them in order, or only the ``last``.

    ``at`` lies in the day it stands for, in the city's zone, so that ``at.date()`` is the day: now for today, the last
    instant for a day that was missed.
    """

    catches_up: Literal["each", "last"]

    def __str__(self) -> str:
        return "every day" + (", missed days too" if self.catches_up == "each" else "")

    def period(self, at: datetime, zone: ZoneInfo) -> str:
        """The civil day."""
        return at.astimezone(zone).date().isoformat()

    def due(self, done: str, at: datetime, zone: ZoneInfo) -> Iterator[Due]:
        """Today, and the missed days before it where they count. The first day ever has none before it."""
        now = at.astimezone(zone)
        if done and self.catches_up == "each":
            missed = date.fromisoformat(done[:10]) + DAY
            while missed < now.date():
                yield Due(missed.isoformat(), datetime.combine(missed, time.max, zone))
                missed += DAY
        if now.date().isoformat() > done:
            yield Due(now.date().isoformat(), now)

    def is_late(self, done: str, at: datetime, zone: ZoneInfo) -> bool:
        """A whole day went by without it."""
        return date.fromisoformat(done[:10]) < at.astimezone(zone).date() - DAY

    def before(self, at: datetime) -> datetime:
        """Yesterday."""
        return at - DAY


@dataclass(frozen=True)
class Job:
    """What time does: ``name`` reads ``app.verb``; ``run(at)`` may be called again for a period, so it is idempotent.

    ``run`` opens its own transactions. What it raises is kept by its class only, never by its words: they could hold
    somebody's data.
    """

    name: str
    when: When
    run: Callable[[datetime], object]
