# SPDX-License-Identifier: EUPL-1.2
"""Signals are written apart: no reader waits, threads lose nothing, a database that is gone costs numbers and one line of log."""

import sqlite3
import threading
import time
from pathlib import Path

import pytest
from django.conf import settings as configured
from django.db import connection
from django.db.utils import OperationalError

from pristan.platform.search import signals
from pristan.platform.search.models import Unmatched
from pristan.platform.search.tests.test_signals import (  # noqa: F401 - `_on` is a fixture
    DAY,
    VAIN,
    WORDS,
    _on,
    counted,
    everything,
    hear,
    python,
)


def test_noting_asks_the_database_nothing() -> None:
    hear("rent a flat")  # this test may not use the database: a query would fail it
    assert len(signals._waiting) == 1


def test_a_question_does_not_show_its_words_where_it_is_printed() -> None:
    hear(WORDS, VAIN)
    assert "gostol" not in repr(signals._waiting)
    assert "gostol" not in repr(signals.tally(signals._waiting))


@pytest.mark.parametrize("error", [OperationalError(f"disk full near {WORDS}"), ValueError(WORDS), OSError(28, WORDS)])  # fmt: skip
def test_a_database_that_is_gone_or_full_loses_the_counts_and_logs_one_line_without_a_word(
    error: Exception, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def gone(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(signals, "write", gone)
    hear(WORDS, VAIN)
    signals.flush()
    signals.flush()
    assert caplog.messages == [f"signals of search were not written: {type(error).__name__}"]
    assert caplog.records[0].exc_info is None
    assert signals._waiting == []


@pytest.mark.django_db(transaction=True)
def test_a_locked_database_loses_the_counts_and_is_written_to_again_later(caplog: pytest.LogCaptureFixture) -> None:  # fmt: skip
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL locks rows: nobody waits for a writer of other tables")
    other = sqlite3.connect(connection.settings_dict["NAME"], isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA busy_timeout = 50")
        hear(WORDS, VAIN)
        signals.flush()
    finally:
        other.execute("ROLLBACK")
        other.close()
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA busy_timeout = 20000")
    assert caplog.messages == ["signals of search were not written: OperationalError"]
    assert everything() == "[]"
    hear("rent a flat")
    signals.flush()
    assert counted() == {"n:rent": 1}


@pytest.mark.django_db(transaction=True)
def test_what_fails_in_the_middle_is_not_half_written(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(signals, "_tell", lambda _: 1 / 0)
    hear(WORDS, VAIN)
    signals.flush()
    assert everything() == "[]"


@pytest.mark.django_db(transaction=True)
def test_a_thread_writes_by_itself_and_leaves_no_connection(monkeypatch: pytest.MonkeyPatch) -> None:
    closed = threading.Event()
    apart = signals._write_apart

    def watched() -> None:
        apart()
        if connection.connection is None:
            closed.set()

    monkeypatch.setattr(signals, "_write_apart", watched)
    monkeypatch.setattr(signals, "EVERY", 0.05)
    hear("rent a flat")
    first = signals._timer
    hear("rent a flat")
    assert signals._timer is first, "one thread for all that waits"
    assert closed.wait(20)
    assert counted() == {"n:rent": 2}
    hear("rent a flat")
    assert signals._timer not in (None, first)
    deadline = time.monotonic() + 20
    while counted() != {"n:rent": 3} and time.monotonic() < deadline:
        time.sleep(0.05)
    assert counted() == {"n:rent": 3}


@pytest.mark.django_db(transaction=True)
def test_two_threads_that_write_at_once_lose_nothing_and_count_a_day_once() -> None:
    others = ["rent a flat", "language course", "housing"]
    batches = [
        [signals.Heard(text, "en", DAY, 1, None, is_found=False) for text in order]
        for order in ([WORDS, *others], [*reversed(others), WORDS])
    ]
    start, troubles = threading.Barrier(2), []

    def work(batch: list[signals.Heard]) -> None:
        try:
            found = signals.tally(batch)
            start.wait()
            for _ in range(20):
                signals.write(found)
        except Exception as error:
            troubles.append(error)
        finally:
            connection.close()

    _together([threading.Thread(target=work, args=(batch,)) for batch in batches])
    assert troubles == []
    assert counted()["n:rent"] == 40
    assert counted()["fallback"] == 160
    assert set(Unmatched.objects.values_list("days", flat=True)) == {1}


@pytest.mark.django_db
def test_what_many_threads_note_while_it_is_taken_is_counted_once() -> None:
    taken: list[signals.Heard] = []

    def ask() -> None:
        for _ in range(300):
            hear("rent a flat")

    threads = [threading.Thread(target=ask) for _ in range(4)]
    for each in threads:
        each.start()
    while any(each.is_alive() for each in threads):
        taken += signals._taken()
    taken += signals._taken()
    assert len(taken) == 1200


def _together(threads: list[threading.Thread]) -> None:
    for each in threads:
        each.start()
    for each in threads:
        each.join(60)


END = """
import multiprocessing
from datetime import date
from pathlib import Path
import django; django.setup()
from django.conf import settings
from django.core.management import call_command
from django.db import connections
from pristan.platform.search import knowledge, signals
from pristan.platform.search.analysis import analyser
from pristan.platform.search.port import Hits
settings.LEMMA_CACHE = Path(WORD_LISTS)
analyser()  # it keeps the word lists where they are
settings.LEMMA_CACHE, knowledge._sources = settings.VAR_DIR, []
call_command("migrate", verbosity=0)
connections.close_all()
def ask():
    signals.note("qqqq", "en", date(2026, 11, 24), 1, Hits([], 0, is_fallback=True))
"""
IN_A_WORKER = """
worker = multiprocessing.get_context("fork").Process(target=ask)
worker.start()
worker.join()
"""


@pytest.mark.parametrize(
    "way", ["ask()", IN_A_WORKER, "ask()" + IN_A_WORKER], ids=["alone", "worker", "both"]
)
def test_the_end_of_a_process_writes_what_waits(tmp_path: Path, way: str) -> None:
    place, word_lists = tmp_path / "end.sqlite3", f"{configured.VAR_DIR}/lemmas"
    python(
        END.replace("WORD_LISTS", repr(word_lists)) + way,
        PRISTAN_VAR=str(tmp_path), DATABASE_URL=f"sqlite:///{place}", PRISTAN_SEARCH_SIGNALS="on",
    )  # fmt: skip
    written = sqlite3.connect(place)
    (counts,) = written.execute("SELECT language, subject, number FROM search_count").fetchall()
    assert counts == ("en", "fallback", 2 if way == "ask()" + IN_A_WORKER else 1)
    assert written.execute("SELECT days, text FROM search_unmatched").fetchall() == [(1, "")]
    written.close()
