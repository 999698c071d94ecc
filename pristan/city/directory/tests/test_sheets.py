# SPDX-License-Identifier: EUPL-1.2
"""The dry run of a sheet: cells that are wrong, matches, and that a sheet of one's own entries changes nothing."""

from io import BytesIO

import openpyxl
import pytest
from django.utils import translation

from pristan.city.directory import services, store, unlisting
from pristan.city.directory.models import Entry
from pristan.city.directory.models.refusal import REASONS
from pristan.city.directory.sheets import reading
from pristan.city.directory.sheets.columns import COLUMNS
from pristan.city.directory.sheets.lexicon import same
from pristan.city.directory.sheets.planning import plan
from pristan.city.directory.tests import minipack
from pristan.city.directory.tests.sheetkit import (
    EDITOR,
    MEMBER,
    NEW,
    STRANGER,
    csv,
    dry,
    retyped,
    slips,
    workbook,
)
from pristan.platform.tables.errors import BadColumns, Empty, HasFormulas, NotASheet, TooBig

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def city(mini_city: None, db: None) -> None:
    """Loaded once; what a test writes is taken back."""


def test_a_new_row_is_a_new_entry():
    found = dry(NEW | {"phones": "01 306 10 00 – tajništvo; 112", "mo": "8-12, 13.30–16", "costs": "12,5 – na uro\npo dogovoru", "age_min": 18, "town": "Ljubljana"})  # fmt: skip
    assert not found.slips and found.is_ready
    (made,) = found.new
    assert made.fields == {
        "language": "sl", "name": "Svetovalnica", "kind": "service", "needs": ["papers"],
        "phones": [{"number": "+386 1 306 10 00", "remark": "tajništvo"}, {"number": "112"}],
        "schedule": {"weekly": {"mo": ["08:00-12:00", "13:30-16:00"]}},
        "costs": [{"amount": "12.50", "currency": "EUR", "text": "na uro"}, {"text": "po dogovoru"}],
        "eligibility": {"age_min": 18}, "locations": [{"city": "Ljubljana"}],
    }  # fmt: skip


@pytest.mark.parametrize("words", ["Papirji", "Papers", "papers", " PAPIRJI ", "papirji;doctor\nHealth"])
def test_needs_are_understood_in_any_language(words):
    found = dry(NEW | {"needs": words})
    assert not found.slips and found.new[0].fields["needs"][0] == "papers"


@pytest.mark.parametrize("actor", [EDITOR, MEMBER])
@pytest.mark.parametrize("language", ["sl", "en", "ar"])
def test_a_sheet_of_own_entries_sent_as_it_came_changes_nothing(actor, language):
    given = reading.given(workbook(actor, language))
    found = plan(given, {}, actor=actor, language=language)
    assert not found.slips and not found.changes and not found.new
    assert found.unchanged == len(given.rows) == (3 if actor is EDITOR else 2)


def test_one_cell_changed_changes_one_field_and_keeps_what_the_sheet_does_not_show():
    def change(sheet):
        names = [cell.value for cell in sheet[1]]
        row = next(row for row in sheet.iter_rows() if row[0].value == "klic")
        row[names.index("Phone numbers")].value = "112 – free\n+386 1 522 50 50 – desk\n+386 1 522 50 51"
        row[names.index("Known from")].value = "https://example.org/new"

    found = plan(reading.given(retyped(workbook(EDITOR, "en"), change)), {}, actor=EDITOR, language="en")
    (made,) = found.changes
    assert made.key == "klic" and made.fields == {
        "phones": [
            {"number": "112", "remark": {"en": "free"}},
            {"number": "+386 1 522 50 50", "as_of": "2018", "remark": "desk"},
            {"number": "+386 1 522 50 51"},
        ]
    }


def test_the_template_has_an_example_that_is_not_read_and_says_how():
    for language in ("sl", "en", "ar"):
        with pytest.raises(Empty):
            reading.given(workbook(language=language))
        book = openpyxl.load_workbook(BytesIO(workbook(language=language)))
        assert len(book.worksheets) == 3
        assert all(bool(sheet.sheet_view.rightToLeft) == (language == "ar") for sheet in book.worksheets)
        assert book.worksheets[1].max_row > 30


