# SPDX-License-Identifier: EUPL-1.2
"""Sheets of invented plans: huge ones, hostile ones, ones whose words are in another language than the reader's."""

import io
from datetime import date
from typing import Any

import pikepdf
import pypdfium2
import pytest
from django.utils import translation

from pristan.city.orientation import plans
from pristan.city.orientation.tests import kit
from pristan.doors.web import days
from pristan.doors.web.catalogue import Catalogue
from pristan.doors.web.page import Page
from pristan.doors.web.paper import plan
from pristan.doors.web.paper.sides import Side
from pristan.doors.web.tests.conftest import NOW

CITY = {
    "name": "Ljubljana", "service_name": "Pristan", "time_zone": "Europe/Ljubljana", "languages": ["sl", "ar"], "is_official": False,
    "emergency_numbers": [{"number": "112", "text": "112!", "lang": "sl"}],
}  # fmt: skip
FORMS = {"short": plan.short, "full": plan.full}
LINK = "https://city.example/ar/steps/#p=7.abcdef"


def words(text: str, lang: str = "sl", state: str = "original") -> dict[str, str]:
    return {"text": text, "lang": lang, "state": state}


def page(language: str = "en") -> Page:
    return Page(language, 7, Catalogue({"city": CITY}), NOW, f"/{language}/plan/", {}, "https://city.example")


def sides(*steps: dict[str, Any], languages: tuple[str, ...] = ("en", "sl")) -> list[Side]:
    book = kit.book(*steps, items=[kit.item(each["id"], "procedure", name=each["name"]) for each in steps])
    with translation.override("en"):
        made = plans.plan(book, kit.told(book))["steps"]
    return [Side(each, Catalogue({"city": CITY}), book, made, {}) for each in languages]


def pages(pdf: bytes) -> list[str]:
    return [each.get_textpage().get_text_range() for each in pypdfium2.PdfDocument(pdf)]


@pytest.mark.parametrize("form", FORMS)
def test_three_hundred_and_sixty_steps_are_all_there(form):
    many = [kit.step(f"step-{at:03}", name=words(f"Korak {at:03}."), why=words("Zato.")) for at in range(360)]
    found = pages(FORMS[form](page(), sides(*many), LINK, is_strict=True))
    shown = "\n".join(found)
    assert all(shown.count(f"Korak {at:03}.") == 2 for at in range(360))
    assert len(found) > 3


@pytest.mark.parametrize("number", [1, 8, 36])
def test_the_short_form_is_one_sheet(number):
    office = words("Upravna enota Ljubljana (tujci / prijava prebivališča)")
    many = [
        kit.step(f"step-{at:03}", name=words(f"Prijava začasnega prebivališča {at}"), office=office)
        for at in range(number)
    ]
    found = pages(plan.short(page(), sides(*many), LINK, is_strict=True))
    assert len(found) == 1
    assert ("Upravna enota" in found[0]) == (number < 36), "on a full sheet the offices give way to the steps"


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    "text",
    [
        '#panic("x") *a* $b$ <c> @d',
        "\\ ` ' \" // /* */ ]]}}",
        "x" * 3000,
        "أ\u202e\u2067ب\u2069",
        "a\n\n\n= b\n- c",
    ],
)
def test_hostile_words_stay_words(form, text):
    step = kit.step(
        "one", name=words(text), why=words(text), office=words(text), risk=words(text), summary=words(text)
    )
    made = FORMS[form](page(), sides(step), LINK, is_strict=True)
    if text.isascii() and len(text) < 100:
        assert "".join(text.split()) in "".join("".join(pages(made)).split())


@pytest.mark.parametrize("form", FORMS)
def test_a_letter_that_nobody_foresaw_makes_no_failure(form):
    step = kit.step("one", name=words("漢字 here 🏠"))
    assert "here" in pages(FORMS[form](page(), sides(step), LINK))[0]


