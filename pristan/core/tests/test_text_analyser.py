# SPDX-License-Identifier: EUPL-1.2
"""The analyser: different forms and spellings of a word lead to the same terms."""

import stat
import threading
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pristan.core.tests.wordlists import LEMMAS
from pristan.core.text import Analyser, build
from pristan.core.text.languages import TAUGHT
from pristan.core.text.lemmas import typed, typed_all
from pristan.core.text.stems import stem
from pristan.core.text.stopwords import function_words


@pytest.fixture(scope="module")
def analyser() -> Analyser:
    """The analyser over the cache of the set-up, which is filled here if it is not yet."""
    build(LEMMAS, ["sl", "en", "ar"], progress=lambda line: None)
    return Analyser(LEMMAS)


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        ("sl", "tečaj tečaji tečajev tecaj TEČAJEM"),
        ("sl", "slovenščina slovenščine slovenscine"),
        ("sl", "vrtec vrtca vrtcem"),
        ("sl", "zobna zobnimi zobni"),
        ("sl", "migrant migrante migrantom"),
        ("sl", "delavnica delavnicami delavnice"),
        ("sl", "Štupar Štuparja stuparja"),
        ("sl", "filantropija filantropiji"),
        ("sl", "otrok otroci otroke"),
        ("en", "course courses COURSES"),
        ("en", "library libraries"),
        ("en", "child children"),
        ("ar", "إقامة الإقامة اقامه بالإقامة للإقامة والإقامة"),
        ("ar", "مدرسة المدرسة مدرسه المدارس"),
        ("ar", "طبيب الطبيب أطباء"),
        ("sq", "patentë patenta patentën patentës patenten"),
        ("sq", "mjek mjeku mjekun mjekut mjekëve"),
        ("sq", "familje familja familjes familjen"),
        ("sq", "shkollë shkolla shkollën shkollës shkollat"),
        ("es", "deporte deportes deportivo"),
        ("de", "verlängern verlängert Verlängerung Verlängerungen verlangern"),
        ("ru", "правило правила правил"),
        ("sl", "podaljšanje podaljšanja podaljšanju"),
        ("ar", "جامعة الجامعة جامعات"),
        ("tr", "sigortasız sigortasiz SİGORTASIZ"),
        ("mk", "долгови долговите dolgovi"),
    ],
)
def test_forms_of_a_word_share_a_term(analyser: Analyser, language: str, forms: str) -> None:
    terms = [set(analyser.terms(form, language)) for form in forms.split()]
    assert set.intersection(*terms), terms


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("sl", "šola", "pomoč"),
        ("sl", "dom", "dim"),
        ("en", "house", "horse"),
        ("ar", "طبيب", "مدرسة"),
        ("en", "doctor", "doctoral"),
        ("en", "minor", "minorities"),
        ("de", "verlängern", "verlangen"),
        ("de", "Beruf", "Berufung"),
        ("es", "deportes", "deportación"),
        ("es", "libros", "libre"),
        ("ru", "право", "правило"),
        ("ru", "горы", "горе"),
        ("sl", "podaljšano", "podaljšanje"),
        ("sl", "taksi", "taksa"),
        ("sq", "taksia", "taksa"),
        ("bs", "pošta", "post"),
        ("mk", "долго", "долгови"),
        ("en", "train", "training"),
        ("en", "fire", "fired"),
        ("de", "Ausweis", "Ausweisung"),
        ("ar", "جامعة", "جامع"),
        ("ar", "الجامعي", "جامع"),
        ("ar", "بطاقة", "طاقة"),
        ("ar", "وزارة", "زار"),
        ("ar", "الشرطة", "شروط"),
        ("ar", "عمل", "عملية"),
        ("ar", "عبادة", "عبودية"),
        ("ar", "أصدقاء", "صدقة"),
        ("ar", "ديون", "دين"),
        ("tr", "sigorta", "sigortasız"),
        ("tr", "belge", "belgesiz"),
    ],
)
def test_other_words_do_not(analyser: Analyser, language: str, one: str, other: str) -> None:
    assert not set(analyser.terms(one, language)) & set(analyser.terms(other, language))


def test_what_is_typed_without_marks_keeps_all_its_readings(analyser: Analyser) -> None:
    (school,) = analyser.terms("šoli", "sl")
    (typed_so,) = analyser.words("soli", "sl")
    assert school in typed_so.terms
    (village_or_you,) = analyser.words("vas", "sl")
    assert len(village_or_you.terms) > 1


def test_function_words_are_dropped_unless_nothing_else_remains(analyser: Analyser) -> None:
    assert [word.surface for word in analyser.words("Kje dobim pomoč v šoli?", "sl")] == ["pomoč", "šoli"]
    assert [word.surface for word in analyser.words("I need a doctor without insurance", "en")] == [
        "doctor",
        "without",
        "insurance",
    ]
    assert [word.surface for word in analyser.words("كيف أحصل على طبيب", "ar")] == ["طبيب"]
    assert [word.surface for word in analyser.words("kje sem", "sl")] == ["kje", "sem"]


@pytest.mark.parametrize("language", ["sl", "en", "ar"])
def test_function_words_are_words_as_typed(language: str) -> None:
    known = function_words(language)
    assert len(known) > 80
    assert all(word and word == typed(word, language) for word in known)
    assert function_words("../x") == function_words("xx") == frozenset()