def test_the_example_would_be_right_but_for_its_mark():
    def change(sheet):
        sheet["A2"].value = None

    found = plan(reading.given(retyped(workbook(language="sl"), change)), {}, actor=EDITOR, language="sl")
    assert not found.slips and len(found.new) == 1


def test_every_wrong_cell_is_named_at_once():
    wrong = {
        "name": "Ime\u202e", "kind": "storitve", "needs": "papirj; zdravje; cvetje", "languages": "marsovščina", "phones": "zvečer",
        "email": "ana at example", "website": "example.org", "mo": "8 do 12", "age_min": "osemnajst", "address": "Cesta 1 (vhod B)",
        "is_free": "mogoče", "as_of": "30. 2. 2026", "source": "",
    }  # fmt: skip
    found = slips(dry(NEW, wrong))
    columns = list(dict.fromkeys([*NEW, *wrong]))
    cells = {chr(ord("A") + columns.index(code)) + "3" for code in wrong}
    assert set(found) == cells
    assert "U+202E" in found["A3"] and "Did you mean “papirji”?" in found["C3"] and "cvetje" in found["C3"]


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ({"age_min": "40", "age_max": "20"}, "age_max"),
        ({"kind": "procedure"}, "kind"),
        ({"kind": ""}, "kind"),
        ({"needs": ""}, "needs"),
        ({"source": ""}, "source"),
        ({"summary": "x" * 4001}, "summary"),
        ({"town": "x" * 200}, "address"),
    ],
)
def test_rules_beyond_one_cell(row, code):
    found = dry(NEW | {"address": "", "age_max": ""} | row)
    columns = list(NEW | {"address": "", "age_max": ""} | row)
    assert [chr(ord("A") + columns.index(code)) + "2"] == list(slips(found))


def test_html_and_formulas_in_texts_are_texts():
    found = dry(NEW | {"name": "<script>alert(1)</script>", "summary": "=HYPERLINK(1)"})
    assert not found.slips and found.new[0].fields["name"] == "<script>alert(1)</script>"
    assert found.new[0].fields["summary"] == "=HYPERLINK(1)"


def test_a_dash_takes_a_value_away_and_an_empty_cell_changes_nothing():
    found = dry({"id": "klic", "website": "-", "phones": "", "source": "letter of the line"})
    assert found.changes[0].fields == {"website": None}
    assert slips(dry({"id": "klic", "name": "-", "source": "x"})) == {"B2": "An entry needs a name."}


def test_what_a_sheet_does_not_change_of_an_entry_that_is_there():
    assert list(slips(dry({"id": "klic", "kind": "place", "language": "en", "source": "x"}))) == ["B2", "C2"]
    assert list(slips(dry({"id": "klic", "organization": "Other", "source": "x"}, actor=MEMBER))) == ["B2"]


def test_a_secret_place_gets_no_address():
    found = slips(
        dry({"source": "x", "id": "zatocisce", "address": "Skrivna 1", "summary": "Pokličite nas."})
    )
    assert list(found) == ["C2"] and "secret" in found["C2"]


def test_an_id_that_is_not_there_and_one_that_is_not_ours():
    assert list(slips(dry({"id": "klicc", "name": "x"}))) == ["A2"]
    assert "no entry with the id" in slips(dry({"id": "klic", "summary": "x"}, actor=STRANGER))["A2"]


def test_whoever_writes_for_an_organisation_writes_for_no_other():
    assert dry(NEW, actor=MEMBER).new[0].fields["organization"] == {"name": "Organizacija", "entry": "org"}
    assert not slips(dry(NEW | {"organization": "organizacija"}, actor=MEMBER))
    assert "own organisation" in slips(dry(NEW | {"organization": "Nekdo drug"}, actor=MEMBER))["E2"]


