# SPDX-License-Identifier: EUPL-1.2
"""Openings: numbers wait in memory, are written together, by several processes as well, and are forgotten."""

import logging
from collections import Counter
from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest
from django.db import DatabaseError

from pristan.platform.facts import openings
from pristan.platform.facts.batch import Batch
from pristan.platform.facts.models import Opening

DAY = date(2026, 11, 27)
ONE, TWO = str(uuid4()), str(uuid4())


@pytest.fixture(autouse=True)
def _on(settings, monkeypatch):
    settings.COUNT_OPENINGS = True
    monkeypatch.setattr(openings.batch, "every", 3600.0)
    yield
    openings.batch.take()


@pytest.mark.django_db
def test_numbers_add_up_by_day_thing_and_language():
    for thing, language in [(ONE, "sl"), (ONE, "sl"), (ONE, "ar"), (TWO, "sl")]:
        openings.note(thing, language, DAY)
    assert Opening.objects.count() == 0, "nothing is written while a reader waits"
    openings.batch.flush()
    openings.note(ONE, "sl", DAY)
    openings.batch.flush()
    assert openings.in_month(date(2026, 11, 1)) == {
        (UUID(ONE), "sl"): 3,
        (UUID(ONE), "ar"): 1,
        (UUID(TWO), "sl"): 1,
    }
    assert openings.in_month(date(2026, 11, 1), [UUID(TWO)]) == {(UUID(TWO), "sl"): 1}


@pytest.mark.django_db
def test_a_month_is_its_days():
    for day in (date(2026, 10, 31), date(2026, 11, 1), date(2026, 11, 30), date(2026, 12, 1)):
        openings.write(Counter({(day, ONE, "sl"): 1}))
    assert openings.in_month(date(2026, 11, 1)) == {(UUID(ONE), "sl"): 2}
    assert openings.in_month(date(2026, 12, 1)) == {(UUID(ONE), "sl"): 1}


@pytest.mark.django_db
def test_what_is_too_old_is_forgotten_at_the_next_write():
    openings.write(Counter({(DAY - openings.KEPT - timedelta(days=1), ONE, "sl"): 5}))
    openings.write(Counter({(DAY, TWO, "sl"): 1}))
    assert [str(each.thing) for each in Opening.objects.all()] == [TWO]


def test_off_means_off(settings):
    settings.COUNT_OPENINGS = False
    openings.note(ONE, "sl", DAY)
    assert openings.batch.waiting == Counter()


def test_memory_holds_sums_and_no_event():
    for _ in range(3):
        openings.note(ONE, "sl", DAY)
    assert openings.batch.waiting == {(DAY, ONE, "sl"): 3}


def test_what_cannot_be_written_is_lost_with_a_line_that_names_nothing(caplog):
    def fail(found):
        raise DatabaseError(f"no room for {found}")

    batch = Batch("numbers", fail, every=3600)
    batch.add("the page of somebody")
    with caplog.at_level(logging.WARNING, "pristan.facts"):
        batch.flush()
    assert caplog.messages == ["numbers were not written: DatabaseError"] and not batch.waiting


def test_a_batch_has_an_end():
    batch = Batch("numbers", lambda found: None, every=3600, most=2)
    for key in ("a", "b", "c", "a"):
        batch.add(key)
    assert batch.take() == {"a": 2, "b": 1}


def test_a_thread_that_cannot_begin_is_no_error(monkeypatch):
    def refuse(self):
        raise RuntimeError("can't start new thread")

    monkeypatch.setattr("pristan.platform.facts.batch.Timer.start", refuse)
    batch = Batch("numbers", lambda found: None)
    batch.add("a")
    assert batch.take() == {"a": 1}


def test_the_thread_writes_by_itself():
    from threading import Event

    written = Event()
    batch = Batch("numbers", lambda found: written.set(), every=0.01)
    batch.add("a")
    assert written.wait(5)


def test_a_forked_process_leaves_what_waits_to_its_parent():
    batch = Batch("numbers", lambda found: None, every=3600)
    batch.add("a")
    batch._begin_anew()
    assert batch.take() == {}
