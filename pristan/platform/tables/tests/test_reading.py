# SPDX-License-Identifier: EUPL-1.2
"""Sheets as people send them, and as nobody should: read with the names of their cells, or refused with a way out."""

import os
import subprocess
import sys
import zipfile
from datetime import date
from io import BytesIO

import pytest

from pristan.platform.tables import errors
from pristan.platform.tables.limits import Limits, limits
from pristan.platform.tables.reading import read
from pristan.platform.tables.tests.kit import changed, part, workbook

LINES = "Ime;Naslov\r\nŽiva čaša;Čopova 1\r\nĐurđa;Šiška 2\r\n"
WANTED = [("Živa čaša", "Čopova 1"), ("Đurđa", "Šiška 2")]


def values(data: bytes, allowed: Limits | None = None):
    return [row.values for row in read(data, allowed).rows]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1250"])
@pytest.mark.parametrize("sign", [";", ",", "\t", "|"])
def test_encodings_and_delimiters_are_found_out(encoding, sign):
    data = LINES.replace(";", sign).encode(encoding)
    assert read(data).columns == ("Ime", "Naslov")
    assert values(data) == WANTED


def test_excels_own_first_line_says_the_delimiter_and_rows_keep_their_numbers():
    rows = list(read(b"sep=|\r\na|b\r\n\r\n1,5|2,5\r\n").rows)
    assert [(row.number, row.values) for row in rows] == [(4, ("1,5", "2,5"))]
    assert rows[0].address(1) == "B4"


def test_commas_inside_of_texts_do_not_part_columns():
    data = b'name;words\n"a;b";"one, two, three"\nc;"four, five, six"\n'
    assert values(data) == [("a;b", "one, two, three"), ("c", "four, five, six")]


def test_line_breaks_in_a_cell_do_not_count_as_rows():
    rows = list(read(b'a,b\n"one\ntwo",x\ny,z\n').rows)
    assert [(row.number, row.values) for row in rows] == [(2, ("one\ntwo", "x")), (3, ("y", "z"))]


def test_records_come_by_the_names_of_columns_and_short_rows_are_filled():
    (row, record), *_ = read(b"a,b\nx\n").records()
    assert record == {"a": "x", "b": None} and row.number == 2


@pytest.mark.parametrize(
    ("data", "line", "column", "encoding"),
    [
        ("a,b\nčšž,ok\nx".encode() + b"\xff" + ",čšž čšž\n".encode(), 3, 2, "UTF-8"),
        (b"\xef\xbb\xbfa\n\xc4", 2, 1, "UTF-8"),
        (b"ime\r\n\x8aiva\r\n\x9e\x81a\r\n", 3, 2, "CP1250"),
        ("a\nb".encode("utf-16") + b"\x00", 2, 2, "UTF-16-LE"),
    ],
)
def test_broken_bytes_are_named_by_line_and_character(data, line, column, encoding):
    with pytest.raises(errors.BadEncoding) as caught:
        read(data)
    assert (caught.value.line, caught.value.column, caught.value.encoding) == (line, column, encoding)
    assert f"line {line}, character {column}" in str(caught.value)


def test_a_quotation_mark_that_is_not_closed_is_named_by_its_line():
    with pytest.raises(errors.Broken, match="near line"):
        values(b'a,b\n1,2\n3,"4\n5,6\n')


@pytest.mark.parametrize("data", [b"", b" \r\n\t", b"\0\0\0\0", b";;;\n;;\n", workbook([])])
def test_nothing_is_said_to_be_nothing(data):
    with pytest.raises(errors.Empty, match="names of the columns"):
        values(data)


@pytest.mark.parametrize(
    "data", [b"%PDF-1.7 a,b", b"\x89PNG\r\n\x1a\n", b"\xd0\xcf\x11\xe0\xa1\xb1", b"<html>", bytes(range(1, 32)) * 20, b"\x7fELF\x02\x01\x01" + b"\x01\x02\x03" * 99]
)  # fmt: skip
def test_what_is_no_sheet_says_so_whatever_it_is_called(data):
    with pytest.raises(errors.NotASheet, match="xlsx"):
        read(data)


