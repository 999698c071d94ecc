# SPDX-License-Identifier: EUPL-1.2
"""The whole suite with a real browser, on SQLite and on PostgreSQL.

    python -m scripts.test_all [PATH ...] [-- WORDS FOR PYTEST]

Three runs go side by side, each with its own folder under var/tests; with more cores each is spread over workers. A test runs
on both databases, unless what it asks for says that the database cannot change its answer (conftest.py): then in the third
run, on SQLite. PRISTAN_TEST_DATABASES=sqlite (or postgresql) makes one run with all tests, JOBS=1 one after the other. Exit
status 0 only if tests ran wherever they had to and none failed. The last line is pytest's count of all together.
"""

import os
import shutil
import subprocess
import sys
import threading
import time
from contextlib import ExitStack
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from scripts import browser, postgres, totals

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "var" / "tests"
CLOSING = FOLDER / "closing-line"
CITIES = FOLDER / "cities"  # made once for all runs: tests/prepared.py
DATABASES = ("sqlite", "postgresql")
MEANINGS = "import django; django.setup(); from pristan.platform.search import knowledge; knowledge.build()"
PACKS = ("ljubljana", "example")  # each has words of its own
NO_TESTS = 5  # pytest's exit status when it collected nothing
ONCE = "once"  # the run of what hangs on no database: the shortest, so it gives way and lives on what the others leave
# What a run leaves to the others, if there are others: the kinds of tests of conftest.py.
LEFT = {"sqlite": ("page", "pure"), "postgresql": ("page", "pure"), ONCE: ("database",)}


@dataclass
class Run:
    """One suite on one database."""

    name: str
    environment: dict[str, str]
    paths: list[str]
    words: list[str]
    leaves: tuple[str, ...] = ()
    gives_way: bool = False
    status: int = -1
    seconds: float = 0.0
    counted: totals.Totals = field(default_factory=totals.Totals)

    @property
    def folder(self) -> Path:
        """Where this run writes: lemma cache, database file, report."""
        return FOLDER / self.name

    def go(self) -> None:
        """Run to the end, each line of pytest marked with the database it speaks of."""
        began = time.monotonic()
        report = self.folder / "report.xml"
        report.unlink(missing_ok=True)
        left = [f"--leave={kind}" for kind in self.leaves]
        nice = ["nice", "-n", "2"] if self.gives_way else []
        command = [
            *nice, sys.executable, "-m", "pytest", *self.paths, f"--junitxml={report}", "-o", f"cache_dir={self.folder / 'cache'}",
            *left, *self.words,
        ]  # fmt: skip
        with subprocess.Popen(
            command, cwd=ROOT, env=self.environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            text=True, errors="replace",
        ) as process:  # fmt: skip
            assert process.stdout is not None
            for line in process.stdout:
                print(f"{self.name:>10} | {line}", end="", flush=True)
        self.status, self.seconds = process.returncode, time.monotonic() - began
        self.counted = totals.read(report)

    @property
    def is_good(self) -> bool:
        """Tests ran and none failed, or all were left to the other runs."""
        if self.leaves and self.status == NO_TESTS:
            return self.counted.failed == 0
        return self.status == 0 and self.counted.passed > 0


def main(words: list[str]) -> int:
    """Prepare, run, sum up."""
    paths, extra = split(words)
    FOLDER.mkdir(parents=True, exist_ok=True)
    CLOSING.unlink(missing_ok=True)
    shutil.rmtree(CITIES, ignore_errors=True)
    try:
        with ExitStack() as stack:
            compile_words()
            runs = prepare(stack, paths, extra)
            run_all(runs)
    except (browser.BrowserMissing, postgres.PostgresMissing) as missing:
        print(missing, file=sys.stderr)
        return 1
    return sum_up(runs)


def split(words: list[str]) -> tuple[list[str], list[str]]:
    """Paths before `--`, words for pytest after it."""
    if "--" not in words:
        return words, []
    at = words.index("--")
    return words[:at], words[at + 1 :]


