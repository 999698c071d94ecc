# SPDX-License-Identifier: EUPL-1.2
"""What time does for forgetting."""

from datetime import datetime

from pristan.platform.forgetting import calendar
from pristan.platform.ticks.jobs import Daily, Job


def keep(at: datetime) -> None:
    """Warn, lock and strip what is due. Idempotent: what is stripped has nothing left."""
    calendar.upkeep(at=at)


JOBS = (Job("forgetting.upkeep", Daily(catches_up="last"), keep),)
