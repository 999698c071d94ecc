# SPDX-License-Identifier: EUPL-1.2
"""Each of the thirteen languages is read as people type it: other letters for the same sound, no marks, another alphabet."""

from importlib import import_module

import pytest

from pristan.core.tests.wordlists import LEMMAS
from pristan.core.text import Analyser, build
from pristan.core.text.languages import TAUGHT, family, primary, readable
from pristan.core.text.lemmas import typed
from pristan.core.text.stopwords import function_words


@pytest.fixture(scope="module")
def analyser() -> Analyser:
    """The analyser over the word lists of all thirteen."""
    build(LEMMAS, TAUGHT, progress=lambda line: None)
    return Analyser(LEMMAS)


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        # Arabic: hamza and alef, teh marbuta, alef maqsura, vowel signs, stretching, what is written onto the front.
        ("ar", "إقامة اقامة اقامه الإقامة إِقَامَة والإقامة"),
        ("ar", "مستشفى مستشفي مـسـتشفى المستشفى"),
        ("ar", "مدرسة مَدْرَسَة مدرسه"),
        # Persian: Arabic yeh and kaf, the half-space, or none.
        ("fa", "کتاب‌ها کتابها كتابها کتاب"),
        ("fa", "پزشک پزشك"),
        # Turkish: dotted and dotless i in both cases, letters without their marks.
        ("tr", "iş İŞ İş"),
        ("tr", "ışık IŞIK isik"),
        ("tr", "çocuk ÇOCUK cocuk çocuğum"),
        # German: umlauts as vowels with e, as vowels, in capitals; sharp s.
        ("de", "Mädchen Maedchen Madchen MÄDCHEN"),
        ("de", "Straße Strasse STRASSE"),
        ("de", "Behörde Behoerde Behorde"),
        # South Slavic: đ typed dj or d, no marks, Cyrillic.
        ("bs", "đak djak dak ђак"),
        ("bs", "žena zena жена ЖЕНА"),
        ("sr", "posao посла posla посао"),
        ("sr", "Ljubljana Љубљана"),
        ("sl", "čakalnica cakalnica čakalnici"),
        # Cyrillic typed in Latin letters, and back.
        ("mk", "лекар lekar лекари"),
        ("mk", "училиште uciliste училишта"),
        ("ru", "школа школы shkola"),
        ("ru", "врач врача vrach"),
        ("ru", "жильё жилье"),
        ("uk", "лікар лікаря likar"),
        ("uk", "сім'я сім’я сімʼя"),
        ("sq", "shkollë shkolle shkollën SHKOLLË"),
        ("fr", "école ecole l'école ÉCOLE écoles"),
        ("es", "médico medico médicos"),
        ("es", "niños ninos niño"),
    ],
)
def test_all_ways_to_type_a_word_share_a_term(analyser: Analyser, language: str, forms: str) -> None:
    terms = [set(analyser.terms(form, language)) for form in forms.split()]
    assert set.intersection(*terms), terms


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [("tr", "hastane", "postane"), ("de", "Wohnung", "Zahnung"), ("ru", "школа", "шкала"), ("fa", "کتاب", "کباب"), ("bs", "škola", "skela")],
)  # fmt: skip
def test_other_words_stay_apart(analyser: Analyser, language: str, one: str, other: str) -> None:
    assert not set(analyser.terms(one, language)) & set(analyser.terms(other, language))


QUESTIONS = {
    "sl": ("Kje lahko najdem zdravnika?", "zdravnika"),
    "en": ("Where can I find a doctor?", "doctor"),
    "bs": ("Gdje mogu da nađem ljekara?", "ljekara"),
    "mk": ("Каде можам да најдам лекар?", "лекар"),
    "sq": ("Ku mund të gjej një mjek?", "mjek"),
    "uk": ("Де я можу знайти лікаря?", "лікаря"),
    "ru": ("Где я могу найти врача?", "врача"),
    "ar": ("أين يمكنني أن أجد طبيب", "طبيب"),
    "fa": ("کجا می‌توانم پزشک پیدا کنم", "پزشک"),
    "tr": ("Nerede bir doktor bulabilirim?", "doktor"),
    "fr": ("Où est-ce que je peux trouver un médecin ?", "médecin"),
    "es": ("¿Dónde puedo encontrar un médico?", "médico"),
    "de": ("Wo kann ich einen Arzt finden?", "Arzt"),
}


@pytest.mark.parametrize("language", TAUGHT)
def test_a_question_keeps_its_telling_word_and_loses_most_others(analyser: Analyser, language: str) -> None:
    question, telling = QUESTIONS[language]
    left = [word.surface for word in analyser.words(question, language)]
    assert telling in [surface.replace("\u200c", "") for surface in left]
    assert len(left) <= 2, left  # the word for "find" may stay


@pytest.mark.parametrize("language", TAUGHT)
def test_function_words_stay_when_nothing_else_remains(analyser: Analyser, language: str) -> None:
    some = sorted(function_words(language))[:3]
    words = analyser.words(" ".join(some), language)
    assert [word.surface for word in words] == some
    assert all(word.is_function_word for word in words)


@pytest.mark.parametrize("language", TAUGHT)
def test_every_language_has_its_function_words_and_they_are_typed_as_people_type(language: str) -> None:
    words = import_module(f"pristan.core.text.stopwords.{language}").WORDS.split()
    assert len(words) > 80
    known = function_words(language)
    assert all(word and word == typed(word, language) for word in known)
    for region in (language.upper(), f"{language}-XX"):
        assert function_words(primary(region)) == known


def test_without_papers_money_and_insurance_the_word_without_is_kept(analyser: Analyser) -> None:
    for language, text in {
        "sl": "brez zavarovanja", "en": "without insurance", "bs": "bez osiguranja", "mk": "без осигурување", "sq": "pa sigurim",
        "uk": "без страховки", "ru": "без страховки", "ar": "بدون تأمين", "fa": "بدون بیمه", "fr": "sans assurance",
        "es": "sin seguro", "de": "ohne Versicherung",
    }.items():  # fmt: skip
        assert len(analyser.words(text, language)) == 2, language


def test_croatian_serbian_and_montenegrin_are_read_as_bosnian() -> None:
    assert {family(each) for each in ("bs", "hr", "sr", "cnr")} == {"bs"}
    assert [family(each) for each in ("sl", "mk", "xx", "")] == ["sl", "mk", "xx", ""]
    assert function_words("hr") == function_words("sr") == function_words("bs") != frozenset()


def test_what_a_word_list_or_the_function_words_have_is_known(analyser: Analyser) -> None:
    assert analyser.is_known("Zdravnika", "sl")
    assert analyser.is_known("sestavljeno", "sl")
    assert analyser.is_known("kje", "sl")
    assert analyser.is_known("والإقامة", "ar")
    for word, language in (("qwrtz", "sl"), ("", "sl"), ("zdravnik", "xx")):
        assert not analyser.is_known(word, language), (word, language)


def test_who_asks_for_a_language_reads_it_without_its_region_and_what_is_nearest_to_it() -> None:
    assert readable("hr-HR") == ["hr-HR", "hr", "bs"]
    assert readable("EN") == ["EN", "en"]
    assert readable("sl") == ["sl"]
    assert readable("") == ["", "und"]
