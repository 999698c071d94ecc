# SPDX-License-Identifier: EUPL-1.2
"""Plans in order: bands, urgency, law before advice, ways to choose from, and circles that are told openly."""

from datetime import date

import pytest

from pristan.core.graph import BANDS, Circle, Ordered, Placed, Step, order


def ids(*steps: Step, done=frozenset()) -> list[str]:
    return [placed.step.id for placed in order(steps, frozenset(done)).steps]


def bands(*steps: Step) -> dict[str, str]:
    return {placed.step.id: placed.band for placed in order(steps).steps}


def blocked(*steps: Step, done=frozenset()) -> dict[str, tuple[str, ...]]:
    return {placed.step.id: placed.blocked_by for placed in order(steps, frozenset(done)).steps}


class TestTheOrder:
    def test_an_empty_plan_is_a_plan(self):
        assert order([]) == Ordered((), ())

    def test_steps_stand_by_band(self):
        assert ids(*(Step(band, band=band) for band in reversed(BANDS))) == list(BANDS)

    def test_an_urgent_step_stands_first_and_in_now_whatever_its_own_band(self):
        steps = (Step("a", band="now"), Step("z", band="later", is_urgent=True))
        assert ids(*steps) == ["z", "a"]
        assert bands(*steps)["z"] == "now"

    def test_within_a_band_what_is_due_first_stands_first_and_what_is_never_due_last(self):
        steps = (Step("a"), Step("b", due=date(2026, 5, 2)), Step("c", due=date(2026, 5, 1)))
        assert ids(*steps) == ["c", "b", "a"]

    def test_then_rank_and_id_decide(self):
        assert ids(Step("b", rank=1), Step("a", rank=2), Step("d"), Step("c")) == ["c", "d", "b", "a"]

    def test_what_is_needed_stands_before_whatever_is_due_or_ranks_first(self):
        assert ids(Step("a", needs=("b",), rank=0), Step("b", rank=9)) == ["b", "a"]
        assert ids(Step("a", needs=("b",), strength="practical"), Step("b", rank=9)) == ["b", "a"]

    def test_what_a_step_needs_is_wanted_by_the_day_on_which_that_step_is_due(self):
        register = Step("register", needs=("proof",), due=date(2026, 5, 8))
        assert ids(register, Step("proof"), Step("exam", due=date(2026, 6, 1))) == [
            "proof",
            "register",
            "exam",
        ]

    def test_urgent_steps_stand_before_what_only_other_urgent_ones_need(self):
        steps = (Step("x", is_urgent=True, needs=("a",)), Step("a", band="now"), Step("z", is_urgent=True))
        assert ids(*steps) == ["z", "a", "x"]

    def test_of_two_steps_with_one_id_one_is_kept(self):
        twice = (Step("a", rank=1), Step("a", band="now"), Step("b", needs=("a",)))
        assert ids(*twice) == ids(*reversed(twice)) == ["a", "b"]


class TestWhatIsDoneOrDoesNotApply:
    def test_done_steps_vanish_and_block_nothing(self):
        steps = (Step("a"), Step("b", needs=("a",)))
        assert ids(*steps, done={"a"}) == ["b"]
        assert blocked(*steps, done={"a"}) == {"b": ()}

    def test_a_need_that_is_not_in_the_plan_does_not_block(self):
        assert blocked(Step("a", needs=("not-for-you",))) == {"a": ()}

    def test_done_ids_that_nobody_knows_mean_nothing(self):
        assert ids(Step("a"), done={"x"}) == ["a"]


class TestWhatBlocks:
    def test_each_legal_need_that_is_still_to_be_done(self):
        steps = (Step("c", needs=("b", "a", "done")), Step("a", rank=2), Step("b", rank=1))
        assert blocked(*steps, done={"done"})["c"] == ("b", "a"), "in the order of the plan"

    def test_a_practical_need_never_does(self):
        assert blocked(Step("b", needs=("a",), strength="practical"), Step("a"))["b"] == ()

    def test_of_several_ways_all_while_none_is_done(self):
        assert blocked(Step("c", needs=("a", "b", "not-for-you"), mode="any"), Step("a"), Step("b"))["c"] == (
            "a",
            "b",
        )

    def test_of_several_ways_none_as_soon_as_one_is_done(self):
        steps = (Step("c", needs=("a", "b"), mode="any"), Step("a"), Step("b"))
        assert blocked(*steps, done={"b"})["c"] == ()

    def test_of_several_ways_none_if_none_is_in_the_plan(self):
        assert blocked(Step("c", needs=("a", "b"), mode="any")) == {"c": ()}

    def test_a_way_that_is_done_frees_from_the_order_too(self):
        assert ids(Step("a", needs=("z", "done"), mode="any"), Step("z"), done={"done"}) == ["a", "z"]

    def test_a_need_named_twice_blocks_once(self):
        assert blocked(Step("b", needs=("a", "a")), Step("a"))["b"] == ("a",)


