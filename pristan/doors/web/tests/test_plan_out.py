# SPDX-License-Identifier: EUPL-1.2
"""The plan to take along: files without an answer in them, that nobody between may keep."""

import io
import re
from typing import Any
from urllib.parse import unquote

import pikepdf
import pypdfium2
import pytest
from django.test import Client
from icalendar import Calendar

from pristan.doors.web import fragment
from pristan.doors.web.views import plan_out
from pristan.platform.documents import typesetting
from tests import logged

pytestmark = pytest.mark.django_db
ANSWERS = {
    "legal_status": "asylum_applicant", "base_status": "asylum_applicant", "days_since_arrival": "3", "age": "77", "children_ages": "7, 13",
    "pregnant": "no", "slovene_level": "B1",
}  # fmt: skip
KINDS = {
    "pdf": "application/pdf",
    "pdf-short": "application/pdf",
    "ics": "text/calendar; charset=utf-8",
    "text": "text/plain; charset=utf-8",
}
NAME = "Registering your address"


@pytest.fixture
def take(example_city: Any) -> Any:
    """Ask for a form of the plan."""

    def send(form: str, language: str = "en", headers: Any = None, **fields: str) -> Any:
        return Client().post(f"/{language}/plan/", (ANSWERS | fields) | {"form": form}, headers=headers)

    return send


def words(pdf: bytes) -> str:
    return "\n".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(pdf))


@pytest.mark.parametrize("form", KINDS)
def test_a_file_comes_under_a_name_that_says_nothing_and_is_kept_by_nobody(take, form):
    answer = take(form)
    assert (answer.status_code, answer["Content-Type"]) == (200, KINDS[form])
    assert re.fullmatch(
        r'attachment; filename="steps(-short)?\.(pdf|ics|txt)"', answer["Content-Disposition"]
    )
    assert answer["Cache-Control"] == "no-store"
    assert not answer.cookies
    assert "ETag" not in answer


@pytest.mark.parametrize("form", KINDS)
def test_another_site_gets_no_file(take, form):
    answer = take(form, headers={"Sec-Fetch-Site": "cross-site"})
    assert answer.status_code == 400
    assert answer["Content-Type"].startswith("text/html")


@pytest.mark.parametrize("form", KINDS)
def test_a_file_holds_no_answer(take, form):
    """Another person with the same steps and dates gets the same file, whatever else they told."""
    told = {
        "legal_status": "",
        "base_status": "",
        "age": "",
        "children_ages": "7",
        "slovene_level": "",
        "pregnant": "",
    }
    assert _without_time(take(form).content) == _without_time(take(form, **told).content)
    shown = words(take(form).content) if "pdf" in form else take(form).content.decode()
    assert not re.search(r"(?i)asylum|applicant|\b77\b|\bB1\b|pregnan|years? old", shown)


def _without_time(content: bytes) -> bytes:
    return re.sub(rb"DTSTAMP:\S+", b"", content)


def test_the_sheet_holds_both_languages_the_numbers_and_when_it_was_made(take):
    for form in ("pdf", "pdf-short"):
        shown = " ".join(words(take(form).content).split())
        for each in (
            NAME,
            "Registar a morada",
            "112",
            "Life in danger",
            "Perigo de vida",
            "Made on",
            "Check before you rely on it",
            "Last day:",
        ):
            assert each in shown, (form, each)
        assert "not a service of the city" in shown


def test_the_full_form_holds_what_is_known_of_a_step(take):
    shown = " ".join(words(take("pdf").content).split())
    for each in (
        "A registered address opens the rest.",
        "rental contract",
        "2.50",
        "Largo da Câmara 2",
        "200 000 003",
        "article 3 (not verified)",
        "www.example.org",
    ):
        assert each in shown, each


def test_who_reads_the_language_of_the_counter_gets_one_column(take):
    shown = words(take("pdf-short", "pt").content)
    assert "Registar a morada" in shown
    assert NAME not in shown


