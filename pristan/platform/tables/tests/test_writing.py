# SPDX-License-Identifier: EUPL-1.2
"""What is written is read back the same by us and by others, numbers and dates stay what they are, and memory stays bounded."""

import csv
import tracemalloc
from collections import deque
from datetime import UTC, date, datetime
from decimal import Decimal
from io import BytesIO, StringIO

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pristan.platform.tables import xlsx_out
from pristan.platform.tables.csv_out import csv_chunks
from pristan.platform.tables.errors import BadValue
from pristan.platform.tables.reading import read
from pristan.platform.tables.tests.kit import MADE, ROOM, as_csv, as_xlsx, part
from pristan.platform.tables.values import LONGEST, Table, letters

TEXTS = st.one_of(
    st.text(st.sampled_from("=+-@＝'\" \t\r\n,;|ač1_x0D\u200b\ufeff\x00\x07\ufffe"), max_size=20),
    st.text(max_size=40),
    st.sampled_from(
        [
            "_x000D_",
            "_x0041_x0042_",
            "_x0000\x00",
            "_x005F_x0041_",
            "=cmd|'/C calc'!A0",
            "'=1",
            "TRUE",
            "1e5",
            "#REF!",
            "2026-01-01",
        ]
    ),
)
# A sheet keeps 15 digits of a number.
FLOATS = st.floats(-1e300, 1e300).map(lambda each: float(f"{each:.15g}"))
NUMBERS = st.one_of(st.integers(-(10**15) + 1, 10**15 - 1), FLOATS)
DAYS = st.dates(date(1900, 3, 1), date(9999, 12, 31))
INSTANTS = st.datetimes(datetime(1900, 3, 1), datetime(9999, 12, 31)).map(
    lambda each: each.replace(microsecond=0)
)
VALUES = st.one_of(TEXTS, NUMBERS, st.booleans(), st.none(), DAYS, INSTANTS)
ROWS = st.lists(st.lists(VALUES, min_size=3, max_size=3), max_size=6)


def without_broken(value):
    """A text as we promise to keep it: without halves of characters."""
    if not isinstance(value, str):
        return value
    return "".join(
        "\ufffd" if "\ud800" <= sign <= "\udfff" or sign in "\ufffe\uffff" else sign for sign in value
    )


def kind(value):
    return float if type(value) is int else type(value)


def expected(rows):
    kept = [[without_broken(value) if value != "" else None for value in row] for row in rows]
    return [row for row in kept if any(value is not None for value in row)]


@settings(max_examples=150, deadline=None)
@given(ROWS)
def test_a_workbook_comes_back_the_same(rows):
    back = read(as_xlsx(["a", "b", "c"], rows), ROOM)
    assert back.columns == ("a", "b", "c")
    got = [list(row.values) for row in back.rows]
    assert got == expected(rows)
    assert [list(map(kind, row)) for row in got] == [list(map(kind, row)) for row in expected(rows)]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.lists(TEXTS, min_size=3, max_size=3), max_size=6), st.sampled_from([",", ";", "\t"]))
def test_texts_in_csv_come_back_the_same(rows, delimiter):
    back = read(as_csv(["a", "b", "c"], rows, delimiter=delimiter), ROOM)
    assert [list(row.values) for row in back.rows] == expected(rows)


@settings(max_examples=100, deadline=None)
@given(ROWS)
def test_nothing_in_a_workbook_is_a_formula_for_another_reader(rows):
    book = openpyxl.load_workbook(BytesIO(as_xlsx(["a", "b", "c"], rows)))
    assert {cell.data_type for row in book.active for cell in row} <= {"s", "n", "b", "d", "inlineStr"}


@settings(max_examples=100, deadline=None)
@given(ROWS)
def test_another_reader_sees_the_same_rows_in_csv_and_no_formula(rows):
    text = as_csv(["a", "b", "c"], rows).decode("utf-8-sig")
    found = list(csv.reader(StringIO(text, newline=""), strict=True))
    assert found[0] == ["a", "b", "c"] and len(found) == len(rows) + 1
    for row, given_row in zip(found[1:], rows, strict=True):
        for shown, value in zip(row, given_row, strict=True):
            assert not isinstance(value, str) or not shown.lstrip().startswith(("=", "+", "-", "@", "＝"))


def test_numbers_and_dates_in_csv_are_bare_or_iso():
    row = [-5, 2.5, Decimal("-1.50"), date(2026, 11, 27), datetime(2026, 11, 27, 9, 5), True, None, "-5"]
    line = as_csv(list("abcdefgh"), [row]).decode("utf-8-sig").splitlines()[1]
    assert line == '-5,2.5,-1.50,"2026-11-27","2026-11-27 09:05:00","TRUE","","\'-5"'


def test_csv_begins_with_the_mark_that_excel_needs():
    assert as_csv(["č"], [["š"]]).startswith(b"\xef\xbb\xbf")


def test_a_workbook_says_types_direction_and_first_row():
    data = as_xlsx(["اسم"], [[date(2026, 1, 2)], [7], [Decimal("1.25")]], title="جدول", is_right_to_left=True)
    sheet = openpyxl.load_workbook(BytesIO(data)).active
    assert sheet.sheet_view.rightToLeft and sheet.title == "جدول" and sheet.freeze_panes == "A2"
    assert sheet["A2"].is_date and sheet["A3"].value == 7 and sheet["A4"].value == 1.25


