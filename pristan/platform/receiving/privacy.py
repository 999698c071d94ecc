# SPDX-License-Identifier: EUPL-1.2
"""What this app keeps, and why."""

from datetime import timedelta

from pristan.platform.privacy.retention import Delete, Ends, Retention
from pristan.platform.receiving.models import Tally
from pristan.platform.receiving.throttle import hour_of

RETENTION: Retention = {
    Tally: dict.fromkeys(
        ("hour", "what", "sender", "number"),
        Delete(
            timedelta(0),
            "a number and a digest under a key of its hour; ticks.py takes it away when the hour is over",
        ),
    ),
}
ENDS: Ends = {Tally: lambda before: Tally.objects.filter(hour__lt=hour_of(before))}
