# SPDX-License-Identifier: EUPL-1.2
"""Words of danger are heard, and words that only talk about danger are not taken for it."""

import pytest

from pristan.core.text.phrases import Span
from pristan.platform.search.crisis import CALM, HARMLESS, Danger, is_crisis, is_danger, kinds
from pristan.platform.search.tests.conftest import Teach
from pristan.platform.search.tests.kit import Shelf, document
from pristan.platform.search.tests.teaching import TOWN_WORDS


def span(*ids: str, words: int = 1, at: int = 0, is_close: bool = True) -> Span:
    return Span(tuple(range(at, at + words)), ids, is_close)


def meant(*words: set[str]) -> dict[int, set[str]]:
    return dict(enumerate(words))


NOTHING = Danger({}, frozenset())
SIGNS = Danger({"violence": [[["s:touch"], ["s:son", "s:daughter"]]]}, frozenset({"s:statistics"}))


def test_a_plain_expression_means_it_whatever_stands_beside_it() -> None:
    beaten = span("x:strong:violence", words=3)
    assert kinds([beaten], {}, NOTHING) == kinds([beaten, span(CALM, at=3)], {}, NOTHING) == ("violence",)
    assert kinds([beaten], {3: {"s:statistics"}}, SIGNS) == ("violence",)


def test_a_weak_word_means_it_unless_a_calm_one_is_there() -> None:
    fire = span("x:weak:fire")
    assert kinds([fire], {}, NOTHING) == ("fire",)
    assert (
        kinds([fire, span(CALM, at=1)], {}, NOTHING) == kinds([span("x:weak:fire", CALM)], {}, NOTHING) == ()
    )
    assert kinds([fire], meant({"s:fire", "s:statistics"}), SIGNS) == ()


@pytest.mark.parametrize("plain", [span("x:strong:fire"), span("x:strong:fire", "n:fire-safety", words=2)])
def test_one_word_alone_and_the_name_of_a_matter_are_not_plain_enough(plain: Span) -> None:
    assert kinds([plain], {}, NOTHING) == ("fire",)
    assert kinds([plain, span(CALM, at=5)], {}, NOTHING) == ()


def test_words_that_stand_apart_are_not_plain_enough() -> None:
    apart = Span((0, 4), ("x:strong:violence",), is_close=False)
    assert kinds([apart], {}, NOTHING) == ("violence",)
    assert kinds([apart, span(CALM, at=2)], {}, NOTHING) == ()


def test_a_calm_sense_of_one_of_several_words_does_not_silence_them() -> None:
    several, calm = span("x:weak:police", words=2), {1: {"s:statistics"}}
    assert kinds([several], calm, SIGNS) == kinds([several, span(CALM, at=1)], {}, NOTHING) == ("police",)
    assert kinds([several], {2: {"s:statistics"}}, SIGNS) == ()
    assert kinds([], meant({"s:touch"}, {"s:son", "s:statistics"}), SIGNS) == ("violence",)


def test_the_name_of_an_everyday_need_pins_only_what_is_said_plainly() -> None:
    everyday = Danger({}, frozenset(), frozenset({"n:marriage"}))
    tie, knot = span("x:strong:trafficking"), {"n:marriage", "s:marry"}
    assert kinds([tie], meant(knot, knot), everyday) == ()
    assert kinds([tie], meant(knot, {"s:marry"}), everyday) == ("trafficking",), "only part of it is the name"
    assert kinds([tie], meant({"n:violence"}), everyday) == ("trafficking",)
    plain = span("x:strong:trafficking", words=2)
    assert kinds([plain], meant(knot, knot), everyday) == ("trafficking",)
    assert kinds([plain], meant(knot, knot, knot), everyday) == ()


def test_danger_that_begins_among_harmless_words_is_none_and_beside_them_it_is() -> None:
    broken, mine = span("x:verbatim:violence", words=3, at=1), span(HARMLESS, words=3)
    assert kinds([broken], {}, NOTHING) == kinds([broken, span(CALM, at=7)], {}, NOTHING) == ("violence",)
    assert kinds([broken, mine], {}, NOTHING) == kinds([mine], {}, NOTHING) == ()
    assert kinds([broken, span(HARMLESS, words=2, at=2)], {}, NOTHING) == ("violence",), "it began before"
    assert kinds([broken, mine, span("x:weak:fire", at=6)], {}, NOTHING) == ("fire",)


