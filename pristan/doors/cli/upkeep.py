# SPDX-License-Identifier: EUPL-1.2
"""What the doctor asks about time's work: is there a tick, is every job done, is the audit sealed?"""

from collections.abc import Iterator
from datetime import timedelta

from pristan.doors.cli.findings import Finding

SOON, LATE = timedelta(minutes=10), timedelta(hours=1)
TICK = (
    "pristan tick (every minute: `pristan run` does it by itself; without it, cron; see docs/operations.md)"
)


def heartbeat() -> Iterator[Finding]:
    """When the last tick was, and which jobs failed, hang or are late."""
    from django.utils import timezone

    from pristan.city.directory.selectors import CityMissing
    from pristan.doors.cli.civil import zone
    from pristan.platform.ticks.selectors import last_tick, standings

    try:
        where = zone()
    except CityMissing:
        return
    now, beat = timezone.now(), last_tick()
    if beat is None:
        yield Finding("note", "there was no tick yet: nothing is done that time does", TICK)
        return
    yield _beat(now - beat)
    told = {
        "failed": ("error", "failed", "pristan tick, and look at what it says"),
        "open": ("note", "has begun and not ended: it runs now, or was killed", "pristan tick"),
        "ahead": ("error", "was done for a time that has not come", "look at the clock, then pristan tick --from-now"),
        "late": ("error", "is late", "pristan tick"),
    }  # fmt: skip
    for each in standings(at=now, zone=where):
        if each.mark in told:
            mark, words, mend = told[each.mark]
            error = f" ({each.state.error})" if each.state.error else ""
            yield Finding(mark, f"the job {each.job.name} {words}{error}", mend)


def _beat(age: timedelta) -> Finding:
    if age < -SOON:
        return Finding("error", "the last tick lies ahead of the clock", "look at the clock, then pristan tick --from-now")  # fmt: skip
    words = f"the last tick was {_ago(age)} ago"
    if age <= SOON:
        return Finding("ok", words)
    return Finding("error" if age > LATE else "note", words, TICK)


def audit_trail() -> Iterator[Finding]:
    """How long entries of the audit wait for their seal."""
    from django.utils import timezone

    from pristan.platform.audit.selectors import unsealed

    waiting = unsealed()
    if waiting.oldest is None:
        yield Finding("ok", "the audit is sealed to its end")
        return
    age = timezone.now() - waiting.oldest
    words = f"{waiting.count} entries of the audit wait for their seal, the oldest for {_ago(age)}"
    if age <= SOON:
        yield Finding("ok", words)
    else:
        yield Finding("note", words, "pristan audit seal (and see that there is a tick: pristan tick --list)")


def _ago(age: timedelta) -> str:
    minutes = max(0, int(age.total_seconds() // 60))
    if minutes < 120:
        return f"{minutes} min"
    return f"{minutes // 60} h" if minutes < 48 * 60 else f"{minutes // 1440} days"
