# SPDX-License-Identifier: EUPL-1.2
"""Expressions are found in a text whatever forms their words have, and nothing that is typed breaks the search for them."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from marisa_trie import BytesTrie

from pristan.core.tests.wordlists import LEMMAS
from pristan.core.text import Analyser, build, phrases
from pristan.core.text.phrases import LONGEST, Phrases, Span

Build = Callable[..., Phrases]
FLAT, COURSE, LANGUAGE_COURSE = "n:flat", "n:course", "n:language-course"


@pytest.fixture(scope="module")
def analyser() -> Analyser:
    """The analyser over the word lists of the set-up."""
    build(LEMMAS, ["sl", "en", "bs"], progress=lambda line: None)
    return Analyser(LEMMAS)


@pytest.fixture
def known(tmp_path: Path, analyser: Analyser) -> Build:
    """Expressions, written down and opened: (language, expression, meaning)."""

    def made(*expressions: tuple[str, str, str]) -> Phrases:
        phrases.build(tmp_path / "known.trie", expressions, analyser)
        return Phrases(tmp_path / "known.trie")

    return made


def found(
    known: Phrases, analyser: Analyser, text: str, language: str
) -> list[tuple[int, int, tuple[str, ...]]]:
    words = analyser.words(text, language)
    spans = known.find(words, language)
    assert known.meant(words, language) == [each for span in spans for each in span.ids]
    return [(span.start, span.end, span.ids) for span in spans]


def meant(known: Phrases, analyser: Analyser, text: str, language: str) -> set[str]:
    return {each for _, _, ids in found(known, analyser, text, language) for each in ids}


def test_a_longer_expression_does_not_hide_the_shorter_ones_in_it(known: Build, analyser: Analyser) -> None:
    all_of_it = known(
        ("en", "course", COURSE), ("en", "language course", LANGUAGE_COURSE), ("en", "language", "n:language")
    )
    assert found(all_of_it, analyser, "a free language course", "en") == [
        (1, 2, ("n:language",)), (1, 3, (LANGUAGE_COURSE,)), (2, 3, (COURSE,)),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text", ["najem stanovanja", "najemu stanovanj", "NAJEM STANOVANJA", "stanovanje v najem"]
)
def test_forms_case_and_order_of_two_words_do_not_matter(known: Build, analyser: Analyser, text: str) -> None:
    assert meant(known(("sl", "najem stanovanja", FLAT)), analyser, text, "sl") == {FLAT}


def test_three_words_keep_their_order(known: Build, analyser: Analyser) -> None:
    three = known(("en", "lost residence card", "n:lost"))
    assert meant(three, analyser, "lost residence card", "en") == {"n:lost"}
    assert meant(three, analyser, "card residence lost", "en") == set()


def test_other_words_between_part_an_expression(known: Build, analyser: Analyser) -> None:
    assert meant(known(("en", "rent flat", FLAT)), analyser, "rent old flat", "en") == set()


def test_an_expression_with_function_words_is_found_with_and_without_them(
    known: Build, analyser: Analyser
) -> None:
    rent = known(("en", "rent a flat", FLAT))
    assert meant(rent, analyser, "rent flat", "en") == {FLAT}
    every = [analyser.word(surface, "en") for surface in ("rent", "a", "flat")]
    assert [(span.start, span.end) for span in rent.find(every, "en")] == [(0, 3)]


def test_what_is_left_of_a_question_does_not_stand_for_it(known: Build, analyser: Analyser) -> None:
    lost = known(("en", "where is my child", "n:missing"), ("en", "child", "s:child"))
    assert meant(lost, analyser, "child", "en") == {"s:child"}
    every = [analyser.word(surface, "en") for surface in ("where", "is", "my", "child")]
    assert {each for span in lost.find(every, "en") for each in span.ids} == {"n:missing", "s:child"}


def test_a_word_of_danger_counts_even_when_it_is_all_that_is_left(known: Build, analyser: Analyser) -> None:
    danger = known(("en", "he is bleeding", "x:strong:medical"))
    assert meant(danger, analyser, "bleeding", "en") == {"x:strong:medical"}


def test_a_wish_is_kept_in_words_of_danger_and_dropped_elsewhere(known: Build, analyser: Analyser) -> None:
    both = known(("en", "I want to die", "x:strong:suicide"), ("en", "I want a flat", FLAT))
    every = [analyser.word(surface, "en") for surface in ("want", "die", "flat")]
    assert [(span.places, span.ids) for span in both.find(every, "en")] == [
        ((0, 1), ("x:strong:suicide",))
    ], "what is left of the other, one word, says nothing"
    assert meant(both, analyser, "when did he die", "en") == set()
    assert both.find_apart(every, "en") == [], "without its wish it would mean something else"


def apart(known: Phrases, analyser: Analyser, text: str) -> list[Span]:
    return known.find_apart(analyser.words(text, "en"), "en")


def test_words_that_stand_apart_are_found_in_whatever_order(known: Build, analyser: Analyser) -> None:
    tutoring = known(
        ("en", "son homework help", "n:tutoring"), ("en", "school help", "x:weak:child"), ("en", "hungry son", "a:children")
    )  # fmt: skip
    help_for_son = [Span((0, 1, 3), ("n:tutoring",), is_close=False)]
    assert apart(tutoring, analyser, "my son needs help with boring homework") == help_for_son
    assert apart(tutoring, analyser, "homework: help my hungry son")[0].places == (0, 1, 3)
    assert apart(tutoring, analyser, "son help") == []
    assert apart(tutoring, analyser, "help in school") == [Span((0, 1), ("x:weak:child",), is_close=True)]
    assert apart(tutoring, analyser, "a hungry little son") == [], "only needs and words of danger"


def test_words_far_from_each_other_have_nothing_to_do_with_each_other(
    known: Build, analyser: Analyser
) -> None:
    help_at_school, between = known(("en", "school help", "n:tutoring")), " red green blue yellow brown"
    (found,) = apart(help_at_school, analyser, f"school{between} help")
    assert (found.places, found.start, found.end, found.is_close) == ((0, 6), 0, 7, False)
    assert apart(help_at_school, analyser, f"school{between} white help") == []


def test_senses_and_what_hangs_on_a_light_word_are_not_found_apart(known: Build, analyser: Analyser) -> None:
    assert apart(known(("en", "school help", "s:tutoring")), analyser, "school red help") == []
    no_doctor = known(("en", "no doctor school", "n:no-doctor"))
    assert apart(no_doctor, analyser, "doctor red school") == []
    assert apart(no_doctor, analyser, "no doctor red school") == []


def test_one_expression_may_mean_several_things_and_two_readings_both_count(
    known: Build, analyser: Analyser
) -> None:
    bank = known(("en", "bank", "s:money"), ("en", "bank", "s:river"))
    assert set(bank.ids("bank", "en")) == {"s:money", "s:river"}
    salt = known(("sl", "sol", "s:salt"))
    assert meant(salt, analyser, "soli", "sl") == {"s:salt"}
    school = known(("sl", "šola", "s:school"))
    assert meant(school, analyser, "soli", "sl") == meant(school, analyser, "šoli", "sl") == {"s:school"}


def test_bosnian_croatian_montenegrin_and_serbian_share_their_expressions(
    known: Build, analyser: Analyser
) -> None:
    for own in ("bs", "hr", "sr", "cnr"):
        shared = known((own, "traženje posla", "n:work"))
        for asked in ("bs", "hr", "sr", "cnr"):
            assert meant(shared, analyser, "traženje posla", asked) == {"n:work"}, (own, asked)
    cyrillic = known(("hr", "traženje posla", "n:work"))
    assert meant(cyrillic, analyser, "тражење посла", "sr") == {"n:work"}
    assert meant(cyrillic, analyser, "traženje posla", "sl") == set()


def test_no_expression_is_longer_than_the_longest(known: Build, analyser: Analyser) -> None:
    words = [f"besedax{letter}" for letter in "abcdefgh"]
    longest = known(
        ("sl", " ".join(words[:LONGEST]), "n:yes"), ("sl", " ".join(words[: LONGEST + 1]), "n:no")
    )
    assert meant(longest, analyser, " ".join(words), "sl") == {"n:yes"}


def test_every_telling_word_of_an_expression_is_kept_as_it_is_written(
    known: Build, analyser: Analyser
) -> None:
    school = known(("sl", "vpis v Šolo", "n:school"))
    assert school.written("solo", "sl") == school.written("šolo", "sl") == "Šolo"
    assert school.has_word("sol", "sl")
    assert not school.has_word("v", "sl")
    assert school.written("v", "sl") == school.written("vrt", "sl") == school.written("solo", "de") == ""


def test_a_word_is_shown_with_its_marks_and_never_as_it_is_misspelled(
    tmp_path: Path, analyser: Analyser
) -> None:
    given_words = [
        ("sl", "sola", "n:a"),
        ("sl", "šola", "n:a"),
        ("sl", "skola", "n:a"),
        ("sl", "pretep", "x:weak:violence"),
    ]
    phrases.build(tmp_path / "a.trie", given_words, analyser, {("sl", "skola")})
    known = Phrases(tmp_path / "a.trie")
    assert known.written("sola", "sl") == "šola"
    assert known.has_word("skola", "sl")
    assert known.has_word("pretep", "sl")
    assert known.written("skola", "sl") == known.written("pretep", "sl") == ""


def test_an_expression_does_not_match_on_a_function_word_that_it_does_not_contain(
    known: Build, analyser: Analyser
) -> None:
    # German "man" is nobody's man.
    man = known(("de", "Mann schlägt", "x:strong:violence"), ("de", "ohne Mann", "n:alone"))
    words = [analyser.word(each, "de") for each in ("man", "schlägt")]
    assert words[0].is_function_word
    assert {name for span in man.find(words, "de") for name in span.ids} == set()
    assert meant(man, analyser, "Mann schlägt", "de") == {"x:strong:violence"}


def test_a_file_appears_only_when_it_is_whole(
    tmp_path: Path, analyser: Analyser, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "deep" / "known.trie"
    phrases.build(path, [("en", "bread", "s:bread")], analyser)
    before = path.read_bytes()

    def full(self: object, name: str) -> None:
        Path(name).write_bytes(b"half")
        raise OSError(28, "No space left on device")

    class Full(BytesTrie):
        save = full

    monkeypatch.setattr(phrases, "BytesTrie", Full)
    with pytest.raises(OSError, match="No space"):
        phrases.build(path, [("en", "milk", "s:milk")], analyser)
    assert path.read_bytes() == before
    assert list(path.parent.iterdir()) == [path]


def test_building_says_how_many_ways_to_say_it_there_are(tmp_path: Path, analyser: Analyser) -> None:
    given_words = [
        ("en", "bread", "s:bread"),
        ("en", "BREAD", "s:bread"),
        ("en", "", "s:no"),
        ("en", "?!", "s:no"),
    ]
    assert phrases.build(tmp_path / "a.trie", given_words, analyser) == 1
    assert phrases.build(tmp_path / "b.trie", [], analyser) == 0
    assert Phrases(tmp_path / "b.trie").find(analyser.words("bread", "en"), "en") == []


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    expressions=st.lists(st.text(max_size=25), max_size=6),
    text=st.text(max_size=60),
    language=st.sampled_from(["en", "sl", "ar", "xx", ""]),
)
def test_no_expression_and_no_text_breaks_it_and_spans_lie_within(
    tmp_path: Path, analyser: Analyser, expressions: list[str], text: str, language: str
) -> None:
    path = tmp_path / "any.trie"
    phrases.build(
        path, ((language, each, f"{'nsx'[at % 3]}:{at}") for at, each in enumerate(expressions)), analyser
    )
    known = Phrases(path)
    for asked in (text, *expressions):
        words = analyser.words(asked, language)
        for span in known.find(words, language):
            assert 0 <= span.start < span.end <= min(len(words), span.start + LONGEST)
            assert span.ids
        for span in known.find_apart(words, language):
            assert list(span.places) == sorted(set(span.places))
            assert 0 <= span.start < span.end <= len(words)
        for word in words:
            assert isinstance(known.written(word.terms[0], language), str)
