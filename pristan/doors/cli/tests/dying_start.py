# SPDX-License-Identifier: EUPL-1.2
"""A `pristan run --prepare-only` that is killed in the middle of one step, as by ``kill -9``.

``python -m pristan.doors.cli.tests.dying_start STEP``: the step does half of its work and the process ends.
"""

import os
import signal
import sys
from collections.abc import Callable
from typing import Any


def die(*_: Any, **__: Any) -> Any:
    """The end."""
    os.kill(os.getpid(), signal.SIGKILL)


def main(step: str) -> None:
    """Start a city and die in a step."""
    import django

    django.setup()
    from django.contrib.staticfiles.storage import ManifestFilesMixin
    from django.db.migrations.recorder import MigrationRecorder

    from pristan.doors.cli import main as command
    from pristan.doors.cli import steps
    from pristan.platform.packs import services as packs
    from pristan.platform.published import runs

    places: dict[str, tuple[Any, str, Any]] = {
        "database": (MigrationRecorder, "record_applied", _at_call(5, MigrationRecorder.record_applied)),
        "city": (packs.audit, "record", die),
        "city-stamp": (steps, "ALL", tuple(die if each is steps.read_model else each for each in steps.ALL)),
        "read_model": (runs, "run", die),
        "static_files": (ManifestFilesMixin, "post_process", die),
    }
    module, name, put = places[step]
    setattr(module, name, put)
    command.main(["run", "--prepare-only"])


def _at_call(count: int, act: Callable[..., Any]) -> Callable[..., Any]:
    calls = iter(range(count))

    def counted(*words: Any, **named: Any) -> Any:
        return act(*words, **named) if next(calls, None) is not None else die()

    return counted


if __name__ == "__main__":
    main(sys.argv[1])