def prepare(stack: ExitStack, paths: list[str], extra: list[str]) -> list[Run]:
    """The runs, with browser and server found: one database with all tests, or all of LEFT."""
    asked = os.environ.get("PRISTAN_TEST_DATABASES", "").split() or DATABASES
    chosen = list(LEFT) if set(DATABASES) <= set(asked) else asked
    base = os.environ | {
        browser.VARIABLE: browser.ensure(),
        "PYTHONUNBUFFERED": "1",
        "PYTHONDONTWRITEBYTECODE": "",  # many processes, and each would compile all modules for itself
        "DJANGO_SETTINGS_MODULE": "config.settings.test",
        "PRISTAN_TEST_CITIES": str(CITIES),
    }
    urls = {"postgresql": stack.enter_context(postgres.server())} if "postgresql" in chosen else {}
    runs = []
    for name in chosen:
        folder = FOLDER / name
        folder.mkdir(parents=True, exist_ok=True)
        share(folder / "lemmas")
        url = urls.get(name) or f"sqlite:///{folder / 'city.sqlite3'}"
        own = {
            "DATABASE_URL": url,
            "PRISTAN_VAR": str(folder),
            "PRISTAN_TEST_DB": str(folder / "test.sqlite3"),
        }
        leaves = LEFT[name] if ONCE in chosen else ()
        words = [*spread(len(asked)), "--create-db", *extra]
        runs.append(Run(name, base | own, paths, words, leaves, gives_way=name == ONCE))
    return runs


def share(lemmas: Path) -> None:
    """One lemma cache for both runs and the running city: compiled once, by whoever comes first."""
    shared = ROOT / "var" / "lemmas"
    shared.mkdir(parents=True, exist_ok=True)
    if not lemmas.is_symlink():
        shutil.rmtree(lemmas, ignore_errors=True)
        lemmas.symlink_to(shared, target_is_directory=True)


def compile_words() -> None:
    """The word lists, and what words mean in each pack, before any run begins: each would make them for itself."""
    from pristan.core.text import build
    from pristan.core.text.languages import TAUGHT

    tell = partial(print, flush=True)
    build(
        ROOT / "var" / "lemmas",
        TAUGHT,
        lambda line: None if line.endswith("ready") else tell(line),
        os.cpu_count() or 1,
    )
    own = {"DJANGO_SETTINGS_MODULE": "config.settings.production", "PRISTAN_VAR": str(ROOT / "var")}
    building = [
        subprocess.Popen(
            [sys.executable, "-c", MEANINGS], cwd=ROOT, env=os.environ | own | {"PRISTAN_PACK": str(ROOT / "packs" / pack)}
        )
        for pack in PACKS
    ]  # fmt: skip
    for each in building:
        each.wait()  # tests tell what is wrong


def spread(databases: int) -> list[str]:
    """How many workers each run gets: the databases share the cores. The third run waits for browsers most of the time."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    each = cores // (1 if os.environ.get("JOBS") == "1" else databases)
    return ["-n", str(each), "--dist", "loadfile"] if each > 1 else ["-n", "0"]


def run_all(runs: list[Run]) -> None:
    """Side by side, or one after the other with JOBS=1."""
    if os.environ.get("JOBS") == "1":
        for run in runs:
            run.go()
        return
    threads = [threading.Thread(target=run.go, name=run.name) for run in runs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def sum_up(runs: list[Run]) -> int:
    """Print seconds and counts; the last line is the sum."""
    print()
    for run in runs:
        remark = (
            ""
            if run.is_good
            else f"   <- exit {run.status}" + (", no test ran" if run.status == NO_TESTS else "")
        )
        print(f"{run.name:>10}: {run.counted} in {run.seconds:.0f} s{remark}")
    counted = sum((run.counted for run in runs), totals.Totals())
    closing = str(counted)
    CLOSING.write_text(closing + "\n", encoding="utf-8")
    is_good = counted.passed > 0 and all(run.is_good for run in runs)
    if not is_good:
        print("mend: one test alone: make test APP=path/of/test_file.py ARGS='-k name'", file=sys.stderr)
    print(closing, flush=True)
    return 0 if is_good else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
