# SPDX-License-Identifier: EUPL-1.2
"""`pristan translations` as a person calls it. It asks no database."""

import json
import re

import pytest


@pytest.fixture
def po(pristan, pack, tmp_path):
    """The texts of the tiny pack for a translator into Bosnian."""
    out = tmp_path / "bs.po"
    assert pristan("translations", "export", "--lang", "bs", pack, out) == (0, f"{out}\n", "")
    return out


def fill(path, *, text="Pomoć u nesreći."):
    lines = path.read_text().replace(
        'msgid "Pomoč ob nesreči."\nmsgstr ""', f'msgid "Pomoč ob nesreči."\nmsgstr "{text}"'
    )
    path.write_text(lines)


@pytest.mark.parametrize("verb", ["", "status", "export", "import"])
def test_there_is_help_with_examples(pristan, verb):
    told = pristan("translations", *[verb][: bool(verb)], "--help")
    assert told.status == 0 and f"pristan translations {verb}" in told.out.split("examples:")[1]


def test_status_counts_every_language_of_the_city(pristan, pack):
    told = pristan("translations", "status", pack)
    rows = [line.split() for line in told.out.splitlines()[1:]]
    assert [row[:2] for row in rows if row[1] == "entries"] == [
        ["sl", "entries"],
        ["en", "entries"],
        ["ar", "entries"],
    ]
    assert {row[1] for row in rows} == {"entries", "city", "thesaurus", "interface"}


def test_status_of_a_language_that_the_city_does_not_have(pristan, pack):
    found = json.loads(pristan("translations", "status", pack, "--lang", "ro", "--json").out)
    assert {each["language"] for each in found} == {"ro"}
    assert all(
        each["texts"]["missing"] and each["characters"]["missing"] > each["texts"]["missing"]
        for each in found
    )


def test_languages_that_are_no_list_stop_nothing(pristan, pack):
    """What is wrong with them, `pack check` says."""
    city = pack / "city.yaml"
    city.write_text(re.sub("languages: .*", "languages: 5", city.read_text(), count=1))
    assert pristan("translations", "status", pack, "--lang", "ro").status == 0


def test_a_file_goes_out_and_comes_back(pristan, pack, po):
    fill(po)
    told = pristan("translations", "import", po, pack, "--dry-run")
    assert told.status == 0 and "1 new" in told.out and "nothing was written" in told.out
    file = pack / "entries/services/bs/klic.yaml"
    assert not file.exists()
    told = pristan("translations", "import", po, pack)
    assert told.status == 0 and "1 file(s) of mini changed" in told.out
    assert file.read_text().startswith(
        "state: machine draft\ntexts:\n  summary: Pomoć u nesreći.\nmade_from:\n"
    )
    assert pristan("translations", "import", po, pack).out.endswith("0 file(s) of mini changed\n")
    assert pristan("pack", "check", pack).out == "the pack is sound\n"


def test_one_error_and_nothing_is_written(pristan, pack, po):
    fill(po, text="Pomoć 999.")
    told = pristan("translations", "import", po, pack)
    line = po.read_text()[: po.read_text().index('msgid "Pomoč ob')].count("\n") + 1
    assert told.status == 1 and f"{po}:{line}: error: `entry:klic:summary`: 999 stands" in told.err
    assert "nothing was imported" in told.err and not (pack / "entries/services/bs").exists()


def test_xliff_has_a_file_for_each_language_of_originals(pristan, pack, tmp_path):
    told = pristan(
        "translations",
        "export",
        "--lang",
        "bs",
        "--format",
        "xliff",
        "--only",
        "missing",
        pack,
        tmp_path / "bs.xlf",
    )
    assert told.out.split() == [str(tmp_path / "bs.sl.xlf"), str(tmp_path / "bs.en.xlf")]
    assert pristan("translations", "import", tmp_path / "bs.en.xlf", pack).out.startswith("bs: ")


@pytest.mark.parametrize(
    ("words", "status", "told"),
    [
        (["export", "--lang", "bs", "{pack}", "{po}"], 1, "is there already"),
        (["export", "--lang", "bs", "--only", "stale", "{pack}", "{pack}/new.po"], 1, "leave --only out"),
        (["export", "--lang", "bs", "--only", "old", "{pack}", "new.po"], 2, "`old` is no state"),
        (["export", "--lang", "../bs", "{pack}", "new.po"], 2, "ISO 639"),
        (["export", "new.po"], 2, "--lang"),
        (["import", "{pack}/nothing.po", "{pack}"], 1, "No such file"),
        (["import", "{pack}/city.yaml", "{pack}"], 1, "this is no PO file"),
        (["status", "{pack}/entries"], 1, "holds no city.yaml"),
    ],
)  # fmt: skip
def test_what_cannot_be_done_is_said_with_a_way_out(pristan, pack, po, words, status, told):
    answer = pristan("translations", *(word.format(pack=pack, po=po) for word in words))
    assert answer.status == status and told in answer.err
