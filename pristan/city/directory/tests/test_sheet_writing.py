# SPDX-License-Identifier: EUPL-1.2
"""Writing a sheet: all or nothing, once, published or proposed; and the screens on which a clerk does it."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from pristan.city.directory import keys, services, store
from pristan.city.directory.models import Entry, SheetDraft
from pristan.city.directory.sheets import drafts, importing, reading
from pristan.city.directory.tests.minipack import AT
from pristan.city.directory.tests.sheetkit import EDITOR, MEMBER, NEW, STRANGER, csv, workbook, written
from pristan.platform.accounts.actors import system
from pristan.platform.published import readers
from pristan.platform.published import services as published
from pristan.platform.review import proposals
from pristan.platform.review.models import Proposal, Version
from tests.access.roles import client

pytestmark = pytest.mark.django_db
ROOT = "/staff/en/sheets/"


@pytest.fixture(autouse=True)
def city(mini_city: None, db: None) -> None:
    """Loaded once; what a test writes is taken back."""


def live(key: str) -> dict[str, Any]:
    return store.live([key])[key]


def test_an_editor_publishes_new_entries_and_changes_with_versions_and_sources():
    outcome = written(
        NEW | {"as_of": "1. 9. 2026"}, {"id": "klic", "summary": "Drugače.", "source": "their letter"}
    )
    assert outcome == {"new": 1, "changed": 1, "proposed": 0, "unchanged": 0, "left_out": 0}
    made = live("svetovalnica")
    assert made["sources"] == [{"url": "https://example.org/s", "date": "2026-09-01"}] and made["as_of"] == "2026-09-01"  # fmt: skip
    changed = live("klic")
    assert changed["sources"][-1] == {"note": "their letter"} and changed["provenance"]["summary"] == {
        "sources": [3]
    }
    assert changed["provenance"]["phones"] == {"sources": [2], "as_of": "2018"}
    assert set(Version.objects.values_list("key", "cause", "why")) == {
        ("svetovalnica", "sheet", "https://example.org/s"), ("klic", "sheet", "their letter"),
    }  # fmt: skip
    published.catch_up(at=AT)
    found = readers.document(language="ar", address="svetovalnica", version=readers.version())
    assert found and found.body["name"]["text"] == "Svetovalnica"


def test_an_organisation_proposes_and_an_editor_publishes():
    outcome = written(NEW, {"id": "klic", "summary": "Drugače.", "source": "our decision"}, actor=MEMBER)
    assert (outcome["proposed"], outcome["new"], outcome["changed"]) == (2, 0, 0)
    assert (
        not Entry.objects.filter(key="svetovalnica").exists()
        and live("klic")["summary"] == "Pomoč ob nesreči."
    )
    for proposal in Proposal.objects.all():
        proposals.accept(uuid=proposal.uuid, shown=proposals.digests(proposal), actor=EDITOR, at=AT)
    assert live("klic")["summary"] == "Drugače."
    assert live("svetovalnica")["organization"] == {"name": "Organizacija", "entry": "org"}


def test_nothing_is_written_while_anything_is_wrong_or_open():
    for rows in ([NEW, NEW | {"name": "B", "phones": "zvečer"}], [NEW, NEW | {"name": "B", "phones": "01 522 50 50"}]):  # fmt: skip
        with pytest.raises(importing.NotReady):
            written(*rows)
        assert Entry.objects.count() == 4 and not Version.objects.exists()


def test_all_or_nothing_where_a_write_fails(monkeypatch):
    real, seen = services.create, []

    def second_fails(**words: Any) -> Any:
        seen.append(words["key"])
        if len(seen) == 2:
            raise RuntimeError
        return real(**words)

    monkeypatch.setattr(services, "create", second_fails)
    with pytest.raises(RuntimeError):
        written(NEW, NEW | {"name": "Druga"})
    assert seen == ["svetovalnica", "druga"] and Entry.objects.count() == 4
    assert SheetDraft.objects.get().outcome == {}


def test_sent_twice_it_is_written_once_and_its_rows_are_gone():
    draft = drafts.keep(reading.given(csv(NEW)), language="sl", actor=EDITOR, at=AT)
    for _ in range(2):
        assert importing.write(uuid=draft.uuid, actor=EDITOR, at=AT).outcome["new"] == 1
    assert Entry.objects.filter(key__startswith="svetovalnica").count() == 1
    draft.refresh_from_db()
    assert draft.rows == {} and draft.choices == {}


def test_the_same_sheet_sent_again_is_asked_about():
    written(NEW)
    with pytest.raises(importing.NotReady) as refused:
        written(NEW)
    assert refused.value.plan.questions[0].likeness.key == "svetovalnica"
    assert written(NEW, NEW | {"name": "Nova"}, choices={"2": "out"})["new"] == 1


def test_what_changed_since_the_dry_run_is_looked_at_again():
    draft = drafts.keep(reading.given(csv({"id": "klic", "summary": "x", "source": "y"})), language="sl", actor=MEMBER, at=AT)  # fmt: skip
    services.edit(key="klic", fields={"organization": {"name": "Drugi"}}, actor=system("test"), at=AT)
    with pytest.raises(importing.NotReady) as refused:
        importing.write(uuid=draft.uuid, actor=MEMBER, at=AT)
    assert [slip.cell for slip in refused.value.plan.slips] == ["A2"]


def test_the_row_from_which_there_is_no_room_is_told_before_anything_is_written(monkeypatch):
    monkeypatch.setattr(proposals, "MOST_OPEN", 1)
    rows = (NEW, {"id": "klic", "summary": "Drugače.", "source": "our decision"})
    with pytest.raises(importing.NotReady) as refused:
        written(*rows, actor=MEMBER)
    assert [slip.cell[-1] for slip in refused.value.plan.slips] == ["3"]
    assert "no more fit in" in refused.value.plan.slips[0].what
    assert not Proposal.objects.exists()
    assert written(*rows, actor=EDITOR)["changed"] == 1  # publishes, and fills no queue


def test_ids_are_made_from_names_and_are_free():
    assert keys.key_of("Čebelica – šola", "sl") == "cebelica-sola"
    assert keys.key_of("Klic", "sl") == "klic-2" and keys.key_of("Klic", "sl", {"klic-2"}) == "klic-3"
    assert keys.key_of("stari klic", "sl") == "stari-klic-2"
    assert keys.key_of("دورة", "ar") and keys.key_of("!!!", "sl") == "entry"
    assert len(keys.key_of("x" * 300, "sl")) == 100


def test_a_sheet_is_its_owners_alone_and_ends_after_a_day():
    draft = drafts.keep(reading.given(csv(NEW)), language="sl", actor=EDITOR, at=AT)
    with pytest.raises(drafts.DraftMissing):
        drafts.of(draft.uuid, actor=STRANGER, at=AT)
    with pytest.raises(drafts.DraftMissing):
        drafts.of(draft.uuid, actor=EDITOR, at=AT + drafts.LASTS)
    drafts.forget(AT + timedelta(hours=23))
    assert SheetDraft.objects.exists()
    drafts.forget(AT + timedelta(hours=24))
    assert not SheetDraft.objects.exists()


def test_a_person_keeps_few_sheets_at_a_time():
    for minute in range(8):
        drafts.keep(reading.given(csv(NEW)), language="sl", actor=EDITOR, at=AT + timedelta(minutes=minute))
    assert SheetDraft.objects.count() == drafts.MOST


def test_only_answers_to_rows_that_are_there_are_kept():
    draft = drafts.keep(reading.given(csv(NEW)), language="sl", actor=EDITOR, at=AT)
    drafts.answer(draft, {"2": "same", "9": "same", "x": "out"})
    drafts.answer(draft, {"2": "perhaps"})
    assert draft.choices == {"2": "same"}


def upload(who: Client, data: bytes, name: str = "entries.csv") -> Any:
    return who.post(ROOT, {"sheet": SimpleUploadedFile(name, data)}, follow=True)


def test_a_clerk_sends_a_sheet_answers_and_writes_it():
    editor = client("city_editor")
    page = upload(editor, csv(NEW, NEW | {"name": "<b>Klic</b>", "phones": "01 522 50 50"}))
    html = page.content.decode()
    assert "Is this the same?" in html and "Row 3" in html and "Write all of it" not in html
    assert "&lt;b&gt;Klic&lt;/b&gt;" in html and "<b>Klic</b>" not in html
    address = page.redirect_chain[-1][0]
    page = editor.post(f"{address}answer/", {"row-3": "other"}, follow=True)
    assert "Write all of it" in page.content.decode() and "Ask me again" in page.content.decode()
    for _ in range(2):  # a double click
        page = editor.post(f"{address}write/", follow=True)
        assert "The sheet is written" in page.content.decode()
    assert Entry.objects.count() == 6
    assert "The sheet is written" in editor.get(address).content.decode()  # the back button


def test_wrong_cells_are_told_and_cannot_be_written():
    editor = client("city_editor")
    page = upload(editor, csv(NEW | {"phones": "zvečer", "mo": "8 do 12"}))
    html = page.content.decode()
    assert "2 cells are wrong" in html and ">E2<" in html and ">F2<" in html
    refused = editor.post(f"{page.redirect_chain[-1][0]}write/")
    assert refused.status_code == 409 and Entry.objects.count() == 4


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"%PDF-1.7 x", "The file is no table"),
        (b"", "The file is empty"),
        ("name\nČešnja žar šola".encode() + b"\xc3\n", "broken on line 2"),
        (b"name,colour\nx,y", "is called “colour”"),
    ],
)
def test_a_file_that_is_not_what_it_says_is_refused_with_a_way_out(data, said):
    editor = client("city_editor")
    answer = editor.post(ROOT, {"sheet": SimpleUploadedFile("entries.xlsx", data)})
    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert not SheetDraft.objects.exists()


def test_no_file_and_a_file_that_is_too_large(settings):
    editor = client("city_editor")
    assert "Choose a file first" in editor.post(ROOT, {}).content.decode()
    settings.FILE_UPLOAD_MAX_MEMORY_SIZE = 1000
    answer = editor.post(ROOT, {"sheet": SimpleUploadedFile("x.csv", b"x" * 2000)})
    assert answer.status_code == 422 and "larger than 10 megabytes" in answer.content.decode()


def test_others_find_neither_the_sheet_nor_its_answers():
    page = upload(client("city_editor"), csv(NEW))
    address = page.redirect_chain[-1][0]
    other = client("organization_manager", "org")
    assert other.get(address).status_code == 404
    assert other.post(f"{address}write/").status_code == other.post(f"{address}answer/").status_code == 404


def test_a_sheet_is_thrown_away():
    editor = client("city_editor")
    page = upload(editor, csv(NEW))
    gone = editor.post(f"{page.redirect_chain[-1][0]}answer/", {"drop": "1"}, follow=True)
    assert "Nothing was written" in gone.content.decode() and not SheetDraft.objects.exists()


def test_the_template_and_the_own_entries_are_files():
    editor = client("city_editor")
    answer = editor.get(f"{ROOT}template.xlsx")
    assert answer["Content-Disposition"] == 'attachment; filename="pristan-template-en.xlsx"'
    own = editor.get(f"{ROOT}template.xlsx?entries=own")
    assert "pristan-entries-en" in own["Content-Disposition"]
    page = upload(editor, own.content, "x.xlsx")
    assert "There is nothing to write" in page.content.decode()
    assert workbook()[:2] == answer.content[:2] == b"PK"
