# SPDX-License-Identifier: EUPL-1.2
"""`pristan sheet`: a template, the entries of the city, and what is wrong with a sheet."""

import pytest

from pristan.city.directory.models import Entry

pytestmark = pytest.mark.django_db(transaction=True)
HEAD = "name,kind,needs,phones,source\n"


@pytest.fixture
def town(pristan, pack):
    assert pristan("pack", "load", pack).status == 0


def check(pristan, tmp_path, text):
    (tmp_path / "sheet.csv").write_text(text, encoding="utf-8")
    return pristan("sheet", "check", tmp_path / "sheet.csv")


def test_the_entries_of_the_city_go_out_and_come_back(pristan, town, tmp_path):
    file = tmp_path / "entries.xlsx"
    assert pristan("sheet", "template", file, "--entries", "--lang", "sl").status == 0
    told = pristan("sheet", "check", file, "--lang", "sl")
    assert told.status == 0 and "0 new, 0 changed, 3 unchanged" in told.err


def test_an_empty_template_holds_no_entry(pristan, town, tmp_path):
    pristan("sheet", "template", tmp_path / "t.xlsx")
    told = pristan("sheet", "check", tmp_path / "t.xlsx")
    assert told.status == 1 and "The file is empty" in told.err


def test_wrong_cells_and_matches_are_told_and_nothing_is_written(pristan, town, tmp_path):
    told = check(pristan, tmp_path, HEAD + "A,service,papers,evening,x\nB,service,papers,01 522 50 50,x\n")
    assert told.status == 1 and "D2: “evening” cannot be dialled" in told.out
    assert "row 3: the same as klic? both have the same: phones" in told.out
    assert Entry.objects.count() == 4


def test_what_is_no_sheet_is_said_with_a_way_out(pristan, town, tmp_path):
    assert "which is not known" in check(pristan, tmp_path, "name,colour\nx,y\n").err
    missing = pristan("sheet", "check", tmp_path / "nothing.csv")
    assert missing.status == 1 and "nothing.csv" in missing.err


def test_before_there_is_a_city_it_says_what_to_do(pristan, tmp_path):
    told = check(pristan, tmp_path, HEAD + "A,service,papers,112,x\n")
    assert told.status == 1 and "pristan pack load" in told.err
