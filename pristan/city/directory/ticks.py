# SPDX-License-Identifier: EUPL-1.2
"""What time does in the directory."""

from pristan.city.directory.sheets import drafts
from pristan.platform.ticks.jobs import Every, Job

JOBS = (Job("directory.sheets", Every(minutes=30), drafts.forget),)
