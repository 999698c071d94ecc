# SPDX-License-Identifier: EUPL-1.2
"""How time's work stands: for `pristan tick --list` and the doctor."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal
from zoneinfo import ZoneInfo

from pristan.platform.ticks import registry
from pristan.platform.ticks.jobs import Job
from pristan.platform.ticks.models import Heartbeat, JobState

Mark = Literal["never", "failed", "open", "ahead", "late", "well"]


@dataclass(frozen=True)
class Standing:
    """A job and how it stands: never called, failed the last time, begun and not ended, done for a time that has not come, late, or well."""

    job: Job
    state: JobState
    mark: Mark


def last_tick() -> datetime | None:
    """When somebody last looked at the clock."""
    return Heartbeat.objects.values_list("at", flat=True).first()


def standings(*, at: datetime, zone: ZoneInfo) -> list[Standing]:
    """All jobs, in the order in which a tick calls them."""
    states = {state.name: state for state in JobState.objects.all()}
    return [
        Standing(job, state, _mark(job, state, at, zone))
        for job in registry.jobs()
        for state in [states.get(job.name) or JobState(name=job.name)]
    ]


def _mark(job: Job, state: JobState, at: datetime, zone: ZoneInfo) -> Mark:
    if state.error:
        return "failed"
    if state.is_open:
        return "open"
    if not state.done:
        return "never"
    if state.done > job.when.period(at, zone):
        return "ahead"
    return "late" if job.when.is_late(state.done, at, zone) else "well"
