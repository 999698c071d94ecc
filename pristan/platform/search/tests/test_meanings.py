# SPDX-License-Identifier: EUPL-1.2
"""What words mean together, apart from each other, and as signs; and how much each of it is worth."""

import pytest

from pristan.platform.search.analysis import analyser
from pristan.platform.search.knowledge import Knowledge
from pristan.platform.search.meanings import (
    ABOVE,
    APART,
    BROADER,
    MEANING,
    PART,
    PHRASE,
    SIGN,
    TOP,
    WEIGHTS,
    Asked,
)
from pristan.platform.search.tests.conftest import Teach
from pristan.platform.search.tests.kit import Shelf, document
from pristan.platform.search.tests.teaching import Lessons
from pristan.platform.search.understanding import understand

FAMILY = Lessons(
    words={
        "n:tutoring": {"en": "homework help"}, "n:maintenance": {"en": "child maintenance", "de": "Unterhalt"}, "n:childcare": {"en": "babysitting", "de": "Betreuung"},
        "s:ex": {"en": "ex-wife", "de": "Exmann"}, "s:pay": {"en": "pay", "de": "zahlen"}, "s:son": {"en": "son", "de": "Sohn"},
        "s:look-after": {"de": "aufpassen"}, "s:again": {"en": "again"}, "n:repeat": {"en": "school again"},
        "x:strong:violence": {"de": "mein Mann hat mich angefasst"},
    },
    above={"n:maintenance": ("n:family",), "n:family": ()},
    shown={"n:maintenance": [[["s:ex"], ["s:pay"], ["s:son"]]], "n:childcare": [[["s:look-after"], ["s:son"]]]},
)  # fmt: skip


def asked(text: str, known: Knowledge, reader: str = "en") -> dict[str, Asked]:
    return {each.surface: each for each in understand(text, reader, [reader], analyser(), known).asked}


def test_words_apart_mean_what_they_mean_together_but_less(teach: Teach) -> None:
    known = teach(FAMILY)
    close, apart = asked("homework help maths", known), asked("help with boring maths homework", known)
    for word in ("homework", "help"):
        assert close[word].meanings["n:tutoring"] == PHRASE[2]
        assert apart[word].meanings["n:tutoring"] == pytest.approx(PHRASE[2] * APART)
    assert "n:tutoring" not in apart["maths"].meanings


def test_who_types_just_the_name_of_a_need_means_it(teach: Teach) -> None:
    known = teach(FAMILY)
    for each in asked("homework help", known).values():
        assert (each.meanings["n:tutoring"], each.named) == (MEANING, {"n:tutoring"})
    assert not any(each.named for each in asked("homework help maths", known).values())


def test_what_stands_above_the_need_that_is_named_counts_more(teach: Teach) -> None:
    known = teach(FAMILY)
    named, told = asked("child maintenance", known), asked("child maintenance maths", known)
    assert named["child"].meanings["n:family"] == pytest.approx(MEANING * ABOVE * TOP)
    assert told["child"].meanings["n:family"] == pytest.approx(PHRASE[2] * BROADER * TOP)


def test_a_name_word_by_word_goes_before_what_is_left_of_others(teach: Teach) -> None:
    known = teach(Lessons(words={"n:job": {"en": "school with work"}, "n:study": {"en": "school work"}}))
    assert asked("school with work", known)["school"].named == {"n:job"}
    assert asked("school work", known)["school"].named == {"n:job", "n:study"}


def test_a_sign_gives_its_words_what_they_do_not_name(teach: Teach) -> None:
    known = teach(FAMILY)
    for text, reader in (
        ("my ex-wife does not pay for our son", "en"),
        ("Exmann zahlt nichts für den Sohn", "de"),
    ):
        found = asked(text, known, reader)
        shown = [each for each in found.values() if "n:maintenance" in each.meanings]
        worth = [each.meanings["n:maintenance"] for each in shown]
        assert worth == pytest.approx([PHRASE[3] * SIGN] * 3), text
        assert all(0 < each.meanings["n:family"] < each.meanings["n:maintenance"] for each in shown)
    assert not any("n:maintenance" in each.meanings for each in asked("pay for my son", known).values())


def test_a_sign_finds_the_document_in_another_language(teach: Teach, shelf: Shelf) -> None:
    teach(FAMILY)
    shelf.put(document(1, language="de", name="Unterhalt"), document(2, language="de", name="Wohnung"))
    assert shelf.found("my ex-wife does not pay for our son", languages=("de",)) == ["Unterhalt"]


def test_a_verb_that_fell_apart_is_heard_as_one_word(teach: Teach) -> None:
    known = teach(FAMILY)
    found = asked("wer passt heute auf meinen Sohn auf", known, "de")
    assert found["passt"].senses == {"s:look-after"}
    assert "n:childcare" in found["passt"].meanings and "n:childcare" in found["Sohn"].meanings
    assert "s:look-after" not in asked("das passt meinem Sohn", known, "de")["passt"].senses


def test_a_light_word_means_nothing_alone_but_may_with_others(teach: Teach) -> None:
    known = teach(FAMILY)
    found = asked("pay again", known)
    assert (found["again"].meanings, found["again"].senses) == ({}, {"s:again"})
    assert 0 < found["again"].light < found["pay"].light == 1
    assert asked("maths school again", known)["again"].meanings == {"n:repeat": PHRASE[2]}


def test_a_word_says_whether_a_language_knows_it(teach: Teach) -> None:
    found = asked("school qwrtz", teach(FAMILY))
    assert (found["school"].is_known, found["qwrtz"].is_known) == (True, False)


def test_a_meaning_never_becomes_less_by_another_way_to_it() -> None:
    word = Asked("x", {})
    for worth in (0.3, 0.7, 0.5):
        word.mean("n:x", worth)
    assert word.meanings == {"n:x": 0.7}


def test_a_compound_without_a_meaning_of_its_own_means_what_its_parts_do(teach: Teach) -> None:
    known = teach(
        Lessons({"s:travel": {"de": "Reise"}, "s:cost": {"de": "Kosten"}, "s:ticket": {"de": "Fahrkarte"}})
    )
    assert asked("Reisekosten", known, "de")["Reisekosten"].meanings == {
        name: pytest.approx(PART * WEIGHTS["s"]) for name in ("s:travel", "s:cost")
    }
    assert asked("Fahrkarte", known, "de")["Fahrkarte"].meanings.keys() == {"s:ticket"}
