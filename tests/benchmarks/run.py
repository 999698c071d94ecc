# SPDX-License-Identifier: EUPL-1.2
"""`make bench`: speed and size of the city at 1x, 10x and 100x of its pack, on both databases, as ratios to a plain query of the same run.

``--full`` adds 100,000 entries and 1000x, ``--sizes 1,10`` chooses, ``--databases sqlite`` one of them; ``--json FILE`` keeps the
figures as they come. Each size is a process and a database of its own; nothing here is a test.
"""

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from scripts import postgres
from tests.benchmarks import chain, crowd, editing, engine

ROOT = Path(__file__).resolve().parents[2]
FULL = 100_000
SIZES = (1, 10, 100)
GREATEST = 1000
DATABASES = ("sqlite", "postgresql")
BUFFERS = "1GB"  # of PostgreSQL: a quarter of a small machine's memory, as docs/operations.md has it
Count = tuple[str, int]


def main() -> int:
    """Measure and print."""
    given = _arguments()
    print(_machine(), flush=True)
    found: list[dict[str, Any]] = []
    with tempfile.TemporaryDirectory(prefix="pristan-bench-") as folder, ExitStack() as stack:
        urls = _urls(given.databases.split(","), stack)
        for name, url in urls.items():
            measured = _run(Path(folder) / f"{name}-chain", url, "bench_chain", "tests.benchmarks.chain")
            print("\n".join(chain.line(measured)), flush=True)
        if given.chain:
            return 0
        for name, url in urls.items():
            measured = _run(Path(folder) / f"{name}-crowd", url, "bench_crowd", "tests.benchmarks.crowd")
            print("\n".join(crowd.line(measured)), flush=True)
            for size in editing.SIZES:
                case = f"editing_{size}"
                measured = _run(
                    Path(folder) / f"{name}-{case}", url, f"bench_{case}", "tests.benchmarks.editing", size
                )
                print("\n".join(editing.line(measured)), flush=True)
        if given.editing:
            return 0
        for unit, size in _counts(given):
            for name, url in urls.items():
                found.append(_measure(Path(folder) / f"{name}-{unit}{size}", url, unit, size))
                for line in _lines(found[-1]):
                    print(line, flush=True)
                if given.json:
                    Path(given.json).write_text(json.dumps(found, indent=1), encoding="utf-8")
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", default=",".join(map(str, SIZES)))
    parser.add_argument("--databases", default=",".join(DATABASES))
    parser.add_argument(
        "--full", action="store_true", help="also 100,000 entries and 1000x (most of an hour)"
    )
    parser.add_argument("--entries", default="", help="other sizes, in entries: 100000")
    parser.add_argument("--chain", action="store_true", help="only the audit's chain")
    parser.add_argument("--editing", action="store_true", help="only the chain and editing")
    parser.add_argument("--json", default="")
    return parser.parse_args()


def _counts(given: argparse.Namespace) -> list[Count]:
    counts = [("x", int(size)) for size in given.sizes.split(",") if size]
    counts += [("entries", int(size)) for size in given.entries.split(",") if size]
    return counts + ([("entries", FULL), ("x", GREATEST)] if given.full else [])


def _urls(names: list[str], stack: ExitStack) -> dict[str, str]:
    """Database -> the address of its server; empty for SQLite, which has none."""
    return {
        name: stack.enter_context(postgres.server(BUFFERS)) if name == "postgresql" else ""
        for name in names
        if name
    }


def _machine() -> str:
    load = os.getloadavg()[0]
    return f"# {os.cpu_count()} cores, load {load:.1f} at the start, Python {platform.python_version()}"


def _measure(var: Path, url: str, unit: str, size: int) -> dict[str, Any]:
    return _run(var, url, f"bench_{unit}{size}", "tests.benchmarks.city", unit, str(size))


def _run(var: Path, url: str, database: str, module: str, *words: str) -> dict[str, Any]:
    """A process of its own with a new database; the last line that it prints is what it measured."""
    var.mkdir()
    lemmas = ROOT / "var" / "lemmas"
    if lemmas.is_dir():
        (var / "lemmas").symlink_to(lemmas)
    env = os.environ | {"PRISTAN_VAR": str(var), "DJANGO_SETTINGS_MODULE": "config.settings.production"}
    env["DATABASE_URL"] = _fresh(url, database) if url else f"sqlite:///{var / 'city.sqlite3'}"
    command = [sys.executable, "-m", module, *words]
    ran = subprocess.run(command, cwd=ROOT, env=env, stdout=subprocess.PIPE, text=True, check=True)
    measured: dict[str, Any] = json.loads(ran.stdout.splitlines()[-1])
    return measured | {"load_average": os.getloadavg()[0]}