@pytest.mark.parametrize("language", ["", "xx", "sl-SI", "zh", "../../etc", "\0", "a" * 10_000, 'x" OR "y'])
def test_any_language_gets_terms(analyser: Analyser, language: str) -> None:
    assert analyser.terms("Ljubljana 112", language)[-1] == "112"


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(st.characters()), language=st.sampled_from(["sl", "en", "ar", "xx"]))
def test_no_text_crashes_it(analyser: Analyser, text: str, language: str) -> None:
    for word in analyser.words(text, language):
        assert word.terms
        assert all(term and not set(' /.:"\\') & set(term) for term in word.terms)
        "".join(word.terms).encode()


def test_ten_thousand_characters_take_bounded_time(analyser: Analyser) -> None:
    begun = time.perf_counter()
    for text in ("tečaj " * 1700, "x" * 10_000, "č" * 10_000, "ال" * 5000, "a b " * 2500):
        analyser.terms(text, "ar")
        analyser.terms(text, "sl")
    assert time.perf_counter() - begun < 5


def test_threads_get_the_same_answer(analyser: Analyser) -> None:
    words = [f"besed{ending}{number}x migrantskih" for number in range(200) for ending in ("ami", "ah")]
    expected = [analyser.terms(text, "en") for text in words]
    fresh, answers = Analyser(LEMMAS), []
    threads = [
        threading.Thread(target=lambda: answers.append([fresh.terms(text, "en") for text in words]))
        for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == [expected] * 4


def test_building_says_what_it_does_and_once_is_enough(tmp_path: Path) -> None:
    said: list[str] = []
    build(tmp_path / "new", ["fa", "xx"], progress=said.append)
    assert sorted(line.split(":")[0] for line in said) == ["lemmas fa", "lemmas fa", "lemmas xx"]
    (made,) = (tmp_path / "new").iterdir()
    assert stat.S_IMODE(made.stat().st_mode) & 0o444
    build(tmp_path / "new", ["fa"], progress=said.append)
    assert said[-1] == "lemmas fa: ready"


def test_a_broken_or_missing_cache_is_built_anew(tmp_path: Path) -> None:
    build(tmp_path, ["fa"], progress=lambda line: None)
    (made,) = tmp_path.iterdir()
    good = Analyser(tmp_path).terms("کتاب‌ها", "fa")
    made.write_bytes(b"cut")
    assert Analyser(tmp_path).terms("کتاب‌ها", "fa") == good
    assert made.stat().st_size > 1000
    (tmp_path / "file").touch()
    assert Analyser(tmp_path / "file" / "no").terms("کتاب‌ها", "fa") == good


@pytest.mark.parametrize(
    ("one", "other", "language"),
    [("casa", "casarme", "es"), ("inme", "insanlarla", "tr"), ("loi", "louer", "fr")],
)
def test_words_that_share_three_letters_are_not_one(
    analyser: Analyser, one: str, other: str, language: str
) -> None:
    assert analyser.word(one, language).terms[0] != analyser.word(other, language).terms[0]


def test_a_spanish_verb_is_known_with_what_is_written_onto_it(analyser: Analyser) -> None:
    assert analyser.word("casarme", "es").terms == analyser.word("casar", "es").terms
    assert analyser.word("ayudarnos", "es").terms == analyser.word("ayudar", "es").terms
    assert analyser.word("informe", "es").terms != analyser.word("infor", "es").terms


def test_a_persian_woman_is_not_read_as_the_verb_to_hit(analyser: Analyser) -> None:
    assert set(analyser.word("زن", "fa").terms) == set(analyser.word("زنان", "fa").terms)


def test_who_does_not_want_asks_for_no_hotel(analyser: Analyser) -> None:
    assert analyser.word("noče", "sl").is_light


def test_beside_in_turkish_is_a_function_word_and_burning_is_not(analyser: Analyser) -> None:
    assert analyser.word("yanıma", "tr").is_function_word
    assert not analyser.word("yanıyor", "tr").is_function_word


def test_a_persian_noun_is_known_with_what_speech_writes_onto_it(analyser: Analyser) -> None:
    for spoken, plain in (("شرکتمو", "شرکت"), ("شوهرم", "شوهر"), ("دکترو", "دکتر"), ("زبانشون", "زبان")):
        assert analyser.word(spoken, "fa").terms == analyser.word(plain, "fa").terms
    assert analyser.word("دستم", "fa").terms != analyser.word("دسته", "fa").terms
    assert analyser.word("ترانسپورت", "fa").terms == (
        "ترانسپورت",
    )  # no word list has it, so nothing is taken off


@pytest.mark.parametrize(
    "words", [["Çalışma", "школа", "مدرسة", "e-pošta", "a b"], ["x|y", "č"], ["|"], [""], []]
)
def test_many_forms_are_typed_as_each_by_itself(words: list[str]) -> None:
    assert typed_all(words, "sl") == [typed(word, "sl") for word in words]


@given(st.lists(st.text()))
def test_whatever_the_forms_are(words: list[str]) -> None:
    assert typed_all(words, "ru") == [typed(word, "ru") for word in words]


def test_one_that_remembers_more_reads_the_same(analyser: Analyser) -> None:
    assert analyser.remembering(10).words("Tečaji slovenščine", "sl") == analyser.words(
        "Tečaji slovenščine", "sl"
    )


@pytest.mark.parametrize("language", TAUGHT)
def test_no_word_has_no_stem(language: str) -> None:
    assert stem("", language, is_lemma=True) == stem("", language, is_lemma=False) == ""
