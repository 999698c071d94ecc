# SPDX-License-Identifier: EUPL-1.2
"""Circles among needs, and all that something needs in the end."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pristan.core.graph import circles, reach
from pristan.core.graph.edges import groups

names = st.sampled_from("abcdefgh")
graphs = st.dictionaries(names, st.lists(names, max_size=4), max_size=8)


def test_a_chain_has_no_circle():
    assert circles({"rent": ["salary"], "salary": ["bank"]}) == []


def test_a_ring_is_told_in_its_order_from_the_smallest_id():
    ring = {
        "rent": ["salary"],
        "salary": ["bank"],
        "bank": ["emso"],
        "emso": ["address"],
        "address": ["rent"],
    }
    assert circles(ring) == [("address", "rent", "salary", "bank", "emso")]


def test_what_leads_into_a_ring_or_out_of_it_does_not_belong_to_it():
    assert circles({"before": ["a"], "a": ["b"], "b": ["a", "after"], "after": []}) == [("a", "b")]


def test_rings_that_share_a_step_are_one_group():
    assert circles({"a": ["b"], "b": ["a", "c"], "c": ["b"]}) == [("a", "b", "c")]


def test_rings_apart_are_told_apart_and_sorted():
    assert circles({"y": ["x"], "x": ["y"], "b": ["a"], "a": ["b"]}) == [("a", "b"), ("x", "y")]


def test_what_needs_itself_is_a_circle_of_one():
    assert circles({"a": ["a"], "b": []}) == [("a",)]


def test_what_is_only_needed_needs_no_key():
    assert circles({"a": ["b", "b"]}) == []
    assert list(groups({"a": ["b"]})) == [["b"], ["a"]]


@pytest.mark.parametrize("ends", [[], ["0"]])
def test_a_chain_may_be_longer_than_any_recursion(ends):
    length = 50_000
    chain = {str(each): [str(each + 1)] for each in range(length)} | {str(length): ends}
    assert [len(group) for group in circles(chain)] == ([length + 1] if ends else [])
    assert len(reach(["1"], chain)) == (length + 1 if ends else length - 1)


def test_all_that_something_needs_is_found_through_others():
    needs = {"account": ["tax"], "tax": ["emso"], "emso": ["address"], "school": ["address"]}
    assert reach(["account"], needs) == {"tax", "emso", "address"}
    assert reach(["account", "school"], needs) == {"tax", "emso", "address"}
    assert reach(["address", "nowhere"], needs) == frozenset()
    assert reach([], needs) == frozenset()


def test_something_needs_itself_only_round_a_circle():
    assert reach(["a"], {"a": ["b"], "b": ["a"]}) == {"a", "b"}
    assert reach(["a", "b"], {"a": ["b"], "b": []}) == {"b"}


@given(graphs)
def test_two_share_a_circle_exactly_if_each_needs_the_other(graph: dict[str, list[str]]) -> None:
    home = {each: group for group in circles(graph) for each in group}
    for one in "abcdefgh":
        for other in "abcdefgh":
            need_each_other = other in reach([one], graph) and one in reach([other], graph)
            assert (one in home and other in home[one]) is need_each_other


@given(graphs)
def test_each_circle_is_told_once_and_begins_with_its_smallest(graph: dict[str, list[str]]) -> None:
    found = circles(graph)
    told = [each for group in found for each in group]
    assert len(told) == len(set(told))
    assert all(group[0] == min(group) for group in found)
    assert found == sorted(found)


@given(st.lists(names, min_size=1, unique=True))
def test_a_ring_keeps_its_order(ring: list[str]) -> None:
    graph = {each: [need] for each, need in pairwise([*ring, ring[0]])}
    (found,) = circles(graph)
    assert all(graph[each] == [need] for each, need in pairwise([*found, found[0]]))


@given(graphs, st.randoms())
def test_the_order_in_which_needs_are_given_means_nothing(graph: dict[str, list[str]], random) -> None:
    keys = list(graph)
    random.shuffle(keys)
    mixed = {key: random.sample(graph[key], len(graph[key])) for key in keys}
    assert circles(mixed) == circles(graph)
    assert reach(keys[:2], mixed) == reach(keys[:2][::-1], graph)


@given(graphs)
def test_groups_hold_every_id_once(graph: dict[str, list[str]]) -> None:
    told = sorted(each for group in groups(graph) for each in group)
    assert told == sorted(set(graph).union(*graph.values()))


@given(graphs, st.lists(names, max_size=3))
def test_what_is_reached_needs_nothing_that_is_not_reached(
    graph: dict[str, list[str]], ids: list[str]
) -> None:
    found = reach(ids, graph)
    assert found == found | reach(found, graph)
    assert all(set(graph.get(each, ())) <= found for each in ids)
