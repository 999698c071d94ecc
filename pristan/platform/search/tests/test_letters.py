# SPDX-License-Identifier: EUPL-1.2
"""Which letter groups of a question a document has: exactly those that its words have, however many others there are."""

from hypothesis import given
from hypothesis import strategies as st

from pristan.platform.search.letters import groups, shared
from pristan.platform.search.tokens import Stored

words = st.lists(st.text("abcdeč", min_size=1, max_size=8), min_size=1, max_size=12)


def stored(*terms: str) -> Stored:
    return Stored(" ".join(["xx/", *(f"xx0.{term}" for term in terms)]), "1 0 0 0 0 0 0")


def test_words_are_cut_into_runs_of_four_letters_with_their_edges() -> None:
    assert groups("bread") == {"^bre", "brea", "read", "ead$"}
    assert (groups("ab"), groups("a"), groups("")) == ({"^ab$"}, {"^a$"}, {"^$"})


@given(st.lists(words, min_size=1, max_size=5), words)
def test_a_document_shares_what_any_of_its_words_has(texts: list[list[str]], asked: list[str]) -> None:
    wanted = sorted(set().union(*map(groups, asked)))
    expected = [[each for each in wanted if any(each in groups(term) for term in terms)] for terms in texts]
    documents = [stored(*terms) for terms in texts]
    assert shared(documents, wanted) == expected
    assert shared(documents, wanted) == expected, "and again, from what was kept"


def test_meanings_and_facets_have_no_letters() -> None:
    document = Stored("xx/ xx/need:bread xx0.s:bread", "1 0 0 0 0 0 0")
    assert shared([document], groups("bread")) == [[]]


def test_groups_that_no_document_has_are_asked_in_vain() -> None:
    assert shared([stored("bread")], groups("zzzzqqqq")) == [[]]
