# SPDX-License-Identifier: EUPL-1.2
"""Rounded numbers are neighbours of the true ones, and add up where nothing is hidden."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pristan.core.disclosure import Published, publish, rounded
from pristan.core.tests.test_disclosure import counts

BASES = st.sampled_from([1, 2, 3, 5, 10])


def table(rows, columns):
    return st.lists(st.integers(0, 40), min_size=rows * columns, max_size=rows * columns).map(
        lambda numbers: counts(rows, columns, numbers=numbers)
    )


@settings(max_examples=200, deadline=None)
@given(st.one_of(table(1, 1), table(2, 2), table(3, 4), table(6, 5)), BASES)
def test_two_dimensions_add_up(given_, base):
    told = publish(given_, 1)
    even = rounded(told, base)
    for where, number in even.cells.items():
        assert number is not None and number % base == 0
        assert abs(number - told.cells[where]) < base
    rows, columns = even.dimensions["a"], even.dimensions["b"]
    for row in rows:
        assert sum(even.number(a=row, b=column) for column in columns) == even.number(a=row)
    for column in columns:
        assert sum(even.number(a=row, b=column) for row in rows) == even.number(b=column)
    assert sum(even.number(a=row) for row in rows) == even.number()


@settings(max_examples=100, deadline=None)
@given(st.lists(st.integers(0, 50), min_size=1, max_size=8), BASES)
def test_one_dimension_adds_up(numbers, base):
    even = rounded(publish(counts(len(numbers), numbers=numbers), 1), base)
    assert sum(even.number(a=value) for value in even.dimensions["a"]) == even.number()


def test_where_something_is_hidden_it_stays_so_and_the_rest_goes_to_the_nearest():
    even = rounded(publish(counts(3, numbers=[2, 13, 48])), 5)
    assert [even.number(a=value) for value in "012"] == [None, None, 50] and even.number() == 65


def test_three_dimensions_go_to_the_nearest():
    even = rounded(publish(counts(2, 2, 2, numbers=[7, 8, 9, 10, 11, 12, 13, 14])), 5)
    assert even.number(a="0", b="0", c="0") == 5 and even.number() == 85


def test_nothing_stays_nothing_and_a_base_is_a_number_from_one_on():
    assert rounded(Published({"a": ("x",)}), 5).is_withheld
    with pytest.raises(ValueError, match="from 1 on"):
        rounded(publish(counts(1, numbers=[9])), 0)
