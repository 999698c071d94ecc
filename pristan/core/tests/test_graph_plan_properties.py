# SPDX-License-Identifier: EUPL-1.2
"""Plans of anything: whatever the steps, one order, in which nothing is lost and the law stands first."""

from datetime import date
from typing import Any, get_args

from hypothesis import given
from hypothesis import strategies as st

from pristan.core.graph import BANDS, Band, Mode, Ordered, Placed, Step, Strength, order

NAMES = "abcdefghij"
names = st.sampled_from(NAMES)
dues = st.none() | st.dates(date(2026, 1, 1), date(2026, 1, 5)) | st.just(date.max)


def some_steps(
    ids: st.SearchStrategy[str] = names, **fixed: st.SearchStrategy[Any]
) -> st.SearchStrategy[Step]:
    drawn: dict[str, st.SearchStrategy[Any]] = {
        "needs": st.lists(ids, max_size=3).map(tuple),
        "mode": st.sampled_from(get_args(Mode)),
        "strength": st.sampled_from(get_args(Strength)),
        "is_urgent": st.booleans(),
        "band": st.sampled_from(get_args(Band)),
        "due": dues,
        "rank": st.integers(0, 3),
    }
    return st.builds(Step, id=ids, **drawn | fixed)


def plans(**fixed: st.SearchStrategy[Any]) -> st.SearchStrategy[list[Step]]:
    return st.lists(some_steps(**fixed), unique_by=lambda step: step.id, max_size=len(NAMES))


done = st.frozensets(st.sampled_from(NAMES + "xyz"), max_size=3)


def places(found: Ordered) -> dict[str, int]:
    return {placed.step.id: at for at, placed in enumerate(found.steps)}


def passed_over(found: Ordered) -> set[tuple[str, str]]:
    return {edge for circle in found.broken for edge in circle.passed_over}


def pending(step: Step, found: Ordered, done: frozenset[str]) -> set[str]:
    if step.mode == "any" and done & set(step.needs):
        return set()
    return (set(step.needs) & set(places(found))) - {step.id}


@given(st.lists(some_steps(), max_size=14), done, st.randoms())
def test_the_order_of_the_input_never_matters(steps: list[Step], done: frozenset[str], random) -> None:
    """Not even with two steps of one id."""
    assert order(random.sample(steps, len(steps)), done) == order(steps, done)


@given(plans(), done, st.randoms())
def test_the_order_in_which_needs_are_written_only_shows_in_the_step(
    steps: list[Step], done: frozenset[str], random
) -> None:
    mixed = [
        Step(**vars_of(step) | {"needs": tuple(random.sample(step.needs, len(step.needs)))}) for step in steps
    ]
    one, other = order(steps, done), order(mixed, done)
    assert [bare(placed) for placed in one.steps] == [bare(placed) for placed in other.steps]
    assert one.broken == other.broken


def vars_of(step: Step) -> dict[str, Any]:
    return {key: getattr(step, key) for key in Step.__slots__}


def bare(placed: Placed) -> tuple[str, Band, tuple[str, ...]]:
    return placed.step.id, placed.band, placed.blocked_by


@given(plans(), done)
def test_nothing_is_lost_nothing_stands_twice_and_done_steps_vanish(
    steps: list[Step], done: frozenset[str]
) -> None:
    found = [placed.step for placed in order(steps, done).steps]
    assert sorted(found, key=lambda step: step.id) == sorted(
        (step for step in steps if step.id not in done), key=lambda step: step.id
    )


@given(plans(), done)
def test_urgent_steps_stand_in_now_and_no_step_stands_later_than_its_own_band(
    steps: list[Step], done: frozenset[str]
) -> None:
    for placed in order(steps, done).steps:
        assert BANDS.index(placed.band) <= BANDS.index(placed.step.band)
        assert placed.band == "now" or not placed.step.is_urgent


@given(plans(), done)
def test_bands_follow_each_other(steps: list[Step], done: frozenset[str]) -> None:
    bands = [BANDS.index(placed.band) for placed in order(steps, done).steps]
    assert bands == sorted(bands)


@given(plans(mode=st.just("all")), done)
def test_legal_needs_stand_before_unless_a_circle_was_broken_there(
    steps: list[Step], done: frozenset[str]
) -> None:
    found = order(steps, done)
    at = places(found)
    for placed in found.steps:
        if placed.step.strength == "legal":
            for need in pending(placed.step, found, done):
                assert at[need] < at[placed.step.id] or (placed.step.id, need) in passed_over(found)


