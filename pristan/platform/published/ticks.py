# SPDX-License-Identifier: EUPL-1.2
"""What time does for readers: a change whose process died between its commit and its projection reaches them all the same."""

from contextlib import suppress
from datetime import datetime

from pristan.platform.locks.errors import Busy
from pristan.platform.published import services
from pristan.platform.published.models import Dirty
from pristan.platform.ticks.jobs import Daily, Every, Job


def catch_up(at: datetime) -> None:
    """Project what is still dirty. Idempotent: where nothing is, nothing is done."""
    if Dirty.objects.exists():
        with suppress(Busy):
            services.catch_up(at=at, wait=services.SOON, learns=False)


def learn(at: datetime) -> None:
    """Learn words from pages that people changed during the day. Idempotent: what was learned from them is not new any more."""
    services.learn(at=at)


JOBS = (
    Job("published.catch_up", Every(minutes=1), catch_up),
    Job("published.learn", Daily(catches_up="last"), learn),
)
