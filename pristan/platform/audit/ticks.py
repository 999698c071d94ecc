# SPDX-License-Identifier: EUPL-1.2
"""What time does for the audit: the sealer."""

from datetime import datetime

from pristan.platform.audit import sealing
from pristan.platform.ticks.jobs import Daily, Every, Job


def seal(at: datetime) -> None:
    """Seal what is new. Idempotent: a sealed entry is never sealed again."""
    sealing.seal()


def sweep(at: datetime) -> None:
    """Look through the whole trail for entries that came very late. Idempotent, as :func:`seal`."""
    sealing.seal(everything=True)


JOBS = (Job("audit.seal", Every(minutes=1), seal), Job("audit.sweep", Daily(catches_up="last"), sweep))