def test_an_everyday_word_that_is_left_of_a_plain_expression_is_no_danger() -> None:
    assert kinds([span("x:strong:police", "s:flat")], {}, NOTHING) == ()
    assert kinds([span("x:strong:police", "x:weak:police", "s:robbery")], {}, NOTHING) == ("police",)


def test_what_is_said_most_plainly_comes_first_and_each_kind_once() -> None:
    said = [
        span("x:weak:fire"), span("x:strong:child", words=2),
        span("x:strong:violence", "x:weak:violence", words=4),
    ]  # fmt: skip
    assert kinds(said, {}, NOTHING) == ("violence", "child", "fire")


def test_a_sign_needs_a_word_of_its_own_for_each_of_its_parts() -> None:
    assert kinds([], meant({"s:touch"}, {"s:other"}, {"s:daughter"}), SIGNS) == ("violence",)
    assert kinds([], meant({"s:daughter"}, {"s:touch"}), SIGNS) == ("violence",)
    for words in ([{"s:touch"}], [{"s:daughter"}], [{"s:touch", "s:daughter"}], [{"s:son"}, {"s:daughter"}]):
        assert kinds([], meant(*words), SIGNS) == ()
    assert kinds([], meant({"s:touch"}, {"s:son"}, {"s:statistics"}), SIGNS) == ()
    assert kinds([], meant({"s:touch", "s:son"}, {"s:touch"}), SIGNS) == ("violence",)


def test_nothing_else_is_danger() -> None:
    calm = [span("n:fire"), span("s:fire"), span(CALM)]
    assert kinds([], {}, SIGNS) == kinds(calm, meant({"n:fire"}), SIGNS) == ()
    assert is_crisis("x:weak:fire")
    assert not is_crisis("n:x:weak:fire")
    assert is_crisis(CALM)
    assert is_crisis(HARMLESS)
    assert not is_danger(CALM)
    assert not is_danger(HARMLESS)


@pytest.mark.parametrize(
    ("text", "reader", "expected"),
    [
        ("my husband beats me", "en", ("violence",)), ("mož me tepe", "sl", ("violence",)), ("burri më rreh", "sl", ("violence",)),
        ("muž me tuče", "en", ("violence",)), ("муж ме туче", "en", ("violence",)), ("Moz me tepe!!", "sl", ("violence",)), ("fire", "en", ("fire",)), ("požar", "en", ("fire",)),
        ("fire safety course", "en", ()), ("fire extinguisher", "en", ()), ("požar tečaj", "sl", ()), ("zavarovanje za požar", "sl", ()),
        ("my child is missing", "en", ("child",)), ("where is a school for my child", "en", ()), ("child", "en", ()), ("doctor", "en", ()),
        ("they touch my child", "en", ("violence",)), ("dotikajo se otroka", "en", ("violence",)), ("statistics: touch and child", "en", ()),
        ("he broke my arm in the house", "en", ("violence",)), ("I broke my arm", "en", ()), ("arm broke", "en", ()),
        ("my husband often beats me", "en", ("violence",)), ("insurance when my husband often beats me", "en", ()),
    ],
)  # fmt: skip
def test_a_question_brings_the_kinds_of_danger_that_it_speaks_of(
    teach: Teach, shelf: Shelf, text: str, reader: str, expected: tuple[str, ...]
) -> None:
    teach(TOWN_WORDS)
    shelf.put(document(1, language="sl", name="Zdravnik"))
    assert shelf.ask(text, language=reader, languages=("sl",)).crisis == expected


def test_danger_is_heard_even_where_nothing_is_found_and_words_of_danger_find_documents_as_words(
    teach: Teach, shelf: Shelf
) -> None:
    teach(TOWN_WORDS)
    nothing = shelf.ask("fire")
    assert (nothing.hits, nothing.is_fallback, nothing.crisis) == ([], True, ("fire",))
    shelf.put(document(1, name="Fire brigade"), document(2, language="sl", name="Gasilci požar", row=3))
    assert shelf.found("fire") == ["Fire brigade"]
    assert shelf.ask("požar", language="en").hits == [], "danger is no meaning by which documents meet"
