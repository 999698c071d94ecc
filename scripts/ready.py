# SPDX-License-Identifier: EUPL-1.2
"""All that must hold before a change lands, cheapest first: python -m scripts.ready

The checks go side by side, as many as there are cores, and beside them what the tests need is compiled; then the tests, which
take all cores themselves. Stops after the checks when one of them failed, with the command that repeats or mends it. The last
line is pytest's count.
"""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from scripts.test_all import CLOSING, compile_words

ROOT = Path(__file__).resolve().parent.parent
# Verb -> what a failure asks for. The longest begins first.
CHECKS = {
    "types": "make types",
    "docs": "make docs",
    "lint": "make format, then make lint",
    "messages-check": "make messages, fill locale/, make messages-check",
    "shape": "make shape",
}
TESTS = {"test": "make test APP=<the directory that failed>"}


@dataclass(frozen=True)
class Done:
    """A verb that was run: its status, its seconds and, if it was not shown meanwhile, what it said."""

    verb: str
    status: int
    seconds: float
    said: str = ""


def main() -> int:
    """Run the steps; print the seconds of each."""
    CLOSING.unlink(missing_ok=True)
    began = time.monotonic()
    done: list[Done] = []
    for each in checks():
        done.append(each)
        print(f"\n== make {each.verb}\n{each.said}", end="", flush=True)
    if not [each for each in done if each.status]:
        print("\n== make test", flush=True)
        done.append(run("test"))
    show(done, time.monotonic() - began)
    return verdict([each.verb for each in done if each.status])


def checks() -> Iterator[Done]:
    """All checks side by side, each as soon as it and those before it are done."""
    with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
        words = pool.submit(compile_words)
        yield from pool.map(lambda verb: run(verb, is_shown=False), CHECKS)
        words.result()


def run(verb: str, *, is_shown: bool = True) -> Done:
    """One verb of make."""
    began = time.monotonic()
    out, err = (None, None) if is_shown else (subprocess.PIPE, subprocess.STDOUT)
    words = ["make", "--no-print-directory", verb]
    ended = subprocess.run(words, cwd=ROOT, check=False, text=True, errors="replace", stdout=out, stderr=err)
    return Done(verb, ended.returncode, time.monotonic() - began, ended.stdout or "")


def show(done: list[Done], seconds: float) -> None:
    """The steps so far and what they took."""
    print()
    for each in done:
        print(f"{each.verb:>16} {each.seconds:7.1f} s")
    print(f"{'together':>16} {seconds:7.1f} s", flush=True)


def verdict(failed: list[str]) -> int:
    """Say whether all is well, or what mends it."""
    for verb in failed:
        print(f"NOT READY: make {verb} failed.\nmend: {(CHECKS | TESTS)[verb]}", flush=True)
    closing = CLOSING.read_text(encoding="utf-8").strip() if CLOSING.exists() else ""
    if not failed and not closing:
        print("NOT READY: the tests left no count behind.\nmend: make test", flush=True)
    elif not failed:
        print(f"READY\n{closing}", flush=True)
    return 0 if closing and not failed else 1


if __name__ == "__main__":
    sys.exit(main())
