# SPDX-License-Identifier: EUPL-1.2
"""All that must hold before a change lands, cheapest first: python -m scripts.ready

Stops at the first failure with the command that repeats or mends it. The last line is pytest's count.
"""

import subprocess
import sys
import time
from pathlib import Path

from scripts.test_all import CLOSING

ROOT = Path(__file__).resolve().parent.parent
# (verb, what a failure asks for)
STEPS = (
    ("lint", "make format, then make lint"),
    ("types", "make types"),
    ("shape", "make shape"),
    ("messages-check", "make messages, fill locale/, make messages-check"),
    ("docs", "make docs"),
    ("test", "make test APP=<the directory that failed>"),
)


def main() -> int:
    """Run the steps; print the seconds of each."""
    CLOSING.unlink(missing_ok=True)
    seconds: list[tuple[str, float]] = []
    for verb, mend in STEPS:
        print(f"\n== make {verb}", flush=True)
        began = time.monotonic()
        status = subprocess.run(["make", "--no-print-directory", verb], cwd=ROOT, check=False).returncode
        seconds.append((verb, time.monotonic() - began))
        if status:
            show(seconds)
            print(f"NOT READY: make {verb} failed.\nmend: {mend}", flush=True)
            return 1
    show(seconds)
    closing = CLOSING.read_text(encoding="utf-8").strip() if CLOSING.exists() else ""
    if not closing:
        print("NOT READY: the tests left no count behind.\nmend: make test", flush=True)
        return 1
    print(f"READY\n{closing}", flush=True)
    return 0


def show(seconds: list[tuple[str, float]]) -> None:
    """The steps so far and what they took."""
    print()
    for verb, taken in seconds:
        print(f"{verb:>16} {taken:7.1f} s")
    print(f"{'together':>16} {sum(taken for _, taken in seconds):7.1f} s", flush=True)


if __name__ == "__main__":
    sys.exit(main())
