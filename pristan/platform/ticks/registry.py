# SPDX-License-Identifier: EUPL-1.2
"""What the apps declare in their ``ticks.py``, collected."""

from collections import Counter
from importlib import import_module

from django.utils.module_loading import module_has_submodule

from pristan.platform.privacy.registry import our_apps
from pristan.platform.ticks.errors import JobNamedTwice
from pristan.platform.ticks.jobs import Job


def jobs() -> tuple[Job, ...]:
    """All jobs, in the order of the apps. Raises JobNamedTwice."""
    found = tuple(job for name in _declaring() for job in import_module(name).JOBS)
    for name, count in Counter(job.name for job in found).items():
        if count > 1:
            raise JobNamedTwice(name)
    return found


def _declaring() -> list[str]:
    """The modules of our apps that declare jobs."""
    return [
        f"{config.name}.ticks"
        for config in our_apps()
        if config.module is not None and module_has_submodule(config.module, "ticks")
    ]
