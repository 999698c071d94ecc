# SPDX-License-Identifier: EUPL-1.2
"""Texts of a pack go out to a translator and come back; a new language needs no code."""

import shutil
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pristan.city.directory import entry_units
from pristan.city.directory.translating import rewritten
from pristan.platform.packs import services as packs
from pristan.platform.packs import things
from pristan.platform.packs.files import PackFiles, SourceFile
from pristan.platform.packs.problems import PackRefused
from pristan.platform.translations import transfer, units
from pristan.platform.translations.exchange import Exchanged, row
from pristan.platform.translations.importing import plan
from pristan.platform.translations.units import DRAFT, MISSING, REVIEWED, Said
from tests import cities

FORMATS = pytest.mark.parametrize("form", ["po", "xliff"])
FIRST = 50
PAGE = "entry/numero-112/"


@pytest.fixture
def pack(tmp_path):
    """A copy of the example, to write in."""
    return shutil.copytree(cities.EXAMPLE, tmp_path / "example")


def texts(pack, kinds=("entries", "city")):
    return [kind.read(pack, None) for kind in units.kinds() if kind.name in kinds]


def content(pack):
    return {path.relative_to(pack): path.read_bytes() for path in sorted(pack.rglob("*.yaml"))}


def problems(pack):
    """What the check says of texts; without the thesaurus, which takes long to read."""
    found = []
    for section in things.sections():
        if section.kind != "concept":
            read, wrong = section.read(PackFiles(pack, None))
            found += wrong
            found += [
                each
                for thing in read
                if thing.kind == "entry"
                for each in entry_units.problems(thing, {}, set())
            ]
    return sorted(found)


def sent(pack, language, form):
    """What goes out, as it would come back."""
    files = transfer.exported(texts(pack), language, form=form, pack=pack.name)
    folder = pack.parent / "out"
    folder.mkdir(exist_ok=True)
    rows = []
    for source, data in files.items():
        path = folder / f"{source}.{form}"
        path.write_bytes(data)
        rows += transfer.read(path).rows
    return [replace(each, line=0) for each in rows]


def brought(pack, language, rows, *, is_vouched=False):
    made = transfer.plan(Exchanged("x", language, rows), texts(pack), is_vouched=is_vouched)
    assert not made.is_refused, made.told
    return transfer.carry_out(made, texts(pack))


@given(
    text=st.text(
        st.characters(codec="utf-8", exclude_categories=["Cc", "Cf", "Co", "Cs", "Zl", "Zp"]), min_size=1
    ),
    more=st.text("ab \n\t:#-\"'č", min_size=60, max_size=200),
)
@settings(max_examples=40, deadline=None)
def test_every_text_that_may_come_in_stands_in_its_file_as_it_came(text, more):
    said = {"name": Said(text, is_human=False, made_from="12345678"), "summary": Said(more, is_human=True)}
    for before in ("", "# note\nstate: human\ntexts:\n  name: Old\n"):
        data = SourceFile("", rewritten(SourceFile("x", before), said)).data
        assert data["texts"] == {"name": text, "summary": more}
        assert (data["state"], data["made_from"], data["reviewed"]) == (
            "machine draft",
            {"name": "12345678"},
            ["summary"],
        )


@FORMATS
def test_what_comes_back_as_it_went_leaves_every_byte(pack, form):
    before = content(pack)
    assert brought(pack, "uk", sent(pack, "uk", form), is_vouched=True) == []
    assert content(pack) == before


@FORMATS
def test_nothing_is_lost_on_the_way_into_a_pack_without_the_language(pack, form):
    before = sent(pack, "uk", form)
    assert {each.state for each in before} == {MISSING, DRAFT, REVIEWED}
    for path in (pack / "entries").glob("*/uk/*.yaml"):
        path.unlink()
    brought(pack, "uk", before, is_vouched=True)
    assert sent(pack, "uk", form) == before
    assert problems(pack) == []


def test_only_the_files_of_what_changed_change_and_notes_stay(pack):
    before = content(pack)
    rows = {each.id: each for each in sent(pack, "uk", "po")}
    line = rows["entry:numero-112:summary"]
    known = {line.id: replace(line, target="Один номер на все.")}
    way = next(key for key in rows if key.startswith("circles:") and key.endswith(":ways.1.text"))
    known[way] = replace(rows[way], target="Інший шлях.")
    brought(pack, "uk", list(known.values()))
    after = content(pack)
    assert sorted(str(path) for path in after if after[path] != before[path]) == [
        "circles.yaml", "entries/services/uk/numero-112.yaml"
    ]  # fmt: skip
    new = (pack / "entries/services/uk/numero-112.yaml").read_text()
    assert "Один номер на все." in new and "SPDX" in new and "name: Екстрений номер 112\n" in new
    [circles] = [path for path in before if path.name == "circles.yaml"]
    lines = before[circles].decode().splitlines()
    assert sum(each not in lines for each in after[circles].decode().splitlines()) == 1


