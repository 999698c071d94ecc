# SPDX-License-Identifier: EUPL-1.2
"""A lock across processes (what happens when its process dies: see published/tests/test_crash.py)."""

import threading

import pytest
from django.db import connection

from pristan.platform.locks.errors import Busy
from pristan.platform.locks.exclusive import exclusive, lock_path

pytestmark = pytest.mark.django_db(transaction=True)


def in_another_thread(name: str) -> bool:
    """Could somebody else take the lock now?"""
    taken: list[bool] = []

    def take() -> None:
        try:
            with exclusive(name, wait=0):
                taken.append(True)
        except Busy:
            taken.append(False)
        finally:
            connection.close()

    thread = threading.Thread(target=take)
    thread.start()
    thread.join(timeout=10)
    return taken[0]


def test_nobody_else_can_hold_it_and_then_anybody_can() -> None:
    with exclusive("test"):
        assert not in_another_thread("test")
        assert in_another_thread("other"), "another name is another lock"
    assert in_another_thread("test")


def test_an_error_frees_it() -> None:
    with pytest.raises(RuntimeError), exclusive("test"):
        raise RuntimeError
    assert in_another_thread("test")


def test_stepping_aside_says_what_to_do() -> None:
    assert "wait until it ends" in str(Busy("published", 5.0))


@pytest.mark.parametrize("name", [":memory:", "file:memorydb_default?mode=memory&cache=shared"])
def test_a_database_in_memory_has_a_lock_of_its_own_process(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(connection.settings_dict, "NAME", name)
    assert lock_path("test").parent.is_dir()
