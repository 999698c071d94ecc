# SPDX-License-Identifier: EUPL-1.2
"""Nobody works out a hidden number: an attacker who tries every table finds none, in one table, in several, and month after month."""

import random
import time
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pristan.core.disclosure import (
    CannotCheck,
    CategoriesDiffer,
    Counts,
    DisclosureError,
    Ledger,
    NotCounts,
    NumbersDiffer,
    key,
    publish,
)
from pristan.core.disclosure.space import is_acyclic
from pristan.core.tests.attacker import ranges

K = 3


def counts(*sizes, numbers):
    """A table of dimensions `a`, `b`, `c` with values `0`, `1`, ...; numbers in order."""
    dimensions = {name: tuple(map(str, range(size))) for name, size in zip("abc", sizes, strict=False)}
    return Counts(dimensions, dict(zip(product(*dimensions.values()), numbers, strict=True)))


def small(*sizes, most=7):
    cells = 1
    for size in sizes:
        cells *= size
    return st.lists(st.integers(0, most), min_size=cells, max_size=cells).map(
        lambda numbers: counts(*sizes, numbers=numbers)
    )


def assert_safe(told, tables, k=K):
    """Each hidden number has a range of at least k."""
    hidden = {where for each in told for where in each.hidden()}
    found = ranges([each for each in told if not each.is_withheld], [table.cells() for table, each in zip(tables, told, strict=True) if not each.is_withheld], most=k)  # fmt: skip
    assert found.keys() == hidden
    assert {where: span for where, span in found.items() if span[1] - span[0] < k} == {}


SHAPES = st.one_of(
    small(2),
    small(3),
    small(4, most=5),
    small(2, 2),
    small(2, 3, most=6),
    small(3, 3, most=4),
    small(2, 2, 2, most=4),
    small(1, 3),
)


@settings(max_examples=250, deadline=None)
@given(SHAPES)
def test_an_attacker_finds_no_hidden_number_in_one_table(table):
    told = publish(table, K)
    assert not told.is_withheld
    assert_safe([told], [table])


@settings(max_examples=250, deadline=None)
@given(SHAPES)
def test_small_numbers_are_hidden_zeros_are_shown_and_what_is_shown_is_true(table):
    told, cells = publish(table, K), table.cells()
    assert told.cells.keys() == cells.keys()
    for where, number in told.cells.items():
        assert number is None or number == cells[where]
        assert (0 < cells[where] < K) <= (number is None)
        assert (cells[where] == 0) <= (number == 0)


def part(table, *names):
    """The same records by fewer dimensions."""
    positions = [list(table.dimensions).index(name) for name in names]
    numbers = {}
    for where, number in table.numbers.items():
        place = tuple(where[at] for at in positions)
        numbers[place] = numbers.get(place, 0) + number
    return Counts({name: table.dimensions[name] for name in names}, numbers)


WAYS = [("a", "ab"), ("ab", "a"), ("b", "ab"), ("ab", "ab"), ("a", "b"), ("a", "b", "ab")]
WIDE = [("ab", "bc"), ("ab", "ac"), ("abc", "ab"), ("ab", "abc"), ("a", "bc"), ("ab", "b", "bc")]


def publish_in_turn(whole, way, k=K):
    ledger, told, tables = Ledger(), [], []
    for names in way:
        tables.append(part(whole, *names))
        published, ledger = ledger.publish(tables[-1], subject="s", edition="e", threshold=k)
        told.append(published)
    return told, tables


@settings(max_examples=150, deadline=None)
@given(st.one_of(small(2, 3, most=5), small(2, 2, most=8), small(3, 2, most=5)), st.sampled_from(WAYS))
def test_an_attacker_finds_nothing_in_tables_of_the_same_records(whole, way):
    assert_safe(*publish_in_turn(whole, way))


@settings(max_examples=120, deadline=None)
@given(small(2, 2, 2, most=3), st.sampled_from(WIDE))
def test_an_attacker_finds_nothing_in_tables_that_share_a_dimension(whole, way):
    assert_safe(*publish_in_turn(whole, way))


@settings(max_examples=100, deadline=None)
@given(small(2, 3, most=6))
def test_what_was_shown_stays_shown_and_what_was_hidden_stays_hidden(whole):
    first, second = publish_in_turn(whole, ("ab", "a"))[0]
    if not second.is_withheld:
        assert {where: first.cells[where] for where in second.cells} == second.cells


@settings(max_examples=150, deadline=None)
@given(st.lists(small(2, 2, most=9), min_size=2, max_size=4))
def test_month_after_month_no_small_change_is_shown_and_each_month_is_safe(months):
    ledger, shown = Ledger(), {}
    for number, table in enumerate(months):
        told, ledger = ledger.publish(table, subject="s", edition=str(number), threshold=K)
        assert_safe([told], [table])
        for where, value in told.cells.items():
            if value is not None:
                assert all(not 0 < abs(value - before) < K for before in shown.get(where, ()))
                shown.setdefault(where, set()).add(value)


def test_the_classic_case_is_hidden_in_a_rectangle():
    told = publish(counts(3, 3, numbers=[20, 2, 30, 40, 50, 60, 9, 10, 11]))
    assert told.hidden() == {key(a=row, b=column) for row in "02" for column in "01"}
    assert told.number() == 232 and told.number(a="0") == 52


def test_many_small_numbers_protect_each_other():
    told = publish(counts(10, numbers=[2] * 10))
    assert told.number() == 20 and len(told.hidden()) == 10


