# SPDX-License-Identifier: EUPL-1.2
"""Paper over the real texts of Ljubljana: every letter has a font, every persona gets one sheet, nothing of an answer is on it."""

import io
import re
from typing import Any

import pikepdf
import pypdfium2
import pytest
import yaml
from django.test import RequestFactory
from django.utils import translation

from pristan.doors.web import fragment
from pristan.doors.web.page import Page, opened
from pristan.doors.web.paper import plan
from pristan.doors.web.paper.sides import Side, sides
from tests import cities

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.once,
]  # what it is made from is the same on either database: test_orientation.py
PERSONAS = yaml.safe_load((cities.LJUBLJANA / "personas.yaml").read_text("utf-8"))
LANGUAGES = ("sl", "en", "ar")


@pytest.fixture(scope="module")
def city(ljubljana: None) -> Any:
    """Ljubljana, for all tests here: `city(language)` is a page of it."""
    return lambda language: opened(RequestFactory().get(f"/{language}/plan/"), language, cities.NOW)


def both(page: Page, told: dict[str, Any], *, is_whole: bool) -> tuple[list[Side], str]:
    """The sides of a plan and the address of its code."""
    with translation.override(page.language):
        found = sides(page, told, is_whole=is_whole)
    steps = [each["id"] for each in found[0].steps]
    return found, f"{page.origin}/{page.language}/steps/#{fragment.encode(page.version, steps)}"


def pages(pdf: bytes) -> list[str]:
    return [each.get_textpage().get_text_range() for each in pypdfium2.PdfDocument(pdf)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_of_every_step_can_be_printed(city, language):
    """The steps of all personas in one document: no letter is without a font, or this fails."""
    page = city(language)
    found = [both(page, each["answers"], is_whole=True)[0] for each in PERSONAS]
    whole = [
        Side(one.language, one.catalogue, one.book, steps, {slug: body for each in found for slug, body in each[at].bodies.items()})
        for at, one in enumerate(found[0])
        for steps in [list({step["id"]: step for each in found for step in each[at].steps}.values())]
    ]  # fmt: skip
    assert len(whole[0].steps) > 45
    made = plan.full(page, whole, "https://city.example/", is_strict=True)
    with pikepdf.open(io.BytesIO(made)) as pdf:
        assert pdf.Root.Lang == language
        languages = {
            str(each.Lang) for each in pdf.objects if isinstance(each, pikepdf.Dictionary) and "/Lang" in each
        }
        assert languages >= {language, "sl"}


@pytest.mark.parametrize("language", ["sl", "ar"])
def test_every_persona_gets_one_sheet(city, language):
    page = city(language)
    for each in PERSONAS:
        found, link = both(page, each["answers"], is_whole=False)
        assert len(pages(plan.short(page, found, link, is_strict=True))) == 1, each["id"]


@pytest.fixture(scope="module")
def sheets(city):
    """Persona -> (steps, all that stands on the full form), in English."""
    made = {}
    for each in PERSONAS:
        found, link = both(city("en"), each["answers"], is_whole=True)
        shown = " ".join(pages(plan.full(city("en"), found, link)))
        made[each["id"]] = found[0].steps, " ".join(shown.split())
    return made


def test_no_answer_stands_on_paper(sheets):
    """What the page says of the person (reasons, verdicts, ages) stays on the page."""
    for name, (steps, shown) in sheets.items():
        reasons = [said for step in steps for part in step["reasons"].values() for said in part]
        assert not [said for said in reasons if said in shown], name
        assert not re.search(r"\byou are (?:\d|a |an )|[a-z]_[a-z]", shown), name


def test_editors_notes_stay_inside(sheets):
    notes = [
        note
        for path in (cities.LJUBLJANA / "entries" / "procedures").glob("*.yaml")
        for note in (yaml.safe_load(path.read_text("utf-8")).get("editors") or {}).get(
            "verify_before_use", ()
        )
    ]
    assert len(notes) > 20
    assert not [(name, note) for name, (_, shown) in sheets.items() for note in notes if note in shown]