def test_columns_need_names_and_each_its_own():
    with pytest.raises(errors.BadColumns, match=r"column B has no name.*B1"):
        read(b"a,,c\n1,2,3\n")
    with pytest.raises(errors.BadColumns, match="“a”"):
        read(b"a,b, a\n1,2,3\n")
    with pytest.raises(errors.BadColumns, match="C3"):
        values(b"a,b\n1,2\n1,2,3\n")


def test_rows_columns_texts_and_bytes_have_limits():
    small = Limits(file=1_000, rows=3, columns=2, text=5)
    with pytest.raises(errors.TooBig, match="3 rows"):
        values(b"a\n1\n2\n3\n", small)
    with pytest.raises(errors.TooBig, match="2 columns"):
        values(b"a,b,c\n", small)
    with pytest.raises(errors.TooBig, match="5 characters"):
        values(b"a\n123456\n", small)
    with pytest.raises(errors.TooBig, match="megabytes"):
        read(b"a\n" * 501, small)


def test_a_hundred_thousand_rows_are_refused_after_the_limit_and_read_where_it_is_higher():
    data = b"name,number\n" + b"".join(b"row,%d\n" % number for number in range(100_000))
    with pytest.raises(errors.TooBig, match="20000 rows"):
        values(data)
    assert sum(1 for _ in read(data, Limits(rows=100_001)).rows) == 100_000


def test_the_limits_are_settings(settings):
    settings.SHEET_MEGABYTES, settings.SHEET_ROWS = 2, 50
    assert (limits().file, limits().unpacked, limits().rows) == (2_000_000, 40_000_000, 50)


def test_a_workbook_of_another_program_keeps_its_types():
    data = workbook([["name", "on", "many", "is"], ["a", date(2026, 11, 27), 2.5, True], [None, None, 7]])
    rows = list(read(data).rows)
    assert [row.values for row in rows] == [("a", date(2026, 11, 27), 2.5, True), (None, None, 7, None)]
    assert rows[1].address(2) == "C3"


def test_the_first_sheet_that_is_shown_is_read():
    def hide(book):
        book.active.sheet_state = "hidden"
        book.create_sheet("shown").append(["b"])

    assert read(workbook([["a"]], hide)).columns == ("b",)


def test_formulas_are_named_and_not_believed():
    with pytest.raises(errors.HasFormulas, match="B2, C2") as caught:
        values(workbook([["a", "b", "c"], [1, "=1+1", "=HYPERLINK(A1)"]]))
    assert caught.value.cells == ("B2", "C2")


def test_a_cell_with_an_error_is_named():
    data = workbook([["a"], ["x"]])
    sheet = part(data, "xl/worksheets/sheet1.xml")
    broken = sheet.replace(
        '<c r="A2" t="inlineStr"><is><t>x</t></is></c>', '<c r="A2" t="e"><v>#REF!</v></c>'
    )
    assert broken != sheet or 't="s"' in sheet
    if broken == sheet:
        broken = sheet.replace('<c r="A2" t="s"><v>1</v></c>', '<c r="A2" t="e"><v>#REF!</v></c>')
    with pytest.raises(errors.Broken, match="A2 shows the error #REF!"):
        values(changed(data, {"xl/worksheets/sheet1.xml": broken.encode()}))


def test_macros_are_refused():
    with pytest.raises(errors.HasMacros, match="without macros"):
        read(changed(workbook([["a"]]), {"xl/vbaProject.bin": b"x"}))
    with pytest.raises(errors.HasMacros):
        read(changed(workbook([["a"]]), {"xl/macrosheets/sheet1.xml": b"<x/>"}))


def test_links_to_other_workbooks_are_not_followed():
    link = {"xl/externalLinks/externalLink1.xml": b"<externalLink xmlns='x'/>"}
    assert values(changed(workbook([["a"], ["x"]]), link)) == [("x",)]


