# SPDX-License-Identifier: EUPL-1.2
"""A town whose every name carries a generation, so that a page made of two versions shows itself; and its server from outside."""

import http.client
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from pristan.city.directory.tests import minipack
from scripts.serving import ROOT, Served

ENTRIES = 40
GENERATION = re.compile(r"rod (\d+) ")
PAGES = (
    "/sl/all/",
    "/sl/need/health/",
    "/sl/search/?q=tečaj",
    "/sl/entry/org/",
    "/sl/entry/tecaj-7/",
    "/ar/all/",
    "/en/",
    "/sl/urgent/",
)


def town(folder: Path, generation: int) -> Path:
    """The pack in its n-th generation."""
    minipack.write(folder)
    (folder / "entries/courses").mkdir(parents=True, exist_ok=True)
    name = f"rod {generation} "
    for number in range(ENTRIES):
        (folder / f"entries/courses/tecaj-{number}.yaml").write_text(
            f"id: tecaj-{number}\nlanguage: sl\nname: {name}tečaj {number}\norganization: {{name: Org, entry: org}}\nneeds: [health]\n"
            "relations: [{type: provided_by, to: org}]\nsources: [{url: 'https://example.org/', date: '2026-01'}]\n",
            encoding="utf-8",
        )
    return folder


def command(served: Served, *words: str, **more: str) -> "subprocess.Popen[str]":
    """`pristan ...` on the database of the served city, begun."""
    return subprocess.Popen(
        [sys.executable, "-m", "pristan.doors.cli.main", *words],
        cwd=ROOT, env=dict(served.environment) | {"PRISTAN_THESAURUS": str(Path(served.environment["PRISTAN_VAR"]) / "none")} | more,
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
    )  # fmt: skip


def run(served: Served, *words: str) -> tuple[int, str]:
    """`pristan ...`: exit status and what it said."""
    process = command(served, *words)
    said, _ = process.communicate(timeout=90)
    return process.returncode, said


def get(served: Served, path: str) -> tuple[int, dict[str, str], str]:
    """Status, headers and text of a page. Raises what http.client raises when an answer is cut off."""
    connection = http.client.HTTPConnection(urlsplit(served.url).netloc, timeout=60)
    try:
        connection.request("GET", _quoted(path))
        answer = connection.getresponse()
        text = answer.read().decode()
        return answer.status, {name.lower(): value for name, value in answer.getheaders()}, text
    finally:
        connection.close()


def _quoted(path: str) -> str:
    from urllib.parse import quote

    return quote(path, safe="/?=&%")


def generations(text: str) -> set[str]:
    """Which generations of the town a page speaks of."""
    return set(GENERATION.findall(text))


@contextmanager
def database_gone(served: Served) -> Iterator[None]:
    """SQLite: the file is moved away. PostgreSQL: nobody is let in, and whoever was in is thrown out."""
    if served.database.startswith("sqlite"):
        path = Path(served.database.removeprefix("sqlite:///"))
        away = path.with_suffix(".away")
        path.rename(away)
        try:
            yield
            assert not path.exists(), "nothing made a new, empty one"
        finally:
            path.unlink(missing_ok=True)
            away.rename(path)
        return
    name = urlsplit(served.database).path.rsplit("/", 1)[1]
    _on_server(f"ALTER DATABASE {name} ALLOW_CONNECTIONS false")
    _on_server(f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'")
    try:
        yield
    finally:
        _on_server(f"ALTER DATABASE {name} ALLOW_CONNECTIONS true")


def connect(served: Served) -> Any:
    """A connection to the PostgreSQL database of the served city."""
    import environ
    import psycopg

    told = environ.Env.db_url_config(served.database)
    named = {"dbname": "NAME", "host": "HOST", "port": "PORT", "user": "USER", "password": "PASSWORD"}
    return psycopg.connect(**{key: told[name] for key, name in named.items() if told[name]})


def _on_server(statement: str) -> None:
    from scripts import serving

    serving._on_server(os.environ["DATABASE_URL"], statement)
