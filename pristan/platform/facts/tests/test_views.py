# SPDX-License-Identifier: EUPL-1.2
"""The screens of facts: closed by default; table, chart and files say the same; Arabic runs from the right."""

import csv
from io import BytesIO, StringIO
from pathlib import Path
from xml.etree import ElementTree

import openpyxl
import pytest
from django.utils import translation
from django.utils.functional import lazy

from pristan.platform.facts import readings
from pristan.platform.facts.chart import LABELS, MOST, WIDTH, chart
from pristan.platform.facts.selectors import Line
from pristan.platform.facts.tests.conftest import AT, boats, guests

pytestmark = pytest.mark.django_db
OPEN = {"X-Key": "open"}


@pytest.fixture(autouse=True)
def _hung_up(settings):
    settings.ROOT_URLCONF = "pristan.platform.facts.tests.addresses"
    settings.TEMPLATES = [{**settings.TEMPLATES[0], "DIRS": [Path(__file__).parent / "templates"]}]
    settings.MIDDLEWARE = ["pristan.platform.facts.tests.addresses.who_asks"]
    settings.LOCALE_PATHS = []


@pytest.fixture
def harbour(declare):
    declare(
        boats([(("=1+1",), 7), (("<b>blue</b>",), 3)]),
        guests([(("red", "x"), 2), (("blue", "x"), 30), (("blue", "y"), 44)]),
    )
    readings.take(at=AT)


@pytest.mark.parametrize("path", ["", "test.boats/", "test.boats/table.csv", "test.boats/table.xlsx"])
def test_nothing_is_there_without_the_permit(client, harbour, path):
    assert client.get(f"/facts/{path}").status_code == 404
    answer = client.get(f"/facts/{path}", headers=OPEN)
    assert answer.status_code == 200 and answer["Cache-Control"] == "no-store"
    assert client.post(f"/facts/{path}", headers=OPEN).status_code == 405


def test_the_list_names_each_fact_with_its_day(client, harbour):
    page = client.get("/facts/", headers=OPEN).content.decode()
    assert 'href="/facts/test.boats/"' in page and "27 November 2026" in page and "People on board." in page


def test_table_and_chart_hold_the_same_numbers(client, harbour):
    page = client.get("/facts/test.boats/", headers=OPEN).content.decode()
    begin = page.index('<svg role="img"')
    svg = page[begin : page.index("</svg>", begin) + 6]
    words = [each.text for each in ElementTree.fromstring(svg).iter("{http://www.w3.org/2000/svg}text")]
    assert words == ["=1+1", "7", "<b>blue</b>", "3"]
    assert "&lt;b&gt;blue&lt;/b&gt;</th><td>3</td>" in page and 'aria-labelledby="chart-title"' in page
    assert "style=" not in page and "<script" not in page


def test_hidden_numbers_are_a_word_everywhere(client, harbour):
    page = client.get("/facts/test.guests/", headers=OPEN).content.decode()
    assert "<td>hidden</td>" in page and "It never means none." in page and "<td>2</td>" not in page
    text = client.get("/facts/test.guests/table.csv", headers=OPEN).getvalue().decode("utf-8-sig")
    rows = list(csv.reader(StringIO(text)))
    assert rows[0] == ["Colour", "Flag", "Number", "Date", "Source"]
    assert ["red", "x", "hidden", "2026-11-27", "The harbour book"] in rows and "2" not in {
        row[2] for row in rows
    }
    sheet = openpyxl.load_workbook(
        BytesIO(client.get("/facts/test.guests/table.xlsx", headers=OPEN).content)
    ).active
    assert {row[2] for row in sheet.iter_rows(values_only=True)} & {2, "hidden"} == {"hidden"}


def test_files_have_names_and_no_formulas(client, harbour):
    answer = client.get("/facts/test.boats/table.csv", headers=OPEN)
    assert answer["Content-Disposition"] == 'attachment; filename="test.boats-2026-11-27.csv"'
    assert '"\'=1+1",7' in answer.getvalue().decode()


def test_arabic_runs_from_the_right(client, harbour):
    with translation.override("ar"):
        page = client.get("/facts/test.boats/", headers=OPEN).content.decode()
        data = client.get("/facts/test.boats/table.xlsx", headers=OPEN).content
    assert '<html lang="ar" dir="rtl">' in page and 'direction="rtl"' in page
    assert openpyxl.load_workbook(BytesIO(data)).active.sheet_view.rightToLeft


def test_a_month_is_called_a_month(client, declare):
    """Its readings stand under a day, which says nothing to a reader."""
    declare(boats([(("red",), 7)], period="month"))
    readings.take(at=AT)
    page = client.get("/facts/test.boats/", headers=OPEN).content.decode()
    assert page.count("October 2026") == 2 and "1 October" not in page
    with translation.override("ar"):
        assert "أكتوبر 2026" in client.get("/facts/", headers=OPEN).content.decode()


def test_a_file_is_in_the_language_of_its_reader_to_the_last_row(client, declare):
    """Its rows are made while the answer leaves, when no language is chosen any more."""
    declare(boats([(("red",), 7)], source=lazy(translation.get_language, str)()))
    readings.take(at=AT)
    with translation.override("ar"):
        answer = client.get("/facts/test.boats/table.csv", headers=OPEN)
    assert ',"ar"' in answer.getvalue().decode()


def test_another_day_can_be_chosen(client, harbour):
    assert client.get("/facts/test.boats/?on=2026-11-30", headers=OPEN).status_code == 200
    early = client.get("/facts/test.boats/?on=2026-01-01", headers=OPEN)
    assert "There is no reading yet" in early.content.decode()
    assert client.get("/facts/test.boats/table.csv?on=2026-01-01", headers=OPEN).status_code == 404
    assert client.get("/facts/test.boats/?on=yesterday", headers=OPEN).status_code == 404


@pytest.mark.parametrize("path", ["test.none/", "test.none/table.csv", "..%2f/", "%00/"])
def test_an_unknown_fact_is_not_there(client, harbour, path):
    assert client.get(f"/facts/{path}", headers=OPEN).status_code == 404


def test_what_is_withheld_says_so(client, declare, monkeypatch):
    monkeypatch.setattr("pristan.core.disclosure.ledger.protect", lambda *_: False)
    declare(guests([(("red",), 2)]))
    readings.take(at=AT)
    page = client.get("/facts/test.guests/", headers=OPEN).content.decode()
    assert "Nothing of this reading can be shown" in page and "red" not in page


def test_bars_grow_from_the_side_where_reading_begins():
    lines = [Line(("a",), 10, False), Line(("b",), 5, False), Line(("c",), None, False)]
    left, right = (chart(lines, "hidden", is_right_to_left=way).bars for way in (False, True))
    assert [bar.start for bar in left] == [LABELS] * 3
    assert [bar.start + bar.width for bar in right] == [WIDTH - LABELS] * 3
    assert left[0].width == 2 * left[1].width and left[2].width == 0 and left[2].words == "hidden"
    assert [bar.number_at + other.number_at for bar, other in zip(left, right, strict=True)] == [WIDTH] * 3


def test_a_chart_holds_no_more_bars_than_one_can_read():
    drawn = chart(
        [Line((f"a long name {'x' * 60} {at}",), at, False) for at in range(50)], "", is_right_to_left=False
    )
    assert len(drawn.bars) == MOST and drawn.more == 50 - MOST and drawn.bars[0].label.endswith("…")
    assert chart([], "", is_right_to_left=False).bars == ()