def test_an_archive_of_another_sort_is_no_workbook():
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("readme.txt", "hello")
    with pytest.raises(errors.NotASheet, match="archive"):
        read(out.getvalue())


def test_an_archive_that_would_blow_up_is_refused_before_it_is_unpacked():
    data = changed(workbook([["a"]]), {"xl/sharedStrings.xml": b" " * 250_000_000})
    assert len(data) < 1_000_000
    with pytest.raises(errors.TooBig, match="200 megabytes"):
        read(data)


def test_an_archive_that_lies_about_its_sizes_is_damaged():
    data = changed(workbook([["a"], ["x"]]), {"xl/worksheets/sheet1.xml": b"<worksheet>" + b" " * 5_000_000})
    at = data.rindex(b"PK\x01\x02")
    while data[at + 46 :].split(b"xml")[0] != b"xl/worksheets/sheet1.":
        at = data.rindex(b"PK\x01\x02", 0, at)
    lying = data[: at + 24] + (100).to_bytes(4, "little") + data[at + 28 :]
    with pytest.raises(errors.Broken):
        values(lying)


def test_entities_of_xml_are_refused():
    bomb = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><worksheet><sheetData><row r="1"><c t="inlineStr"><is><t>&b;</t></is></c></row></sheetData></worksheet>'
    with pytest.raises(errors.SheetRefused):
        values(changed(workbook([["a"]]), {"xl/worksheets/sheet1.xml": bomb}))
    with pytest.raises(errors.SheetRefused):
        values(changed(workbook([["a"]]), {"xl/workbook.xml": bomb}))


@pytest.mark.parametrize("size", [10, 100, 1_000, 3_000])
def test_half_a_workbook_is_damaged(size):
    with pytest.raises(errors.Broken, match="save it anew"):
        values(workbook([["a"], ["x"]])[:size])


def test_a_workbook_with_a_part_missing_or_foreign_is_damaged():
    data = workbook([["a"], ["x"]])
    for name in (
        "xl/worksheets/sheet1.xml",
        "[Content_Types].xml",
        "xl/_rels/workbook.xml.rels",
        "xl/styles.xml",
    ):
        with pytest.raises(errors.SheetRefused):
            values(changed(data, {name: b"\x00\x01 not xml"}))


def test_a_row_number_far_below_takes_no_long_time():
    data = workbook([["a"], ["x"]])
    sheet = (
        part(data, "xl/worksheets/sheet1.xml").replace('r="2"', 'r="1048576"').replace('"A2"', '"A1048576"')
    )
    with pytest.raises(errors.TooBig):
        values(changed(data, {"xl/worksheets/sheet1.xml": sheet.encode()}))


def test_a_sheet_that_says_it_is_enormous_is_read_as_it_is():
    data = workbook([["a"], ["x"]])
    sheet = part(data, "xl/worksheets/sheet1.xml")
    start = sheet.index("<dimension")
    lying = sheet[:start] + '<dimension ref="A1:XFD1048576"/>' + sheet[sheet.index("/>", start) + 2 :]
    assert values(changed(data, {"xl/worksheets/sheet1.xml": lying.encode()})) == [("x",)]


@pytest.mark.parametrize("seed", range(60))
def test_a_workbook_with_wrong_bytes_never_ends_in_a_trace(seed):
    import random

    dice = random.Random(seed)
    data = bytearray(workbook([["a", "b"], ["x", 1], ["y", 2.5]]))
    for _ in range(dice.choice([1, 5, 50])):
        data[dice.randrange(len(data))] = dice.randrange(256)
    try:
        values(bytes(data))
    except errors.SheetRefused as error:
        assert str(error)


def test_a_worker_that_reads_no_workbook_does_not_hold_what_reads_them():
    """Nor does it after a CSV: fifteen megabytes in each worker."""
    asked = "import sys; from pristan.platform.tables.reading import read; read(b'a;b\\n1;2\\n'); print('openpyxl' in sys.modules)"
    django = f"import django; django.setup(); {asked}"
    assert subprocess.check_output([sys.executable, "-c", django], text=True, env=os.environ).split() == [
        "False"
    ]
