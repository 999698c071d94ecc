# SPDX-License-Identifier: EUPL-1.2
"""The contract of search, second part: filters, what is not stated, counts, totals and pages."""

import pytest

from pristan.platform.search.port import MOST_HITS, Query, index
from pristan.platform.search.tests.kit import Shelf, document


def test_every_facet_must_hold(town: Shelf) -> None:
    assert town.found(facets=("need:health",)) == ["Clinic", "Dentist", "Pharmacy", "Women's house"]
    assert town.found(facets=("need:health", "need:home")) == ["Women's house"]
    assert town.found("bed", facets=("district:south",)) == ["Shelter"]


def test_of_each_group_one_is_enough(town: Shelf) -> None:
    groups = (("free:yes", "free:unknown"), ("district:north", "district:unknown"))
    assert town.found(groups=groups) == ["Clinic", "Housing advice", "Language course", "Library", "Pharmacy", "Women's house"]  # fmt: skip
    assert town.found("course", groups=groups) == ["Language course", "Library"]
    assert town.found(groups=groups, facets=("need:home",)) == ["Housing advice", "Women's house"]


def test_none_of_the_unwanted_may_hold(town: Shelf) -> None:
    assert town.found(facets=("need:health",), without=("free:no", "need:home")) == ["Clinic", "Pharmacy"]
    assert town.found(without=("need:health", "need:learning")) == ["Housing advice", "Shelter"]
    assert town.found("doctor", without=("free:unknown",)) == ["Clinic", "Women's house", "Dentist"]


def test_what_is_not_stated_comes_after_what_matches_and_a_no_never(town: Shelf) -> None:
    free = {"groups": (("free:yes", "free:unknown"),), "later": ("free:unknown",)}
    answer = town.ask("doctor", **free)
    assert town.called(answer.hits) == ["Clinic", "Women's house", "Pharmacy"]
    assert [hit.is_later for hit in answer.hits] == [False, False, True]
    assert (answer.total, answer.later) == (3, 1)
    answer = town.ask(**free)
    assert town.called(answer.hits) == ["Clinic", "Language course", "Shelter", "Women's house", "Housing advice", "Library", "Pharmacy"]  # fmt: skip
    assert (answer.total, answer.later) == (7, 3)


def test_what_is_not_stated_stays_behind_however_well_it_matches(shelf: Shelf) -> None:
    shelf.put(
        document(1, "free:unknown", name="Swimming", body="swimming swimming"),
        document(2, "free:yes", name="Pool", body="long text in which one may find swimming"),
    )
    assert shelf.found("swimming") == ["Swimming", "Pool"]
    assert shelf.found("swimming", later=("free:unknown",)) == ["Pool", "Swimming"]


def test_one_thing_not_stated_is_enough_to_come_later(town: Shelf) -> None:
    answer = town.ask(facets=("need:learning",), later=("free:unknown", "district:unknown", "district:south"))
    assert [hit.is_later for hit in answer.hits] == [False, True, True]
    assert town.called(answer.hits) == ["Language course", "Driving school", "Library"]


def test_what_matches_is_not_pushed_out_by_a_long_list_of_what_is_not_stated(shelf: Shelf) -> None:
    crowd = [document(number, "free:unknown", name=f"Aa {number}") for number in range(1, MOST_HITS + 50)]
    shelf.put(*crowd, document(5000, "free:yes", name="Zz"))
    answer = shelf.ask(later=("free:unknown",), limit=2)
    assert shelf.called(answer.hits)[0] == "Zz"
    assert (answer.total, answer.later) == (MOST_HITS, MOST_HITS - 1)


def test_a_filter_that_nothing_meets_finds_nothing(town: Shelf) -> None:
    for more in ({"facets": ("need:nothing",)}, {"groups": (("need:nothing",),)}, {"facets": ("need:heal",)}):
        assert (town.ask(**more).hits, town.ask("doctor", **more).total) == ([], 0), more  # type: ignore[arg-type]


NO_FACETS = ("", " ", "need:health free:yes", 'need:"health"', "need:health'", "need:health*", "a" * 101, "need:health\0", "NEED:HEALTH", "\ud800", "need|home", "(")  # fmt: skip