def test_ones_everywhere_hide_their_sum_as_a_hidden_number_is_never_zero():
    told = publish(counts(10, numbers=[1] * 10))
    assert told.number() is None


def test_a_table_of_nobody_is_shown():
    assert set(publish(counts(2, 2, numbers=[0] * 4)).cells.values()) == {0}


def test_the_second_table_is_not_allowed_to_tell_what_the_first_hid():
    whole = counts(2, 2, numbers=[3, 0, 8, 9])  # a=0 has 3 of 20: shown beside b it would tell
    told, _ = publish_in_turn(whole, ("a", "ab"), k=5)
    assert told[0].number(a="0") is None
    assert told[1].is_withheld or told[1].number(a="0", b="0") is None


def test_a_filter_is_a_slice_of_a_table_that_names_the_rest():
    women = Counts({"need": ("housing", "work"), "sex": ("f", "rest")}, {("housing", "f"): 40, ("housing", "rest"): 3, ("work", "f"): 10, ("work", "rest"): 50})  # fmt: skip
    told = publish(women)
    assert told.number(need="housing", sex="rest") is None
    assert told.number(need="housing", sex="f") is None or told.number(need="housing") is None


def test_the_same_table_again_says_the_same():
    table = counts(2, 3, numbers=[4, 9, 1, 20, 6, 7])
    first, ledger = Ledger().publish(table, subject="s", edition="e", threshold=5)
    again, _ = ledger.publish(table, subject="s", edition="e", threshold=5)
    assert again == first


def test_a_small_change_of_a_large_number_is_hidden_and_a_large_one_is_shown():
    _, ledger = Ledger().publish(counts(3, numbers=[100, 200, 300]), subject="s", edition="1", threshold=5)
    second, ledger = ledger.publish(counts(3, numbers=[102, 220, 300]), subject="s", edition="2", threshold=5)
    assert second.number(a="0") is None and second.number(a="2") == 300
    other, _ = ledger.publish(counts(3, numbers=[102, 220, 300]), subject="other", edition="2", threshold=5)
    assert other.hidden() == set()


def test_it_is_the_same_every_time():
    dice = random.Random(5)
    table = counts(6, 5, 4, numbers=[dice.choice([0, 1, 3, 8, 30]) for _ in range(120)])
    assert publish(table) == publish(table)


@pytest.mark.parametrize(
    ("sizes", "numbers"),
    [((10, 10, 10), [0, 1, 2, 3, 8, 20, 90]), ((40, 25), [0, 0, 0, 1, 2, 3, 9, 30]), ((10, 10, 10), [1, 2]), ((1000,), [1, 2, 50]), ((10, 10, 10), [0] * 9 + [1]), ((5, 200), [1, 1, 1, 40])],
)  # fmt: skip
def test_a_thousand_cells_are_done_at_once(sizes, numbers):
    dice = random.Random(7)
    table = counts(*sizes, numbers=[dice.choice(numbers) for _ in range(1000)])
    begun = time.process_time()
    told = publish(table)
    assert time.process_time() - begun < 2.0, "a second on a machine of its own"
    assert not told.is_withheld


def test_what_is_no_table_of_counts_is_refused():
    for given_ in [
        lambda: Counts({}, {}),
        lambda: counts(1, 1, 1, numbers=[1]) and Counts(dict.fromkeys("abcd", ("x",)), {}),
        lambda: Counts({"a": ()}, {}),
        lambda: Counts({"a": ("x", "x")}, {}),
        lambda: Counts({"a": ("x",)}, {("y",): 1}),
        lambda: Counts({"a": ("x",)}, {("x", "y"): 1}),
        lambda: Counts({"a": ("x",)}, {("x",): -1}),
        lambda: Counts({"a": ("x",)}, {("x",): 1.5}),
        lambda: Counts({"a": ("x",)}, {("x",): True}),
    ]:
        with pytest.raises(NotCounts):
            given_()


def test_tables_that_contradict_each_other_are_refused():
    _, ledger = Ledger().publish(counts(2, 2, numbers=[5, 6, 7, 8]), subject="s", edition="e", threshold=5)
    with pytest.raises(NumbersDiffer, match="a=0 is another number"):
        ledger.publish(counts(2, numbers=[12, 14]), subject="s", edition="e", threshold=5)
    with pytest.raises(CategoriesDiffer, match="`a` has other values"):
        ledger.publish(counts(3, numbers=[11, 15, 0]), subject="s", edition="e", threshold=5)


def test_tables_in_a_circle_and_tables_too_large_are_refused():
    whole = counts(2, 2, 2, numbers=[9] * 8)
    with pytest.raises(CannotCheck, match="circle"):
        publish_in_turn(whole, ("ab", "bc", "ac"))
    with pytest.raises(DisclosureError, match="too many"):
        publish(Counts({name: tuple(map(str, range(100))) for name in "abc"}, {}))


@pytest.mark.parametrize(
    ("tables", "is_so"),
    [(["ab", "bc"], True), (["ab", "bc", "ca"], False), (["abc", "bc", "ca"], True), (["a", "b"], True), (["ab", "bc", "cd"], True), (["ab", "bc", "cd", "da"], False), (["ab", "ab"], True)],
)  # fmt: skip
def test_which_tables_can_be_checked_together(tables, is_so):
    assert is_acyclic(tables) is is_so
