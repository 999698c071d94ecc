# SPDX-License-Identifier: EUPL-1.2
"""Loads that change much: the former pack undoes all that readers see, edits stay or are taken, a diff tells what comes."""

import json
from pathlib import Path

import pytest

from pristan.city.directory import services, store
from pristan.city.directory.models import Entry
from pristan.city.directory.tests import minipack
from pristan.platform.accounts.actors import system
from pristan.platform.packs import services as packs
from pristan.platform.packs.export import export
from pristan.platform.published import readers
from pristan.platform.published.models import Address, Dirty, Document

pytestmark = pytest.mark.django_db(transaction=True)
KLIC = "entries/services/klic.yaml"
KORAK = "entries/procedures/korak.yaml"
EDITOR = system("test-editor")
NOVA = "id: nova\nlanguage: sl\nname: Nova\naliases: [stara]\nsources: [{url: 'https://example.org/n'}]\n"
KEYS = ["klic", "org", "korak", "zatocisce", "nova"]


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    folder = minipack.write(tmp_path / "mini")
    minipack.load(folder)
    return folder


def seen() -> tuple[dict, set]:
    """All that readers can reach: every document in every language, and every address."""
    version = readers.version()
    documents = {
        (str(row.thing), row.language): (
            row.kind,
            row.slug,
            json.loads(row.body),
            json.loads(row.card),
            row.facets,
        )
        for row in Document.objects.visible(version)
    }
    addresses = set(Address.objects.visible(version).values_list("thing", "address", "role"))
    return documents, addresses


def newer(tmp_path: Path) -> Path:
    """A pack in which something of every kind changed, came and went."""
    folder = minipack.write(tmp_path / "newer" / "mini")
    for path, old, new in (
        ("city.yaml", "{sl: Mesto, en: Town}", "{sl: Novo mesto, en: New town}"),
        ("city.yaml", "first_steps: [korak]", "first_steps: [nova]"),
        ("districts.yaml", "{sl: Center}", "{sl: Središče}"),
        ("holidays.yaml", "Novo leto", "Prvi januar"),
        ("labels/sl/needs.yaml", "Zdravnik}", "Zdravniška pomoč}"),
        ("concepts/needs.yaml", "- {id: papers, icon: file}\n", "- {id: papers, icon: file}\n- {id: food}\n"),
        (KLIC, "Pomoč ob nesreči.", "Pomoč, vedno."),
        (KLIC, "Zaloška cesta 2", "Zaloška cesta 4"),
        (KLIC, "website: https://example.org/klic\n", ""),
        (KLIC, "aliases: [stari-klic]", "aliases: [stari-klic, drugi-klic]"),
        ("entries/services/en/klic.yaml", "Help in an accident.", "Help, always."),
        ("entries/services/en/klic.yaml", "  documents.2.text: certificate\n", ""),
    ):
        minipack.replace(folder, path, old, new)
    minipack.put(
        folder, "labels/en/needs.yaml", minipack.FILES["labels/en/needs.yaml"] + "food: {pref: Food}\n"
    )
    minipack.put(folder, "entries/organizations/nova.yaml", NOVA)
    minipack.put(folder, KORAK, None)
    return folder


def test_the_former_pack_gives_readers_every_document_and_address_back(pack, tmp_path):
    before = seen()
    minipack.load(newer(tmp_path))
    assert seen() != before
    summary = minipack.load(pack)
    assert not summary.conflicts
    documents, addresses = seen()
    assert documents == before[0]
    assert addresses == before[1]


def test_what_is_archived_and_comes_back_is_as_its_file_says_now(pack):
    minipack.replace(
        pack, KORAK, "sources:", "email: stari@example.org\nwebsite: https://example.org/s\nsources:"
    )
    minipack.replace(pack, "city.yaml", "first_steps: [korak]", "first_steps: []")
    minipack.load(pack)
    text = (pack / KORAK).read_text(encoding="utf-8")
    minipack.put(pack, KORAK, None)
    assert minipack.load(pack).figures["entry"]["archived"] == 1
    assert Entry.objects.get(key="korak").state == "archived"
    minipack.put(
        pack, KORAK, text.replace("email: stari@example.org\n", "").replace("Prijava", "Nova prijava")
    )
    assert minipack.load(pack).figures["entry"]["restored"] == 1
    back = store.live(["korak"])["korak"]
    assert (
        back["name"] == "Nova prijava naslova"
        and back["website"] == "https://example.org/s"
        and "email" not in back
    )
    again = minipack.load(pack)
    assert again.is_empty and again.details == []


def test_a_diff_tells_exactly_what_the_load_then_does(pack, tmp_path):
    services.edit(key="klic", fields={"email": "a@example.org"}, actor=EDITOR, at=minipack.AT)
    changed = newer(tmp_path)
    before = store.live(KEYS)
    told = packs.diff(changed, thesaurus=None)
    assert store.live(KEYS) == before, "a diff writes nothing"
    done = minipack.load(changed)
    assert (told.details, told.figures, told.conflicts) == (done.details, done.figures, done.conflicts)
    after = store.live(KEYS)
    fields = {
        name
        for name in before["klic"].keys() | after["klic"].keys()
        if before["klic"].get(name) != after["klic"].get(name) and not name.startswith("made_from.")
    }
    (line,) = [each for each in told.details if each.startswith("change entry klic")]
    assert set(line.split(": ")[1].split(", ")) == fields
    assert "keep entry klic: email (edited in the running city)" in told.details
    assert {"create entry nova", "archive entry korak", "create concept needs/food"} <= set(told.details)
    assert (after.keys() - before.keys(), before.keys() - after.keys()) == ({"nova"}, {"korak"})
    assert packs.diff(changed, thesaurus=None).is_empty


