# SPDX-License-Identifier: EUPL-1.2
"""What two boxes tell of a person's statuses: bases that are possible, overlays that are held, overlays that may be."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pristan.core.rules import Possible, RuleError, Status, Statuses, possible
from pristan.core.rules.statuses import is_adult, telling_of_age
from pristan.core.tests.test_rules_cases import STATUSES, is_consistent, people, talkative

ALL = ("guest", "neighbour", "citizen")
OVERLAYS = ("child", "lost", "paperless")


def found(**answers: Any) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    it = possible(answers, STATUSES)
    return it.bases, it.certain, it.maybe


def test_nothing_said_leaves_everything_possible() -> None:
    assert found() == (ALL, (), OVERLAYS)


@pytest.mark.parametrize("box", ["legal_status", "base_status"])
def test_a_base_in_either_box_leaves_the_overlays_open(box: str) -> None:
    assert found(**{box: "guest"}) == (("guest",), (), OVERLAYS)


@pytest.mark.parametrize("box", ["legal_status", "base_status"])
def test_an_overlay_in_either_box_leaves_the_base_open(box: str) -> None:
    assert found(**{box: "lost"}) == (ALL, ("lost",), ("child", "paperless"))


def test_the_same_base_in_both_means_just_this_one() -> None:
    assert found(legal_status="guest", base_status="guest") == (("guest",), (), ())


def test_the_same_overlay_in_both_means_just_this_one_over_some_base() -> None:
    assert found(legal_status="lost", base_status="lost") == (ALL, ("lost",), ())


@pytest.mark.parametrize(("one", "other"), [("guest", "lost"), ("lost", "guest")])
def test_a_base_and_an_overlay_tell_all(one: str, other: str) -> None:
    assert found(legal_status=one, base_status=other) == (("guest",), ("lost",), ())


def test_two_overlays_leave_the_base_open() -> None:
    assert found(legal_status="lost", base_status="child") == (("guest", "neighbour"), ("child", "lost"), ())


def test_of_two_bases_the_first_counts_and_the_other_is_as_if_not_said() -> None:
    assert found(legal_status="guest", base_status="citizen") == (("guest",), (), OVERLAYS)


def test_an_overlay_that_goes_with_none_of_the_bases_is_not_possible() -> None:
    assert found(legal_status="citizen") == (("citizen",), (), ("lost",))
    assert found(legal_status="neighbour") == (("neighbour",), (), ("child", "lost"))


def test_a_base_that_does_not_go_with_an_overlay_held_is_not_possible_unless_it_was_said() -> None:
    assert found(legal_status="paperless") == (("guest",), ("paperless",), ("child", "lost"))
    assert found(legal_status="paperless", base_status="citizen") == (("citizen",), ("paperless",), ())


def test_overlays_that_leave_no_base_leave_all() -> None:
    statuses = Statuses([
        Status("a"), Status("b"), Status("x", True, frozenset({"a"})), Status("y", True, frozenset({"b"})),
    ])  # fmt: skip
    assert possible({"legal_status": "x", "base_status": "y"}, statuses).bases == ("a", "b")
    assert possible({"legal_status": "x"}, statuses).maybe == ()


@pytest.mark.parametrize("grown", [{"age": 18}, {"age": 90}, {"days_to_18th_birthday": -1}])
def test_nobody_of_age_may_be_a_minor(grown: dict[str, int]) -> None:
    assert found(**grown) == (ALL, (), ("lost", "paperless"))
    assert found(legal_status="guest", **grown)[2] == ("lost", "paperless")


@pytest.mark.parametrize("young", [{"age": 17}, {"days_to_18th_birthday": 0}, {"days_to_18th_birthday": 40}])
def test_who_is_not_surely_of_age_may_be_a_minor(young: dict[str, int]) -> None:
    assert "child" in found(**young)[2]


def test_who_said_to_be_a_minor_stays_one_whatever_the_age() -> None:
    assert found(legal_status="child", age=40)[1] == ("child",)


@pytest.mark.parametrize(
    ("answers", "box"),
    [({}, "legal_status"), ({"legal_status": "guest"}, "base_status"), ({"base_status": "guest"}, "legal_status"),
     ({"legal_status": "guest", "base_status": "guest"}, None)],
)  # fmt: skip
def test_the_box_that_is_empty_can_still_tell(answers: dict[str, str], box: str | None) -> None:
    assert possible(answers, STATUSES).box == box


@pytest.mark.parametrize(
    ("answers", "telling"),
    [({}, ("age", "days_to_18th_birthday")), ({"age": 12}, ()), ({"age": 40}, ()), ({"days_to_18th_birthday": 300}, ()),
     ({"days_to_18th_birthday": 0}, ("age",)), ({"age": 12, "days_to_18th_birthday": 2000}, ())],
)  # fmt: skip
def test_age_can_tell_of_a_minor_until_it_is_known(answers: dict[str, int], telling: tuple[str, ...]) -> None:
    assert telling_of_age(answers) == telling


@given(talkative)
def test_age_and_birthday_tell_the_same_of_who_is_of_age(answers: dict[str, Any]) -> None:
    told = [{name: answers[name]} for name in ("age", "days_to_18th_birthday") if name in answers]
    assert len({is_adult(each) for each in told}) < 2


@given(talkative, st.data())
def test_more_answers_leave_fewer_statuses(answers: dict[str, Any], data: st.DataObject) -> None:
    kept = data.draw(st.sets(st.sampled_from([*answers])))
    more = possible(answers, STATUSES)
    fewer = possible({name: answers[name] for name in kept}, STATUSES)
    assert set(more.bases) <= set(fewer.bases)
    assert set(fewer.certain) <= set(more.certain)
    assert {*more.certain, *more.maybe} <= {*fewer.certain, *fewer.maybe}


@given(people)
def test_there_is_always_a_base_and_no_overlay_is_both_held_and_open(answers: dict[str, Any]) -> None:
    it = possible(answers, STATUSES)
    assert it.bases
    assert set(it.bases) <= set(STATUSES.bases)
    assert not set(it.certain) & set(it.maybe)


@given(people)
def test_every_status_that_may_be_held_can_be_told_without_contradiction(answers: dict[str, Any]) -> None:
    it = possible(answers, STATUSES)
    if it.box is not None:
        assert all(is_consistent({**answers, it.box: code}) for code in it.codes)
        assert not any(is_consistent({**answers, it.box: code}) for code in set(STATUSES) - set(it.codes))


def test_statuses_keep_their_order_and_are_found_by_code() -> None:
    assert tuple(STATUSES) == (*ALL, *OVERLAYS)
    assert STATUSES["child"].is_minor
    assert "nobody" not in STATUSES


def test_two_statuses_of_one_code_are_refused() -> None:
    with pytest.raises(RuleError, match="Rename one"):
        Statuses([Status("guest"), Status("guest", is_overlay=True)])


def test_statuses_without_a_base_are_refused() -> None:
    with pytest.raises(RuleError, match="no overlay"):
        Statuses([Status("lost", is_overlay=True)])


def test_what_is_possible_has_its_codes_in_a_fixed_order() -> None:
    it = Possible(("b", "a"), ("o",), ("m",), None)
    assert it.codes == ("b", "a", "o", "m")
    assert it.base_set == {"a", "b"}
