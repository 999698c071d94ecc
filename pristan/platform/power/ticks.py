# SPDX-License-Identifier: EUPL-1.2
"""What time does here."""

from datetime import datetime

from pristan.platform.power import invitations
from pristan.platform.ticks.jobs import Daily, Job


def forget_addresses(at: datetime) -> None:
    """Empty the addresses of invitations that nobody accepted in time. Idempotent: an empty one stays empty."""
    invitations.forget(at=at)


JOBS = (Job("power.invitations", Daily(catches_up="last"), forget_addresses),)
