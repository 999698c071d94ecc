# SPDX-License-Identifier: EUPL-1.2
"""What this app keeps, and why."""

from pristan.platform.privacy.retention import Keep, Retention
from pristan.platform.ticks.models import Heartbeat, JobState

RETENTION: Retention = {
    JobState: dict.fromkeys(
        ("name", "done", "begun_at", "ended_at", "error"),
        Keep("when the machine did what; of an error its class and place only, no word of it"),
    ),
    Heartbeat: {"at": Keep("when the machine last looked at the clock")},
}
