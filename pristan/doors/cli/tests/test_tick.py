# SPDX-License-Identifier: EUPL-1.2
"""`pristan tick`, the process beside a server, and what the doctor says of both."""

import contextlib
import os
import signal
import subprocess
import sys
import threading
import time
from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings as configured
from django.db import connection
from django.utils import timezone

from pristan.doors.cli import tick, upkeep
from pristan.platform.audit import services as audit
from pristan.platform.audit import ticks as audit_jobs
from pristan.platform.audit.models import AuditEntry
from pristan.platform.audit.selectors import unsealed
from pristan.platform.locks.exclusive import exclusive
from pristan.platform.ticks.models import Heartbeat, JobState
from scripts import serving
from tests import cities

pytestmark = pytest.mark.django_db(transaction=True)
HOUR = timedelta(hours=1)


@pytest.fixture
def town(pristan, pack):
    """A city that was loaded."""
    pristan("pack", "load", pack)


def doctor():
    """What the looks of time and audit find."""
    return [(found.mark, found.what) for look in (upkeep.heartbeat, upkeep.audit_trail) for found in look()]


def broken(at):
    """Fails as jobs do."""
    raise LookupError("ana@example.org")


def fail(monkeypatch):
    """Let the sealer fail."""
    monkeypatch.setattr(audit_jobs, "JOBS", tuple(type(job)(job.name, job.when, broken) for job in audit_jobs.JOBS))  # fmt: skip


def test_a_tick_does_what_is_due_and_then_nothing(pristan, town):
    assert unsealed().count == 1
    told = pristan("tick")
    assert told.status == 0 and "audit.seal: 20" in told.out and "search.forget: 20" in told.out
    assert unsealed().count == 0
    JobState.objects.filter(name="audit.seal").update(done="2999-01-01T00:00Z")  # no minute begins meanwhile
    assert pristan("tick").out == "nothing is due\n"


def test_a_failing_job_is_told_and_ends_with_1(pristan, town, monkeypatch):
    fail(monkeypatch)
    told = pristan("tick")
    assert told.status == 1 and "audit.seal failed: LookupError at test_tick.py" in told.err
    assert "ana@" not in told.out + told.err and "search.forget" in told.out


@contextlib.contextmanager
def another_tick():
    """Somebody else, on a connection of their own, holds the lock."""
    is_held, may_end = threading.Event(), threading.Event()

    def hold():
        try:
            with exclusive("tick"):
                is_held.set()
                may_end.wait(timeout=30)
        finally:
            connection.close()

    thread = threading.Thread(target=hold)
    thread.start()
    assert is_held.wait(timeout=20)
    try:
        yield
    finally:
        may_end.set()
        thread.join(timeout=20)


def test_another_tick_at_work_is_no_failure(pristan, town):
    with another_tick():
        told = pristan("tick")
    assert told == (0, "another tick is at work, and does what is due\n", "")


def test_a_clock_set_back_is_told_with_the_way_out(pristan, town):
    pristan("tick")
    ahead = timezone.now() + 48 * HOUR
    Heartbeat.objects.update(at=ahead)
    JobState.objects.update(done=f"{ahead:%Y-%m-%d}")
    told = pristan("tick")
    assert told.status == 1 and "pristan tick --from-now" in told.err
    (told,) = [
        line for line in pristan("tick", "--from-now").out.splitlines() if line.startswith("due again: ")
    ]
    assert "audit.seal" in told
    assert pristan("tick").status == 0
    assert pristan("tick", "--from-now").out == "no job was done ahead of the clock\n"


def test_the_list_shows_all_jobs_and_does_nothing(pristan, town):
    told = pristan("tick", "--list").out
    assert "last tick: never" in told and unsealed().count == 1
    assert {"audit.seal", "audit.sweep", "search.forget"} <= {line.split()[0] for line in told.splitlines()}
    pristan("tick")
    told = pristan("tick", "--list").out
    assert "last tick: 20" in told and all(line.endswith(" well") for line in told.splitlines()[1:])


def test_before_there_is_a_city_it_says_what_to_do(pristan):
    told = pristan("tick")
    assert told.status == 1 and "pack load" in told.err


@pytest.mark.parametrize("words", [("--sing",), ("now",), ("--list", "--from-now"), ("--beside", "me")])
def test_words_that_are_no_call_end_with_2(pristan, words):
    assert pristan("tick", *words).status == 2


def test_the_doctor_says_that_nobody_ticks_and_that_somebody_does(pristan, town):
    assert doctor()[0] == ("note", "there was no tick yet: nothing is done that time does")
    pristan("tick")
    assert doctor() == [("ok", "the last tick was 0 min ago"), ("ok", "the audit is sealed to its end")]


