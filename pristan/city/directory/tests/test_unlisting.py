# SPDX-License-Identifier: EUPL-1.2
"""Do not list us: gone at once, and neither a pack, a proposal nor an edit brings it back; taken back, all is as before."""

from pathlib import Path

import pytest

from pristan.city.directory import services, unlisting
from pristan.city.directory.models import Entry, Refusal
from pristan.city.directory.refusals import AskedNotToBeListed, FieldRefused, UrgentHelp
from pristan.city.directory.reviewed import EntryReviewed
from pristan.city.directory.tests import minipack
from pristan.platform.accounts.actors import Actor, Power, system
from pristan.platform.accounts.permits import NotPermitted
from pristan.platform.audit.models import AuditEntry
from pristan.platform.packs import services as packs
from pristan.platform.packs.export import export
from pristan.platform.published import readers
from pristan.platform.published import services as published
from pristan.platform.review.errors import ValueRefused
from pristan.platform.review.registry import Cause
from tests.access.roles import client

pytestmark = pytest.mark.django_db(transaction=True)
AT = minipack.AT
CITY = system("test-editor")
MANAGER = Actor("person", "1", powers=frozenset({Power("organization_manager", "org")}))
STRANGER = Actor("person", "2", powers=frozenset({Power("organization_manager", "another")}))
NEW = "id: novo\nlanguage: sl\nname: Novo\norganization: {name: Org, entry: org}\nsources: [{url: 'https://example.org/n'}]\n"


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    folder = minipack.write(tmp_path / "mini")
    minipack.load(folder)
    return folder


def shown(key: str) -> bool:
    version = readers.version()
    return any(readers.document(language=code, address=key, version=version) for code in ("sl", "en", "ar"))


def refuse(actor: Actor = MANAGER) -> Refusal:
    return unlisting.unlist(key="org", reason="safety", actor=actor, at=AT, looked_twice=True)


def test_the_organisation_and_its_entries_are_gone_at_the_commit(pack):
    refuse()
    assert not shown("org") and not shown("klic")
    assert shown("korak")
    assert refuse().pk == Refusal.objects.get().pk
    assert AuditEntry.objects.filter(what="directory.entry.unlisted").count() == 1


def test_the_record_says_once_why(pack):
    refuse()
    assert client("city_editor").get("/staff/en/record/?key=klic").content.decode().count(unlisting.WHY) == 1


def test_it_can_be_taken_back_and_all_is_as_before(pack):
    services.withdraw(key="org", actor=CITY, at=AT, why="moves")
    refuse()
    assert unlisting.list_again(key="org", actor=MANAGER, at=AT) == ["klic"]
    published.catch_up(at=AT)
    assert shown("klic") and not shown("org")
    assert unlisting.list_again(key="org", actor=MANAGER, at=AT) == []


def test_a_load_keeps_it_out_with_a_warning_that_names_file_and_line(pack):
    refuse()
    minipack.put(pack, "entries/services/novo.yaml", NEW)
    minipack.replace(pack, "entries/services/klic.yaml", "Pomoč ob nesreči.", "Pomoč.")
    told = [str(each) for each in packs.diff(pack, thesaurus=None).warnings]
    summary = minipack.load(pack)
    assert [str(each) for each in summary.warnings] == told
    assert any("services/novo.yaml:1: warning: `novo` asked not to be listed" in each for each in told)
    assert not any(shown(key) for key in ("org", "klic", "novo"))
    assert Entry.objects.get(key="novo").state == "withdrawn"
    minipack.load(pack)
    assert not shown("novo")


def test_what_left_the_pack_and_comes_back_stays_out(pack):
    minipack.put(pack, "entries/services/novo.yaml", NEW)
    minipack.load(pack)
    assert shown("novo")
    minipack.put(pack, "entries/services/novo.yaml", None)
    minipack.load(pack)
    refuse()
    minipack.put(pack, "entries/services/novo.yaml", NEW)
    minipack.load(pack)
    assert not shown("novo")


def test_an_export_leaves_it_out(pack, tmp_path):
    refuse()
    export(tmp_path / "out")
    assert not (tmp_path / "out/entries/services/klic.yaml").exists()


def test_no_edit_proposal_or_new_entry_brings_it_back(pack):
    refuse()
    with pytest.raises(AskedNotToBeListed, match="Take that back"):
        services.publish_again(key="klic", actor=CITY, at=AT, why="")
    given = {
        "kind": "service",
        "language": "sl",
        "name": "N",
        "organization": {"name": "Org", "entry": "org"},
    }
    with pytest.raises(ValueRefused, match="asked not to be listed"):
        EntryReviewed().create("n", given, actor=CITY, at=AT, cause=Cause("proposal"))
    with pytest.raises(AskedNotToBeListed):
        services.edit(key="korak", fields={"organization": given["organization"]}, actor=CITY, at=AT)


def test_urgent_help_needs_a_second_look(pack):
    with pytest.raises(UrgentHelp, match="klic"):
        unlisting.unlist(key="klic", reason="asked", actor=CITY, at=AT)
    assert shown("klic")


def test_only_its_manager_and_the_city_and_only_fixed_words(pack):
    for actor in (STRANGER, Actor("person", "3", powers=frozenset({Power("organization_editor", "org")}))):
        with pytest.raises(NotPermitted):
            refuse(actor)
    with pytest.raises(FieldRefused):
        unlisting.unlist(key="org", reason="he threatened her", actor=CITY, at=AT)


def test_in_the_browser(pack):
    editor, stranger = client("city_editor"), client("organization_manager", "another")
    address = "/staff/en/entries/org/listing/"
    assert stranger.get(address).status_code == 404 == stranger.post(address, {"reason": "asked"}).status_code
    asked = editor.post(address, {"reason": "asked"})
    assert asked.status_code == 422 and "Look a second time" in asked.content.decode()
    done = editor.post(address, {"reason": "asked", "looked_twice": "1"}, follow=True)
    assert "It asked not to be listed." in done.content.decode() and not shown("klic")
    again = editor.post("/staff/en/entries/klic/withdraw/", {"why": "open again"}, follow=True)
    assert "Take that back first" in again.content.decode() and not shown("klic")
    assert "Organizacija" in editor.get("/staff/en/unlisted/").content.decode()
    editor.post(address, {"list_again": "1"})
    assert shown("klic") and "Nobody asked" in editor.get("/staff/en/unlisted/").content.decode()
