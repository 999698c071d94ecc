# SPDX-License-Identifier: EUPL-1.2
"""One entry is read in fewer questions than many, and says the same."""

from pathlib import Path

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from pristan.city.directory import reading, services, store
from pristan.city.directory.models import Entry
from pristan.city.directory.tests import minipack
from pristan.city.directory.tests.test_following import VALUES
from pristan.platform.accounts.actors import system

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _city(tmp_path: Path) -> None:
    minipack.load(minipack.write(tmp_path / "mini"))
    services.edit(key="klic", fields=VALUES, actor=system("test"), at=minipack.AT)


def test_one_entry_says_the_same_as_among_many(monkeypatch):
    with monkeypatch.context() as many:
        many.setattr(reading, "FEW", 0)
        together = {entry.key: reading.read(entry) for entry in reading.loaded(Entry.objects.all())}
    assert len(together["klic"]) > 20
    for key, fields in together.items():
        (alone,) = reading.loaded(Entry.objects.filter(key=key))
        assert reading.read(alone) == fields
    two = reading.loaded(Entry.objects.filter(key__in=["klic", "org"]))
    assert {entry.key: reading.read(entry) for entry in two} == {
        key: together[key] for key in ("klic", "org")
    }


def test_tables_without_a_row_of_an_entry_are_not_asked():
    with CaptureQueriesContext(connection) as full:
        reading.loaded(Entry.objects.filter(key="klic"))
    with CaptureQueriesContext(connection) as sparse:
        reading.loaded(Entry.objects.filter(key="org"))
    with CaptureQueriesContext(connection) as none:
        reading.loaded(Entry.objects.none())
    assert len(sparse) < len(full) / 2 and len(none) == 0


def test_an_edit_of_one_entry_writes_what_it_changes_and_nothing_else():
    before = store.live(["klic"])["klic"]
    services.edit(
        key="klic", fields={"email": "nov@example.org", "website": None}, actor=system("test"), at=minipack.AT
    )
    after = store.live(["klic"])["klic"]
    assert after == {name: value for name, value in before.items() if name != "website"} | {
        "email": "nov@example.org"
    }


def test_some_fields_say_the_same_as_all_of_them():
    whole = store.live(["klic"])["klic"]
    assert any(name.startswith("texts.") for name in whole), "translations are read too"
    with transaction.atomic():
        assert store.held("klic", whole) == whole
        for name, value in whole.items():
            assert store.held("klic", [name]) == {name: value}
        assert store.held("klic", ["no_such_field"]) == {}
        Entry.objects.filter(key="klic").update(state="archived")
        assert store.held("klic", whole) is None and store.held("nobody", whole) is None
