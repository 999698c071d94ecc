# SPDX-License-Identifier: EUPL-1.2
"""Cities that are served. Those on SQLite are made by the first test process of a run that wants one, and copied by the others.

Where they stand says PRISTAN_TEST_CITIES (`scripts.test_all` sets it and begins anew); without it everybody makes their own.
"""

import fcntl
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings

from scripts.serving import ROOT, Served, environment, serving

VARIABLE = "PRISTAN_TEST_CITIES"


@contextmanager
def served(pack: Path, folder: Path) -> Iterator[Served]:
    """See `scripts.serving.serving`."""
    _put(pack, folder)
    with serving(pack, folder, lemmas=Path(settings.LEMMA_CACHE)) as found:
        yield found


def _put(pack: Path, folder: Path) -> None:
    """On PostgreSQL, and where nobody shares, nothing: serving makes it."""
    shared = os.environ.get(VARIABLE, "")
    if not shared or os.environ.get("DATABASE_URL", "").startswith("postgres"):
        return
    made = Path(shared) / pack.name
    made.parent.mkdir(parents=True, exist_ok=True)
    with made.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (made / "ready").exists():
            _make(pack, made)
    shutil.copytree(made, folder, symlinks=True, dirs_exist_ok=True, ignore=shutil.ignore_patterns("ready"))


def _make(pack: Path, folder: Path) -> None:
    words = [sys.executable, "-m", "pristan.doors.cli.main", "run", "--prepare-only"]
    own = environment(pack, folder, f"sqlite:///{folder / 'city.sqlite3'}", lemmas=Path(settings.LEMMA_CACHE))
    done = subprocess.run(words, cwd=ROOT, env=os.environ | own, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    (folder / "ready").touch()
