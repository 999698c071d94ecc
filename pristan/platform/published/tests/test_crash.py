# SPDX-License-Identifier: EUPL-1.2
"""kill -9 in the middle, a full disk, two runs at once: on a real database, with real processes."""

import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.db import connection, transaction

from pristan.platform.locks.errors import Busy
from pristan.platform.published import readers, services
from pristan.platform.published.errors import DatabaseFull
from pristan.platform.published.models import Document, Edition
from pristan.platform.published.tests.kit import AT, Leaflets, many, mark, publish, searched, seen, uuid

DYING = "pristan.platform.published.tests.dying"
OLD, NEW = many(6, "old"), many(6, "new")

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def old_city(leaflets: Leaflets, small_chunks: int) -> Leaflets:
    """Six leaflets, published; their new texts are marked but not yet projected."""
    leaflets.texts = dict(OLD)
    publish(*OLD)
    leaflets.texts = dict(NEW)
    mark(*NEW)
    return leaflets


def command(chunks: int, end: int) -> list[str]:
    """The command of a process that runs on this very database and ends after so many chunks."""
    return [sys.executable, "-m", DYING, str(connection.settings_dict["NAME"]), str(chunks), str(end)]


@contextmanager
def run_that_waits() -> Iterator[subprocess.Popen[str]]:
    """Another process in the middle of a run, holding its lock."""
    with subprocess.Popen(command(1, 0), stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            assert process.stdout.readline() == "waiting\n"
            yield process
        finally:
            process.kill()


@pytest.mark.parametrize("chunks", [0, 1, 2])
def test_kill_9_leaves_the_old_version_and_the_next_run_mends_it(old_city: Leaflets, chunks: int) -> None:
    version = readers.version()
    died = subprocess.run(
        command(chunks, signal.SIGKILL), capture_output=True, text=True, timeout=60, check=False
    )
    assert died.returncode == -signal.SIGKILL, died.stderr
    assert Document.objects.filter(since__gt=version).count() == chunks * 4, (
        "chunks of two things in two languages"
    )
    assert readers.version() == version
    assert set(seen(OLD).values()) == {"old en"}
    assert len(searched("old")) == 6
    assert services.catch_up(at=AT) > version
    assert set(seen(OLD).values()) == {"new en"}
    assert (len(searched("new")), searched("old")) == (6, set())
    assert Edition.now().pending is None


def test_of_two_runs_at_once_one_steps_aside_and_the_lock_dies_with_its_process(old_city: Leaflets) -> None:
    with run_that_waits() as other:
        with pytest.raises(Busy, match="another process"):
            services.catch_up(at=AT, wait=0.2)
        assert set(seen(OLD).values()) == {"old en"}
        other.kill()
        other.wait()
        services.catch_up(at=AT, wait=10)
    assert set(seen(OLD).values()) == {"new en"}


def test_two_runs_in_one_process_come_one_after_the_other(old_city: Leaflets) -> None:
    running: list[int] = []
    most: list[int] = []

    def enter(chunk: int) -> None:
        running.append(chunk)
        most.append(len(running))

    old_city.before_chunk = enter
    old_city.after_reading = lambda: running.clear()

    def run() -> None:
        try:
            services.catch_up(at=AT)
        finally:
            connection.close()

    threads = [threading.Thread(target=run) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    assert max(most) == 1
    assert set(seen(OLD).values()) == {"new en"}


def test_a_withdrawal_that_is_not_committed_yet_is_waited_for(old_city: Leaflets) -> None:
    begun = threading.Event()

    def withdraw_slowly() -> None:
        try:
            with transaction.atomic():
                services.withdraw_now(things=[uuid("leaflet5")], at=AT)
                begun.set()
                time.sleep(0.3)
        finally:
            connection.close()

    withdrawing = threading.Thread(target=withdraw_slowly)

    def begin() -> None:
        if old_city.texts.pop("leaflet5", None):  # it was read already, and is about to be written
            withdrawing.start()
            begun.wait(timeout=10)

    old_city.after_reading = begin
    services.catch_up(at=AT)
    withdrawing.join(timeout=10)
    assert set(seen(OLD)) == set(OLD) - {"leaflet5"}
    assert set(seen(OLD).values()) == {"new en"}
    assert not Document.objects.filter(thing=uuid("leaflet5")).exists()


def test_readers_in_other_threads_never_see_half(old_city: Leaflets) -> None:
    wrong: list[object] = []
    done = threading.Event()

    def read() -> None:
        try:
            while not done.is_set():
                found = list(seen(OLD).values())
                if len(found) != len(OLD) or len(set(found)) != 1:
                    wrong.append(found)
        except Exception as error:
            wrong.append(error)
        finally:
            connection.close()

    readers_reading = [threading.Thread(target=read) for _ in range(2)]
    for thread in readers_reading:
        thread.start()
    for generation in range(8):
        old_city.texts = dict.fromkeys(OLD, f"generation{generation}")
        publish(*OLD)
    done.set()
    for thread in readers_reading:
        thread.join(timeout=20)
    assert wrong == []


def test_a_full_database_is_told_and_the_old_version_stands(old_city: Leaflets) -> None:
    old_city.texts = dict.fromkeys(NEW, "new " + "x" * 50000)
    version = readers.version()
    full = full_after(pages=30) if connection.vendor == "sqlite" else full_at_the_first_document()
    with full, pytest.raises(DatabaseFull, match="Free some space"):
        services.catch_up(at=AT)
    assert readers.version() == version
    assert set(seen(OLD).values()) == {"old en"}
    services.catch_up(at=AT)
    assert {text[:4] for text in seen(OLD).values()} == {"new "}


@contextmanager
def full_after(*, pages: int) -> Iterator[None]:
    """A SQLite database that can grow by so many pages only."""
    with connection.cursor() as cursor:
        cursor.execute("VACUUM")  # pages that other tests left free would be room to grow
        cursor.execute("PRAGMA page_count")
        (now,) = cursor.fetchone()
        cursor.execute(f"PRAGMA max_page_count = {now + pages}")
        yield
        cursor.execute("PRAGMA max_page_count = 1073741823")


@contextmanager
def full_at_the_first_document() -> Iterator[None]:
    """A PostgreSQL that refuses a document as it does when its disk is full (SQLSTATE 53100)."""
    with connection.cursor() as cursor:
        cursor.execute(
            "CREATE FUNCTION refuse() RETURNS trigger AS $$ BEGIN RAISE EXCEPTION 'could not extend file: No space left on device' "
            "USING ERRCODE = '53100'; END $$ LANGUAGE plpgsql"
        )
        cursor.execute(
            "CREATE TRIGGER full_disk BEFORE INSERT ON published_document FOR EACH ROW EXECUTE FUNCTION refuse()"
        )
    yield
    with connection.cursor() as cursor:
        cursor.execute("DROP TRIGGER full_disk ON published_document; DROP FUNCTION refuse()")
