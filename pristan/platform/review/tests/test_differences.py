# SPDX-License-Identifier: EUPL-1.2
"""Differences are told as a person would tell them, and nothing is left out."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from pristan.platform.review.differences import Line, differences, words

PLAIN = some.recursive(
    some.none() | some.booleans() | some.integers(0, 3) | some.text("ab ", max_size=3),
    lambda inner: (
        some.lists(inner, max_size=3) | some.dictionaries(some.sampled_from("xyz"), inner, max_size=3)
    ),
    max_leaves=8,
)


@pytest.mark.parametrize(
    ("before", "after", "lines"),
    [
        ("a", "a", []),
        (None, "a", [Line((), "added", None, "a")]),
        ("a", None, [Line((), "removed", "a", None)]),
        ("a", "b", [Line((), "changed", "a", "b")]),
        (["b", "c"], ["a", "b", "c"], [Line((1,), "added", None, "a")]),
        (["a", "b"], ["a"], [Line((2,), "removed", "b", None)]),
        ({"mo": ["8-9"]}, {"mo": ["8-10"]}, [Line(("mo", 1), "changed", "8-9", "8-10")]),
        ([{"n": 1, "m": 2}], [{"n": 3, "m": 2}], [Line((1, "n"), "changed", 1, 3)]),
        ({"a": 1}, {"b": 1}, [Line(("b",), "added", None, 1), Line(("a",), "removed", 1, None)]),
        (True, 1, [Line((), "changed", True, 1)]),
    ],
)
def test_each_difference_is_one_line(before: Any, after: Any, lines: list[Line]) -> None:
    assert differences(before, after) == lines


@given(PLAIN)
def test_a_value_does_not_differ_from_itself(value: Any) -> None:
    assert differences(value, value) == []


@given(PLAIN, PLAIN)
def test_what_differs_has_a_line_and_the_other_way_round(before: Any, after: Any) -> None:
    # Nothing said and said to be nothing are the same in a map.
    if known(before) != known(after):
        assert differences(before, after)
        assert differences(after, before)


def known(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: known(item) for key, item in value.items() if item is not None}
    return [known(item) for item in value] if isinstance(value, list) else value


@given(some.text("ab .,"), some.text("ab .,"))
def test_words_lose_nothing(before: str, after: str) -> None:
    runs = words(before, after)
    assert "".join(run.text for run in runs if run.kind != "added") == before
    assert "".join(run.text for run in runs if run.kind != "removed") == after


def test_words_are_compared_whole() -> None:
    told = [(run.kind, run.text) for run in words("open on Monday", "open on Friday")]
    assert told == [("kept", "open on "), ("removed", "Monday"), ("added", "Friday")]
