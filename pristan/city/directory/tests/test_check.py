# SPDX-License-Identifier: EUPL-1.2
"""`pack check` names every error with file, line, what is wrong and how to mend it."""

from pathlib import Path

import pytest

from pristan.city.directory.tests import minipack
from pristan.platform.packs import services

KLIC = "entries/services/klic.yaml"
SAFE = "entries/services/zatocisce.yaml"

# File, what stands there, what is written instead, the line of the error, words of the message, words of the mend.
MISTAKES = [
    (KLIC, "id: klic", "idd: klic", 2, "no such key: `idd`", "The keys are"),
    (KLIC, "id: klic", "id: klic\nid: klic", 3, "stands here twice", "Keep one"),
    (KLIC, "id: klic", "id: drug", 2, "the file is called `klic`", "same name"),
    (KLIC, "website: https://example.org/klic", "website: example", 13, "`website`", "whole web address"),
    (
        KLIC,
        '  - number: "+386 1 522 50 50"',
        '  - number: "01 522 50 50"',
        17,
        "`phones.2.number`",
        "international form",
    ),
    (
        KLIC,
        '  - number: "+386 1 522 50 50"',
        '  - number: "+386 1 5"',
        17,
        "cannot be dialled",
        "count the digits",
    ),
    (
        KLIC,
        '  - number: "112"',
        '  - number: "112 (free)"',
        15,
        "`phones.1.number`",
        "remarks go to `remark`",
    ),
    (KLIC, '  - number: "112"', "  - number: 112", 15, "`phones.1.number`", "text in quotes"),
    (
        KLIC,
        "  - address_1: Zaloška cesta 2",
        "  - address_1: Zaloška cesta 2 (1. nadstropje)",
        20,
        "remark in brackets",
        "`remark`",
    ),
    (KLIC, "    district: center", "    district: nikjer", 23, "`nikjer` is no district", "districts.yaml"),
    (
        KLIC,
        "needs: [doctor]",
        "needs: [doktor]",
        11,
        "`doktor` is no concept",
        "thesaurus/concepts/needs.yaml",
    ),
    (
        KLIC,
        "audiences: [women]",
        "audiences: [women]\nsubjects: [papers, doktor]",
        13,
        "`doktor` is no concept of `needs`",
        "thesaurus/concepts/needs.yaml",
    ),
    (KLIC, "audiences: [women]", "audiences: [women]\nsubjects: papers", 13, "`subjects`", "docs/pack.md"),
    (
        KLIC,
        "{type: provided_by, to: org}",
        "{type: provided_by, to: orgg}",
        43,
        "names `orgg`, which is no entry",
        "Check the spelling",
    ),
    (
        KLIC,
        "{type: provided_by, to: org}",
        "{type: provided_by, to: klic}",
        43,
        "leads back to this entry",
        "Remove",
    ),
    (
        KLIC,
        "{type: provided_by, to: org}",
        "{type: friend_of, to: org}",
        43,
        "`relations.1.type`",
        "docs/pack.md",
    ),
    (KLIC, 'date: "2025-10"', 'date: "2025-13"', 46, "`sources.1.date`", "2026-03-01"),
    (KLIC, 'from: "2026-12-24"', 'from: "2026-02-30"', 28, "not a day of any calendar", "YYYY-MM-DD"),
    (KLIC, 'mo: ["08:00-15:00"]', 'mo: ["8-15"]', 27, "`schedule.weekly", "08:00-15:00"),
    (KLIC, 'amount: "133.00"', "amount: 133", 30, "`costs.1.amount`", "quotes"),
    (
        KLIC,
        "to_be_confirmed: [schedule]",
        "to_be_confirmed: [hours]",
        52,
        "`hours` is no field",
        "key of this file",
    ),
    (KLIC, "{sources: [2]", "{sources: [9]", 51, "there are only 2 sources", "numbered from 1"),
    (KLIC, "age_min: 0, age_max: 99", "age_min: 99, age_max: 9", 39, "lowest age is above", "Swap"),
    (KLIC, "summary: Pomoč ob nesreči.", "summary: Pomoč\u202e ob nesreči.", 7, "U+202E", "Delete it"),
    (KLIC, "name: Klic v sili", "name: [Klic", 6, "not YAML", "indentation"),
    (KLIC, "aliases: [stari-klic]", "aliases: [org]", 4, "already an id", "rename one"),
    (
        SAFE,
        "phones:",
        "locations:\n  - address_1: Skrita ulica 5\nphones:",
        8,
        "secret place has a location",
        "must never be known",
    ),
    (
        SAFE,
        "Varen prostor; pokličite.",
        "Na Skriti ulici 5, Skrita ulica 5.",
        4,
        "an address stands in `summary`",
        "must never be known",
    ),
    (
        SAFE,
        'sources:\n  - {url: "https://example.org/safe", date: "2024"}\n',
        "",
        1,
        "`sources` is missing",
        "has a source",
    ),
    (
        "entries/services/en/klic.yaml",
        "  documents.2.text:",
        "  documents.7.text:",
        7,
        "has no text `documents.7.text`",
        "path",
    ),
    (
        "entries/services/en/klic.yaml",
        "state: machine draft",
        "state: perfect",
        2,
        "`perfect` is no state",
        "machine draft, human",
    ),
    ("city.yaml", "danger: [klic]", "danger: [nikjer]", 13, "`nikjer` is no entry", "called as their files"),
    (
        "city.yaml",
        "time_zone: Europe/Ljubljana",
        "time_zone: Europe/Nikjer",
        6,
        "no time zone",
        "Europe/Ljubljana",
    ),
    ("city.yaml", "ar: [en, sl]", "ar: [en, de]", 9, "`de` is not among the languages", "languages"),
    ("concepts/needs.yaml", "broader: [health]", "broader: [doctor]", 2, "stands above itself", "circle"),
    (
        "labels/sl/needs.yaml",
        "doctor: {pref: Zdravnik}",
        "doktor: {pref: Zdravnik}",
        2,
        "which is no concept",
        "spelling",
    ),
    (
        "districts.yaml",
        '  sources: [{url: "https://example.org/districts"}]\n',
        "",
        1,
        "sources",
        "docs/pack.md",
    ),
]


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    return minipack.write(tmp_path / "mini")


