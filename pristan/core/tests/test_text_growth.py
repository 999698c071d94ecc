# SPDX-License-Identifier: EUPL-1.2
"""Long and malicious texts cost as much as their length, not its square: counted in steps, so that a busy machine does not matter."""

import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pristan.core.text import Analyser, fold, normalise, tokenise, transliterate, within

anything = st.text(st.characters())
PIECES = ("a", "a\u0301", "\u0301", "ﷺ", "\0", "'", "a'", "a-b ", "ال", "ا\u064e", "\ud800", "İ", "ß", "ǅ", "\u200d", "1a", "čšž ", "я", "한", "\U0001f468\u200d", "ab ")  # fmt: skip
FUNCTIONS: dict[str, Callable[[str], object]] = {
    "normalise": normalise, "fold": fold, "tokenise": tokenise, "transliterate": lambda text: transliterate(text, "sr"),
}  # fmt: skip


def lines(act: Callable[[], object]) -> int:
    """How many lines of Python run."""
    count = 0

    def trace(frame: object, event: str, argument: object) -> object:
        nonlocal count
        count += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)  # type: ignore[arg-type]
    try:
        act()
    finally:
        sys.settrace(before)
    return count


@pytest.mark.parametrize("piece", PIECES)
@pytest.mark.parametrize("name", FUNCTIONS)
def test_four_times_the_text_is_at_most_five_times_the_steps_and_the_length(name: str, piece: str) -> None:
    act = FUNCTIONS[name]
    short, long = piece * 500, piece * 2000
    act(short)  # what is kept between calls is kept now
    assert lines(lambda: act(long)) <= 5 * lines(lambda: act(short)) + 100
    assert len("".join(act(long))) <= 40 * len(long)  # type: ignore[arg-type]


@pytest.mark.parametrize("name", FUNCTIONS)
@pytest.mark.parametrize(
    "piece",
    ["\u0301\u0316", "\u064b\u0651", "a\u0344\u0316", "\u0316\u0301\u0327" * 40, "\u1e69\u0323\u0307"],
)
def test_heaps_of_marks_grow_with_the_text_in_the_library_below_too(name: str, piece: str) -> None:
    act = FUNCTIONS[name]
    text = piece * (20_000 // len(piece))
    short, long = (min(_seconds(lambda part=part: act(part)) for _ in range(3)) for part in (text, text * 4))
    assert long <= 10 * short + 0.002, "four times the text; its square would be sixteen times"


def _seconds(act: Callable[[], object]) -> float:
    """Seconds of this process alone: others on the machine do not count."""
    begun = time.process_time()
    act()
    return time.process_time() - begun


@settings(max_examples=200)
@given(st.text("a\u0301\u0316\u0344\u0345\u0327\u093c\u0940\u064b\u0651\u1e69", max_size=120))
def test_heaps_of_marks_are_normalised_and_folded_once_for_all(text: str) -> None:
    assert normalise(normalise(text)) == normalise(text)
    assert fold(fold(text)) == fold(text) == normalise(fold(text))


@pytest.mark.parametrize("piece", PIECES)
def test_the_analyser_grows_with_the_text(tmp_path: Path, piece: str) -> None:
    analyser = Analyser(tmp_path)  # "xx" has no lemmas: nothing is built here
    analyser.terms(piece * 500, "xx")
    short = lines(lambda: Analyser(tmp_path).terms(piece * 500, "xx"))
    assert lines(lambda: Analyser(tmp_path).terms(piece * 2000, "xx")) <= 5 * short + 200


@settings(max_examples=300)
@given(anything, anything, st.integers(0, 5))
def test_a_distance_is_the_same_both_ways_and_nought_only_for_the_same(
    one: str, other: str, limit: int
) -> None:
    found = within(one, other, limit)
    assert found == within(other, one, limit)
    assert (found == 0) == (one == other)
    assert found is None or max(abs(len(one) - len(other)), 0) <= found <= limit


@given(anything, st.text(st.characters(), max_size=12))
def test_any_language_may_be_named(text: str, language: str) -> None:
    assert isinstance(transliterate(text, language), str)