def test_words_in_another_language_say_so_and_carry_their_tag():
    step = kit.step("one", name=words("Ein Schritt", "de"), why=words("Deshalb.", "de"))
    made = plan.full(page("sl"), sides(step, languages=("sl",)), LINK, is_strict=True)
    assert "nemščina" in pages(made)[0]
    with pikepdf.open(io.BytesIO(made)) as pdf:
        assert "de" in {
            str(each.Lang) for each in pdf.objects if isinstance(each, pikepdf.Dictionary) and "/Lang" in each
        }


def test_what_both_languages_say_in_the_same_words_stands_once():
    step = kit.step("one", why=words("Only here.", "en"))
    shown = pages(plan.full(page(), sides(step), LINK, is_strict=True))[0]
    assert shown.count("Only here.") == 1


def test_what_a_machine_translated_says_so_on_paper():
    note = "A machine translated parts"
    drafted = sides(kit.step("one", why=words("Because.", "en", "draft")), languages=("en",))
    checked = sides(kit.step("one", why=words("Because.", "en")), languages=("en",))
    assert note in pages(plan.short(page("en"), drafted, LINK))[0]
    assert note not in pages(plan.short(page("en"), checked, LINK))[0]


@pytest.mark.parametrize("form", FORMS)
def test_a_sheet_may_run_from_right_to_left(form):
    step = kit.step(
        "one",
        name=words("خطوة 080 12 00 (UE)", "ar"),
        why=words("لأن.", "ar"),
        office=words("Upravna enota", "sl"),
    )
    made = FORMS[form](page("ar"), sides(step, languages=("ar", "sl")), LINK, is_strict=True)
    with pikepdf.open(io.BytesIO(made)) as pdf:
        assert pdf.Root.Lang == "ar"


def test_headings_go_down_by_one_level():
    step = kit.step("one", why=words("Zato."))
    with pikepdf.open(io.BytesIO(plan.full(page(), sides(step), LINK))) as pdf:
        tags = [
            str(each.S)
            for each in pdf.objects
            if isinstance(each, pikepdf.Dictionary) and each.get("/Type") == "/StructElem"
        ]
    assert {"/H1", "/H2", "/H3"} <= set(tags)
    assert "/H4" not in tags


GIVEN: dict[str, Any] = {
    "due": None,
    "window": None,
    "realistic": None,
    "because": "no-deadline",
    "doubt": None,
}


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({}, []),
        ({"due": "2026-12-01", "because": "days-after-arrival"}, ["Last day: 1 December 2026"]),
        ({"due": "2026-12-01", "because": "days-after-arrival", "doubt": "article-not-verified"},
         ["Last day: 1 December 2026 (to be confirmed)"]),
        ({"due": "2026-12-31", "realistic": "2026-12-01", "because": "before-expiry"},
         ["Last day: 31 December 2026", "Better by 1 December 2026: the queue is long."]),
        ({"realistic": "2026-12-01", "because": "opens-after"}, ["Possible from 1 December 2026"]),
        ({"realistic": "2026-12-01", "because": "advice"}, ["Best by 1 December 2026"]),
        ({"realistic": "2027-02-01", "window": ["2027-02-01", "2027-02-28"], "because": "window"},
         ["Usually between 1 February and 28 February. Ask for this year's dates."]),
    ],
)  # fmt: skip
def test_dates_in_words(more, said):
    with translation.override("en"):
        assert days.brief(GIVEN | more, "en") == said


def test_no_date_says_why():
    with translation.override("en"):
        assert days.whole(GIVEN | {"because": "source-is-weak"}, "en") == [
            "Our source is weak. We tell no date: ask."
        ]


def test_a_day_whose_article_nobody_has_read_says_whom_to_ask():
    told = {"due": "2026-12-01", "because": "days-after-arrival", "doubt": "article-not-verified"}
    with translation.override("en"):
        assert days.whole(GIVEN | told, "en")[1:] == [
            "Nobody has compared this day with the law yet. Ask at the office before you rely on it."
        ]


def test_it_is_made_on_a_civil_day_of_the_city():
    assert page().today == date(2026, 11, 24)
