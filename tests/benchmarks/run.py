# SPDX-License-Identifier: EUPL-1.2
"""`make bench`: speed and size of the city at 1x, 10x and 100x of its pack, as ratios to a plain query of the same run.

``--full`` adds 100,000 entries, ``--sizes 1,10`` chooses; ``--json FILE`` keeps the figures. PostgreSQL is measured when
DATABASE_URL names an empty database there. Each size is a process and a database of its own; nothing here is a test.
"""

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
FULL = 100_000


def main() -> int:
    """Measure and print."""
    given = _arguments()
    sizes = [int(size) for size in given.sizes.split(",")]
    print(_machine(), flush=True)
    found = []
    with tempfile.TemporaryDirectory(prefix="pristan-bench-") as folder:
        counts = [("x", size) for size in sizes] + ([("entries", FULL)] if given.full else [])
        for unit, size in counts:
            found.append(_measure(Path(folder), unit, size))
            for line in _lines(found[-1]):
                print(line, flush=True)
    if given.json:
        Path(given.json).write_text(json.dumps(found, indent=1), encoding="utf-8")
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", default="1,10,100")
    parser.add_argument("--full", action="store_true", help="also 100,000 entries (minutes)")
    parser.add_argument("--json", default="")
    return parser.parse_args()


def _machine() -> str:
    load = os.getloadavg()[0]
    return f"# {os.cpu_count()} cores, load {load:.1f}, Python {platform.python_version()}, {os.environ.get('DATABASE_URL', 'SQLite').split(':')[0]}"


def _measure(folder: Path, unit: str, size: int) -> dict[str, Any]:
    var = folder / f"{unit}{size}"
    var.mkdir()
    lemmas = ROOT / "var" / "lemmas"
    if lemmas.is_dir():
        (var / "lemmas").symlink_to(lemmas)
    env = os.environ | {"PRISTAN_VAR": str(var), "DJANGO_SETTINGS_MODULE": "config.settings.production"}
    command = [sys.executable, "-m", "tests.benchmarks.city", unit, str(size)]
    ran = subprocess.run(command, cwd=ROOT, env=env, stdout=subprocess.PIPE, text=True, check=True)
    measured: dict[str, Any] = json.loads(ran.stdout.splitlines()[-1])
    return measured


def _lines(found: dict[str, Any]) -> list[str]:
    load, search, baseline = found["load"], found["search"], found["baseline"]
    lines = [
        f"\n## {found['entries']} entries x {len(found['languages'])} languages ({found['vendor']})",
        (
            f"load: written in {load['write_s']:.1f} s, shown to readers after {load['project_s']:.1f} s more; "
            f"reads meanwhile: {load['reads']} ({load['failed_reads']} failed), p95 {load['read_p95_ms']:.1f} ms; peak memory {load['peak_mb']:.0f} MB"
        ),
        (
            f"search: {search['count']} queries, p50 {search['p50_ms']:.1f} ms, p95 {search['p95_ms']:.1f} ms; "
            f"plain query: p50 {baseline['p50_ms']:.1f} ms, p95 {baseline['p95_ms']:.1f} ms; "
            f"ratio p50 {search['p50_ms'] / baseline['p50_ms']:.2f}, p95 {search['p95_ms'] / baseline['p95_ms']:.2f}"
        ),
    ]
    if pages := found.get("pages"):
        lines.append(
            f"pages: {pages['count']} requests over {pages['addresses']} addresses, p50 {pages['p50_ms']:.1f} ms, p95 {pages['p95_ms']:.1f} ms; "
            f"most SQL queries: page {pages['most_queries']}, search {pages['most_search_queries']}; worker {pages['rss_mb']:.0f} MB after {pages['mixed']} mixed requests"
        )
        lines.append(
            f"weight: first visit {pages['first_visit_kb']:.1f} KB, next page at most {pages['next_page_kb']:.1f} KB (over the wire, headers included)"
        )
    return lines


if __name__ == "__main__":
    sys.exit(main())
