# SPDX-License-Identifier: EUPL-1.2
"""Loading a pack: idempotent, all or nothing, never over what people edited, and undone by the former pack."""

from datetime import timedelta
from pathlib import Path

import pytest

from pristan.city.directory import services, store
from pristan.city.directory.models import Entry, Location, Phone
from pristan.city.directory.tests import minipack
from pristan.platform.accounts.actors import ANONYMOUS, system
from pristan.platform.packs.export import ExportRefused, export
from pristan.platform.packs.problems import PackMissing, PackRefused
from pristan.platform.published import readers
from pristan.platform.published import services as published

pytestmark = pytest.mark.django_db(transaction=True)
KLIC = "entries/services/klic.yaml"
EDITOR = system("test-editor")


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    return minipack.write(tmp_path / "mini")


def page(key: str, language: str = "sl") -> dict | None:
    found = readers.document(language=language, address=key, version=readers.version())
    return found.body if found else None


def test_a_loaded_entry_has_every_field_of_its_file(pack):
    minipack.load(pack)
    live = store.live(["klic"])["klic"]
    assert live["phones"] == [
        {"number": "112", "remark": {"en": "free"}},
        {"number": "+386 1 522 50 50", "as_of": "2018"},
    ]
    assert live["schedule"]["weekly"] == {"mo": ["08:00-15:00"], "fr": ["08:00-12:00", "13:00-15:00"]}
    assert live["attributes"] == {"anonymous": "yes", "asks_for_papers": "no"}
    assert live["eligibility"] == {"text": "Za vse.", "age_min": 0, "age_max": 99}
    assert live["costs"] == [{"amount": "133.00", "currency": "EUR", "text": {"en": "per exam"}}]
    assert live["texts.en.documents.2.text"]["text"] == "certificate"
    assert live["alternate_names"] == ["Center za obveščanje", {"en": "Notification centre"}]
    names = [(each["text"], each["lang"]) for each in page("klic")["alternate_names"]]
    assert names == [("Center za obveščanje", "sl"), ("Notification centre", "en")]


def test_loading_again_changes_nothing(pack):
    minipack.load(pack)
    version = readers.version()
    again = minipack.load(pack)
    assert again.is_empty and not again.conflicts
    assert readers.version() == version


def test_the_former_pack_undoes_a_load(pack, tmp_path):
    minipack.load(pack)
    before = store.live(["klic", "org", "korak", "zatocisce"])
    newer = minipack.write(tmp_path / "newer" / "mini")
    minipack.replace(newer, KLIC, "Pomoč ob nesreči.", "Pomoč, vedno.")
    minipack.put(
        newer,
        "entries/organizations/nova.yaml",
        "id: nova\nlanguage: sl\nname: Nova\nsources: [{url: 'https://example.org/n'}]\n",
    )
    minipack.put(newer, "entries/procedures/korak.yaml", None)
    minipack.replace(newer, "city.yaml", "first_steps: [korak]", "first_steps: []")
    minipack.load(newer)
    assert page("korak") is None and page("nova") and page("klic")["summary"]["text"] == "Pomoč, vedno."
    minipack.load(pack)
    assert store.live(["klic", "org", "korak", "zatocisce"]) == before
    assert page("nova") is None and page("korak") and page("klic")["summary"]["text"] == "Pomoč ob nesreči."
    assert Entry.objects.get(key="nova").state == "archived"


def test_what_people_edited_is_kept_and_a_conflict_is_reported(pack):
    minipack.load(pack)
    services.edit(key="klic", fields={"summary": "Uredil človek."}, actor=EDITOR, at=minipack.AT)
    minipack.replace(pack, KLIC, "name: Klic v sili", "name: Klic 112")
    summary = minipack.load(pack)
    assert page("klic")["summary"]["text"] == "Uredil človek." and page("klic")["name"]["text"] == "Klic 112"
    assert not summary.conflicts and summary.figures["entry"]["kept"] == 1
    minipack.replace(pack, KLIC, "Pomoč ob nesreči.", "Nova pomoč.")
    summary = minipack.load(pack)
    (conflict,) = summary.conflicts
    assert (conflict.key, conflict.field, conflict.path, conflict.line) == (
        "klic",
        "summary",
        f"mini/{KLIC}",
        7,
    )
    assert page("klic")["summary"]["text"] == "Uredil človek."
    services.edit(key="klic", fields={"summary": "Nova pomoč."}, actor=EDITOR, at=minipack.AT)
    assert not minipack.load(pack).conflicts


