# SPDX-License-Identifier: EUPL-1.2
"""`pristan tick`: everything that time does and that is due now, each thing once."""

import argparse
import logging
import os
import sys
import time
from typing import Any

EPILOG = """examples:
  pristan tick              do what is due (for cron or a timer of systemd, every minute)
  pristan tick --list       what there is to do, how often, and how it stands
  pristan tick --from-now   after a clock that ran ahead was put right
"""
EVERY = 60.0  # seconds between two ticks beside a server
POLL = 1.0
log = logging.getLogger("pristan.ticks")


def declare(commands: Any, formatter: Any) -> None:
    """Add the command."""
    one = commands.add_parser(
        "tick", help="do what time does: what is due, each thing once", epilog=EPILOG, formatter_class=formatter
    )  # fmt: skip
    how = one.add_mutually_exclusive_group()
    how.add_argument("--list", action="store_true", help="show all jobs and how they stand; do nothing")
    how.add_argument(
        "--from-now", action="store_true", help="forget what was done in a future that a wrong clock believed in"
    )  # fmt: skip
    how.add_argument(
        "--beside", type=int, metavar="PID", help="every minute, as long as process PID, which started it, runs (`pristan run` does so)"
    )  # fmt: skip
    one.set_defaults(act=act)


def act(given: argparse.Namespace) -> int:
    """Tick once, list, put right, or go on beside a server."""
    if given.list:
        return _list()
    if given.from_now:
        return _from_now()
    return beside(given.beside) if given.beside else _once()


def _once() -> int:
    from django.utils import timezone

    from pristan.doors.cli.civil import zone
    from pristan.platform.locks.errors import Busy
    from pristan.platform.ticks.services import tick

    try:
        ticked = tick(at=timezone.now(), zone=zone())
    except Busy:
        print("another tick is at work, and does what is due")
        return 0
    for name, period in ticked.done:
        print(f"{name}: {period} done")
    if not ticked.done and not ticked.failed:
        print("nothing is due")
    for name, error in ticked.failed:
        print(f"pristan: {name} failed: {error}. The next tick tries it again.", file=sys.stderr)
    if ticked.set_back:
        print(_set_back(ticked.set_back.total_seconds()), file=sys.stderr)
    return int(bool(ticked.failed or ticked.set_back))


def _set_back(seconds: float) -> str:
    return (
        f"pristan: the clock stands {seconds:.0f} s before the last tick; what was done is not done twice, so nothing is due until "
        "then. Look at the clock; if it ran ahead before and is right now: pristan tick --from-now"
    )


def _from_now() -> int:
    from django.utils import timezone

    from pristan.doors.cli.civil import zone
    from pristan.platform.ticks.services import from_now

    freed = from_now(at=timezone.now(), zone=zone())
    print(f"due again: {', '.join(freed)}" if freed else "no job was done ahead of the clock")
    return 0


def _list() -> int:
    from django.utils import timezone

    from pristan.doors.cli.civil import zone
    from pristan.platform.ticks.selectors import last_tick, standings

    beat = last_tick()
    print(f"last tick: {beat:%Y-%m-%d %H:%M} UTC" if beat else "last tick: never")
    for each in standings(at=timezone.now(), zone=zone()):
        shown = each.state.error or each.mark
        print(f"  {each.job.name:24} {each.job.when!s:28} {each.state.done or '-':20} {shown}")
    return 0


def beside(parent: int) -> int:
    """Tick every minute until the process that started this one is gone; nothing that fails ends it."""
    try:
        while os.getppid() == parent:
            until = time.monotonic() + EVERY
            _quietly()
            while os.getppid() == parent and time.monotonic() < until:
                time.sleep(POLL)
    except KeyboardInterrupt:  # the server beside it gets the same, and says so
        pass
    return 0


def _quietly() -> None:
    from django.db import close_old_connections
    from django.utils import timezone

    from pristan.doors.cli.civil import zone
    from pristan.platform.locks.errors import Busy
    from pristan.platform.ticks.services import tick, told

    close_old_connections()
    try:
        tick(at=timezone.now(), zone=zone())
    except Busy:  # another server of this city has it in hand
        pass
    except Exception as error:
        log.warning("the tick failed: %s", told(error))
    finally:
        close_old_connections()
