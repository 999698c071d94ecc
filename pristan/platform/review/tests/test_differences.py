# SPDX-License-Identifier: EUPL-1.2
"""Differences are told as a person would tell them, and nothing is left out."""

from hypothesis import given
from hypothesis import strategies as some

from pristan.platform.review.differences import Row, rows, words

LINES = some.lists(some.text("ab .", min_size=1, max_size=6), max_size=5)


def side(found: list[Row], left_out: str) -> list[str]:
    lines = (
        "".join(run.text for run in row.words if run.kind != left_out)
        for row in found
        if row.kind != left_out
    )
    return list(lines)


@given(LINES, LINES)
def test_both_sides_can_be_read_back(before: list[str], after: list[str]) -> None:
    found = rows(before, after)
    assert side(found, "added") == before
    assert side(found, "removed") == after


@given(LINES)
def test_a_value_does_not_differ_from_itself(lines: list[str]) -> None:
    assert {row.kind for row in rows(lines, lines)} <= {"kept"}


def test_a_line_at_the_front_is_one_row() -> None:
    assert [row.kind for row in rows(["b", "c"], ["a", "b", "c"])] == ["added", "kept", "kept"]


def test_near_lines_are_compared_by_words_and_others_are_not() -> None:
    assert [row.kind for row in rows(["Monday 8-12"], ["Monday 9-12"])] == ["changed"]
    assert [row.kind for row in rows(["by appointment"], ["xyz"])] == ["removed", "added"]


@given(some.text("ab .,"), some.text("ab .,"))
def test_words_lose_nothing(before: str, after: str) -> None:
    runs = words(before, after)
    assert "".join(run.text for run in runs if run.kind != "added") == before
    assert "".join(run.text for run in runs if run.kind != "removed") == after


def test_words_are_compared_whole() -> None:
    told = [(run.kind, run.text) for run in words("open on Monday", "open on Friday")]
    assert told == [("kept", "open on "), ("removed", "Monday"), ("added", "Friday")]