class TestPullingForward:
    def test_a_legal_need_is_pulled_to_the_band_of_the_step_and_so_is_what_that_needs(self):
        steps = (
            Step("c", needs=("b",), band="week"),
            Step("b", needs=("a",), band="later"),
            Step("a", band="yearly"),
        )
        assert ids(*steps) == ["a", "b", "c"]
        assert bands(*steps) == {"a": "week", "b": "week", "c": "week"}

    def test_the_urgent_step_is_never_pushed_back(self):
        steps = (Step("help", needs=("paper",), is_urgent=True, band="month"), Step("paper", band="later"))
        assert bands(*steps) == {"paper": "now", "help": "now"}
        assert ids(*steps, Step("other", band="now")) == ["paper", "help", "other"]

    def test_an_earlier_need_stays_where_it_is(self):
        assert bands(Step("b", needs=("a",), band="month"), Step("a", band="week"))["a"] == "week"

    def test_a_practical_need_is_not_pulled_and_the_step_stands_before_it(self):
        steps = (Step("b", needs=("a",), strength="practical", band="now"), Step("a", band="later"))
        assert ids(*steps) == ["b", "a"]
        assert order(steps).broken == (), "that the bands differ is no circle"

    def test_of_several_ways_only_the_earliest_is_pulled(self):
        steps = (
            Step("c", needs=("a", "b"), mode="any", band="now"),
            Step("a", band="later"),
            Step("b", band="month"),
        )
        assert bands(*steps) == {"a": "later", "b": "now", "c": "now"}
        assert ids(*steps) == ["b", "c", "a"]

    def test_of_equally_early_ways_the_lower_rank_is_pulled_then_the_smaller_id(self):
        step = Step("c", needs=("a", "b"), mode="any", band="now")
        assert bands(step, Step("a", rank=2), Step("b", rank=1))["b"] == "now"
        assert bands(step, Step("a"), Step("b"))["a"] == "now"

    def test_a_way_that_another_step_has_pulled_already_is_the_earliest(self):
        steps = (
            Step("c", needs=("a", "b"), mode="any", band="week"),
            Step("help", needs=("b",), is_urgent=True),
            Step("a", rank=1),
            Step("b", rank=2),
        )
        assert bands(*steps) == {"b": "now", "help": "now", "c": "week", "a": "later"}

    def test_so_is_a_way_that_has_needs_of_its_own(self):
        steps = (
            Step("c", needs=("free", "z"), mode="any", band="week"),
            Step("free", band="later"),
            Step("z", needs=("y",), is_urgent=True),
            Step("y", needs=("x",)),
            Step("x"),
        )
        assert ids(*steps) == ["x", "y", "z", "c", "free"]
        assert bands(*steps)["free"] == "later"

    def test_so_it_is_within_one_band(self):
        steps = (
            Step("c", needs=("a", "b"), mode="any", band="week"),
            Step("d", needs=("b",), band="week"),
            Step("a", rank=1),
            Step("b", rank=2),
        )
        assert bands(*steps)["a"] == "later"

    def test_ways_that_are_early_enough_stand_before_as_well(self):
        assert ids(Step("a", needs=("y", "z"), mode="any"), Step("y"), Step("z")) == ["y", "z", "a"]