def test_a_load_with_nothing_to_do_marks_nothing_for_readers(pack):
    version, marks = readers.version(), Dirty.objects.count()
    assert packs.load(pack, thesaurus=None, actor=minipack.LOADER, at=minipack.AT).is_empty
    assert (readers.version(), Dirty.objects.count()) == (version, marks)


def test_an_edit_is_kept_load_after_load_until_the_pack_says_the_same(pack):
    services.edit(key="klic", fields={"summary": "Uredil človek."}, actor=EDITOR, at=minipack.AT)
    for _ in range(2):
        assert minipack.load(pack).figures["entry"]["kept"] == 1
        assert store.live(["klic"])["klic"]["summary"] == "Uredil človek."
    minipack.replace(pack, KLIC, "Pomoč ob nesreči.", "Uredil človek.")
    assert minipack.load(pack).figures["entry"]["kept"] == 0
    minipack.replace(pack, KLIC, "Uredil človek.", "Pak spet odloča.")
    assert not minipack.load(pack).conflicts
    assert store.live(["klic"])["klic"]["summary"] == "Pak spet odloča.", (
        "agreed once, the pack's word is taken again"
    )


def test_a_conflict_is_told_at_its_line_until_one_side_gives_way(pack):
    services.edit(key="klic", fields={"summary": "Uredil človek."}, actor=EDITOR, at=minipack.AT)
    minipack.replace(pack, KLIC, "Pomoč ob nesreči.", "Nova pomoč.")
    for _ in range(2):
        (conflict,) = minipack.load(pack).conflicts
        assert str(conflict).startswith(f"mini/{KLIC}:7: entry klic: `summary`")
    services.edit(key="klic", fields={"summary": "Pomoč ob nesreči."}, actor=EDITOR, at=minipack.AT)
    assert not minipack.load(pack).conflicts
    assert store.live(["klic"])["klic"]["summary"] == "Nova pomoč.", (
        "the edit was taken back: the pack's word is taken"
    )


def test_an_edit_and_a_translation_by_others_do_not_meet(pack):
    services.edit(key="klic", fields={"email": "a@example.org"}, actor=EDITOR, at=minipack.AT)
    minipack.replace(pack, "entries/services/en/klic.yaml", "Help in an accident.", "Help, always.")
    assert not minipack.load(pack).conflicts
    live = store.live(["klic"])["klic"]
    assert live["email"] == "a@example.org" and live["texts.en.summary"]["text"] == "Help, always."


def test_an_entry_that_left_and_was_edited_is_told_with_its_file(pack):
    services.edit(key="korak", fields={"summary": "Dodal človek."}, actor=EDITOR, at=minipack.AT)
    minipack.put(pack, KORAK, None)
    minipack.replace(pack, "city.yaml", "first_steps: [korak]", "first_steps: []")
    (conflict,) = minipack.load(pack).conflicts
    assert str(conflict).startswith(f"mini/{KORAK}:1: entry korak left the pack")


def test_what_was_taken_from_readers_is_in_no_export(pack, tmp_path):
    services.withdraw(key="klic", actor=EDITOR, at=minipack.AT, why="asked us to")
    export(tmp_path / "out")
    written = [path.name for path in (tmp_path / "out").rglob("*.yaml")]
    assert "korak.yaml" in written
    assert "klic.yaml" not in written, "neither the entry nor a translation"


def test_everything_in_the_folder_comes_back_also_what_holds_nothing_yet(tmp_path):
    folder = minipack.write(tmp_path / "mini")
    others = {"README.md": "# Naš pak\n", "labels/ar/needs.yaml": "# later\n", "notes/a.txt": "č\r\n"}
    for path, text in others.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(text.encode())
    (folder / "picture.png").write_bytes(b"\x89PNG\0\xff")
    (folder / ".hidden").write_text("x")
    minipack.load(folder)
    export(tmp_path / "out")
    out = tmp_path / "out" / "mini"
    assert {path: (out / path).read_bytes().decode() for path in others} == others
    assert not (out / "picture.png").exists() and not (out / ".hidden").exists()


@pytest.mark.parametrize("mark", ["\ufeff", ""])
@pytest.mark.parametrize("end", ["\r\n", "\n"])
def test_files_of_other_editors_come_back_with_their_marks_and_line_ends(tmp_path, mark, end):
    folder = minipack.write(tmp_path / "mini")
    for path, text in minipack.FILES.items():
        (folder / path).write_bytes((mark + text.replace("\n", end)).encode())
    minipack.load(folder)
    services.edit(key="klic", fields={"email": "a@example.org"}, actor=EDITOR, at=minipack.AT)
    export(tmp_path / "out")
    for path, text in minipack.FILES.items():
        raw = (tmp_path / "out" / "mini" / path).read_bytes().decode()
        if path == KLIC:
            assert raw.startswith(mark + "# Emergency line") and raw.count("\n") == raw.count(end)
        else:
            assert raw == mark + text.replace("\n", end), path
