# SPDX-License-Identifier: EUPL-1.2
"""The contract of search: what a page of a guide says in other words, pages like it in other places may say in those that are asked for."""

from dataclasses import replace

import pytest

from pristan.platform.search import kin
from pristan.platform.search.port import IndexDocument
from pristan.platform.search.tests.kit import Shelf, document

FIRST = "landlord confirmation registration counter"
# Two towns tell of one thing, one of them says "address" too; forty pages tell of nothing else that is told twice.
GUIDES = (
    document(1, "town:a", name="Residence", body=f"{FIRST} deadline"),
    document(2, "town:b", name="Newcomers", body=f"{FIRST} address"),
    *(
        document(n, "town:a" if n % 2 else "town:b", name=f"Page {n}", body=f"w{n} v{n}")
        for n in range(3, 43)
    ),
)


def found(shelf: Shelf, *documents: IndexDocument) -> list[str]:
    shelf.put(*documents)
    return shelf.found("address", facets=("town:a",))


def test_a_page_is_found_by_what_pages_like_it_say_elsewhere_and_they_are_not_shown(shelf: Shelf) -> None:
    assert found(shelf, *GUIDES) == ["Residence"]
    assert shelf.ask("address", facets=("town:a",)).hits[0].terms == ()


def test_a_page_that_says_it_itself_goes_first(shelf: Shelf) -> None:
    own = document(50, "town:a", name="Post", body="address letters stamps parcels")
    assert found(shelf, *GUIDES, own)[0] == "Post"


def test_where_anything_is_declared_there_are_no_kin(shelf: Shelf) -> None:
    assert found(shelf, *GUIDES[:-1], replace(GUIDES[-1], meanings=("n:rent",))) == []


@pytest.mark.parametrize("number", [2, kin.LEAST - 1])
def test_of_few_pages_nobody_can_tell_what_they_have_in_common(shelf: Shelf, number: int) -> None:
    assert found(shelf, *GUIDES[:number]) == []


def test_kin_follow_what_readers_see(shelf: Shelf) -> None:
    assert found(shelf, *GUIDES) == ["Residence"]
    shelf.put(document(1, "town:a", since=2, row=100, name="Residence", body="parking tickets"))
    from pristan.platform.search.port import index

    index().close([1], 2)
    assert shelf.found("address", facets=("town:a",)) == ["Residence"]
    assert shelf.found("address", facets=("town:a",), version=2) == []
