# SPDX-License-Identifier: EUPL-1.2
"""Cities on SQLite that are ready to be served: of all test processes of a run the first makes one, the others copy it.

Where they stand says PRISTAN_TEST_CITIES (`scripts.test_all` sets it and begins anew); without it everybody makes their own.
"""

import fcntl
import os
import shutil
import subprocess
import sys
from pathlib import Path

from django.conf import settings

from scripts.serving import ROOT, environment

VARIABLE = "PRISTAN_TEST_CITIES"


def put(pack: Path, folder: Path) -> None:
    """Into `folder`, which `scripts.serving.serving` then serves. On PostgreSQL, and where nobody shares, nothing: serving makes it."""
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