def test_a_record_is_a_draft_as_long_as_one_of_its_texts_is(pack):
    rows = [each for each in sent(pack, "uk", "po") if each.id.startswith("letters:")]
    human = [replace(each, state=REVIEWED) for each in rows]
    brought(pack, "uk", human[1:], is_vouched=True)
    assert "machine_drafts: [uk]" in (pack / "letters.yaml").read_text()
    brought(pack, "uk", human, is_vouched=True)
    assert "machine_drafts: []" in (pack / "letters.yaml").read_text()
    assert problems(pack) == []


def test_a_label_goes_to_the_side_of_its_concept(pack, tmp_path):
    thesaurus = tmp_path / "thesaurus"
    (thesaurus / "concepts").mkdir(parents=True)
    (thesaurus / "labels" / "en").mkdir(parents=True)
    (thesaurus / "concepts" / "needs.yaml").write_text("- {id: first-steps}\n- {id: doctor}\n")
    (thesaurus / "labels/en/needs.yaml").write_text(
        "doctor: {pref: Doctor, alt: [physician]}\nfirst-steps: {pref: Start}\n"
    )
    shutil.rmtree(pack / "labels")
    labels = next(kind for kind in units.kinds() if kind.name == "thesaurus").read(pack, thesaurus)
    rows = [
        replace(row(unit, "ro"), target="Medic") for unit in labels.units if unit.id == "label:needs:doctor"
    ]
    made = plan(Exchanged("x", "ro", rows), labels.units, is_vouched=False)
    assert transfer.carry_out(made, [labels]) == [thesaurus / "labels/ro/needs.yaml"]
    assert (
        thesaurus / "labels/ro/needs.yaml"
    ).read_text() == "doctor:\n  pref: Medic\n  state: machine draft\n"


def test_a_broken_pack_is_told_before_anything_is_written(pack):
    (pack / "districts.yaml").write_text("- id: [\n")
    with pytest.raises(PackRefused):
        texts(pack)


def test_wrong_translations_are_found_by_the_check_with_file_and_line(pack):
    entry = pack / "entries/services/uk/numero-112.yaml"
    entry.write_text(
        entry.read_text()
        .replace("номер 112", "номер 911")
        .replace("schedule.text: цілодобово", "schedule.text: as long as you like")
    )
    city = pack / "city.yaml"
    city.write_text(city.read_text().replace("Віла-Аурора", "Ð’Ñ–Ð»Ð°"))
    found = {(each.path, each.line): each for each in problems(pack)}
    at = "example/entries/services/uk/numero-112.yaml"
    assert sorted(found)[-2:] == [(at, 4), (at, 6)] and "911" in found[at, 4].what
    assert any(
        "wrong encoding" in each.what for (path, _), each in found.items() if path == "example/city.yaml"
    )


def test_what_nobody_sees_in_a_translation_is_told_once(pack):
    entry = pack / "entries/services/uk/numero-112.yaml"
    entry.write_text(entry.read_text().replace("номер 112", "номер \u202e112\u200e"))
    told = [str(each) for each in packs.check(pack, thesaurus=None) if "invisible" in str(each)]
    assert ["U+202E" in each for each in sorted(told)] == [False, True], told


def translated(pack, language, say, count):
    rows = [each for each in sent(pack, language, "po") if each.state == MISSING]
    urgent = sorted(rows, key=lambda each: not each.id.startswith("entry:numero-112"))[:count]
    brought(pack, language, [replace(each, target=say(each.source)) for each in urgent])


@pytest.mark.django_db
def test_a_new_language_needs_no_code(pack, client, monkeypatch):
    translated(pack, "eo", lambda text: f"{text} (eo)", FIRST)
    translated(pack, "he", lambda text: f"שלום {'112' if '112' in text else ''}", 2)
    city = pack / "city.yaml"
    city.write_text(
        city.read_text()
        .replace("languages: [pt, en, uk]", "languages: [pt, en, uk, eo, he]")
        .replace("fallbacks:\n", "fallbacks:\n  eo: [en, pt]\n  he: [en]\n")
    )
    assert PackFiles(pack, None).languages[-2:] == ["eo", "he"]
    small = pack.parent / "thesaurus"  # one language of labels: all thirteen take long to load
    for part in ("concepts", "labels/en"):
        shutil.copytree(cities.THESAURUS / part, small / part)
    monkeypatch.setattr(cities, "THESAURUS", small)
    cities.load(pack)
    page = client.get(f"/eo/{PAGE}").content.decode()
    assert '<html lang="eo" dir="ltr">' in page and "Número de emergência 112 (eo)" in page
    page = client.get(f"/he/{PAGE}").content.decode()
    assert '<html lang="he" dir="rtl">' in page and "שלום 112" in page
    assert 'lang="en" dir="ltr"' in page, "what is missing falls back, and says so"
    assert client.get("/he/").status_code == 200
