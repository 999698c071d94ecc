# SPDX-License-Identifier: EUPL-1.2
"""A value is found in every form in which people write it, and nothing else is; digests of runs of words meet the same forms."""

import unicodedata
from urllib.parse import quote, quote_plus

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from pristan.core.traces import GONE, finder, form, lines

STREET = "Kanarčkova ulica 77"
FORMS = [
    STREET, "na Kanarčkovi ulici 77", "Kanarčkova 77", "s Kanarčkove 77", "KANARČKOVA ULICA 77", "kanarckova ulica 77",
    "Kanarčkova ulica št. 77", "kanarckova-ulica-77", "Kanarčkova\nulica 77", unicodedata.normalize("NFD", STREET),
    "Kanarč\u00adkova ulica\u00a077", "Kanarčkova ulica ٧٧", "ob Kanarčkovega 77", f"https://maps.example.org/?q={quote_plus(STREET)}",
    f"glej https://maps.example.org/{quote(STREET)}/ prosim", quote(STREET),
]  # fmt: skip
OTHERS = [
    "Kanarčkova ulica 7",
    "Kanarčkova ulica 77a",
    "Kanarčkova ulica 177",
    "kanarček 77 let",
    "Tržaška cesta 77",
    "77",
    "",
    "…",
]
NUMBER = "+386 80 11 55"
NUMBERS = [
    NUMBER,
    "080 11 55",
    "(080) 1155",
    "00386 801155",
    "0801155",
    "080/11-55",
    "tel. 080 11 55.",
    "tel:+386801155",
]
EMAIL = "Hisa@example.org"


@pytest.mark.parametrize("text", FORMS)
def test_an_address_is_found_in_all_its_forms(text):
    found = finder([STREET])
    assert found and found.stands_in(text)
    assert not found.stands_in(found.without(text))
    assert "77" not in found.without(text) or "%" not in text


@pytest.mark.parametrize("text", OTHERS)
def test_what_is_another_address_stays(text):
    found = finder([STREET])
    assert found and not found.stands_in(text) and found.without(text) == text


def test_whoever_types_it_inflected_or_short_finds_it_too():
    for typed in ("Kanarčkovi ulici 77", "Kanarčkovega 77", "kanarckova 77"):
        found = finder([typed])
        assert found and all(found.stands_in(text) for text in FORMS[:6]), typed


@pytest.mark.parametrize("text", NUMBERS)
@pytest.mark.parametrize("typed", [NUMBER, "080 11 55", "0038680 1155"])
def test_a_number_is_found_with_and_without_the_code_of_its_country(typed, text):
    found = finder([typed])
    assert found and found.stands_in(text) and not found.stands_in(found.without(text))


def test_another_number_stays():
    found = finder([NUMBER])
    assert found and not any(
        found.stands_in(text) for text in ("+386 80 11 56", "080 11 555", "11 55", "2080115")
    )


def test_an_e_mail_address_is_found_whatever_its_case_and_in_links():
    found = finder([EMAIL])
    assert found and found.without("Pišite na hisa@EXAMPLE.org!") == f"Pišite na {GONE}!"
    assert found.stands_in("mailto:hisa%40example.org") and not found.stands_in("varna-hisa@example.org")


def test_of_a_web_address_the_host_stays():
    found = finder([STREET])
    assert found and found.without(FORMS[-2]) == "glej https://maps.example.org/ prosim"


def test_plain_data_is_looked_through_and_keeps_its_shape():
    found = finder([STREET, NUMBER])
    given = {"a": [STREET, {"b": "080 11 55", "c": 3}], "d": None}
    assert found and found.without(given) == {"a": [GONE, {"b": GONE, "c": 3}], "d": None}
    assert found.stands_in(given) and not found.stands_in({"Kanarčkova 77": 1})


def test_its_telling_words_are_found_alone():
    found = finder([STREET])
    assert found and found.parts.search("kanarčkov") and not found.parts.search("ulica 77")


def test_nothing_is_found_where_nothing_is_looked_for():
    assert finder([]) is None and finder(["", " - "]) is None
    alone = finder(["Trg"])
    assert alone and alone.stands_in("na Trg")


@pytest.mark.parametrize(
    ("value", "texts"),
    [(STREET, FORMS), (NUMBER, NUMBERS), (EMAIL, ["x hisa@example.org", "hisa%40example.org"])],
)
def test_a_digest_of_the_form_meets_the_same_texts(value, texts):
    known = form(value)
    for text in texts:
        assert lines(f"prej\n{text} potem", [len(known.words)], {str(known)}.__contains__), text


def test_the_line_is_told():
    known = form(STREET)
    assert lines(f"a: 1\n# b\nc: {STREET}\nd: 2", [2], {str(known)}.__contains__) == [3]


def test_two_numbers_side_by_side_are_both_met():
    for known in ("phone 801155", "phone 345678"):
        assert lines("112 080 11 55 01 234 56 78", [], {known}.__contains__) == [1]


@given(
    some.text("abčšž ulic57\n-%+@.", max_size=40),
    some.sampled_from([STREET, "Breg 5", "Abčaš 57", "Ulica 7"]),
)
def test_what_the_digest_meets_is_found(text, value):
    known, found = form(value), finder([value])
    met = lines(text, [len(known.words)], {str(known)}.__contains__)
    assert found and (not met or found.stands_in(text) or "ulic" in text)


@settings(deadline=None)  # the first one makes the table of spellings
@given(some.text(max_size=60))
def test_no_text_is_too_odd(text):
    found = finder([text])
    assert found is None or isinstance(found.without(text), str)
    assert all(line >= 1 for line in lines(text, [1, 2], lambda each: True))
