# SPDX-License-Identifier: EUPL-1.2
"""A purge leaves no trace: not in a table, not in a byte of the database's files, not in a page, whoever held the value and however."""

import json
import logging
import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client

from pristan.city.directory import services
from pristan.city.directory.models import Entry, SheetDraft
from pristan.city.directory.sheets import drafts, reading
from pristan.city.directory.tests import minipack
from pristan.city.directory.tests.sheetkit import NEW, csv
from pristan.platform.accounts.actors import Actor, Power, system
from pristan.platform.packs import services as packs
from pristan.platform.packs.problems import PackRefused
from pristan.platform.power import services as power
from pristan.platform.power import staff_sessions
from pristan.platform.power.browsers import Browser
from pristan.platform.privacy import overwriting, places
from pristan.platform.published import readers
from pristan.platform.published import services as published
from pristan.platform.reports import services as reports
from pristan.platform.review import proposals, purges
from pristan.platform.review.errors import ValueRefused
from pristan.platform.review.models import Purge
from pristan.platform.review.proposals import Wish
from pristan.platform.review.ticks import JOBS
from pristan.platform.search import signals
from pristan.platform.tables.errors import SheetRefused
from tests.access import canary
from tests.access.roles import person

pytestmark = pytest.mark.django_db(transaction=True)
BEGAN = time.time()  # what is older was not written here
AT = minipack.AT
FIRST, SECOND = (Actor("person", name * 36, powers=frozenset({Power("city_editor")})) for name in "ab")
MEMBER = Actor("person", "c" * 36, powers=frozenset({Power("organization_editor", "org")}))
WORD = "Kanarčkova"  # alone it stands in texts of the town too, so it is removed, not the whole address
EXTRA = {
    "entries/services/drugi.yaml": f"id: drugi\\nlanguage: sl\\nname: Drugi kraj\\nsummary: Poleg varne hiše, {canary.STREET}.\\n"
    'sources: [{url: "https://example.org/d", date: "2024"}]\\n# Pozor: Kanarčkova 77\\n',
    "README.md": "Varna hiša je na Kanarčkovi.\\n",
}


@pytest.fixture
def town(tmp_path):
    """A town in which the address stands wherever it can, after edits, a withdrawal, proposals, reports and searches."""
    folder = canary.public(tmp_path / "town")
    for path, text in EXTRA.items():
        (folder / path).write_text(text.replace("\\n", "\n"), encoding="utf-8")
    minipack.load(folder)
    write(summary=f"Nova pomoč, {canary.STREET}.", alternate_names=["Hiša na Kanarčkovi"])
    write(summary="Pomoč ženskam in otrokom.")
    services.rename(key=canary.KEY, slug="hisa-kanarckova", actor=FIRST, at=AT)
    wish = Wish(
        "entry",
        canary.KEY,
        {"summary": f"Drugje: {canary.STREET}"},
        {},
        source="Kanarčkova",
        comment="s Kanarčkove",
    )
    sent = proposals.propose(wish, actor=FIRST, at=AT, is_draft=True).proposal
    assert sent is not None
    proposals.comment(uuid=sent.uuid, text="Ali je to Kanarčkova?", actor=FIRST, at=AT)
    reports.report(kind="entry", key=canary.KEY, language="sl", matters=["danger"], text="Kanarčkova 77 ni varna", contact="",
        today=AT.date())  # fmt: skip
    signals.write(asked_in_vain())
    services.withdraw(key="drugi", actor=FIRST, at=AT, why="Na Kanarčkovi ni nikogar.")
    services.publish_again(key="drugi", actor=FIRST, at=AT, why="Na Kanarčkovi so spet.")
    desk = Browser("a session's key", has_shown_factor=True)
    staff_sessions.begin(user=administrator(), browser=desk, reason="Nekdo je klical s Kanarčkove.", at=AT)
    published.catch_up(at=AT)
    assert canary.is_seen(said_in_tables()) and canary.is_seen(said_in_files())
    return folder


def administrator():
    user = person("root", at=AT)
    power.give(user=user, role="administrator", scope="", actor=system("test"), at=AT)
    return user


def write(**fields):
    services.edit(key=canary.KEY, fields=fields, actor=FIRST, at=AT, why="kanarčkova")
    published.catch_up(at=AT)


def asked_in_vain():
    from pristan.platform.search.models import Unmatched

    Unmatched.objects.create(digest="x", language="sl", days=9, last_day=AT.date(), text="kanarčkova ulica")
    return signals.Tally()