@pytest.mark.parametrize("facet", NO_FACETS)
def test_what_cannot_be_a_facet_holds_for_nothing(town: Shelf, facet: str) -> None:
    for text in ("", "doctor"):
        assert town.found(text, facets=(facet,)) == []
        assert town.found(text, groups=((facet,),)) == []
        assert town.found(text, groups=((facet, "need:home"),)) == town.found(text, facets=("need:home",))
        assert town.found(text, without=(facet,)) == town.found(text)
        assert town.found(text, later=(facet,)) == town.found(text)


@pytest.mark.parametrize("facet", NO_FACETS)
def test_what_cannot_be_a_facet_is_refused_by_name(shelf: Shelf, facet: str) -> None:
    with pytest.raises(ValueError, match="not facets"):
        index().add([document(1, name="Good"), document(2, facet, name="Bad")])
    assert shelf.ask().total == 0  # all or none


def test_an_empty_group_holds_for_nothing(town: Shelf) -> None:
    assert town.found(groups=((),)) == []


def test_a_facet_with_all_its_signs_works(shelf: Shelf) -> None:
    facet = "open:mo-08.30_šola-ж9"
    shelf.put(document(1, facet, name="One"), document(2, "open:mo-08", name="Two"))
    assert shelf.found(facets=(facet,)) == ["One"]
    assert shelf.found(facets=("open:mo-08",)) == ["Two"]
    assert shelf.found(without=("open:mo-08",)) == ["One"]


def test_facets_are_counted_over_all_hits_not_over_the_page(town: Shelf) -> None:
    answer = town.ask("doctor", limit=1, count=("free:", "district:"))
    assert answer.counts == {"free:yes": 2, "free:no": 1, "free:unknown": 1, "district:north": 3, "district:south": 1}  # fmt: skip
    listed = town.ask(facets=("need:home",), limit=0, count=("need:",))
    assert listed.counts == {"need:home": 3, "need:health": 1}
    assert index().facet_counts(Query("", "en", 1), "need:") == {"need:health": 4, "need:learning": 3, "need:home": 3}  # fmt: skip
    assert index().facet_counts(Query("xylophone", "en", 1), "need:") == {}
    assert town.ask("doctor").counts == {}


def test_counts_never_go_beyond_the_total(shelf: Shelf) -> None:
    shelf.put(*(document(n, "kind:a", "free:yes" if n % 2 else "free:unknown", name=f"N {n}") for n in range(1, 2 * MOST_HITS + 200)))  # fmt: skip
    answer = shelf.ask(later=("free:unknown",), count=("kind:",), limit=0)
    assert answer.counts == {"kind:a": answer.total}


def test_pages_join_to_the_whole_without_gap_or_repetition(town: Shelf) -> None:
    for text in ("", "doctor bed course"):
        whole = town.ask(text)
        pages = [town.ask(text, limit=2, offset=offset) for offset in range(0, 10, 2)]
        assert [hit for page in pages for hit in page.hits] == whole.hits
        assert {page.total for page in pages} == {whole.total} == {len(whole.hits)}


def test_a_page_far_behind_the_end_is_empty_but_knows_the_total(town: Shelf) -> None:
    answer = town.ask("doctor", offset=10**30)
    assert (answer.hits, answer.total, answer.is_fallback) == ([], 4, False)


@pytest.mark.parametrize(
    ("limit", "offset", "number"), [(0, 0, 0), (-5, -5, 0), (10**30, -1, 9), (3, -(10**30), 3)]
)
def test_absurd_limits_and_offsets_are_brought_into_range(
    town: Shelf, limit: int, offset: int, number: int
) -> None:
    answer = town.ask(limit=limit, offset=offset)
    assert (len(answer.hits), answer.total) == (number, 9)


def test_no_more_than_the_most_hits_can_be_paged_through(shelf: Shelf) -> None:
    shelf.put(*(document(number, name=f"Name {number}") for number in range(1, MOST_HITS + 21)))
    answer = shelf.ask(limit=MOST_HITS + 20)
    assert (len(answer.hits), answer.total) == (MOST_HITS, MOST_HITS)


def test_absurdly_many_filters_are_borne(town: Shelf) -> None:
    many = tuple(f"x:{number}" for number in range(2000))
    assert town.found("doctor", without=many, later=many) == town.found("doctor")
    assert town.found(groups=(("need:home", *many),)) == town.found(facets=("need:home",))
    assert town.found(groups=(many,) * 2000, facets=many) == []
    assert town.ask(count=many).counts == {}
