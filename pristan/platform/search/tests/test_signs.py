# SPDX-License-Identifier: EUPL-1.2
"""A sign is shown by words that each have a sense of one of its groups, whatever stands between them."""

import pytest

from pristan.platform.search.signs import Signs, places

EX, GIVE, SON = {"s:ex"}, {"s:give"}, {"s:son", "s:child"}
MAINTENANCE = [["s:ex", "s:divorced"], ["s:give", "s:pay"], ["s:son", "s:daughter"]]


def test_each_group_needs_a_word_of_its_own_in_whatever_order() -> None:
    assert places(MAINTENANCE, [EX, set(), GIVE, SON]) == (0, 2, 3)
    assert places(MAINTENANCE, [SON, GIVE, EX]) == (2, 1, 0)
    assert places(MAINTENANCE, [EX | GIVE | SON]) == places(MAINTENANCE, [EX, GIVE]) == ()
    assert places([], [EX]) == places(MAINTENANCE, []) == ()


def test_a_word_with_two_senses_gives_way_where_another_word_has_only_one() -> None:
    assert places([["s:ex"], ["s:give"]], [EX | GIVE, EX]) == (1, 0)


@pytest.mark.parametrize("meant", [[], [set()], [EX], [GIVE, SON], [EX, SON], [{"n:ex"}, GIVE, SON]])
def test_a_part_of_a_sign_is_none(meant: list[set[str]]) -> None:
    assert list(Signs([("n:maintenance", MAINTENANCE)]).find(meant)) == []


def test_all_signs_that_are_shown_are_found_and_each_once() -> None:
    signs = Signs([
        ("n:maintenance", MAINTENANCE), ("n:family", [["s:son", "s:daughter"], ["s:ex"]]), ("n:work", [["s:job"], ["s:son"]]),
        ("n:family", [["s:child"], ["s:give"]]),
    ])  # fmt: skip
    assert sorted(signs.find([EX, GIVE, SON])) == [
        ("n:family", (2, 0)), ("n:family", (2, 1)), ("n:maintenance", (0, 1, 2)),
    ]  # fmt: skip
    assert sorted(signs.find([SON, {"s:divorced", "s:ex"}])) == [("n:family", (0, 1))]


def test_where_there_are_no_signs_none_is_found() -> None:
    assert list(Signs().find([EX, GIVE, SON])) == []


def test_long_questions_take_bounded_time() -> None:
    sign = [[f"s:{number}", "s:all"] for number in range(5)] + [["s:never"]]
    assert list(Signs([("n:x", sign[::-1]), ("n:y", sign)]).find([{"s:all"}] * 500)) == []
