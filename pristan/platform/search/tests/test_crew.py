# SPDX-License-Identifier: EUPL-1.2
"""The crew analyses documents as this process would, in processes beside it where there are many, and loses none."""

import os
import signal

import pytest

from pristan.platform.search import crew
from pristan.platform.search.crew import Crew, analysed
from pristan.platform.search.port import IndexDocument
from pristan.platform.search.tests.kit import document

DOCUMENTS = [
    document(n, language="sl", name=f"Tečaj {n}", body="brezplačen tečaj slovenščine") for n in range(1, 8)
]


@pytest.fixture
def many(monkeypatch: pytest.MonkeyPatch) -> None:
    """Everything is many, and a process gets three documents at once."""
    monkeypatch.setattr(crew, "MANY", 1)
    monkeypatch.setattr(crew, "_SLICE", 3)
    monkeypatch.setattr(crew, "_hands", lambda: 1)


def told(documents: list[IndexDocument]) -> list[tuple[int, str, frozenset[str]]]:
    return [(each.row, each.encoded.tokens, each.encoded.terms) for each in documents if each.encoded]


def test_few_documents_are_analysed_here_when_they_are_fetched() -> None:
    with Crew(len(DOCUMENTS)) as few:
        assert few.ahead == 0
        assert told(few.begin(DOCUMENTS)()) == told(analysed(DOCUMENTS))


def test_many_are_analysed_beside_this_process_to_the_same_end_and_in_order(many: None) -> None:
    with Crew(len(DOCUMENTS)) as crowd:
        assert crowd.ahead > 0
        first, then = crowd.begin(DOCUMENTS[:5]), crowd.begin(DOCUMENTS[5:])
        assert told(then()) == told(analysed(DOCUMENTS[5:]))
        assert told(first()) == told(analysed(DOCUMENTS[:5]))


def test_what_a_stopped_process_leaves_is_done_here(many: None) -> None:
    with Crew(len(DOCUMENTS)) as crowd:
        crowd.begin(DOCUMENTS[:1])()
        (hand,) = crowd.hands()
        os.kill(hand, signal.SIGKILL)
        assert told(crowd.begin(DOCUMENTS)()) == told(analysed(DOCUMENTS))


def test_an_error_in_a_document_is_told_as_if_it_had_been_read_here(many: None) -> None:
    with Crew(1) as crowd, pytest.raises(ValueError, match="not facets"):
        crowd.begin([document(1, "NOT A FACET", name="x")])()


def test_what_was_analysed_once_is_not_analysed_again() -> None:
    (done,) = analysed(DOCUMENTS[:1])
    (again,) = analysed([done])
    assert again.encoded is done.encoded
