# SPDX-License-Identifier: EUPL-1.2
"""A diary, and jobs in the place of those that the apps declare."""

from collections.abc import Callable

import pytest

from pristan.platform.ticks import registry
from pristan.platform.ticks.jobs import Job
from pristan.platform.ticks.tests.kit import Diary


@pytest.fixture
def diary() -> Diary:
    """Where jobs of tests write."""
    return Diary()


@pytest.fixture
def declared(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Let these be the only jobs."""

    def declare(*jobs: Job) -> None:
        monkeypatch.setattr(registry, "jobs", lambda: jobs)

    return declare
