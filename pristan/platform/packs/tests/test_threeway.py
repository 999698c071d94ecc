# SPDX-License-Identifier: EUPL-1.2
"""Whose word counts: every case of three digests, and what holds whatever they are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pristan.platform.packs.threeway import LEFT, Conflict, Decision, decide

SAME, TAKE, KEEP, CONFLICT = Decision.SAME, Decision.TAKE, Decision.KEEP, Decision.CONFLICT
# base, pack, live (None: the field is not there), and whose word counts.
CASES = [
    (None, None, None, SAME),  # nobody ever said anything
    ("a", "a", "a", SAME),
    ("a", "b", "b", SAME),  # both came to the same
    ("a", None, None, SAME),  # both took it away
    (None, "b", "b", SAME),  # both added the same
    ("a", "b", "a", TAKE),
    (None, "b", None, TAKE),  # the pack added it
    ("a", None, "a", TAKE),  # the pack took it away
    ("a", "a", "b", KEEP),
    (None, None, "b", KEEP),  # people added it
    ("a", "a", None, KEEP),  # people took it away
    ("a", "b", "c", CONFLICT),
    (None, "b", "c", CONFLICT),  # both added it, differently
    ("a", None, "c", CONFLICT),  # the pack took away what people changed
    ("a", "b", None, CONFLICT),  # people took away what the pack changed
]
digests = st.one_of(st.none(), st.sampled_from("abc"))


@pytest.mark.parametrize(("base", "pack", "live", "verdict"), CASES)
def test_each_case_has_its_verdict(base, pack, live, verdict):
    assert decide(base=base, pack=pack, live=live) is verdict


def test_the_cases_are_all_that_there_are():
    def shape(base, pack, live):
        names: dict[str, int] = {}
        return tuple(
            None if each is None else names.setdefault(each, len(names)) for each in (base, pack, live)
        )

    every = {shape(a, b, c) for a in (None, *"abc") for b in (None, *"abc") for c in (None, *"abc")}
    assert {shape(*case[:3]) for case in CASES} == every


@given(base=digests, pack=digests, live=digests)
def test_an_edit_of_people_is_never_overwritten(base, pack, live):
    verdict = decide(base=base, pack=pack, live=live)
    if live not in (base, pack):
        assert verdict in (KEEP, CONFLICT)
    if verdict is TAKE:
        assert live == base


@given(base=digests, pack=digests, live=digests)
def test_after_a_load_the_same_load_has_nothing_to_take(base, pack, live):
    verdict = decide(base=base, pack=pack, live=live)
    if verdict in (SAME, TAKE):
        base, live = pack, pack
    assert decide(base=base, pack=pack, live=live) is (SAME if verdict is TAKE else verdict)


@given(base=digests, pack=digests, live=digests)
def test_the_two_sides_are_treated_alike(base, pack, live):
    mirror = {SAME: SAME, TAKE: KEEP, KEEP: TAKE, CONFLICT: CONFLICT}
    assert decide(base=base, pack=live, live=pack) is mirror[decide(base=base, pack=pack, live=live)]


def test_a_conflict_says_where_what_and_what_to_do():
    told = str(Conflict("entry", "klic", "summary", "mini/entries/services/klic.yaml", 7))
    assert told.startswith("mini/entries/services/klic.yaml:7: entry klic: `summary`")
    assert "the city's value stays" in told and "load again" in told


def test_a_conflict_over_a_file_that_is_gone_names_the_file_and_both_ways_out():
    told = str(Conflict("entry", "klic", LEFT, "mini/entries/services/klic.yaml", 1))
    assert told.startswith("mini/entries/services/klic.yaml:1: entry klic left the pack")
    assert "pack export" in told and "withdraw" in told