def _fresh(url: str, name: str) -> str:
    """The address of a new, empty database on the server."""
    import psycopg

    server, _, _ = url.rpartition("/")
    with psycopg.connect(_conninfo(f"{server}/postgres"), autocommit=True) as link:
        link.execute(f'DROP DATABASE IF EXISTS "{name}"')
        link.execute(f'CREATE DATABASE "{name}"')
    return f"{server}/{name}"


def _conninfo(url: str) -> str:
    """A DATABASE_URL (``postgres://user@//folder/of/socket/name``) as the driver reads it."""
    import environ
    from psycopg.conninfo import make_conninfo

    parts = environ.Env.db_url_config(url)
    given = {
        "host": parts["HOST"],
        "port": parts["PORT"],
        "user": parts["USER"],
        "password": parts["PASSWORD"],
    }
    return make_conninfo(dbname=parts["NAME"], **{name: value for name, value in given.items() if value})


def _lines(found: dict[str, Any]) -> Iterator[str]:
    load, search, baseline = found["load"], found["search"], found["baseline"]
    yield f"\n## {found['entries']} entries x {len(found['languages'])} languages ({found['vendor']}), load average {found['load_average']:.1f}"
    yield (
        f"load: read in {load['read_s']:.1f} s, written in {load['write_s']:.1f} s, shown to readers after {load['project_s']:.1f} s more; "
        f"reads meanwhile: {load['reads']} ({load['failed_reads']} failed), p95 {load['read_p95_ms']:.1f} ms; peak memory {load['peak_mb']:.0f} MB"
    )
    yield (
        f"search: {search['count']} queries, p50 {search['p50_ms']:.1f} ms, p95 {search['p95_ms']:.1f} ms; "
        f"plain query: p50 {baseline['p50_ms']:.1f} ms, p95 {baseline['p95_ms']:.1f} ms; "
        f"ratio p50 {search['p50_ms'] / baseline['p50_ms']:.2f}, p95 {search['p95_ms'] / baseline['p95_ms']:.2f}"
    )
    if rules := found.get("rules"):
        yield (
            f"rules: {rules['rules']} compiled in {rules['compiled_ms']:.0f} ms; for one person: "
            + ", ".join(
                f"{name} p50 {rules[name]['p50_ms']:.1f} p95 {rules[name]['p95_ms']:.1f} ms"
                for name in ("verdicts", "weighing", "plan", "question")
            )
            + "".join(
                f"; weighing {number} different rules p50 {each['p50_ms']:.0f} ms"
                for number, each in rules["grown"].items()
            )
        )
    if "engine" in found:
        yield engine.line(found["engine"])
    if paper := found.get("paper"):
        empty = paper["empty"]["p50_ms"]
        yield (
            f"paper: {paper['files']} files of each form; "
            + "; ".join(
                f"{form} p50 {paper[form]['p50_ms']:.0f} p95 {paper[form]['p95_ms']:.0f} ms, "
                f"of the processor p50 {paper[form]['cpu_p50_ms']:.0f} p95 {paper[form]['cpu_p95_ms']:.0f} "
                f"({paper[form]['p50_ms'] / empty:.1f} times an empty sheet), {paper[form]['p50_kb']:.0f} KB, at most {paper[form]['most_kb']:.0f}"
                for form in ("short", "full")
            )
            + f"; memory grew by {paper['grown_mb']:.0f} MB"
        )
    if pages := found.get("pages"):
        yield (
            f"pages: {pages['count']} requests over {pages['addresses']} addresses, p50 {pages['p50_ms']:.1f} ms, p95 {pages['p95_ms']:.1f} ms; "
            f"most SQL queries: page {pages['most_queries']}, search {pages['most_search_queries']}; worker {pages['rss_mb']:.0f} MB after {pages['mixed']} mixed requests"
        )
        yield f"weight: first visit {pages['first_visit_kb']:.1f} KB, next page at most {pages['next_page_kb']:.1f} KB (over the wire, headers included)"


if __name__ == "__main__":
    sys.exit(main())