class TestCirclesOfTheLaw:
    RING = (
        Step("address", needs=("rent",), rank=1),
        Step("bank", needs=("address",), rank=2),
        Step("rent", needs=("bank",), rank=3),
    )

    def test_a_circle_is_broken_at_the_need_with_the_latest_rank_and_told(self):
        found = order(self.RING)
        assert [placed.step.id for placed in found.steps] == ["address", "bank", "rent"]
        assert found.broken == (Circle(("address", "rent", "bank"), "legal", (("address", "rent"),)),)

    def test_what_was_passed_over_still_blocks(self):
        assert blocked(*self.RING) == {"address": ("rent",), "bank": ("address",), "rent": ("bank",)}

    def test_a_circle_of_which_one_is_done_is_none(self):
        found = order(self.RING, frozenset({"rent"}))
        assert found.broken == ()
        assert [placed.blocked_by for placed in found.steps] == [(), ("address",)]

    def test_what_lies_behind_a_circle_stands_behind_it(self):
        assert ids(*self.RING, Step("0", needs=("rent",))) == ["address", "bank", "rent", "0"]

    def test_nothing_is_pulled_through_the_gap(self):
        _, *others = self.RING
        steps = (Step("address", needs=("rent",), rank=1, is_urgent=True), *others)
        assert bands(*steps) == {"address": "now", "bank": "later", "rent": "later"}

    def test_a_step_that_needs_itself_is_told_and_not_blocked_by_itself(self):
        found = order([Step("a", needs=("a",))])
        assert found.steps == (Placed(Step("a", needs=("a",)), "later", ()),)
        assert found.broken == (Circle(("a",), "legal", (("a", "a"),)),)

    def test_several_circles_are_told_apart(self):
        pairs = [Step(each, needs=(other,)) for each, other in ("ab", "ba", "yz", "zy")]
        assert [circle.ids for circle in order(pairs).broken] == [("a", "b"), ("y", "z")]

    def test_a_way_round_is_taken_and_then_there_is_no_circle(self):
        steps = (
            Step("address", needs=("permit", "asylum"), mode="any"),
            Step("permit", needs=("address",), band="now"),
            Step("asylum", band="later"),
        )
        found = order(steps)
        assert found.broken == ()
        assert [placed.step.id for placed in found.steps] == ["asylum", "address", "permit"]
        assert {placed.band for placed in found.steps} == {"now"}

    def test_two_choices_that_lead_to_each_other_do_not_both_turn_the_same_way(self):
        steps = (
            Step("s", needs=("x", "p"), mode="any"),
            Step("x", needs=("t",)),
            Step("t", needs=("s", "q"), mode="any"),
            Step("p", rank=9),
            Step("q", rank=9),
        )
        assert order(steps).broken == ()

    def test_ways_that_all_lead_back_are_a_circle(self):
        steps = (
            Step("c", needs=("a", "b"), mode="any", rank=0),
            Step("a", needs=("c",), rank=1),
            Step("b", needs=("c",), rank=2),
        )
        found = order(steps)
        assert [placed.step.id for placed in found.steps] == ["c", "a", "b"]
        assert found.broken == (Circle(("a", "c", "b"), "legal", (("c", "a"), ("c", "b"))),)

    def test_a_step_is_no_way_to_itself(self):
        steps = (Step("a", needs=("a", "b"), mode="any"), Step("b"))
        assert order(steps).broken == ()
        assert blocked(*steps)["a"] == ("b",)


class TestCirclesOfAdvice:
    def test_advice_that_closes_a_circle_is_passed_over_at_the_latest_rank_and_told(self):
        found = order(
            [Step("a", ("b",), strength="practical", rank=1), Step("b", ("a",), strength="practical", rank=2)]
        )
        assert [placed.step.id for placed in found.steps] == ["a", "b"]
        assert found.broken == (Circle(("a", "b"), "practical", (("a", "b"),)),)

    @pytest.mark.parametrize(("first", "second"), [(1, 2), (2, 1)])
    def test_advice_gives_way_to_the_law_whatever_the_ranks(self, first, second):
        found = order([Step("a", ("b",), strength="practical", rank=first), Step("b", ("a",), rank=second)])
        assert [placed.step.id for placed in found.steps] == ["a", "b"]
        assert found.broken == (Circle(("a", "b"), "practical", (("a", "b"),)),)

    def test_advice_that_the_bands_forbid_gives_way_first_so_that_the_other_holds(self):
        steps = (
            Step("a", ("b",), strength="practical", band="now", rank=9),
            Step("b", ("c",), strength="practical", band="later", rank=1),
            Step("c", ("a",), strength="practical", band="later", rank=5),
        )
        found = order(steps)
        assert [placed.step.id for placed in found.steps] == ["a", "c", "b"]
        assert found.broken == (Circle(("a", "b", "c"), "practical", (("a", "b"),)),)

    def test_a_way_that_was_not_taken_closes_no_circle(self):
        steps = (
            Step("c", needs=("a", "b"), mode="any", band="now"),
            Step("a", needs=("c",), strength="practical", band="later"),
            Step("b", band="now"),
        )
        assert ids(*steps) == ["b", "c", "a"]
        assert order(steps).broken == ()

    def test_the_law_is_told_first(self):
        steps = (
            *(Step(each, needs=(other,)) for each, other in ("yz", "zy")),
            *(Step(each, needs=(other,), strength="practical") for each, other in ("ab", "ba")),
        )
        assert [circle.strength for circle in order(steps).broken] == ["legal", "practical"]


def test_a_chain_may_be_longer_than_any_recursion():
    length = 3_000
    chain = [Step(f"{each:05}", needs=(f"{each + 1:05}",)) for each in range(length)]
    assert ids(*chain) == [step.id for step in reversed(chain)]
    found = order([*chain, Step(f"{length:05}", needs=("00000",))])
    assert [len(circle.ids) for circle in found.broken] == [length + 1]