def said_in_tables(tables=()):
    said = []
    with connection.cursor() as cursor:
        for table in tables or connection.introspection.table_names():
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            said += [json.dumps(row, default=told, ensure_ascii=False) for row in cursor.fetchall()]
    return "\n".join(said).replace("\\u010d", "č").replace("\\u010c", "Č")


def told(value):
    return bytes(value).decode("utf-8", "replace") if isinstance(value, bytes | memoryview) else str(value)


def said_in_files():
    """Every byte that was written into var and, with SQLite, of the database's files; of PostgreSQL what a dump says."""
    files = list(written())
    if connection.vendor == "sqlite":
        name = Path(connection.settings_dict["NAME"])
        files += [path for path in name.parent.glob(f"{name.name}*") if path.is_file()]
    raw = b"\n".join(path.read_bytes() for path in files).decode("utf-8", "replace")
    said = raw.replace("\\u010d", "č").replace("\\u010c", "Č")
    return said if connection.vendor == "sqlite" else said + said_in_tables()


def written():
    """What lies in var and was written since; neither the databases of other tests nor what a link leads to, which are not ours."""
    for folder, _, names in os.walk(settings.VAR_DIR):
        for path in (Path(folder) / name for name in names if ".sqlite3" not in name):
            with suppress(FileNotFoundError):  # others tidy up beside us
                if path.lstat().st_mtime >= BEGAN and path.is_file():
                    yield path


def tables_with_it():
    """PostgreSQL: each table in which it stands, with the number of its file. A table that is written anew lies in another file."""
    if connection.vendor == "sqlite":
        return {}  # one file for all of them, and its bytes are read
    with connection.cursor() as cursor:
        cursor.execute("SELECT relname, pg_relation_filenode(oid) FROM pg_class WHERE relkind = 'r'")
        files = dict(cursor.fetchall())
    names = connection.introspection.table_names()
    return {name: files[name] for name in names if canary.is_seen(said_in_tables([name]))}


def lies_on_disk(former):
    """Can it still be read there, freed or not? `former`: the tables with it before it was removed."""
    if connection.vendor == "sqlite":
        return canary.is_seen(said_in_files())
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_relation_filenode(oid) FROM pg_class WHERE relkind = 'r'")
        files = {number for (number,) in cursor.fetchall()}
    return not files.isdisjoint(former.values()) or canary.is_seen(said_in_files())


def purge(value=WORD):
    made = purges.ask(
        kind="entry", key=canary.KEY, value=value, reason="The house asked for it.", actor=FIRST, at=AT
    )
    return purges.remove(uuid=made.uuid, value=value.upper(), actor=SECOND, at=AT)


def test_nothing_of_it_stays_anywhere(town, tmp_path, caplog):
    former = tables_with_it()
    assert lies_on_disk(former)
    with caplog.at_level(logging.DEBUG):
        done = purge()
    assert not canary.is_seen(said_in_tables())
    assert not canary.is_seen(said_in_files())
    assert not lies_on_disk(former)
    assert not canary.is_seen(caplog.text)
    assert done.state == "done" and done.overwritten_at and done.left == {}
    asked = {name for name, count in done.removed.items() if count}
    assert {"reasons why entries came and went", "reasons of staff sessions", "entries and their translations", "versions of entries", "proposals", "words about proposals", "what visitors reported",
        "files of the last load", "what was searched for in vain", "pages as readers see them"} <= asked  # fmt: skip
    published.catch_up(at=AT + timedelta(hours=1))
    assert not canary.is_seen(said_in_files())


def test_no_page_shows_it_and_the_rest_stays(town):
    purge()
    client, code = Client(), Entry.objects.get(key=canary.KEY).code
    for address in canary.addresses(code):
        if "?" not in address:  # a page may repeat what was typed
            assert not canary.is_seen(client.get(address).content.decode("utf-8", "replace")), address
    body = readers.document(language="sl", address=canary.KEY, version=readers.version())
    assert body.body["summary"]["text"] == "Pomoč ženskam in otrokom."
    assert body.body["phones"][0]["number"] == "+386 80 11 55" and body.body["locations"] == []