@pytest.mark.parametrize(
    ("row", "shared"),
    [
        ({"phones": "+386 1 5225050"}, ("phones",)),
        ({"website": "http://www.example.org/klic/"}, ("website",)),
        ({"name": "KLIC  v sili", "organization": "Org d. o. o."}, ("name",)),
        (
            {"name": "Klic v sili", "organization": "Org d. o. o.", "phones": "01 522 50 50"},
            ("phones", "name"),
        ),
        ({"phones": "112"}, None),
        ({"name": "Klic v sili", "organization": "Druga"}, None),
    ],
)
def test_a_row_like_an_entry_is_asked_about(row, shared):
    found = dry(NEW | row)
    assert not found.slips
    if shared is None:
        assert not found.questions and found.is_ready
    else:
        (question,) = found.questions
        assert (question.likeness.key, question.likeness.shared) == ("klic", shared) and not found.is_ready


def test_what_a_person_says_of_a_match_is_done():
    row = NEW | {"phones": "+386 1 522 50 50"}
    same = dry(row, choices={"2": "same"})
    assert same.changes[0].key == "klic" and set(same.changes[0].fields) == {"name", "needs", "phones"}
    assert same.is_ready and not same.new
    other, out = dry(row, choices={"2": "other"}), dry(row, choices={"2": "out"})
    assert other.new and not other.questions
    assert (out.left_out, out.new, out.changes) == (1, [], [])


def test_the_same_entry_twice_is_told_at_both_rows():
    found = slips(
        dry({"id": "klic", "summary": "a", "source": "x"}, {"id": "klic", "summary": "b", "source": "x"})
    )
    assert list(found) == ["A2", "A3"] and "rows 2, 3" in found["A2"]
    assert list(slips(dry(NEW, NEW))) == ["A2", "A3"]
    asked = dry({"id": "klic", "summary": "a", "source": "x"}, {"phones": "01 522 50 50", "name": "Nov klic", "source": "x"}, choices={"3": "same"})  # fmt: skip
    assert list(slips(asked)) == ["A2", "A3"]


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"", Empty),
        (b"%PDF-1.7 name", NotASheet),
        (b"name,colour\nx,red", BadColumns),
        (b"name,Name\nx,y", BadColumns),
        (b"name,Ime\nx,y", BadColumns),
        (b"needs\nx", BadColumns),
        (b"name\n", Empty),
    ],
)
def test_files_that_are_no_sheet_of_entries(data, error):
    with pytest.raises(error):
        reading.given(data)


def test_an_unknown_heading_is_told_with_the_nearest():
    with pytest.raises(BadColumns, match=r"column B .*Website"):
        reading.given(b"name,Web site\nx,https://example.org")


def test_formulas_are_named_by_cell():
    with pytest.raises(HasFormulas, match="D2"):
        reading.given(retyped(workbook(language="en"), lambda sheet: sheet["D2"].__setattr__("value", "=A1")))


def test_a_hundred_thousand_rows_are_refused_before_any_is_looked_at(django_assert_num_queries):
    data = csv(*[{"name": f"x{number}"} for number in range(100_000)])
    with django_assert_num_queries(0), pytest.raises(TooBig, match="5000"):
        reading.given(data)


def test_the_dry_run_writes_nothing_and_asks_little(django_assert_max_num_queries):
    before = store.live(list(Entry.objects.values_list("key", flat=True)))
    given = reading.given(csv(*[NEW | {"name": f"Ime {number}"} for number in range(300)]))
    with django_assert_max_num_queries(45):
        assert len(plan(given, {}, actor=EDITOR, language="sl").new) == 300
    assert store.live(list(Entry.objects.values_list("key", flat=True))) == before


@pytest.mark.parametrize("language", ["sl", "en", "ar"])
def test_no_two_columns_are_called_the_same(language):
    with translation.override(language):
        names = [same(str(column.label)) for column in COLUMNS]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("row", [NEW, {"id": "klic", "source": "x"}])
def test_nobody_writes_for_an_organisation_that_asked_not_to_be_listed(row):
    services.edit(key="klic", fields={"organization": {"name": "Drugi"}}, actor=EDITOR, at=minipack.AT)
    unlisting.unlist(key="org", reason=REASONS[0], actor=EDITOR, at=minipack.AT, looked_twice=True)
    found = slips(dry(row | {"organization": "Organizacija"}))
    assert list(found.values()) == ["This organisation asked not to be listed. Delete the row."]