def test_an_edited_entry_that_left_the_pack_is_not_archived(pack):
    minipack.load(pack)
    services.edit(key="korak", fields={"summary": "Dodal človek."}, actor=EDITOR, at=minipack.AT)
    minipack.put(pack, "entries/procedures/korak.yaml", None)
    minipack.replace(pack, "city.yaml", "first_steps: [korak]", "first_steps: []")
    summary = minipack.load(pack)
    assert [conflict.key for conflict in summary.conflicts] == ["korak"]
    assert page("korak")


def test_a_refused_pack_writes_nothing(pack):
    minipack.load(pack)
    version = readers.version()
    minipack.replace(pack, KLIC, "Pomoč ob nesreči.", "Ne sme skozi.")
    minipack.replace(
        pack, "entries/procedures/korak.yaml", "prerequisites: [klic]", "prerequisites: [nikjer]"
    )
    with pytest.raises(PackRefused) as refused:
        minipack.load(pack)
    assert "nikjer" in str(refused.value.problems[0])
    assert readers.version() == version and page("klic")["summary"]["text"] == "Pomoč ob nesreči."


def test_changing_one_sentence_makes_exactly_its_translations_stale(pack):
    minipack.load(pack)
    assert page("klic", "en")["summary"]["state"] == "draft"
    minipack.replace(pack, KLIC, "Pomoč ob nesreči.", "Pomoč ob požaru.")
    minipack.load(pack)
    shown = page("klic", "en")
    assert shown["summary"] == {"text": "Help in an accident.", "lang": "en", "state": "stale"}
    assert shown["name"]["state"] == "draft" and shown["documents"][0]["state"] == "draft"
    assert page("klic", "ar")["summary"]["text"] == "Pomoč ob požaru.", (
        "a stale translation is no fallback for others"
    )


def test_a_translation_follows_its_sentence_in_a_list(pack):
    minipack.replace(
        pack,
        "entries/services/en/klic.yaml",
        "  documents.2.text: certificate\n",
        "  documents.2.text: certificate\nmade_from:\n"
        "  documents.1.text: 9d7ea3d5\n  documents.2.text: 12345678\n",
    )
    from pristan.platform.translations.content import digest

    minipack.replace(pack, "entries/services/en/klic.yaml", "9d7ea3d5", digest("osebni dokument"))
    minipack.replace(pack, "entries/services/en/klic.yaml", "12345678", digest("potrdilo"))
    minipack.replace(
        pack,
        KLIC,
        "  - {text: osebni dokument}\n  - {text: potrdilo}\n",
        "  - {text: potrdilo}\n  - {text: osebni dokument}\n",
    )
    minipack.load(pack)
    assert [each["text"] for each in page("klic", "en")["documents"]] == ["certificate", "identity document"]


def test_a_new_label_reaches_the_pages_that_show_it(pack):
    minipack.load(pack)
    minipack.replace(
        pack, "labels/sl/needs.yaml", "doctor: {pref: Zdravnik}", "doctor: {pref: Zdravniška pomoč}"
    )
    minipack.load(pack)
    assert page("klic")["needs"][0]["label"] == "Zdravniška pomoč"
    catalogue = readers.catalogue(language="sl", version=readers.version())
    assert {need["id"]: need["count"] for need in catalogue["needs"]} == {
        "health": 1,
        "doctor": 1,
        "papers": 1,
    }


def test_urgent_help_has_the_words_of_the_city_beside_those_of_a_reader(pack):
    minipack.load(pack)
    shown = {
        language: readers.catalogue(language=language, version=readers.version()) for language in ("sl", "ar")
    }
    numbers = {language: each["city"]["emergency_numbers"][0] for language, each in shown.items()}
    assert numbers["ar"]["there"] == {"text": "Nujna pomoč", "lang": "sl"}
    assert numbers["ar"]["lang"] == "en"
    assert numbers["sl"]["there"] is None
    helps = {language: each["urgent"]["danger"][0] for language, each in shown.items()}
    assert helps["sl"]["there"] is None
    assert helps["ar"]["there"] == {"text": "Klic v sili", "lang": "sl"}
    refuge = shown["ar"]["urgent"]["confidential"][0]
    assert refuge["name"]["lang"] == "sl", "nobody has translated it"
    assert refuge["there"] is None, "so a reader has it already"