@pytest.mark.parametrize("form", ["pdf", "pdf-short"])
@pytest.mark.parametrize("language", ["pt", "en", "uk"])
def test_it_is_tagged_and_speaks_the_language_of_the_reader(take, form, language):
    with pikepdf.open(io.BytesIO(take(form, language).content)) as pdf:
        assert pdf.Root.Lang == language
        assert pdf.Root.MarkInfo.Marked
        with pdf.open_metadata() as meta:
            assert meta["pdfuaid:part"] == "1"
            assert meta["dc:title"]
        tags = [
            str(each.S)
            for each in pdf.objects
            if isinstance(each, pikepdf.Dictionary) and each.get("/Type") == "/StructElem"
        ]
        assert {"/H1", "/H2", "/Figure"} <= set(tags)
        languages = {
            str(each.Lang) for each in pdf.objects if isinstance(each, pikepdf.Dictionary) and "/Lang" in each
        }
        assert languages >= {language, "pt"}


def test_the_calendar_says_when_and_never_what(take):
    found = take("ics").content.decode().replace("\r\n ", "")
    events = Calendar.from_ical(found).walk("VEVENT")
    assert [str(each["summary"]) for each in events] == [
        f"Pristan: step {number}" for number in range(1, len(events) + 1)
    ]
    assert events
    assert "http://testserver/en/plan/" in found
    for word in ("address", "Register", "morada", "asylum", "school"):
        assert word not in found.replace("http://testserver/en/plan/", "")


def test_without_a_single_day_nobody_gets_an_empty_calendar(example_city):
    answer = Client().post("/en/plan/", {"age": "30", "form": "ics"})
    assert answer["Content-Type"].startswith("text/html")
    assert "there is nothing for a calendar" in answer.content.decode()


def test_the_text_is_for_a_friend(take):
    shown = take("text").content.decode()
    assert shown.startswith("My first steps\n")
    assert "1. Registering your address" in shown
    assert "Last day:" in shown
    assert shown.rstrip().rpartition("/en/steps/#")[2].startswith("p=")


def test_the_page_offers_all_forms_and_sends_the_answers_only_in_a_body(take):
    page = take("").content.decode()
    for form in KINDS:
        assert f'name="form" value="{form}"' in page
    for name, value in ANSWERS.items():
        assert f'<input type="hidden" name="{name}" value="{value}">' in page
    section = page.partition('id="take"')[2].partition("</section>")[0]
    assert 'method="post"' in section
    assert "<svg" in section
    assert "style=" not in section
    link = unquote(re.search(r'href="sms:\?&amp;body=([^"]+)"', section)[1])
    version, steps, gone = fragment.decode(link.partition("#")[2], ["registo-de-morada", "apoio-em-perigo"])
    assert (steps, gone) == ({"registo-de-morada"}, 0)
    assert version > 0


def test_an_unknown_form_is_the_page(take):
    for form in ("", "docx", "../pdf", "PDF"):
        assert take(form)["Content-Type"].startswith("text/html")


def test_answers_that_cannot_be_read_make_no_file(take):
    answer = take("pdf", age="old")
    assert answer.status_code == 422
    assert answer["Content-Type"].startswith("text/html")


def test_a_sheet_that_cannot_be_made_is_no_dead_end(take, monkeypatch):
    def fail(*given: Any, **more: Any) -> bytes:
        raise typesetting.NotTypeset("registo-de-morada")

    monkeypatch.setattr(typesetting, "pdf", fail)
    answer = take("pdf")
    assert answer.status_code == 200
    assert "This file could not be made. Print this page instead." in answer.content.decode()


def test_no_answer_reaches_a_log(take, caplog, capsys):
    for form in plan_out.FORMS:
        take(form)
    said = logged.words(caplog, capsys)
    for word in ("asylum", "77", "children_ages"):
        assert word not in said
