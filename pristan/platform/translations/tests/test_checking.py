# SPDX-License-Identifier: EUPL-1.2
"""What a machine sees in a translation, and what it must not take for a mistake."""

import pytest

from pristan.platform.translations import alphabets, numbers
from pristan.platform.translations.checking import (
    DIGITS,
    EMPTY,
    HIDDEN,
    LEFT_OUT,
    LENGTH,
    MOJIBAKE,
    PLACEHOLDERS,
    SAME,
    SCRIPT,
    check,
)
from pristan.platform.translations.units import Place, Said, Unit


def codes(language: str, original: str, text: str, **more: object) -> list[str]:
    unit = Unit("entry:a:summary", "entries", "sl", original, Place("a.yaml", 1), **more)  # type: ignore[arg-type]
    return [found.code for found in check(unit, language, Said(text, is_human=False))]


@pytest.mark.parametrize(
    ("language", "original", "text"),
    [
        ("en", "1.234,50 EUR na mesec", "1,234.50 EUR a month"),
        ("fa", "v 15 dneh", "ظرف ۱۵ روز"),
        ("fr", "30.000 ljudi", "30\u202f000 personnes"),
        ("en", "od 1. 3. 2026", "from 1 March 2026"),
        ("en", "ob 9:00", "at 9 am"),
        ("en", "šest let", "6 years"),
        ("de", "133,00 EUR", "133 EUR"),
        ("uk", "Pokličite Upravna enota Ljubljana", "Зателефонуйте: Upravna enota Ljubljana"),
        ("ar", "Infotujci", "Infotujci"),
        (
            "ar",
            "na Upravni enoti Ljubljana in na Centru za socialno delo",
            "Upravna enota Ljubljana, Center za socialno delo",
        ),
        ("ru", "Center Добродошли", "Центр «Добродошли»"),
        ("en", "stran مرحبا", "the page مرحبا"),
        ("fa", "ne more", "نمی\u200cتواند"),
        ("fr", "KAVARNA", "« CAFÉ »"),
        ("de", "prehodni meni", "„ÜBERGANGSMENÜ“"),
        ("pt", "NE", "NÃO"),
        ("xx", "beseda", "שלום"),
        ("en", "spletna stran https://www.example.org/a/b/c", "the page https://www.example.org/a/b/c"),
        ("sr", "pomoč", "помоћ"),
        ("sr", "pomoč", "pomoć"),
    ],
)
def test_what_is_right_is_let_be(language, original, text):
    assert codes(language, original, text) == []


@pytest.mark.parametrize(
    ("language", "original", "text", "code"),
    [
        ("en", "v 15 dneh", "within 50 days", DIGITS),
        ("ar", "do 18 let", "حتى ١٩ سنة", DIGITS),
        ("en", "v 3 dneh", "within 5 days", DIGITS),
        ("en", "v 15 dneh", "within days", LEFT_OUT),
        ("en", "pomoč", "  ", EMPTY),
        ("en", "pomoč", "помощь", SCRIPT),
        ("uk", "pomoč pri iskanju novega stanovanja", "help with finding a flat", SCRIPT),
        ("ru", "pomoč", "пoмощь", SCRIPT),
        ("sl", "help", "pomoÄ\u008d", MOJIBAKE),
        ("sl", "help", "Å¡ola", MOJIBAKE),
        ("ru", "help", "Ð¿Ð¾Ð¼Ð¾ÑˆÑŒ", MOJIBAKE),
        ("en", "pomoč", "don\u00e2\u20ac\u2122t", MOJIBAKE),
        ("en", "pomoč", "help \ufffd", MOJIBAKE),
        ("ar", "pomoč", "\u202bمساعدة", HIDDEN),
        ("ar", "pomoč", "مساعدة\u200f", HIDDEN),
        ("en", "pomoč", "he\u200clp", HIDDEN),
        ("en", "pomoč", "he\u0007lp", HIDDEN),
        ("en", "pomoč", "he\u2028lp", HIDDEN),
        ("en", "ime %(name)s", "name", PLACEHOLDERS),
        ("en", "<b>pomoč</b>", "<i>help</i>", PLACEHOLDERS),
        ("en", "prva pomoč je tukaj", "prva pomoč je tukaj", SAME),
    ],
)
def test_what_is_wrong_is_seen(language, original, text, code):
    assert code in codes(language, original, text)


def test_a_name_has_a_length_and_may_leave_its_number_out():
    assert codes("en", "ime", "n" * 301, limit=300) == [LENGTH]
    unit = Unit("entry:a:name", "entries", "sl", "Telefon 116 123", Place("a.yaml", 1))
    assert check(unit, "en", Said("Helpline", is_human=False)) == []


def test_a_person_who_read_both_may_know_better_about_numbers_and_letters():
    unit = Unit("entry:a:summary", "entries", "sl", "mladoletnik", Place("a.yaml", 1))
    for is_human in (False, True):
        [found] = check(unit, "en", Said("a minor (under 18)", is_human))
        assert (found.code, found.is_error) == (DIGITS, not is_human)
    [found] = check(unit, "en", Said("a minor\u200e", is_human=True))
    assert found.is_error


def test_names_that_people_use_are_not_compared_word_by_word():
    assert codes("en", "pod 18 let", "here without my parents", is_free=True) == []
    assert codes("en", "pod 18 let", "\u202ehere", is_free=True) == [HIDDEN]


def test_numbers_are_told_apart_where_thousands_could_be_meant():
    assert numbers.differences("+386 1 522 50 50", "+386 1 522 50 50") == ([], [])
    assert numbers.differences("30 000", "30000") == ([], [])
    assert numbers.differences("2019 in 2020", "2019") == ([2020], [])
    assert numbers.differences("9" * 9000, "9" * 9000) == ([], [])


def test_a_language_that_nobody_named_here_has_its_letters():
    assert alphabets.scripts_of("eo") == {"LATIN"}
    assert alphabets.scripts_of("hy") == {"ARMENIAN"}
    assert alphabets.joins("ur") and not alphabets.joins("ro")
