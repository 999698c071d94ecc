# SPDX-License-Identifier: EUPL-1.2
"""What to ask next: the paper, then the day that dates count from, then what settles most; and how much is clear."""

from typing import Any

from django.utils import translation

from pristan.city.orientation import conversation
from pristan.city.orientation.rulebook import Rulebook
from pristan.city.orientation.tests import kit

GUESTS = {"cells": [kit.cell("guest", "yes")], "otherwise": "no"}


def rules() -> Rulebook:
    """A step with a last day, a service for guests, and one for adults who work."""
    step = kit.step("register", counts_from="days_since_arrival", days_after=8, event="arrival")
    return kit.book(
        step,
        items=[
            kit.item("register", "procedure"),
            kit.item("shelter", **GUESTS),
            kit.item("advice", when={"all": [{"age": {"min": 18}}, {"works": True}]}),
        ],
    )


def asked(book: Rulebook, refused: set[str], **given: Any) -> str | None:
    with translation.override("en"):
        return conversation.question(book, kit.told(book, **given), refused)


def test_the_paper_comes_first_then_the_day_then_the_rest():
    book, given, order = rules(), dict[str, Any](), list[str]()
    answers = {
        "legal_status": "guest",
        "base_status": "guest",
        "days_since_arrival": 3,
        "age": 30,
        "works": True,
    }
    while name := asked(book, set(), **given):
        order.append(name)
        given[name] = answers[name]
    assert set(order[:-3]) <= {"legal_status", "base_status"}
    assert order[-3] == "days_since_arrival"
    assert set(order[-2:]) == {"age", "works"}


def test_what_was_refused_is_not_asked_again_and_it_ends():
    book, refused = rules(), set[str]()
    while name := asked(book, refused):
        assert name not in refused
        refused.add(name)
    assert {"legal_status", "days_since_arrival", "age", "works"} <= refused


def test_a_no_that_is_certain_saves_the_other_question():
    book = rules()
    known = {"legal_status": "guest", "base_status": "guest", "days_since_arrival": 3}
    assert asked(book, set(), **known, age=12) is None


def test_progress_counts_what_no_answer_can_change():
    book = rules()
    with translation.override("en"):
        assert conversation.progress(book, kit.told(book)) == (1, 3)
        assert conversation.progress(book, kit.told(book, works=False)) == (2, 3)
