# SPDX-License-Identifier: EUPL-1.2
"""A question is understood in the languages that it may be in, and its words get what they mean there."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pristan.core.text.languages import TAUGHT
from pristan.platform.search import crisis
from pristan.platform.search.analysis import analyser
from pristan.platform.search.knowledge import Knowledge, knowledge
from pristan.platform.search.port import MOST_WORDS
from pristan.platform.search.tests.conftest import Teach
from pristan.platform.search.tests.teaching import TOWN_WORDS, Lessons
from pristan.platform.search.understanding import Question, content_languages, understand


def asked(text: str, reader: str = "sl", known: Knowledge | None = None) -> Question:
    return understand(text, reader, [reader], analyser(), known or knowledge())


def meanings(text: str, reader: str, known: Knowledge) -> dict[str, float]:
    """All that the words of a question mean, each as much as it does most."""
    found: dict[str, float] = {}
    for each in asked(text, reader, known).asked:
        for name, worth in each.meanings.items():
            found[name] = max(worth, found.get(name, 0))
    return found


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("kako najdem zdravnika za otroka", "sl"), ("how do I find a doctor for my child", "en"), ("kako upisati dijete u školu", "bs"),
        ("каде можам да најдам лекар", "mk"), ("ku mund të gjej një punë", "sq"), ("де знайти лікаря для дитини", "uk"),
        ("где найти врача для ребёнка", "ru"), ("كيف أسجل طفلي في المدرسة", "ar"), ("چطور بچه‌ام را ثبت نام کنم", "fa"),
        ("çocuğum için okul nasıl bulurum", "tr"), ("où trouver un médecin pour mon enfant", "fr"),
        ("dónde puedo encontrar un médico para mi hijo", "es"), ("wo finde ich einen Arzt für mein Kind", "de"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("reader", ["sl", "en", "ar"])
def test_the_language_of_a_question_is_heard_whatever_the_reader_reads(
    text: str, language: str, reader: str
) -> None:
    assert asked(text, reader).spoken[0] == language


def test_serbian_in_cyrillic_is_heard_as_bosnian_croatian_serbian() -> None:
    assert asked("гдје могу наћи посао у Љубљани", "en").spoken[0] == "bs"
    assert asked("gdje mogu naći posao u Ljubljani", "en").spoken[0] == "bs"


def test_the_readers_own_language_goes_first_when_words_belong_to_several() -> None:
    for reader in ("sl", "en", "de"):
        assert asked("radio", reader).spoken[0] == reader


def test_the_reader_is_taken_to_type_words_of_expressions_that_the_word_list_lacks(teach: Teach) -> None:
    text = "نامه اداری"
    known = teach(Lessons(words={"n:letter": {"fa": text}}))
    assert asked(text, "fa", known).spoken[0] == "fa"
    assert "n:letter" in meanings(text, "fa", known)


def test_a_mixture_of_languages_keeps_the_words_of_both(teach: Teach) -> None:
    known = teach(TOWN_WORDS)
    for text, reader in (("dua doctor", "en"), ("kërkoj zdravnik", "sl"), ("I need a zdravnik", "en")):
        assert "s:doctor" in meanings(text, reader, known), text


def test_a_question_in_a_language_that_is_not_taught_is_read_as_the_readers() -> None:
    for text in ("仕事を探しています", "งาน", "xyzzy plugh"):
        found = asked(text, "sl")
        assert found.spoken == ("sl",), text
        assert found.asked, text


def test_a_reader_of_an_unknown_language_is_answered_too() -> None:
    assert asked("xyzzy", "xx").spoken == ("xx",)
    assert [each.surface for each in asked("xyzzy plugh", "xx").asked] == ["xyzzy", "plugh"]


def test_function_words_carry_no_question_unless_nothing_else_remains() -> None:
    assert [each.surface for each in asked("kje je zdravnik").asked] == ["zdravnik"]
    assert [each.surface for each in asked("kje je").asked] == ["kje", "je"]
    assert asked("?!").asked == asked("").asked == []


def test_no_more_words_are_read_than_the_most() -> None:
    assert len(asked(" ".join(f"w{number}" for number in range(500))).asked) <= MOST_WORDS


@pytest.mark.parametrize(
    ("language", "text"),
    [(language, text) for language, text in TOWN_WORDS.words["s:doctor"].items()],
)
def test_a_word_means_the_same_in_every_language(teach: Teach, language: str, text: str) -> None:
    known = teach(TOWN_WORDS)
    for word in text.split(","):
        assert "s:doctor" in meanings(word.strip(), language, known), word


@pytest.mark.parametrize("text", ["kje najdem zdravnika", "ku të gjej një mjek", "где найти врача", "dónde puedo encontrar un médico", "bir doktor arıyorum",
                                  "где да најдам лекар", "أين أجد طبيب", "کجا پزشک پیدا کنم", "wo finde ich einen Arzt", "où trouver un médecin"])  # fmt: skip
@pytest.mark.parametrize("reader", ["sl", "en"])
def test_a_question_in_any_language_means_the_same_to_any_reader(
    teach: Teach, text: str, reader: str
) -> None:
    assert "s:doctor" in meanings(text, reader, teach(TOWN_WORDS))


def test_an_expression_is_understood_with_words_between_and_around_it(teach: Teach) -> None:
    known = teach(TOWN_WORDS)
    for text in ("rent a flat", "I want to rent a flat in town", "renting flats"):
        assert "n:rent" in meanings(text, "en", known), text
    assert "n:rent" in meanings("kako najamem: najem stanovanja", "sl", known)


def test_what_stands_in_every_question_says_little(teach: Teach) -> None:
    known = teach(TOWN_WORDS)
    want, doctor = asked("search doctor", "en", known).asked
    assert 0 < want.light < doctor.light
    assert 0 < want.meanings["s:want"] < doctor.meanings["s:doctor"]


def test_what_stands_above_and_below_is_meant_less_than_the_thing_itself(teach: Teach) -> None:
    known = teach(TOWN_WORDS)
    found = meanings("najem stanovanja", "sl", known)
    assert 0 < found["n:housing"] < found["n:rent"]
    found = meanings("bivanje", "sl", known)
    assert 0 < found["n:rent"] < found["n:housing"]


def test_an_expression_inside_a_longer_one_says_less_than_alone(teach: Teach) -> None:
    known = teach(Lessons({"n:course": {"en": "course"}, "n:language-course": {"en": "language course"}}))
    inside, alone = meanings("language course", "en", known), meanings("course", "en", known)
    assert 0 < inside["n:course"] < alone["n:course"]
    assert "n:language-course" not in alone


def test_a_misspelled_word_means_what_it_was_meant_to_but_less(teach: Teach) -> None:
    known = teach(TOWN_WORDS)
    almost, exact = meanings("physiican", "en", known), meanings("physician", "en", known)
    assert 0 < almost["s:doctor"] < exact["s:doctor"]
    assert meanings("qqqqqqqq", "en", known) == {}


def test_a_known_word_is_never_taken_for_one_that_is_spelled_like_it(teach: Teach) -> None:
    known = teach(TOWN_WORDS)
    assert "s:child" not in meanings("chile", "en", known)
    assert "s:doctor" not in meanings("doctrine", "en", known)


def test_words_of_danger_never_become_what_documents_are_about(teach: Teach) -> None:
    known = teach(TOWN_WORDS)
    for text in ("my husband beats me", "fire", "fire extinguisher course"):
        assert not any(map(crisis.is_crisis, meanings(text, "en", known))), text


def test_documents_are_looked_for_in_the_readers_language_then_the_questions_then_the_citys() -> None:
    offered = ("sl", "en", "ar")
    assert content_languages("en", ("sl",), offered, 3) == ["en", "sl", "ar"]
    assert content_languages("sq", ("sq",), offered, 2) == ["sl", "en"]
    assert content_languages("ar", ("sq", "ar"), offered, 2) == ["ar", "sl"]
    assert content_languages("en", ("de",), (), 2) == ["en"]
    assert content_languages("en", ("en",), ("sl-SI", "en-GB"), 2) == ["en", "sl"]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=80), reader=st.sampled_from([*TAUGHT, "hr", "sr", "xx", "und"]))
def test_whatever_is_typed_is_understood_somehow(text: str, reader: str) -> None:
    found = asked(text, reader)
    assert 1 <= len(found.spoken) <= 3
    for each in found.asked:
        assert reader in each.words
        assert all(0 < worth <= 1 for worth in each.meanings.values())