def test_the_doctor_sees_a_tick_that_stopped(pristan, town):
    pristan("tick")
    Heartbeat.objects.update(at=timezone.now() - HOUR / 2)
    assert doctor()[0] == ("note", "the last tick was 30 min ago")
    Heartbeat.objects.update(at=timezone.now() - 50 * HOUR)
    JobState.objects.update(done="2026-01-01")
    told = pristan("doctor")
    assert told.status == 1
    assert "error the last tick was 2 days ago" in told.out and "the job audit.seal is late" in told.out
    assert "mend: pristan tick" in told.out
    Heartbeat.objects.update(at=timezone.now() + HOUR)
    assert doctor()[0] == ("error", "the last tick lies ahead of the clock")


def test_the_doctor_names_the_job_that_failed_or_hangs(pristan, town, monkeypatch):
    fail(monkeypatch)
    pristan("tick")
    JobState.objects.filter(name="search.forget").update(ended_at=None)
    marks = {what: mark for mark, what in doctor()}
    error = JobState.objects.get(name="audit.seal").error
    assert marks[f"the job audit.seal failed ({error})"] == "error"
    assert marks["the job search.forget has begun and not ended: it runs now, or was killed"] == "note"


def test_the_doctor_sees_entries_that_wait_long_for_their_seal(pristan, town):
    assert doctor()[-1][0] == "ok", "a minute is no long time"
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM audit_auditentry")
    from django.db import transaction

    from pristan.platform.accounts.actors import system

    with transaction.atomic():
        audit.record(what="a.b.done", actor=system("x"), about=("entry", "x"), at=timezone.now() - 3 * HOUR)
    assert doctor()[-1] == ("note", "1 entries of the audit wait for their seal, the oldest for 3 h")
    assert AuditEntry.objects.count() == 1


def test_the_doctor_is_silent_about_time_before_there_is_a_city(db):
    assert list(upkeep.heartbeat()) == []


def test_beside_a_server_it_ticks_again_and_again_and_no_failure_ends_it(monkeypatch, town):
    told, parents = [], iter([7] * 5)
    monkeypatch.setattr(tick, "EVERY", 0.0)
    monkeypatch.setattr(tick.os, "getppid", lambda: next(parents, 1))

    def failing(**_):
        told.append("tick")
        raise LookupError

    monkeypatch.setattr("pristan.platform.ticks.services.tick", failing)
    assert tick.beside(7) == 0
    assert len(told) >= 2


@pytest.mark.slow
def test_a_server_ticks_by_itself_and_its_tick_ends_with_it(tmp_path):
    """`pristan run` for real; then it is killed so that nobody can tell the process beside it."""
    lemmas = Path(configured.LEMMA_CACHE)
    (tmp_path / "lemmas").symlink_to(lemmas.resolve(), target_is_directory=True)
    with serving._database(tmp_path) as database:
        environment = os.environ | {
            "PRISTAN_VAR": str(tmp_path), "PRISTAN_PACK": str(cities.EXAMPLE), "DATABASE_URL": database, "PRISTAN_TICK": "1",
            "DJANGO_SETTINGS_MODULE": "config.settings.production", "PYTHONUNBUFFERED": "1",
        }  # fmt: skip
        words = [sys.executable, "-m", "pristan.doors.cli.main"]
        port = str(serving.free_port())
        with (tmp_path / "log").open("wb") as log:
            server = subprocess.Popen([*words, "run", "--port", port], env=environment, cwd=cities.ROOT, stdout=log, stderr=log, start_new_session=True)  # fmt: skip

        def listed():
            return subprocess.run([*words, "tick", "--list"], env=environment, cwd=cities.ROOT, capture_output=True, text=True, check=False).stdout  # fmt: skip

        try:
            assert eventually(lambda: "last tick: 20" in listed(), 90), (tmp_path / "log").read_text()
            children = beside(server.pid)
            assert len(children) == 1
            os.kill(server.pid, signal.SIGKILL)
            server.wait(timeout=20)
            assert eventually(lambda: not Path(f"/proc/{children[0]}").exists() or is_dead(children[0]), 20)
        finally:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(server.pid, signal.SIGKILL)


def eventually(is_so, seconds):
    """Does it become so?"""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if is_so():
            return True
        time.sleep(0.5)
    return False


def beside(server):
    """The processes that tick beside a server."""
    found = []
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        with contextlib.suppress(OSError):
            if path.read_bytes().split(b"\0")[-4:-1] == [b"tick", b"--beside", str(server).encode()]:
                found.append(int(path.parent.name))
    return found


def is_dead(pid):
    """Gone, or only waiting to be reaped."""
    return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] == "Z"
