# SPDX-License-Identifier: EUPL-1.2
"""What time does for readers: a change whose process died between its commit and its projection reaches them all the same."""

from datetime import datetime

from pristan.platform.published import services
from pristan.platform.published.models import Dirty
from pristan.platform.ticks.jobs import Every, Job


def catch_up(at: datetime) -> None:
    """Project what is still dirty. Idempotent: where nothing is, nothing is done."""
    if Dirty.objects.exists():
        services.soon(at=at)


JOBS = (Job("published.catch_up", Every(minutes=1), catch_up),)
