# SPDX-License-Identifier: EUPL-1.2
"""Characters, words, scripts and distances: what people type is made comparable, whatever it is."""

import time
import unicodedata

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from pristan.core.text import fold, normalise, tokenise, transliterate, within, without_steering
from pristan.core.text.distance import one_slip_away

# Everything that a Python string can hold: halves of surrogate pairs, NUL and unassigned code points included.
anything = st.text(st.characters())


@given(anything)
@example("a\u034f\u0301")
@example("e\u200d\u0301")
@example("İİ ﷺ ǅ ΐ ᾳ ß ſ ŉ \ud800")
def test_normalising_and_folding_twice_is_the_same_as_once(text: str) -> None:
    assert normalise(normalise(text)) == normalise(text)
    assert fold(fold(text)) == fold(text)
    assert normalise(fold(text)) == fold(text)


@given(anything)
def test_what_is_left_can_be_stored_and_parted(text: str) -> None:
    normalise(text).encode()
    assert not any(unicodedata.category(character) in ("Cc", "Cs") for character in normalise(text))
    for word in tokenise(text):
        assert 0 < len(word) <= 40
        assert not set(" _./:\"'*") & set(word)


@given(anything, st.sampled_from(["", "sl", "sr", "uk", "ar"]))
def test_transliterating_twice_is_the_same_as_once(text: str, language: str) -> None:
    once = transliterate(fold(text), language)
    assert transliterate(once, language) == once


@pytest.mark.parametrize(
    "text",
    [
        "a" * 10_000,
        "ﷺ" * 10_000,
        "a\u0301" * 10_000,
        "\0" * 10_000,
        "ا\u064e" * 10_000,
        "'" * 10_000,
        "\ud800" * 10_000,
    ],
)
def test_long_texts_take_bounded_time(text: str) -> None:
    begun = time.perf_counter()
    fold(text)
    tokenise(text)
    assert time.perf_counter() - begun < 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Čakalna  vrsta", "cakalna vrsta"),
        ("ĐORĐE", "djordje"),
        ("Straße", "STRASSE"),
        ("IRAK ırak İrak", "irak irak irak"),
        ("مُحَمَّد", "محمد"),
        ("الإقـــامة", "الاقامه"),
        ("أطبّاء", "اطبا"),
        ("می\u200cخواهم کتاب", "ميخواهم كتاب"),
        ("٢٠٢٦ ۱۲", "2026 12"),
        ("їжак Ёлка", "іжак елка"),
        ("so\u00adft \u202eright\u202c", "soft right"),
        ("ﬁne ①", "fine 1"),
        ("हिन्दी", "हिन्दी"),
    ],
)
def test_readers_take_these_for_the_same(one: str, other: str) -> None:
    assert fold(one) == fold(other)


def test_what_is_not_the_same_stays_apart() -> None:
    assert fold("कि") != fold("की")
    assert fold("кот") != fold("kot")


@pytest.mark.parametrize(
    ("text", "language", "latin"),
    [
        ("школа", "sr", "skola"),
        ("школа", "ru", "shkola"),
        ("ђак љубав њива џеп", "sr", "djak ljubav njiva dzep"),
        ("посвідка", "uk", "posvidka"),
        ("ελληνικα", "", "ellinika"),
        ("ljubljana", "sl", "ljubljana"),
        ("محمد", "ar", "محمد"),
    ],
)
def test_alphabets_are_written_in_latin_letters(text: str, language: str, latin: str) -> None:
    assert transliterate(text, language) == latin


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Kje je e-uprava?", ["Kje", "je", "e", "uprava"]),
        ("l'école", ["l", "école"]),
        ("сім'я сім’я", ["сімя", "сімя"]),
        ("snake_case 112", ["snake", "case", "112"]),
        ("مُحَمَّد، مرحبا", ["مُحَمَّد", "مرحبا"]),
        ('🏠 *** ""', []),
        ("x" * 50, ["x" * 40]),
    ],
)
def test_words_are_parted(text: str, words: list[str]) -> None:
    assert tokenise(text) == words


@pytest.mark.parametrize(
    ("one", "other", "slips"),
    [
        ("vrtec", "vrtec", 0),
        ("vrtec", "vrtc", 1),
        ("vrtec", "vretc", 1),
        ("vrtec", "vrtek", 1),
        ("vrtec", "vrtcev", 2),
        ("", "ab", 2),
    ],
)
def test_slips_are_counted(one: str, other: str, slips: int) -> None:
    assert within(one, other, 2) == within(other, one, 2) == slips
    assert within(one, other, slips - 1) is None


@settings(max_examples=200)
@given(st.text("abc", max_size=8), st.text("abc", max_size=8))
def test_a_narrow_limit_finds_what_a_wide_one_finds(one: str, other: str) -> None:
    whole = within(one, other, 8)
    assert whole is not None
    for limit in range(4):
        assert within(one, other, limit) == (whole if whole <= limit else None)


@settings(max_examples=50)
@given(st.text("abz", min_size=1, max_size=6), st.text("abz", max_size=7))
def test_all_that_is_one_slip_away_is_told_and_nothing_else(one: str, other: str) -> None:
    assert (other in set(one_slip_away(one))) == (within(one, other, 1) == 1)


def test_the_likeliest_slips_come_first() -> None:
    told = list(dict.fromkeys(one_slip_away("doctoor")))
    assert told.index("dcotoor") < told.index("doctor") < told.index("doctojor") < told.index("doctoox")
    assert "طبيب" in one_slip_away("طيبب")
    assert "врач" in one_slip_away("врачч")


@pytest.mark.parametrize("word", ["", "仕事", "งาน", "работa"])  # the last letter is Latin
def test_in_other_scripts_no_slip_is_looked_for(word: str) -> None:
    assert list(one_slip_away(word)) == []


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("क्\u200dष", "क्\u200dष"),
        ("a\u202eb\u200fc\u00add", "abcd"),
        ("\u200c", ""),
        ("a\u200d b\u200c", "a b"),
        ("a\x00b\ud800", "a_b_"),
    ],
)
def test_what_steers_a_screen_goes_and_what_shapes_letters_stays(text: str, seen: str) -> None:
    assert without_steering(text, gap="_") == seen


@given(anything)
def test_what_is_without_steering_stays_so(text: str) -> None:
    assert without_steering(without_steering(text)) == without_steering(text)
