# SPDX-License-Identifier: EUPL-1.2
"""A number that is changed in one entry is changed where else it stands: asked, sent together, within one's own entries."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from pristan.city.directory import services, store
from pristan.city.directory.editing import elsewhere, shared
from pristan.city.directory.models import Entry
from pristan.city.directory.tests import minipack
from pristan.city.directory.tests.minipack import AT
from pristan.city.directory.tests.sheetkit import EDITOR, MEMBER, STRANGER
from pristan.city.directory.tests.test_portal import filled
from pristan.platform.accounts.actors import system
from pristan.platform.accounts.permits import allow
from pristan.platform.review import trust
from pristan.platform.review.models import Proposal
from tests.access.roles import client

pytestmark = pytest.mark.django_db
OLD, NEW = "+386 1 522 50 50", "+386 1 522 60 60"
ADDRESS = "/staff/en/entries/klic/change/reach/"
HEAD = "language: sl\nsources: [{url: 'https://example.org/'}]\n"
OURS = "organization: {name: Organizacija, entry: org}\n"
PHONE = "phones: [{number: '+38615225050', remark: zjutraj}]\n"
HOUSE = "locations: [{address_1: 'ZALOŠKA CESTA 2', postal_code: '1000', city: Ljubljana}]\n"
MORE = {
    "entries__services__svet": f"id: svet\nname: Svetovanje\n{HEAD}{OURS}{PHONE}{HOUSE}contacts: [{{name: Sprejem, phone: '{OLD}'}}]\nrelations: [{{type: done_at, to: hisa}}]\n",
    "entries__services__tiho": f"id: tiho\nname: Tiha soba\n{HEAD}{OURS}{PHONE}is_sensitive: true\n",
    "entries__services__skrito": f"id: skrito\nname: Skrita hiša\n{HEAD}{OURS}is_location_secret: true\nis_sensitive: true\nrelations: [{{type: done_at, to: hisa}}]\n",
    "entries__services__tuje": f"id: tuje\nname: Tuja pomoč\n{HEAD}{PHONE}{HOUSE}organization: {{name: Drugi, entry: other}}\n",
    "entries__places__hisa": f"id: hisa\nname: Hiša\n{HEAD}{OURS}{HOUSE}",
    "entries__organizations__other": f"id: other\nname: Drugi\n{HEAD}",
}  # fmt: skip


@pytest.fixture(scope="module")
def _city(django_db_setup: None, django_db_blocker: Any, tmp_path_factory: Any) -> Iterator[None]:
    folder = minipack.write(tmp_path_factory.mktemp("mini"))
    (folder / "entries" / "places").mkdir()
    with minipack.standing(django_db_blocker, minipack.write(folder, **MORE)):
        yield


@pytest.fixture(autouse=True)
def city(_city: None, db: None) -> None:
    """Loaded once; what a test writes is taken back."""


def sent(who: Client, page: Any, **typed: Any) -> Any:
    return who.post(ADDRESS, {**filled(page), "source": "our own decision", **typed}, follow=True)


def asked(who: Client, number: str = NEW) -> Any:
    """The form, shown again with what else could be changed."""
    page = sent(who, who.get(ADDRESS), **{"phones-1-number": number})
    assert page.status_code == 200 and "Change it there too?" in page.content.decode()
    return page


def numbers(key: str) -> list[str]:
    return [each["number"] for each in store.live([key])[key].get("phones") or ()]


def test_an_organisation_is_asked_about_its_own_entries_and_each_gets_a_proposal():
    member = client("organization_editor", "org")
    page = asked(member)
    said = page.content.decode()
    assert (
        "in 2 other entries" in said and "Svetovanje" in said and "Tiha soba" in said and "Tuja" not in said
    )
    assert not Proposal.objects.exists()
    for _ in range(2):  # a double click
        done = sent(member, page).content.decode()
        assert "too: Svetovanje, Tiha soba." in done
    proposals = {each.key: each for each in Proposal.objects.all()}
    assert set(proposals) == {"klic", "svet", "tiho"} and Proposal.objects.count() == 3
    assert {each.source for each in proposals.values()} == {"our own decision"}
    assert proposals["svet"].wanted == {
        "phones": [{"number": NEW, "remark": "zjutraj"}], "contacts": [{"name": "Sprejem", "phone": NEW}],
    }  # fmt: skip
    assert all(proposals["svet"].base.values()) and numbers("tuje") == ["+38615225050"]
    done = sent(member, asked(member), draft="1").content.decode()
    assert "Kept as drafts of these too: Svetovanje, Tiha soba." in done


def test_an_editor_changes_it_everywhere_at_once_but_where_they_took_the_tick_away():
    editor = client("city_editor")
    page = asked(editor)
    assert "in 3 other entries" in page.content.decode()
    ticks = [each for each in filled(page)["also"] if not each.startswith("tiho ")]
    done = sent(editor, page, also=ticks).content.decode()
    assert "Changed there too: Svetovanje, Tuja pomoč." in done
    assert numbers("svet") == numbers("tuje") == [NEW] and numbers("tiho") == ["+38615225050"]
    assert not Proposal.objects.exists()


def test_trust_decides_entry_by_entry_and_a_slip_keeps_the_ticks():
    trust.entrust(organization="org", fields=["phones", "contacts"], permit=allow("test"), actor=system("test"), at=AT)  # fmt: skip
    manager = client("organization_manager", "org")
    page = asked(manager)
    ticks = filled(page)["also"]
    slip = sent(manager, page, source="", also=ticks[:1])
    assert slip.status_code == 422 and filled(slip)["also"] == ticks[:1] and numbers("klic")[1] == OLD
    done = sent(manager, slip, also=ticks).content.decode()
    assert "Changed there too: Svetovanje." in done and "for these too: Tiha soba." in done
    assert numbers("klic")[1] == numbers("svet")[0] == NEW and numbers("tiho") == ["+38615225050"]


def test_what_is_taken_away_and_another_change_is_asked_about_anew():
    editor = client("city_editor")
    page = asked(editor, "")
    again = sent(editor, page, **{"phones-1-number": NEW})
    assert "Change it there too?" in again.content.decode() and numbers("svet") == ["+38615225050"]
    asked_once_more = sent(editor, again, **{"phones-1-number": ""})
    sent(editor, asked_once_more, **{"phones-1-remark": ""})
    assert numbers("klic") == ["112"] and numbers("svet") == [] and numbers("tuje") == []
    assert store.live(["svet"])["svet"]["contacts"] == [{"name": "Sprejem"}]


def test_who_changed_another_entry_meanwhile_loses_nothing():
    editor = client("city_editor")
    page = asked(editor)
    services.edit(key="svet", fields={"phones": [{"number": "113"}]}, actor=EDITOR, at=AT)
    done = sent(editor, page).content.decode()
    assert "meanwhile in: Svetovanje." in done and numbers("svet") == ["113"] and numbers("tiho") == [NEW]
    proposal = Proposal.objects.get()
    assert proposal.wanted == {"phones": [{"number": NEW, "remark": "zjutraj"}]}


def test_what_somebody_changed_here_meanwhile_moves_nothing_elsewhere():
    editor = client("city_editor")
    page = editor.get(ADDRESS)
    services.edit(key="klic", fields={"phones": [{"number": "112"}, {"number": "+386 1 522 70 70"}]}, actor=EDITOR, at=AT)  # fmt: skip
    done = sent(editor, page, **{"phones-1-number": NEW}).content.decode()
    assert "Change it there too?" not in done and Proposal.objects.get().key == "klic"


@pytest.mark.parametrize("key", ["tuje", "klic", "nothing", "zatocisce"])
def test_entries_of_others_are_not_there(key):
    member = client("organization_editor", "org")
    page = asked(member)
    assert sent(member, page, also=[f"{key} phones=0123456789abcdef"]).status_code == 404
    assert not Proposal.objects.exists()


def test_all_or_none(monkeypatch):
    editor = client("city_editor", name="one")
    page = asked(editor)
    write = services.write

    def fails(**words: Any) -> Any:
        if words["key"] == "tuje":
            raise services.FieldRefused("no")
        return write(**words)

    monkeypatch.setattr(services, "write", fails)
    answer = sent(editor, page)
    assert answer.status_code == 422 and "Tuja pomoč" in answer.content.decode()
    assert numbers("klic")[1] == OLD and numbers("svet") == ["+38615225050"]


def test_staff_pages_say_where_else_it_stands_and_what_is_done_at_a_place():
    member, editor = client("organization_editor", "org"), client("city_editor")
    page = member.get("/staff/en/entries/klic/").content.decode()
    assert page.count("Also in:") == 2 and "Svetovanje" in page and "Hiša" in page and "Tuja" not in page
    assert "Tuja" in editor.get("/staff/en/entries/klic/").content.decode()
    here = editor.get("/staff/en/entries/hisa/").content.decode()
    assert "Done here" in here and "Svetovanje" in here and "Skrita" not in here


def test_contacts_and_places_stand_once_with_all_that_use_them():
    address = "/staff/en/contacts/"
    member = client("organization_editor", "org")
    page = member.get(f"{address}?organization=org").content.decode()
    assert page.count("Zaloška cesta 2") + page.count("ZALOŠKA CESTA 2") == 1
    assert page.count("522 50 50") + page.count("+38615225050") == 1 and "Sprejem" in page
    assert "Tuja" not in page and "Tuja" not in member.get(address).content.decode()
    assert member.get(f"{address}?organization=other").status_code == 404
    assert "Tuja" in client("city_editor").get(address).content.decode()


def test_however_many_entries_use_it_the_questions_stay_few():
    klic = Entry.objects.get(key="klic")
    marks = {use.mark for use in shared.uses(store.live(["klic"])["klic"], "org")}
    counts = []
    for key in ("svet", "tiho", "tuje"):
        with CaptureQueriesContext(connection) as asked_for:
            found = elsewhere.having(marks, EDITOR, but=klic)
        counts.append((len(found), len(asked_for)))
        services.edit(key=key, fields={"phones": None, "contacts": None, "locations": None}, actor=EDITOR, at=AT)  # fmt: skip
    assert [found for found, _ in counts] == [4, 3, 2] and {asked for _, asked in counts} == {5}
    assert [each.entry.key for each in elsewhere.having(marks, MEMBER, but=klic)] == ["hisa"]
    assert elsewhere.having(marks, STRANGER, but=klic) == []


def test_desks_of_other_houses_with_the_same_name_push_nobody_off_the_list(monkeypatch):
    services.edit(key="other", fields={"contacts": [{"name": "Sprejem"}]}, actor=EDITOR, at=AT)
    monkeypatch.setattr(elsewhere, "MOST", 0)
    found = elsewhere.having([shared.desk("Sprejem", "org")], EDITOR, but=Entry.objects.get(key="klic"))
    assert [each.entry.key for each in found] == ["svet"], "“Drugi” comes before it"