def test_the_pack_does_not_bring_it_back_and_is_told_where_it_stands(town):
    purge()
    with pytest.raises(PackRefused) as refused:
        minipack.load(town)
    told = [f"{each.path}:{each.line}" for each in refused.value.problems if each.is_error]
    assert f"town/{canary.MAIN}:2" in told and "town/README.md:1" in told
    assert (
        "town/entries/services/drugi.yaml:4" in told and "town/entries/services/ar/varna-hisa.yaml:1" in told
    )
    assert not canary.is_seen("".join(str(each) for each in refused.value.problems))
    with pytest.raises(PackRefused) as again:
        packs.diff(town, thesaurus=None)
    assert any("removed for good" in str(each) for each in again.value.problems)
    canary.secret(town)
    for path in EXTRA:
        (town / path).unlink()
    minipack.load(town)
    assert not canary.is_seen(said_in_tables())


def test_nobody_writes_it_again(town):
    purge()
    live = {"summary": "Zdaj na KANARČKOVI."}
    with pytest.raises(ValueRefused, match="removed for good"):
        services.edit(key="org", fields=live, actor=FIRST, at=AT)
    with pytest.raises(ValueRefused):
        proposals.propose(Wish("entry", "org", live, {}, source="x"), actor=MEMBER, at=AT)
    with pytest.raises(ValueRefused):
        proposals.propose(
            Wish("entry", "org", {"summary": "Drugo"}, {}, source="kanarckova"), actor=MEMBER, at=AT
        )
    assert not canary.is_seen(said_in_tables())


def test_a_sheet_does_not_bring_it_back_and_is_kept_nowhere(town):
    purge()
    sheet = reading.given(csv(NEW | {"summary": "Najdete nas na Kanarčkovi."}))
    with pytest.raises(SheetRefused, match=r"removed for good.*: \w+2\."):
        drafts.keep(sheet, language="sl", actor=FIRST, at=AT)
    assert not SheetDraft.objects.exists()


@pytest.mark.parametrize(("value", "field"), [("080 11 55", "phones"), (canary.STREET, "locations")])
def test_a_number_and_a_whole_address_go_too(town, value, field):
    purge(value)
    assert field not in services.store.live([canary.KEY])[canary.KEY]
    assert not any(purges.look(kind="entry", key=canary.KEY, value=value, actor=FIRST).values())


def test_what_a_killed_process_left_is_written_over_by_the_next_tick(town):
    former = tables_with_it()
    made = purges.ask(kind="entry", key=canary.KEY, value=WORD, reason="x", actor=FIRST, at=AT)
    words = [str(connection.settings_dict["NAME"]), str(made.uuid), WORD, SECOND.id]
    died = subprocess.run(
        [sys.executable, "-m", "tests.access.dying", *words], capture_output=True, text=True, timeout=60, check=False
    )  # fmt: skip
    assert died.returncode == -signal.SIGKILL, died.stderr
    assert Purge.objects.values_list("state", "overwritten_at").get() == ("done", None)
    assert not canary.is_seen(said_in_tables())
    assert lies_on_disk(former)
    JOBS[0].run(AT + timedelta(minutes=1))
    assert not lies_on_disk(former)
    assert Purge.objects.get().overwritten_at == AT + timedelta(minutes=1)


def test_readers_in_the_middle_of_something_only_delay_it(town, monkeypatch):
    def still_read(models):
        raise overwriting.StillRead("x")

    former = tables_with_it()
    with monkeypatch.context() as busy:
        busy.setattr(overwriting, "overwrite", still_read)
        assert purge().state == "done"
    assert Purge.objects.get().overwritten_at is None
    assert lies_on_disk(former)
    purges.finish(at=AT)
    assert not lies_on_disk(former)


def test_a_failure_takes_all_of_it_back(town, monkeypatch):
    def fails(*args, **kwargs):
        raise RuntimeError

    made = purges.ask(kind="entry", key=canary.KEY, value=WORD, reason="x", actor=FIRST, at=AT)
    before = said_in_tables()
    with monkeypatch.context() as broken:
        broken.setattr(published, "project_now", fails)
        with pytest.raises(RuntimeError):
            purges.remove(uuid=made.uuid, value=WORD, actor=SECOND, at=AT)
    assert said_in_tables() == before


def test_every_model_says_where_it_holds_texts():
    from django.apps import apps

    from pristan.platform.privacy.registry import our_apps

    ours = {model for config in our_apps() for model in apps.get_app_config(config.label).get_models()}
    assert ours - places.spoken_for().keys() == set()
