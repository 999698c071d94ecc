# SPDX-License-Identifier: EUPL-1.2
"""Jobs for tests, and how they are called."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from pristan.platform.ticks.jobs import Job, When
from pristan.platform.ticks.services import Ticked, tick

ZONE = ZoneInfo("Europe/Ljubljana")
AT = datetime(2026, 11, 27, 12, 3, 20, tzinfo=UTC)


@dataclass
class Diary:
    """What jobs did."""

    lines: list[str] = field(default_factory=list)

    def job(self, name: str, when: When, then: Callable[[], object] = lambda: None) -> Job:
        """A job that writes the day and what it is called, then does something more."""

        def run(at: datetime) -> None:
            self.lines.append(f"{name} {at.astimezone(ZONE):%m-%d}")
            then()

        return Job(name, when, run)


def ticked(at: datetime = AT) -> Ticked:
    """One tick."""
    return tick(at=at, zone=ZONE)
