# SPDX-License-Identifier: EUPL-1.2
"""What time does for facts."""

from datetime import UTC, datetime

from pristan.platform.facts import readings
from pristan.platform.ticks.jobs import Daily, Job


def take(at: datetime) -> None:
    """Take the readings of a day. Idempotent: a reading that is there is left alone."""
    readings.take(at=at, zone=at.tzinfo or UTC)


JOBS = (Job("facts.take", Daily(catches_up="last"), take),)