def test_locations_exist_once(pack):
    minipack.replace(
        pack,
        "entries/organizations/org.yaml",
        "sources:",
        'locations:\n  - address_1: Zaloška cesta 2\n    postal_code: "1000"\n'
        "    city: Ljubljana\n    district: center\nsources:",
    )
    minipack.load(pack)
    assert Location.objects.count() == 1


def test_export_gives_back_every_byte_and_comment(pack, tmp_path):
    minipack.load(pack)
    out = tmp_path / "out"
    export(out)
    for path, text in minipack.FILES.items():
        assert (out / "mini" / path).read_text(encoding="utf-8") == text, path


def test_export_of_an_edited_city_keeps_comments_and_loads_to_the_same(pack, tmp_path):
    minipack.load(pack)
    services.edit(
        key="klic",
        fields={"phones": [{"number": "113"}], "summary": "Uredil človek.", "email": "a@example.org"},
        actor=EDITOR,
        at=minipack.AT,
    )
    before = store.live(["klic"])
    out = tmp_path / "out"
    export(out)
    text = (out / "mini" / KLIC).read_text(encoding="utf-8")
    assert (
        "# Emergency line: read by every test." in text
        and "# the page of the line itself" in text
        and "Uredil človek." in text
    )
    summary = minipack.load(out / "mini")
    assert not summary.conflicts and store.live(["klic"]) == before
    assert (
        export(tmp_path / "again")
        and (tmp_path / "again" / "mini" / KLIC).read_text(encoding="utf-8") == text
    )


def test_export_never_overwrites(pack, tmp_path):
    minipack.load(pack)
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "mine.txt").write_text("keep")
    with pytest.raises(ExportRefused):
        export(tmp_path / "full")
    assert (tmp_path / "full" / "mine.txt").read_text() == "keep"


def test_a_folder_that_is_no_pack_is_named(tmp_path):
    with pytest.raises(PackMissing):
        minipack.load(tmp_path)


def test_relations_are_shown_on_both_ends_and_aliases_lead_to_the_entry(pack):
    minipack.load(pack)
    assert [(each["type"], each["direction"], each["key"]) for each in page("org")["relations"]] == [
        ("provided_by", "in", "klic")
    ]
    assert page("klic")["relations"][0]["direction"] == "out"
    found = readers.document(language="sl", address="stari-klic", version=readers.version())
    assert found.body["key"] == "klic" and found.role == "alias"


def test_who_is_nobody_edits_nothing(pack):
    from pristan.platform.accounts.permits import NotPermitted

    minipack.load(pack)
    with pytest.raises(NotPermitted):
        services.edit(key="klic", fields={"summary": "x"}, actor=ANONYMOUS, at=minipack.AT)
    with pytest.raises(services.FieldRefused):
        services.edit(key="klic", fields={"email": "no address"}, actor=EDITOR, at=minipack.AT)
    with pytest.raises(services.EntryMissing):
        services.edit(key="nikjer", fields={"summary": "x"}, actor=EDITOR, at=minipack.AT)
    assert Phone.objects.filter(entry__key="klic").count() == 2


def test_withdrawn_and_secret_are_gone_at_once(pack):
    minipack.load(pack)
    services.make_location_secret(key="klic", actor=EDITOR, at=minipack.AT, why="asked by the house")
    assert page("klic")["locations"] == [] and page("klic")["is_location_secret"]
    services.withdraw(key="klic", actor=EDITOR, at=minipack.AT, why="closed")
    assert page("klic") is None and page("org")["relations"] == []
    published.catch_up(at=minipack.AT + timedelta(minutes=1))
    assert page("klic") is None


def test_a_check_by_a_person_is_shown_with_its_date(pack):
    minipack.load(pack)
    assert page("klic")["verification"]["verified_on"] is None
    services.verify(
        key="klic",
        verified_on=minipack.AT.date(),
        verified_by="city editor",
        how="phone",
        next_on=None,
        actor=EDITOR,
        at=minipack.AT,
    )
    published.catch_up(at=minipack.AT)
    assert page("klic")["verification"] == {
        "verified_on": "2026-03-02",
        "verified_by": "city editor",
        "next_on": None,
    }
