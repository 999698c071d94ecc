# SPDX-License-Identifier: EUPL-1.2
"""One tick: everything that time does and that is owed, each thing once."""

import logging
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import PurePath
from zoneinfo import ZoneInfo

from django.db import transaction

from pristan.platform.locks.exclusive import exclusive
from pristan.platform.ticks import registry
from pristan.platform.ticks.jobs import Due, Job
from pristan.platform.ticks.models import Heartbeat, JobState

LOCK = "tick"
JITTER = timedelta(minutes=1)  # clocks of two machines may differ by so much and nobody need hear of it

Clock = Callable[[], datetime]
log = logging.getLogger("pristan.ticks")


@dataclass
class Ticked:
    """What a tick did: (job, period) of all that ran well, (job, error) of what failed, how far the clock went back."""

    done: list[tuple[str, str]] = field(default_factory=list)
    failed: list[tuple[str, str]] = field(default_factory=list)
    set_back: timedelta = timedelta()


def tick(*, at: datetime, zone: ZoneInfo) -> Ticked:
    """Call every job that is due at ``at``; ``zone`` says where a civil day begins.

    One at a time: raises Busy at once when another process ticks. A job that fails is tried again by the next tick and
    keeps no other from running; one that was killed is run again. Where the clock was set back, what is done is not done
    again (see :func:`from_now`). Call it outside transactions.
    """
    begun = time.monotonic()

    def clock() -> datetime:
        return at + timedelta(seconds=time.monotonic() - begun)

    with exclusive(LOCK, wait=0):
        ticked = Ticked(set_back=_beat(at))
        for job in registry.jobs():
            _catch_up(job, at, zone, clock, ticked)
    return ticked


def from_now(*, at: datetime, zone: ZoneInfo) -> list[str]:
    """Forget what was done in a future that a wrong clock believed in, so that jobs are due again; returns their names."""
    freed = []
    with exclusive(LOCK, wait=0), transaction.atomic():
        Heartbeat.objects.filter(at__gt=at).update(at=at)
        for job in registry.jobs():
            former = job.when.period(job.when.before(at), zone)
            ahead = JobState.objects.filter(name=job.name, done__gt=job.when.period(at, zone))
            if ahead.update(done=former):
                freed.append(job.name)
    return freed


def _beat(at: datetime) -> timedelta:
    """Note that there was a tick; how far the clock stands behind the latest one."""
    beat, _ = Heartbeat.objects.get_or_create(pk=1, defaults={"at": at})
    if at > beat.at:
        Heartbeat.objects.update(at=at)
    return beat.at - at if beat.at - at > JITTER else timedelta()


def _catch_up(job: Job, at: datetime, zone: ZoneInfo, clock: Clock, ticked: Ticked) -> None:
    """All calls that a job is owed, in order, up to the first that fails."""
    state, _ = JobState.objects.get_or_create(name=job.name)
    for due in job.when.due(state.done, at, zone):
        _run(job, due, state, clock)
        if state.error:
            ticked.failed.append((job.name, state.error))
            return
        ticked.done.append((job.name, due.period))


def _run(job: Job, due: Due, state: JobState, clock: Clock) -> None:
    state.begun_at = clock()
    state.save(update_fields=["begun_at"])
    try:
        job.run(due.at)
    except Exception as error:  # whatever it is, the other jobs go on
        state.error = told(error)
        log.warning("%s failed: %s", job.name, state.error)
    else:
        state.done, state.error = due.period, ""
    state.ended_at = clock()
    state.save(update_fields=["done", "ended_at", "error"])


def told(error: Exception) -> str:
    """The class of an error and where it was raised: nothing of what it says, which may hold a person's data."""
    places = traceback.extract_tb(error.__traceback__)
    place = f" at {PurePath(places[-1].filename).name}:{places[-1].lineno}" if places else ""
    return f"{type(error).__name__}{place}"