def test_the_test_pack_is_sound(pack):
    assert services.check(pack, thesaurus=None) == []


@pytest.mark.parametrize(
    ("file", "old", "new", "line", "what", "mend"), MISTAKES, ids=lambda value: str(value)[:30]
)
def test_every_mistake_is_named_with_its_place_and_its_mend(pack, file, old, new, line, what, mend):
    minipack.replace(pack, file, old, new)
    problems = services.check(pack, thesaurus=None)
    told = [str(problem) for problem in problems]
    found = [problem for problem in problems if what in problem.what]
    assert found, told
    assert (found[0].path, found[0].line) == (f"mini/{file}", line), told
    assert mend in found[0].mend, told
    assert found[0].is_error


def test_several_mistakes_are_all_told(pack):
    minipack.replace(pack, KLIC, "website: https://example.org/klic", "website: example")
    minipack.replace(pack, KLIC, 'amount: "133.00"', "amount: cheap")
    minipack.replace(pack, KLIC, "needs: [doctor]", "needs: [doktor]")
    assert len(services.check(pack, thesaurus=None)) == 3


def test_files_nobody_reads_are_told(pack):
    (pack / "entries" / "shops").mkdir()
    minipack.put(pack, "entries/shops/x.yaml", "id: x\n")
    minipack.put(pack, "entries/services/en/lost.yaml", "texts: {name: Lost}\n")
    told = [problem.what for problem in services.check(pack, thesaurus=None)]
    assert told == ["a translation without its entry", "nothing is read from here"]


def test_a_file_that_is_not_utf8_is_named(pack):
    (pack / KLIC).write_bytes("name: Zatočišče".encode("cp1250"))
    assert any("not UTF-8" in problem.what for problem in services.check(pack, thesaurus=None))


def test_words_of_yaml_that_look_like_something_else_stay_text():
    from pristan.platform.packs.files import SourceFile

    text = "a: no\nb: 8:00\nc: 012\nd: 2025-06-01\ne: 1.5\nf: true\ng: '3'\nh: ~\n"
    assert SourceFile("x", text).data == {
        "a": "no",
        "b": "8:00",
        "c": "012",
        "d": "2025-06-01",
        "e": 1.5,
        "f": True,
        "g": "3",
        "h": None,
    }
