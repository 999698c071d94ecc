# SPDX-License-Identifier: EUPL-1.2
"""Where circles are broken: at the heaviest edge of each, and nowhere else."""

from hypothesis import example, given
from hypothesis import strategies as st

from pristan.core.graph import circles, reach
from pristan.core.graph.breaking import weakest

Edge = tuple[str, str]
names = st.sampled_from("abcdefg")
weighted = st.dictionaries(st.tuples(names, names), st.integers(0, 9), max_size=25)


def needs(edges) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for step, need in edges:
        found.setdefault(step, []).append(need)
    return found


def test_without_a_circle_nothing_is_passed_over():
    assert weakest({("b", "a"): 5, ("c", "b"): 9}) == frozenset()
    assert weakest({}) == frozenset()


def test_a_ring_is_broken_at_its_heaviest_edge():
    assert weakest({("a", "b"): 1, ("b", "c"): 3, ("c", "a"): 2}) == {("b", "c")}


def test_an_edge_beside_the_ring_stays_however_heavy():
    assert weakest({("a", "b"): 1, ("b", "a"): 2, ("a", "z"): 9, ("y", "a"): 9}) == {("b", "a")}


def test_what_needs_itself_is_passed_over():
    assert weakest({("a", "a"): 0, ("b", "a"): 4}) == {("a", "a")}


def test_two_rings_that_share_an_edge_may_be_broken_there_together():
    shared = {("a", "b"): 9, ("b", "a"): 1, ("b", "c"): 2, ("c", "a"): 3}
    assert weakest(shared) == {("a", "b")}


def test_a_small_ring_within_a_large_one_is_broken_for_itself():
    """The large ring a, b, c, d is broken at its heaviest edge; that does not save the small one of b and c."""
    assert weakest({("a", "b"): 0, ("b", "c"): 2, ("c", "d"): 3, ("d", "a"): 9, ("c", "b"): 1}) == {
        ("d", "a"),
        ("b", "c"),
    }


@given(weighted)
@example({("a", "b"): 0, ("b", "a"): 0})
@example({("a", "b"): 3, ("b", "c"): 3, ("c", "a"): 3, ("b", "a"): 5})
def test_an_edge_is_passed_over_exactly_if_it_is_the_heaviest_of_a_circle(weights: dict[Edge, int]) -> None:
    for (step, need), weight in weights.items():
        not_heavier = needs(edge for edge, other in weights.items() if other <= weight)
        closes_a_circle = step == need or step in reach([need], not_heavier)
        assert ((step, need) in weakest(weights)) is closes_a_circle


@given(weighted)
def test_afterwards_there_is_no_circle(weights: dict[Edge, int]) -> None:
    assert circles(needs(set(weights) - weakest(weights))) == []


@given(weighted)
def test_each_circle_and_nothing_else_is_broken(weights: dict[Edge, int]) -> None:
    groups = circles(needs(weights))
    for group in groups:
        assert any(edge[0] in group and edge[1] in group for edge in weakest(weights))
    for step, need in weakest(weights):
        assert any(step in group and need in group for group in groups)


@given(weighted, st.randoms())
def test_the_order_of_the_edges_means_nothing(weights: dict[Edge, int], random) -> None:
    mixed = random.sample(sorted(weights.items()), len(weights))
    assert weakest(dict(mixed)) == weakest(weights)
