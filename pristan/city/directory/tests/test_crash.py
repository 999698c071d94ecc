# SPDX-License-Identifier: EUPL-1.2
"""kill -9 while loading or publishing an edit, a full disk, a locked database: nothing lost, nothing half-written, and the next load mends it."""

import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection
from django.db.utils import OperationalError
from django.utils import timezone

from pristan.city.directory import store
from pristan.city.directory.tests import minipack
from pristan.platform.audit.models import AuditEntry
from pristan.platform.packs.models import LoadedThing, PackLoad
from pristan.platform.published import readers
from pristan.platform.published import services as published
from pristan.platform.published.models import Dirty
from pristan.platform.review.models import Version
from pristan.platform.ticks import registry
from pristan.platform.ticks.jobs import Every
from tests.access.roles import client

pytestmark = pytest.mark.django_db(transaction=True)
KLIC = "entries/services/klic.yaml"
KEYS = ["klic", "org", "korak", "zatocisce"]


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """A loaded pack whose files then changed."""
    folder = minipack.write(tmp_path / "mini")
    minipack.load(folder)
    minipack.replace(folder, KLIC, "Pomoč ob nesreči.", "Nova pomoč.")
    minipack.replace(folder, KLIC, "Zaloška cesta 2", "Zaloška cesta 4")
    return folder


def shown() -> str:
    found = readers.document(language="sl", address="klic", version=readers.version())
    assert found is not None
    return found.body["summary"]["text"]


@pytest.mark.parametrize("where", ["rows", "base", "switch"])
def test_kill_9_while_loading(pack: Path, where: str) -> None:
    before, bases, loads = (
        store.live(KEYS),
        list(LoadedThing.objects.values_list("key", "digests")),
        PackLoad.objects.count(),
    )
    died = subprocess.run(
        [sys.executable, "-m", "pristan.city.directory.tests.dying", str(connection.settings_dict["NAME"]), str(pack), where],
        capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert died.returncode == -signal.SIGKILL, died.stderr
    assert shown() == "Pomoč ob nesreči.", "readers see the whole old city"
    if where != "switch":
        assert store.live(KEYS) == before
        assert (list(LoadedThing.objects.values_list("key", "digests")), PackLoad.objects.count()) == (
            bases,
            loads,
        )
        minipack.load(pack)
    published.catch_up(at=minipack.AT)
    assert shown() == "Nova pomoč."
    assert minipack.load(pack).is_empty


def test_kill_9_between_an_edit_and_its_projection(tmp_path: Path) -> None:
    minipack.load(minipack.write(tmp_path / "mini"))
    session = client("city_editor").cookies[settings.SESSION_COOKIE_NAME].value
    words = [str(connection.settings_dict["NAME"]), session, "Nova pomoč."]
    died = subprocess.run(
        [sys.executable, "-m", "pristan.city.directory.tests.dying_edit", *words],
        capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert died.returncode == -signal.SIGKILL, died.stderr
    assert (store.live(KEYS)["klic"]["summary"], shown()) == ("Nova pomoč.", "Pomoč ob nesreči.")
    assert Dirty.objects.exists()
    catch_up = next(job for job in registry.jobs() if job.name == "published.catch_up")
    assert catch_up.when == Every(minutes=1)
    catch_up.run(timezone.now())
    assert shown() == "Nova pomoč."
    assert not Dirty.objects.exists()
    assert Version.objects.filter(key="klic").count() == 1
    assert AuditEntry.objects.filter(what="directory.entry.edited").count() == 1


def test_a_full_disk_leaves_the_old_city(pack: Path) -> None:
    if connection.vendor != "sqlite":
        # PostgreSQL rolls back the same transaction; here the refusal is the server's, in the middle of the load.
        with refusing_growth_postgres(), pytest.raises(OperationalError):
            minipack.load(pack)
    else:
        minipack.replace(pack, KLIC, "Nova pomoč.", "Nova pomoč. " + "beseda " * 20_000)
        with full_after(pages=8), pytest.raises(Exception, match="full"):
            minipack.load(pack)
    assert shown() == "Pomoč ob nesreči."
    assert store.live(KEYS)["klic"]["summary"] == "Pomoč ob nesreči."
    minipack.load(pack)
    assert shown().startswith("Nova pomoč.")


@contextmanager
def full_after(*, pages: int) -> Iterator[None]:
    """A SQLite database that can grow by so many pages only."""
    with connection.cursor() as cursor:
        cursor.execute("VACUUM")  # pages that other tests left free would be room to grow
        cursor.execute("PRAGMA page_count")
        cursor.execute(f"PRAGMA max_page_count = {cursor.fetchone()[0] + pages}")
        yield
        cursor.execute("PRAGMA max_page_count = 1073741823")


@contextmanager
def refusing_growth_postgres() -> Iterator[None]:
    """A PostgreSQL that refuses a row of the load as it does when its disk is full (SQLSTATE 53100)."""
    with connection.cursor() as cursor:
        cursor.execute(
            "CREATE FUNCTION refuse() RETURNS trigger AS $$ BEGIN RAISE EXCEPTION 'could not extend file: No space left on device' "
            "USING ERRCODE = '53100'; END $$ LANGUAGE plpgsql"
        )
        cursor.execute(
            "CREATE TRIGGER full_disk BEFORE INSERT ON packs_packload FOR EACH ROW EXECUTE FUNCTION refuse()"
        )
    yield
    with connection.cursor() as cursor:
        cursor.execute("DROP TRIGGER full_disk ON packs_packload; DROP FUNCTION refuse()")


def test_a_database_that_is_locked_is_waited_for_and_told(pack: Path) -> None:
    if connection.vendor == "sqlite":
        with sqlite_held_by_another(), pytest.raises(OperationalError, match="locked"):
            minipack.load(pack)
        assert shown() == "Pomoč ob nesreči.", "readers go on while somebody writes, and after"
    minipack.load(pack)
    assert shown() == "Nova pomoč."


@contextmanager
def sqlite_held_by_another() -> Iterator[None]:
    """Another connection in the middle of a write; this one waits a tenth of a second only."""
    import sqlite3

    other = sqlite3.connect(connection.settings_dict["NAME"], isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA busy_timeout = 100")
    yield
    other.execute("ROLLBACK")
    other.close()
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA busy_timeout = 20000")
