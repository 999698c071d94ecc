# SPDX-License-Identifier: EUPL-1.2
"""Serve a city the way `pristan run` does, in a process of its own, on a database of its own: for journeys, pictures, audits."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
import uuid
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

ROOT = Path(__file__).resolve().parent.parent
PATIENCE = 240  # seconds until a city must answer; the first one builds its lemma cache


class DidNotStart(Exception):
    """The server ended, or did not answer in time; holds what it said."""


@dataclass(frozen=True)
class Served:
    """A running city."""

    url: str
    log: Path
    environment: Mapping[str, str]

    @property
    def database(self) -> str:
        """Its DATABASE_URL."""
        return self.environment["DATABASE_URL"]

    def said(self) -> str:
        """All that the server has written so far."""
        return self.log.read_text(encoding="utf-8", errors="replace")


@contextmanager
def serving(pack: Path, folder: Path, *, lemmas: Path | None = None) -> Iterator[Served]:
    """A city from `pack`, kept in `folder`, until the block ends.

    On SQLite unless DATABASE_URL names PostgreSQL; there a new database is made and dropped. `lemmas`: a lemma cache to share.
    """
    with ExitStack() as stack:
        own = environment(pack, folder, stack.enter_context(_database(folder)), lemmas=lemmas)
        port = free_port()
        served = Served(f"http://127.0.0.1:{port}", folder / "server.log", os.environ | own)
        process = _start(port, served.log, dict(served.environment))
        stack.callback(_stop, process)
        _wait(process, served)
        yield served


def environment(pack: Path, folder: Path, database: str, *, lemmas: Path | None = None) -> dict[str, str]:
    """What tells the programs that they work for this city, in a folder that is made if need be."""
    folder.mkdir(parents=True, exist_ok=True)
    if lemmas and not (folder / "lemmas").exists():
        lemmas.mkdir(parents=True, exist_ok=True)
        (folder / "lemmas").symlink_to(lemmas.resolve(), target_is_directory=True)
    return {
        "PRISTAN_VAR": str(folder), "PRISTAN_PACK": str(pack), "DATABASE_URL": database,
        "DJANGO_SETTINGS_MODULE": "config.settings.production", "PYTHONUNBUFFERED": "1", "PRISTAN_TICK": "0",
    }  # fmt: skip


def _start(port: int, log: Path, environment: dict[str, str]) -> "subprocess.Popen[bytes]":
    words = [
        sys.executable,
        "-m",
        "pristan.doors.cli.main",
        "run",
        "--host",
        "127.0.0.1",
        "--port",
        str(port),
    ]
    with log.open("wb") as out:
        return subprocess.Popen(
            words,
            cwd=ROOT,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=out,
            start_new_session=True,
        )


def free_port() -> int:
    """A port of the loopback interface that nobody listens on."""
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return int(asked.getsockname()[1])


def _wait(process: "subprocess.Popen[bytes]", served: Served) -> None:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        if process.poll() is not None:
            raise DidNotStart(f"The server ended with status {process.returncode}:\n{served.said()[-4000:]}")
        try:
            urllib.request.urlopen(served.url, timeout=30).close()
        except urllib.error.HTTPError as error:
            raise DidNotStart(
                f"The first page answers with {error.code}:\n{served.said()[-4000:]}"
            ) from error
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.1)
        else:
            return
    raise DidNotStart(f"The server did not answer within {PATIENCE} s:\n{served.said()[-4000:]}")


def _stop(process: "subprocess.Popen[bytes]") -> None:
    """End the server and its workers: they are a group of their own."""
    for sent in (signal.SIGTERM, signal.SIGKILL):
        with suppress(ProcessLookupError):
            os.killpg(process.pid, sent)
        with suppress(subprocess.TimeoutExpired):
            process.wait(timeout=10)
            return


@contextmanager
def _database(folder: Path) -> Iterator[str]:
    given = os.environ.get("DATABASE_URL", "")
    if not given.startswith("postgres"):
        yield f"sqlite:///{folder / 'city.sqlite3'}"
        return
    name = f"pristan_{uuid.uuid4().hex[:12]}"
    _on_server(given, f"CREATE DATABASE {name}")
    try:
        parts = urlsplit(given)
        yield urlunsplit(parts._replace(path=f"{parts.path.rsplit('/', 1)[0]}/{name}"))
    finally:
        _on_server(given, f"DROP DATABASE {name} WITH (FORCE)")


def _on_server(url: str, statement: str) -> None:
    import environ
    import psycopg
    from psycopg import sql

    given = environ.Env.db_url_config(url)
    told = {
        "host": given["HOST"],
        "port": given["PORT"],
        "user": given["USER"],
        "password": given["PASSWORD"],
    }
    with psycopg.connect(
        dbname="postgres", autocommit=True, **{key: value for key, value in told.items() if value}
    ) as connection:
        connection.execute(sql.SQL(statement))
