# SPDX-License-Identifier: EUPL-1.2
"""A code to scan: short, exact, and right for years. The pages of a city may change; a sheet of paper does not."""

import pytest
import segno
from hypothesis import given
from hypothesis import strategies as st

from pristan.doors.web import fragment

STEPS = [f"step-{at}" for at in range(60)]
ids = st.sets(st.text("abcdexyz-09", min_size=1, max_size=12), max_size=40)


@given(st.integers(0, 10**15 - 1), ids, ids)
def test_what_goes_in_comes_out_and_nothing_else(version, mine, others):
    places = {fragment.place(each) for each in mine}
    others = {each for each in others if fragment.place(each) not in places}
    assert fragment.decode(fragment.encode(version, mine), others | mine) == (version, frozenset(mine), 0)


def test_it_is_the_same_whatever_the_order_and_says_no_step_in_clear():
    assert fragment.encode(7, ["b", "a", "a"]) == fragment.encode(7, ["a", "b"])
    assert "step" not in fragment.encode(7, STEPS)


def test_a_sheet_of_last_year_finds_what_is_still_there_and_no_new_step():
    old = fragment.encode(3, ["address", "school", "gone"])
    version, steps, gone = fragment.decode(old, ["aaa-new", "address", "school", *STEPS])
    assert (version, steps, gone) == (3, {"address", "school"}, 1)


@pytest.mark.parametrize(
    "broken",
    ["", "p=", "p=1", "p=1.ab", "p=-1.abc", "p=1.abc d", "p=1.ab%20", "q=1.abc", "p=1.abcdé", "p=1.<b>", f"p={'9' * 16}.abc", "p=1.abc\n", "p=١.abc"],
)  # fmt: skip
def test_what_is_no_fragment_of_ours_is_called_broken(broken):
    with pytest.raises(fragment.Broken):
        fragment.decode(broken, STEPS)


@pytest.mark.parametrize(("steps", "fields"), [(0, 37), (10, 41), (26, 49), (60, 61)])
def test_a_phone_can_scan_it(steps, fields):
    """Fields of the code without its border: at 28 mm each is at least 0.4 mm wide."""
    link = f"https://steps.city.example/ar/steps/#{fragment.encode(100_000, STEPS[:steps])}"
    assert len(link) <= 60 + 3 * steps
    assert segno.make(link, error="m", micro=False).symbol_size(border=0)[0] <= fields


def test_few_steps_of_a_large_city_share_a_place():
    places = [fragment.place(f"step-{at}") for at in range(360)]
    assert len(places) - len(set(places)) <= 1
