# SPDX-License-Identifier: EUPL-1.2
"""What time does for search."""

from datetime import datetime

from pristan.platform.search import signals
from pristan.platform.ticks.jobs import Daily, Job


def forget(at: datetime) -> None:
    """Delete signals that are too old, where nobody searches as well. Idempotent: what is gone is gone."""
    signals.forget(at.date())


JOBS = (Job("search.forget", Daily(catches_up="last"), forget),)
