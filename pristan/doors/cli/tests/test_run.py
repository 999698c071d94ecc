# SPDX-License-Identifier: EUPL-1.2
"""`pristan run`: from nothing to a filled city, mended by the next start wherever the last one was killed."""

import os
import signal
import socket
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection

from scripts import serving
from tests import cities

COMMAND = "pristan.doors.cli.main"
DYING = "pristan.doors.cli.tests.dying_start"
IN_DATABASE = ("database", "city", "read_model")
STEPS = ("database", "city", "city-stamp", "read_model", "static_files")


class Home:
    """A folder and a database for one city of its own."""

    def __init__(self, folder: Path, database: str) -> None:
        self.folder = folder
        self.environment = os.environ | {
            "PRISTAN_VAR": str(folder), "PRISTAN_PACK": str(cities.EXAMPLE), "DATABASE_URL": database,
            "DJANGO_SETTINGS_MODULE": "config.settings.production", "PYTHONUNBUFFERED": "1",
        }  # fmt: skip

    def call(self, *words: str, module: str = COMMAND, **changes: str) -> "subprocess.CompletedProcess[str]":
        done = subprocess.run(
            [sys.executable, "-m", module, *words],
            env=self.environment | changes, cwd=cities.ROOT, capture_output=True, text=True, timeout=120, check=False,
        )  # fmt: skip
        assert "Traceback" not in done.stdout + done.stderr, done.stdout + done.stderr
        return done


@pytest.fixture
def home(database: str, tmp_path: Path) -> Iterator[Home]:
    """A home in which nothing is prepared."""
    yield from _home(tmp_path / "var")


@pytest.fixture(scope="module")
def filled(database: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Home]:
    """A home that the tests share; the first of them fills it."""
    yield from _home(tmp_path_factory.mktemp("filled") / "var")


def _home(folder: Path) -> Iterator[Home]:
    lemmas = Path(settings.LEMMA_CACHE)  # it takes long to make: shared
    folder.mkdir()
    lemmas.mkdir(parents=True, exist_ok=True)
    (folder / "lemmas").symlink_to(lemmas.resolve(), target_is_directory=True)
    with serving._database(folder) as database:
        yield Home(folder, database)


def is_whole(home: Home) -> None:
    """The city answers a search, has its static files, and a start finds nothing to do."""
    found = home.call("search", "112", "--lang", "pt")
    assert found.returncode == 0 and "numero-112" in found.stdout, found.stdout + found.stderr
    assert (home.folder / "static" / "staticfiles.json").exists()
    again = home.call("run", "--prepare-only")
    assert (again.returncode, again.stdout) == (0, ""), again.stdout


def test_starts_killed_in_one_step_after_the_other_are_mended_by_the_next(filled, is_one_of_several):
    is_short = is_one_of_several and connection.vendor == "postgresql"  # stamps and static files are files
    for step in IN_DATABASE if is_short else STEPS:
        died = filled.call(step, module=DYING)
        assert died.returncode == -signal.SIGKILL, f"{step}: {died.stdout} {died.stderr}"
    mended = filled.call("run", "--prepare-only")
    assert mended.returncode == 0, mended.stdout + mended.stderr
    is_whole(filled)


def test_what_was_lost_is_made_again(filled):
    """The key half written, the database thrown away while its stamp stayed."""
    home = filled
    (home.folder / "secret_key").write_text("")
    for name in ("city.sqlite3", "city.sqlite3-wal", "city.sqlite3-shm"):
        (home.folder / name).unlink(missing_ok=True)
    assert home.call("run", "--prepare-only").returncode == 0
    key = home.folder / "secret_key"
    assert len(key.read_text()) > 40
    assert stat.S_IMODE(key.stat().st_mode) == 0o600
    is_whole(home)


def test_a_port_that_is_taken_is_told_before_anything_is_prepared(home):
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        told = home.call("run", "--port", str(port))
    assert told.returncode == 1 and f"port {port} is taken" in told.stderr and "make run PORT=" in told.stderr
    assert not (home.folder / "static").exists()


@pytest.mark.parametrize(
    ("words", "changes", "status", "told"),
    [
        (("run", "--host", "nowhere.invalid"), {}, 1, "no address of this machine"),
        (("run", "--host", "192.0.2.1"), {}, 1, "cannot listen on 192.0.2.1"),
        (("run", "--prepare-only"), {"PRISTAN_PACK": "/nowhere"}, 1, "/nowhere does not exist"),
        (("doctor",), {"DATABASE_URL": "nonsense"}, 1, "DATABASE_URL"),
        (("doctor",), {"PRISTAN_VAR": "/dev/null"}, 1, "PRISTAN_VAR"),
        (("run", "--prepare-only"), {"DATABASE_URL": "sqlite:////nowhere/at/all.sqlite3"}, 1, "DATABASE_URL"),
        (("run",), {"PRISTAN_PORT": "many"}, 2, "PRISTAN_PORT"),
    ],
)
def test_a_setting_that_cannot_be_is_named(home, words, changes, status, told):
    done = home.call(*words, **changes)
    assert done.returncode == status and told in done.stderr, done.stdout + done.stderr


def test_a_file_that_is_no_database_is_named_and_left_alone(home):
    place = home.folder / "mine.sqlite3"
    place.write_text("This is a letter, not a database. " * 20)
    for words in (["run", "--prepare-only"], ["pack", "load"], ["search", "x"]):
        done = home.call(*words, DATABASE_URL=f"sqlite:///{place}")
        assert done.returncode == 1 and "no SQLite database" in done.stderr, done.stdout + done.stderr
    assert place.read_text().startswith("This is a letter")


def test_a_narrow_terminal_and_a_reader_that_leaves_break_nothing(filled):
    home = filled
    assert home.call("run", "--prepare-only").returncode == 0
    narrow = home.call("search", "допомога", "--lang", "uk", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert narrow.returncode == 0, narrow.stderr
    line = f"{sys.executable} -m {COMMAND} doctor | true"
    left = subprocess.run(
        ["/bin/sh", "-c", line], env=home.environment, cwd=cities.ROOT, capture_output=True, text=True, timeout=60, check=False
    )  # fmt: skip
    assert left.stderr == ""
