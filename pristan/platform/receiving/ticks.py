# SPDX-License-Identifier: EUPL-1.2
"""What time does for what was received."""

from pristan.platform.receiving import throttle
from pristan.platform.ticks.jobs import Every, Job

JOBS = (Job("receiving.hours", Every(minutes=15), throttle.forget),)
