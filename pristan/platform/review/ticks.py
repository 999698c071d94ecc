# SPDX-License-Identifier: EUPL-1.2
"""What time does for reviews."""

from datetime import datetime

from pristan.platform.review import purges
from pristan.platform.ticks.jobs import Every, Job


def overwrite(at: datetime) -> None:
    """Write over what a purge freed, where the process died before it could. Idempotent."""
    purges.finish(at=at)


JOBS = (Job("review.overwrite", Every(minutes=1), overwrite),)