@given(plans(), done)
def test_of_several_legal_ways_at_least_one_stands_before(steps: list[Step], done: frozenset[str]) -> None:
    found = order(steps, done)
    at = places(found)
    for placed in found.steps:
        ways = pending(placed.step, found, done)
        if placed.step.strength == "legal" and placed.step.mode == "any" and ways:
            assert any(
                at[way] < at[placed.step.id] or (placed.step.id, way) in passed_over(found) for way in ways
            )


@given(plans(), done)
def test_blocked_by_names_the_legal_needs_that_are_in_the_plan_in_its_order(
    steps: list[Step], done: frozenset[str]
) -> None:
    found = order(steps, done)
    at = places(found)
    for placed in found.steps:
        expected = pending(placed.step, found, done) if placed.step.strength == "legal" else set()
        assert placed.blocked_by == tuple(sorted(expected, key=at.__getitem__))


@given(plans(), done)
def test_a_band_is_earlier_than_its_own_only_for_a_step_that_needs_it(
    steps: list[Step], done: frozenset[str]
) -> None:
    found = order(steps, done)
    for placed in found.steps:
        if placed.band != placed.step.band and not placed.step.is_urgent:
            assert any(
                placed.step.id in other.blocked_by and other.band == placed.band for other in found.steps
            )


@given(plans(strength=st.just("practical")), done)
def test_advice_changes_no_band_and_blocks_nothing(steps: list[Step], done: frozenset[str]) -> None:
    for placed in order(steps, done).steps:
        assert placed.band == ("now" if placed.step.is_urgent else placed.step.band)
        assert placed.blocked_by == ()


@given(plans(), done)
def test_advice_is_followed_where_neither_bands_nor_a_circle_forbid_it(
    steps: list[Step], done: frozenset[str]
) -> None:
    found = order(steps, done)
    at = places(found)
    for placed in found.steps:
        if placed.step.strength == "practical" and not placed.step.is_urgent:
            for need in pending(placed.step, found, done):
                forbidden = BANDS.index(found.steps[at[need]].band) > BANDS.index(placed.band)
                # What only urgent steps need stands with them, before the rest of the band.
                among_urgent = placed.band == "now"
                told = (placed.step.id, need) in passed_over(found)
                assert at[need] < at[placed.step.id] or forbidden or told or among_urgent


@given(plans(), done)
def test_circles_are_real_and_told_openly(steps: list[Step], done: frozenset[str]) -> None:
    found = order(steps, done)
    by_id = {placed.step.id: placed.step for placed in found.steps}
    for circle in found.broken:
        assert circle.ids[0] == min(circle.ids)
        assert circle.passed_over
        assert list(circle.passed_over) == sorted(circle.passed_over)
        for step, need in circle.passed_over:
            assert {step, need} <= set(circle.ids)
            assert need in by_id[step].needs
            assert by_id[step].strength == circle.strength
        for each in circle.ids:
            assert set(by_id[each].needs) & set(circle.ids), "each needs another of them"


@given(plans(mode=st.just("all"), strength=st.just("legal")))
def test_without_advice_and_choice_a_circle_is_passed_over_at_its_latest_rank(steps: list[Step]) -> None:
    found = order(steps)
    rank = {step.id: (step.rank, step.id) for step in steps}
    for circle in found.broken:
        latest = max(circle.ids, key=rank.__getitem__)
        assert any(need == latest for _, need in circle.passed_over)
        assert all(rank[step] <= rank[need] for step, need in circle.passed_over)


@given(plans(strength=st.just("legal")))
def test_a_plan_that_can_be_done_step_by_step_has_no_circle(steps: list[Step]) -> None:
    """And the other way round: the law is passed over only where really nothing can be done."""
    ids, can_be_done = {step.id for step in steps}, set()
    for _ in steps:
        for step in steps:
            needs = [need in can_be_done for need in step.needs if need in ids]
            if not needs or (any(needs) if step.mode == "any" else all(needs)):
                can_be_done.add(step.id)
    assert (order(steps).broken == ()) is (can_be_done == ids)


@given(plans(strength=st.just("legal")), st.data())
def test_who_walks_the_plan_from_the_front_is_never_held_up_outside_a_circle(steps: list[Step], data) -> None:
    found = order(steps)
    if not found.broken:
        walked = found.steps[: data.draw(st.integers(0, len(found.steps)))]
        rest = order(steps, frozenset(placed.step.id for placed in walked)).steps
        assert not rest or rest[0].blocked_by == ()


@given(
    st.lists(some_steps(ids=st.text(max_size=2), rank=st.integers()), max_size=12),
    st.frozensets(st.text(max_size=2)),
)
def test_a_plan_of_anything_is_a_plan(steps: list[Step], done: frozenset[str]) -> None:
    found = order(steps, done)
    assert {placed.step.id for placed in found.steps} == {step.id for step in steps} - done