def test_a_dangerous_text_stays_text_when_somebody_edits_it():
    data = as_xlsx(["a"], [["=1+1"], ["plain"]])
    sheet = openpyxl.load_workbook(BytesIO(data)).active
    assert sheet["A2"].value == "=1+1" and sheet["A2"].data_type == "s"
    assert sheet["A2"].quotePrefix and not sheet["A3"].quotePrefix
    assert "<f>" not in part(data, "xl/worksheets/sheet1.xml")


def test_addresses_do_not_become_links():
    assert "hyperlink" not in part(
        as_xlsx(["a"], [["https://example.org"], ["mailto:a@example.org"]]), "xl/worksheets/sheet1.xml"
    )


def test_numbers_that_a_workbook_would_change_are_written_as_text():
    rows = [[2**53 + 1], [Decimal("0.12345678901234567890")], [date(1899, 1, 1)]]
    assert [row.values for row in read(as_xlsx(["a"], rows), ROOM).rows] == [
        ("9007199254740993",), ("0.12345678901234567890",), ("1899-01-01",)
    ]  # fmt: skip


def test_the_same_table_gives_the_same_bytes():
    assert as_xlsx(["a"], [["x"], [1]]) == as_xlsx(["a"], [["x"], [1]])


@pytest.mark.parametrize(
    "value",
    [float("nan"), float("inf"), Decimal("NaN"), datetime(2026, 1, 1, tzinfo=UTC), "x" * (LONGEST + 1)],
)
@pytest.mark.parametrize("write", [as_csv, as_xlsx])
def test_what_no_sheet_can_hold_is_named_by_its_cell(write, value):
    with pytest.raises(BadValue, match="cell B3"):
        write(["a", "b"], [["ok", "ok"], ["ok", value]])


def test_a_workbook_that_is_full_says_so(monkeypatch):
    monkeypatch.setattr(xlsx_out, "MOST_ROWS", 3)
    with pytest.raises(BadValue, match="several files"):
        as_xlsx(["a"], [[1], [2], [3]])


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Entries by need", "Entries by need"),
        ("a/b:c*d?[e]", "a b c d  e"),
        ("x" * 40, "x" * 31),
        ("'", "1"),
        ("", "1"),
        ("\x00", "1"),
    ],
)
def test_a_sheet_gets_a_name_that_excel_takes(words, name):
    assert xlsx_out.title(words) == name
    assert openpyxl.load_workbook(BytesIO(as_xlsx(["a"], [], title=words))).active.title == name


def test_columns_are_counted_in_letters():
    assert [letters(at) for at in (0, 25, 26, 51, 52, 701, 702, 16383)] == [
        "A",
        "Z",
        "AA",
        "AZ",
        "BA",
        "ZZ",
        "AAA",
        "XFD",
    ]


def rows_in_plenty(count):
    return ([number, f"=row {number}", date(2026, 1, 1), number / 7] for number in range(count))


def test_a_hundred_thousand_rows_of_csv_need_little_memory():
    tracemalloc.start()
    size = sum(map(len, csv_chunks(Table("t", list("abcd"), rows_in_plenty(100_000)))))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert size > 4_000_000 and peak < 2_000_000


def test_a_workbook_of_many_rows_needs_no_more_memory_than_one_of_few(tmp_path):
    peaks = []
    for count in (500, 4_000):
        with (tmp_path / "rows.xlsx").open("wb") as out:
            tracemalloc.start()
            xlsx_out.write_xlsx(Table("t", list("abcd"), rows_in_plenty(count)), out, MADE)
            peaks.append(tracemalloc.get_traced_memory()[1])
            tracemalloc.stop()
    assert peaks[1] < peaks[0] * 1.5 + 200_000


@pytest.mark.slow
def test_a_hundred_thousand_rows_of_a_workbook_come_back(tmp_path):
    path = tmp_path / "large.xlsx"
    with path.open("wb") as out:
        xlsx_out.write_xlsx(Table("t", list("abcd"), rows_in_plenty(100_000)), out, MADE)
    *_, last = deque(enumerate(read(path.read_bytes(), ROOM).rows, start=1), maxlen=1)
    count, row = last
    assert (count, row.number) == (100_000, 100_001)
    assert row.values == (99_999, "=row 99999", date(2026, 1, 1), pytest.approx(99_999 / 7))


def test_several_tables_are_sheets_of_one_book_and_the_first_is_read():
    out = BytesIO()
    xlsx_out.write_book(
        [Table("one", ["a"], [["1"]]), Table("two", ["b"], [["2"]], is_right_to_left=True)], out, MADE
    )
    book = openpyxl.load_workbook(BytesIO(out.getvalue()))
    assert [(sheet.title, sheet["A2"].value) for sheet in book.worksheets] == [("one", "1"), ("two", "2")]
    assert book["two"].sheet_view.rightToLeft
    assert read(out.getvalue()).columns == ("a",)
