# SPDX-License-Identifier: EUPL-1.2
"""Readers while the city changes: every page is whole and of one version, whatever writers do."""

import shutil
import signal
import sqlite3
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.concurrency import kit

READERS = 4


class Readers:
    """People who open pages one after the other until they are told to stop."""

    def __init__(self, served: Any) -> None:
        self.served = served
        self.wrong: list[str] = []
        self.seen: set[str] = set()
        self.pages = 0
        self.is_done = threading.Event()
        self.threads = [threading.Thread(target=self._read, args=(at,)) for at in range(READERS)]

    def __enter__(self) -> "Readers":
        for thread in self.threads:
            thread.start()
        return self

    def __exit__(self, *_: Any) -> None:
        self.is_done.set()
        for thread in self.threads:
            thread.join(timeout=60)

    def _read(self, at: int) -> None:
        while not self.is_done.is_set():
            path = kit.PAGES[at % len(kit.PAGES)]
            at += 1
            time.sleep(0.02)  # readers read; without this they would keep the loads from the cores
            try:
                self._judge(path, *kit.get(self.served, path))
            except Exception as error:
                self.wrong.append(f"{path}: {error!r}")

    def _judge(self, path: str, status: int, headers: dict[str, str], text: str) -> None:
        self.pages += 1
        found = kit.generations(text)
        self.seen |= found
        if status != 200 or not text.rstrip().endswith("</html>") or len(found) > 1:
            self.wrong.append(f"{path}: {status}, {len(text)} characters, generations {found}")
        if path.endswith("/all/") and text.count("rod ") < kit.ENTRIES:
            self.wrong.append(f"{path}: only {text.count('rod ')} entries")


def test_pages_stay_whole_and_of_one_version_while_the_city_is_loaded(served, tmp_path):
    with Readers(served) as readers:
        for generation in (2, 3):
            status, said = kit.run(served, "pack", "load", str(kit.town(tmp_path / "town", generation)))
            assert status == 0, said
    assert readers.wrong == []
    assert readers.pages > 20
    assert {"1", "2"} <= readers.seen, "pages were read in between"
    assert kit.generations(kit.get(served, "/sl/all/")[2]) == {"3"}


def test_of_two_loads_at_once_one_waits_and_nothing_is_half(served, tmp_path):
    packs = [kit.town(tmp_path / str(generation), generation) for generation in (5, 6)]
    with Readers(served) as readers:
        loads = [kit.command(served, "pack", "load", str(pack)) for pack in packs]
        said = [load.communicate(timeout=90)[0] for load in loads]
    for load, words in zip(loads, said, strict=True):
        assert load.returncode == 0 or "another process is busy" in words, words
        assert "Traceback" not in words
    assert readers.wrong == []
    last = kit.generations(kit.get(served, "/sl/all/")[2])
    assert last in ({"5"}, {"6"})
    status, told = kit.run(served, "pack", "load", str(packs[int(*last) - 5]))
    assert status == 0 and "nothing to change" in told, told


@pytest.mark.parametrize(("generation", "moment"), [(8, "compared"), (9, "written")])
def test_kill_9_in_a_load_leaves_the_old_city_and_the_next_load_mends_it(
    served, tmp_path, generation, moment
):
    before = kit.generations(kit.get(served, "/sl/all/")[2])
    pack = kit.town(tmp_path / "town", generation)
    with kit.command(served, "pack", "load", str(pack)) as load:
        assert any(moment in line for line in load.stdout), "it said where it was"
        load.kill()
    assert load.returncode == -signal.SIGKILL
    for path in kit.PAGES:
        status, _, text = kit.get(served, path)
        assert status == 200 and text.rstrip().endswith("</html>")
        assert kit.generations(text) <= before, "readers keep the old city whole"
    status, said = kit.run(served, "pack", "load", str(pack))
    assert status == 0, said
    assert kit.generations(kit.get(served, "/sl/all/")[2]) == {str(generation)}


def test_a_load_that_is_refused_changes_nothing_and_says_what_to_mend(served, tmp_path):
    before = kit.get(served, "/sl/all/")[2]
    pack = kit.town(tmp_path / "broken", 7)
    (pack / "entries/courses/tecaj-0.yaml").write_text("id: tecaj-0\nname: [", encoding="utf-8")
    status, said = kit.run(served, "pack", "load", str(pack))
    assert status == 1
    assert "tecaj-0.yaml:" in said and "Traceback" not in said
    assert kit.get(served, "/sl/all/")[2] == before


def test_a_second_process_that_holds_the_database_for_writing_keeps_no_reader_waiting(served):
    holding = writer_on(served)
    try:
        for path in kit.PAGES:
            status, _, text = kit.get(served, path)
            assert status == 200 and text.rstrip().endswith("</html>")
    finally:
        holding()


def writer_on(served: Any) -> Callable[[], None]:
    """Another connection in the middle of a long write; returns what ends it."""
    if served.database.startswith("sqlite"):
        other = sqlite3.connect(served.database.removeprefix("sqlite:///"), isolation_level=None)
        other.execute("BEGIN EXCLUSIVE")
        other.execute("UPDATE published_edition SET number = number + 1")
        return lambda: (other.execute("ROLLBACK"), other.close())[-1]
    server = kit.connect(served)
    server.execute("SELECT * FROM published_edition FOR UPDATE")
    server.execute("UPDATE published_document SET slug = slug")
    return lambda: (server.rollback(), server.close())[-1]


def test_a_database_that_is_gone_is_told_with_numbers_to_call_and_comes_back_without_a_restart(served):
    assert kit.get(served, "/sl/")[0] == 200
    with kit.database_gone(served):
        for path in ("/sl/", "/", "/ar/urgent/", "/sl/search/?q=zdravnik", "/sl/entry/org/", "/sl/nothing/"):
            status, headers, text = kit.get(served, path)
            expected = 404 if "nothing" in path else 503
            assert status == expected, path
            assert 'href="tel:112"' in text and text.rstrip().endswith("</html>")
            assert headers["cache-control"] == "no-store"
            assert status == 404 or headers["retry-after"] == "60"
            assert "Traceback" not in text and "OperationalError" not in text
    for path in ("/sl/", "/", "/ar/urgent/", "/sl/search/?q=zdravnik", "/sl/entry/org/"):
        assert kit.get(served, path)[0] == 200, path
    said = served.said()
    assert "Traceback" not in said and "zdravnik" not in said


def test_a_database_that_was_put_back_from_a_copy_is_read_at_once(served, tmp_path):
    if not served.database.startswith("sqlite"):
        pytest.skip("a file that is replaced under its readers exists on SQLite only")
    path = Path(served.database.removeprefix("sqlite:///"))
    shutil.copy(path, tmp_path / "copy")
    with sqlite3.connect(tmp_path / "copy") as copy:
        copy.execute(
            "UPDATE published_document SET body = replace(body, 'Pomoč ob nesreči.', 'Iz varnostne kopije.')"
        )
    copy.close()
    assert "Iz varnostne kopije." not in kit.get(served, "/sl/entry/klic/")[2]
    for beside in ("-wal", "-shm"):
        path.with_name(path.name + beside).unlink(missing_ok=True)
    (tmp_path / "copy").replace(path)
    page = kit.get(served, "/sl/entry/klic/")
    assert page[0] == 200 and "Iz varnostne kopije." in page[2]
