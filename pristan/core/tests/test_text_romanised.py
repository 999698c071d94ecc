# SPDX-License-Identifier: EUPL-1.2
"""A word typed in Latin letters meets the one it is written as, however its vowels are typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pristan.core.text import romanised
from pristan.core.text.romanised import FAR, LANGUAGES, slips, typed, written


@pytest.mark.parametrize(
    ("language", "latin", "word"),
    [
        ("ar", "wein", "وين"), ("ar", "anaam", "أنام"), ("ar", "elleila", "الليلة"), ("ar", "3andi", "عندي"), ("ar", "andi", "عندي"), ("ar", "bayt", "بيت"),
        ("ar", "maw3ed", "موعد"), ("ar", "mo3id", "موعد"), ("ar", "i2ama", "إقامة"), ("ar", "iqama", "إقامة"), ("ar", "9anoun", "قانون"),
        ("ar", "madraseh", "المدرسة"), ("ar", "essa3a", "ساعة"), ("ar", "shoghl", "شغل"), ("ar", "cho8l", "شغل"), ("ar", "gawaz", "جواز"),
        ("ar", "5edma", "خدمة"), ("ar", "khedma", "خدمة"), ("ar", "mu7ami", "محامي"), ("ar", "wajh", "وجه"), ("ar", "hatha", "هذا"), ("ar", "haza", "هذا"),
        ("fa", "kelaas", "کلاس"), ("fa", "panahandegi", "پناهندگی"), ("fa", "mikham", "می‌خوام"), ("fa", "khaneh", "خانه"), ("fa", "vakil", "وکیل"),
        ("fa", "eghamat", "اقامت"), ("fa", "eqamat", "اقامت"), ("fa", "davat", "دعوت"), ("fa", "pezeshk", "پزشک"), ("fa", "ruzhan", "روژان"),
    ],
)  # fmt: skip
def test_they_have_a_skeleton_in_common(language: str, latin: str, word: str) -> None:
    assert {*typed(latin, language)} & {*written(word, language)}


@pytest.mark.parametrize(
    ("language", "latin", "word", "other"),
    [
        ("ar", "bait", "بيت", "بنت"), ("ar", "i2ama", "إقامة", "ما"), ("ar", "ma3", "مع", "ما"), ("ar", "ma", "ما", "مع"),
        ("fa", "ma", "ما", "می"), ("fa", "kar", "کار", "کور"),
    ],
)  # fmt: skip
def test_of_two_the_one_with_the_same_vowels_and_stops_is_nearer(
    language: str, latin: str, word: str, other: str
) -> None:
    assert slips(latin, word, language) < slips(latin, other, language)


def test_other_letters_have_none() -> None:
    assert written("šola", "ar") == written("школа", "fa") == written("12", "ar") == []
    assert not romanised.is_typed_so("šola")
    assert not romanised.is_typed_so("112")
    assert not romanised.is_typed_so("A2")
    assert romanised.is_typed_so("3andi")


@given(st.text(max_size=40), st.text("اوهيكتمبفصجعق ةآ", min_size=1, max_size=20), st.sampled_from(LANGUAGES))
def test_no_word_is_too_strange(latin: str, word: str, language: str) -> None:
    assert len(typed(latin, language)) <= 16
    assert len(written(word, language)) <= 16
    assert 0 <= slips(latin, word, language) <= FAR
