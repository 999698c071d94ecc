# SPDX-License-Identifier: EUPL-1.2
"""An organisation adds a service of its own; copies get ids of their own; an editor gives a page another address."""

from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from pristan.city.directory import services, store
from pristan.city.directory.editing import wording
from pristan.city.directory.models import Entry, EntryAddress
from pristan.city.directory.refusals import FieldRefused
from pristan.city.directory.tests import minipack
from pristan.city.directory.tests.test_portal import decide, filled
from pristan.platform.accounts.actors import system
from pristan.platform.published import readers
from pristan.platform.review.models import Proposal
from pristan.platform.review.registry import Cause
from tests.access.roles import client

pytestmark = pytest.mark.django_db
AT = minipack.AT
ADD = "/staff/en/new-entry/"
GIVEN = {"kind": "course", "name": "Tečaj slovenščine", "language": "sl", "organization": "org"}


@pytest.fixture(autouse=True)
def pack(tmp_path: Path) -> Path:
    folder = minipack.write(tmp_path / "mini")
    minipack.load(folder)
    return folder


@pytest.fixture
def member() -> Client:
    return client("organization_editor", "org")


@pytest.fixture
def editor() -> Client:
    return client("city_editor")


def begin(who: Client, **typed: Any) -> Any:
    return who.post(ADD, {**filled(who.get(ADD)), **GIVEN, **typed}, follow=True)


def test_an_organisation_adds_a_service_section_by_section(member, editor):
    assert ADD in member.get("/staff/en/entries/").content.decode()
    page = begin(member).content.decode()
    proposal = Proposal.objects.get()
    assert (proposal.key, proposal.is_new, proposal.state) == ("tecaj-slovenscine", True, "draft")
    assert proposal.organization == "org" and "Write on" in page
    address = f"/staff/en/proposals/{proposal.uuid}/change/hours/"
    member.post(address, {**filled(member.get(address)), "mo": "9-11"})
    member.post(f"/staff/en/proposals/{proposal.uuid}/submit/", {"source": "our own decision"})
    proposal.refresh_from_db()
    decide(editor, proposal, take=list(proposal.wanted))
    said = store.live(["tecaj-slovenscine"])["tecaj-slovenscine"]
    assert said["organization"] == {"name": "Organizacija", "entry": "org"}
    assert (said["kind"], said["schedule"]["weekly"]) == ("course", {"mo": ["09:00-11:00"]})


def test_a_name_is_kept_without_signs_that_nobody_sees(member):
    begin(member, name=" Tečaj\u202e slovenščine\x07")
    assert Proposal.objects.get().wanted["name"] == "Tečaj slovenščine"


def test_a_new_entry_is_read_in_words_and_by_its_name(member):
    page = begin(member).content.decode()
    assert "<bdi>Tečaj slovenščine</bdi></h1>" in page
    assert all(f">{words}</" in page for words in ("Slovenian", "Organizacija (org)"))
    assert ">sl</" not in page
    assert "<bdi>Tečaj slovenščine</bdi></a>" in member.get("/staff/en/proposals/").content.decode()


def test_what_belongs_together_is_told_in_words_and_names():
    value = [{"type": "provided_by", "to": "org"}, {"type": "part_of", "to": "gone"}]
    assert wording.lines("relations", value, "en") == [
        "Who offers this: Organizacija",
        "This is a part of: gone",
    ]


def test_the_same_form_sent_twice_is_one_draft(member):
    given = {**filled(member.get(ADD)), **GIVEN}
    first, second = member.post(ADD, given), member.post(ADD, given)
    assert first["Location"] == second["Location"] and Proposal.objects.count() == 1


@pytest.mark.parametrize(
    ("name", "value"),
    [("kind", "organization"), ("kind", "right"), ("organization", "another"), ("organization", ""), ("name", ""), ("language", "xx")],
)  # fmt: skip
def test_what_a_member_cannot_add_is_said(member, name, value):
    assert begin(member, **{name: value}).status_code == 422
    assert not Proposal.objects.exists()


def test_an_editor_chooses_whose_it_is_or_nobodys(editor):
    begin(editor, organization="")
    assert "organization" not in Proposal.objects.get().wanted


def test_an_organisation_that_readers_do_not_see_is_told_the_way_out():
    page = client("organization_manager", "another").get(ADD).content.decode()
    assert "Ask the city's editors first" in page and 'name="kind"' not in page
    assert client("language_reviewer", "ar").get(ADD).status_code == 404


def test_an_organisation_is_copied_by_editors_only_and_no_button_leads_nowhere(member, editor):
    assert "/copy/" not in member.get("/staff/en/entries/org/").content.decode()
    assert member.post("/staff/en/entries/org/copy/").status_code == 404
    assert "/copy/" in editor.get("/staff/en/entries/org/").content.decode()
    assert "/copy/" in member.get("/staff/en/entries/klic/").content.decode()


def test_two_copies_have_two_ids(member):
    for _ in range(2):
        member.post("/staff/en/entries/klic/copy/")
    assert set(Proposal.objects.values_list("key", flat=True)) == {"klic-2", "klic-3"}


def test_an_editor_gives_a_page_another_address(editor, member):
    address = "/staff/en/entries/klic/rename/"
    assert member.get(address).status_code == 404
    assert address in editor.get("/staff/en/entries/klic/").content.decode()
    for wrong in ("org", "Velika", "dva--vezaja", ""):
        assert editor.post(address, {"slug": wrong}).status_code == 422, wrong
    assert "leads to another entry already" in editor.post(address, {"slug": "org"}).content.decode()
    editor.post(address, {"slug": "nujni-klic"})
    assert readers.document(language="sl", address="nujni-klic", version=readers.version())
    assert EntryAddress.objects.get(slug="klic").role == "former"


def test_the_address_that_it_has_is_no_other_one():
    services.rename(key="klic", slug="klic", actor=system("test"), at=AT)
    assert not EntryAddress.objects.filter(role="former").exists()


def test_a_new_entry_does_not_take_the_address_of_another():
    services.rename(key="klic", slug="novo", actor=system("test"), at=AT)
    given = {"kind": "service", "language": "sl", "name": "Novo"}
    with pytest.raises(FieldRefused, match="is taken"):
        services.create(key="novo", fields=given, actor=system("test"), at=AT, cause=Cause("edit"))
    assert Entry.objects.filter(slug="novo").count() == 1


def test_a_pack_does_not_take_the_address_of_another_either(pack):
    for slug in ("novo", "najnovejse"):
        services.rename(key="klic", slug=slug, actor=system("test"), at=AT)
    for key in ("novo", "najnovejse"):
        source = "sources: [{url: 'https://example.org/n'}]"
        minipack.put(pack, f"entries/services/{key}.yaml", f"id: {key}\nlanguage: sl\nname: Novo\n{source}\n")
    minipack.load(pack)
    for made in Entry.objects.filter(name="Novo"):
        assert made.slug == made.code
    found = readers.document(language="sl", address="najnovejse", version=readers.version())
    assert found and found.body["key"] == "klic"
