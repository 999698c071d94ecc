# SPDX-License-Identifier: EUPL-1.2
"""The table of states."""

import pytest

from pristan.platform.lifecycle.errors import MoveNotAllowed, UnknownState
from pristan.platform.lifecycle.machines import PUBLISHING, Machine

ALLOWED = {
    ("draft", "in_review"),
    ("in_review", "published"),
    ("published", "withdrawn"),
    ("published", "archived"),
    ("withdrawn", "published"),
    ("withdrawn", "archived"),
    ("archived", "published"),
}


@pytest.mark.parametrize("here", PUBLISHING.states)
@pytest.mark.parametrize("to", PUBLISHING.states)
def test_the_table_and_nothing_else(here: str, to: str) -> None:
    if (here, to) in ALLOWED:
        PUBLISHING.ask(here, to)
    else:
        with pytest.raises(MoveNotAllowed):
            PUBLISHING.ask(here, to)


def test_a_refusal_tells_the_way_out() -> None:
    with pytest.raises(MoveNotAllowed, match="can become in_review"):
        PUBLISHING.ask("draft", "published")
    with pytest.raises(MoveNotAllowed, match="can become withdrawn or archived"):
        PUBLISHING.ask("published", "draft")
    with pytest.raises(MoveNotAllowed, match="final"):
        Machine("one way", ("a", "b"), frozenset({("a", "b")})).ask("b", "a")
    with pytest.raises(UnknownState, match="its states are draft, in_review"):
        PUBLISHING.ask("draft", "Published")


def test_a_table_knows_its_states() -> None:
    assert PUBLISHING.start == "draft"
    with pytest.raises(UnknownState):
        Machine("broken", ("a",), frozenset({("a", "b")}))
