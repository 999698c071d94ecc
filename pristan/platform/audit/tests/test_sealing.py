# SPDX-License-Identifier: EUPL-1.2
"""The sealer: every entry once, in order, without writers waiting; whenever it dies, the chain is whole."""

import signal
import subprocess
import sys
import threading
from collections.abc import Callable

import pytest
from django.db import connection, transaction

from pristan.platform.audit import sealing, ticks
from pristan.platform.audit.models import AuditEntry, Seal
from pristan.platform.audit.selectors import unsealed
from pristan.platform.audit.tests.kit import AT, late, record, sealed, several
from pristan.platform.audit.verifying import verify
from pristan.platform.locks.errors import Busy
from pristan.platform.locks.exclusive import exclusive

DYING = "pristan.platform.audit.tests.dying"
pytestmark = pytest.mark.django_db


def beside(act: Callable[[], object]) -> threading.Thread:
    """Begin something on a connection of its own."""

    def run() -> None:
        try:
            act()
        finally:
            connection.close()

    thread = threading.Thread(target=run)
    thread.start()
    return thread


def test_entries_are_sealed_in_order_and_once() -> None:
    numbers = [entry.number for entry in several(5)]
    assert sealing.seal() == 5
    assert sealed() == numbers
    assert list(Seal.objects.order_by("position").values_list("position", flat=True)) == [1, 2, 3, 4, 5]
    assert sealing.seal() == 0
    more = record()
    assert sealing.seal() == 1
    assert sealed() == [*numbers, more.number]
    assert sealing.head() == verify().head


def test_an_empty_trail_has_an_empty_chain() -> None:
    assert sealing.seal() == 0
    assert verify().is_whole and verify().head.position == 0


def test_many_are_sealed_in_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sealing, "BATCH", 2)
    several(5)
    assert sealing.seal() == 5
    assert verify().head.position == 5


def test_a_piece_takes_few_queries(django_assert_max_num_queries) -> None:  # type: ignore[no-untyped-def]
    several(50)
    with django_assert_max_num_queries(12):
        sealing.seal()


def test_an_entry_that_came_late_is_sealed_in_its_own_turn() -> None:
    several(3)
    sealing.seal()
    gap = sealed()[-1] + 1
    with transaction.atomic():
        late(gap + 1)
    sealing.seal()
    with transaction.atomic():
        late(gap)
    assert sealing.seal() == 1
    assert sealed()[-2:] == [gap + 1, gap]
    assert verify().is_whole


def test_what_came_too_late_for_the_minute_is_found_by_the_sweep(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sealing, "BACK", 1)
    first = record().number
    late(first + 10)
    sealing.seal()
    late(first + 5)
    ticks.seal(AT)
    assert unsealed().count == 1
    ticks.sweep(AT)
    assert sealed() == [first, first + 10, first + 5]
    assert verify().is_whole


def test_what_has_no_seal_is_counted_with_the_age_of_the_oldest() -> None:
    assert unsealed() == type(unsealed())(0, None)
    entries = several(3)
    assert (unsealed().count, unsealed().oldest) == (3, AT)
    sealing.seal()
    assert unsealed().count == 0
    assert not hasattr(AuditEntry.objects.get(pk=entries[0].pk), "sealed_at"), (
        "an entry is never touched again"
    )


@pytest.mark.django_db(transaction=True)
def test_a_long_transaction_is_neither_waited_for_nor_left_out() -> None:
    """Two connections."""
    if connection.vendor == "sqlite":
        pytest.skip("SQLite has one writer at a time: a lower number cannot commit later")
    written, may_end = threading.Event(), threading.Event()

    def slowly() -> None:
        with transaction.atomic():
            record("slow")
            written.set()
            may_end.wait(timeout=20)

    thread = beside(slowly)
    assert written.wait(timeout=20)
    quick = record("quick")
    assert sealing.seal() == 1, "the sealer does not wait, and sees only what is committed"
    may_end.set()
    thread.join(timeout=20)
    slow = AuditEntry.objects.get(about_key="slow")
    assert slow.number < quick.number
    assert sealing.seal() == 1
    assert sealed() == [quick.number, slow.number]
    assert verify().is_whole


@pytest.mark.django_db(transaction=True)
def test_writers_go_on_while_it_is_sealed_and_none_of_theirs_is_left_out() -> None:
    threads = [
        beside(lambda writer=writer: [record(f"w{writer}-{n}") for n in range(20)]) for writer in range(4)
    ]
    while any(thread.is_alive() for thread in threads):
        sealing.seal()
    for thread in threads:
        thread.join(timeout=60)
    sealing.seal()
    assert sorted(sealed()) == sorted(AuditEntry.objects.values_list("number", flat=True))
    assert len(sealed()) == 80
    assert verify().is_whole


@pytest.mark.django_db(transaction=True)
def test_of_two_sealers_at_once_one_waits() -> None:
    several(4)
    with exclusive(sealing.LOCK):
        met: list[BaseException] = []

        def other() -> None:
            try:
                sealing.seal(wait=0)
            except Busy as error:
                met.append(error)

        beside(other).join(timeout=20)
    assert len(met) == 1 and sealed() == []
    threads = [beside(sealing.seal) for _ in range(3)]
    for thread in threads:
        thread.join(timeout=20)
    assert len(sealed()) == 4
    assert verify().is_whole


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("pieces", [0, 1])
def test_kill_9_in_the_middle_of_a_piece_leaves_a_whole_chain(pieces: int) -> None:
    several(5)
    words = [sys.executable, "-m", DYING, str(connection.settings_dict["NAME"]), str(pieces)]
    died = subprocess.run(words, capture_output=True, text=True, timeout=60, check=False)
    assert died.returncode == -signal.SIGKILL, died.stderr
    assert len(sealed()) == 2 * pieces
    assert verify().is_whole
    assert sealing.seal(wait=10) == 5 - 2 * pieces
    assert verify().is_whole
    assert verify().head.position == 5
