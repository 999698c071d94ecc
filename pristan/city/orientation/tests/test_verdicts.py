# SPDX-License-Identifier: EUPL-1.2
"""Verdicts in words: every reason has a sentence, every question a text, and nothing that was told is repeated."""

import re
from datetime import date
from typing import Any

import pytest

from pristan.city.orientation import answers, asking, verdicts
from pristan.city.orientation.tests.kit import book, cell, item, status, text, told
from pristan.city.orientation.words import sentence
from pristan.core.rules import ATTRIBUTES, leaves, parse

NAMES = {"refugee": text("Refugee")}
CONDITIONS: list[tuple[Any, str]] = [
    ({"age": {"min": 15, "max": 29}}, "you are 15–29 years old"),
    ({"age": 18}, "you are 18 years old"),
    ({"age": {"max": 25}}, "you are at most 25 years old"),
    ({"days_to_permit_expiry": {"max": 90}}, "days until your permit ends: at most 90"),
    ({"slovene_level": {"min": "A2"}}, "your level of the language: at least A2"),
    ({"insured": True}, "you have health insurance here"),
    ({"not": {"insured": True}}, "you have no health insurance here"),
    ({"not": {"insured": False}}, "you have health insurance here"),
    ({"not": {"age": 18}}, "not: you are 18 years old"),
    ({"legal_status": ["refugee", "unnamed"]}, "your status is one of: Refugee, unnamed"),
    ({"children_ages": {"some": {"min": 0, "max": 5}}}, "you have a child aged 0–5"),
    ({"children_ages": {"count": {"min": 3}}}, "number of your children: at least 3"),
    ({"wants": ["housing"]}, "you look for: housing"),
    ({"from": "2025-07-01"}, "from 2025-07-01 on"),
    ({"until": "2025-07-01"}, "until 2025-07-01"),
    ({"age": {"min": {"parameter": "grown"}}}, "you are at least grown years old"),
]


@pytest.mark.parametrize(("condition", "words"), CONDITIONS)
def test_a_test_has_a_sentence(condition: Any, words: str) -> None:
    (leaf,) = leaves(parse(condition))
    assert sentence(leaf, NAMES) == words


@pytest.mark.parametrize("attribute", ATTRIBUTES, ids=lambda each: each.name)
def test_every_attribute_can_be_told_and_every_question_says_why(attribute: Any) -> None:
    tests = {
        "flag": [True, False],
        "number": [3],
        "level": ["A1"],
        "ages": [{"some": {"max": 3}}],
        "codes": [["x"]],
        "status": [["x"]],
    }
    name = "legal_status" if attribute.kind == "status" else attribute.name
    for value in tests[attribute.kind]:
        (leaf,) = leaves(parse({name: value}))
        assert sentence(leaf, {})
    if attribute.is_asked:
        assert all(asking.question(attribute.name))


def test_a_verdict_tells_its_words_its_law_and_what_a_person_must_check() -> None:
    law = {"law": "Act", "article": "6", "url": None, "is_article_verified": True}
    rule = cell(
        "guest",
        "yes",
        to_check=[text("If there is room.")],
        conditions=text("Guests may."),
        legal_basis=[law, law],
        as_of="2025",
        recheck_reason=None,
    )
    rules = book(
        items=[item("stay", "right", code="stay", cells=[rule], otherwise="no", when={"insured": True})]
    )
    (found,) = verdicts.verdicts(rules, told(rules, legal_status="guest", base_status="guest", insured=True))
    assert (found["verdict"], found["kind"], found["as_of"]) == ("yes", "right", "2025")
    assert [each["text"] for each in (*found["to_check"], *found["says"])] == [
        "If there is room.",
        "Guests may.",
    ]
    assert found["legal_basis"] == [law]
    assert found["reasons"] == {"holds": ["you have health insurance here"], "fails": [], "open": []}


def test_a_settled_verdict_names_its_law_also_where_nobody_told_a_status() -> None:
    law = {"law": "School Act", "article": "10", "url": None, "is_article_verified": False}
    known = ("guest", "citizen", "third", "fourth")

    def said(*answers: str) -> dict[str, Any]:
        cells = [
            cell(code, answer, conditions=text(f"As {code}."), legal_basis=[law])
            for code, answer in zip(known, answers, strict=True)
        ]
        school = item("school", "right", code="school", cells=cells, otherwise="no")
        rules = book(items=[school], statuses=[status(code) for code in known])
        (found,) = verdicts.verdicts(rules, told(rules))
        return found

    settled = said("yes", "yes", "yes", "yes")
    assert (settled["verdict"], settled["legal_basis"], settled["says"]) == ("yes", [law], [])
    still_open = said("yes", "yes", "yes", "no")
    assert (still_open["verdict"], still_open["legal_basis"]) == ("depends", [])


def test_what_the_city_does_not_know_stays_that() -> None:
    rules = book(items=[item("stay", "right", code="stay", cells=[cell("guest", "unknown")], otherwise="no")])
    (found,) = verdicts.verdicts(rules, told(rules, legal_status="guest", base_status="guest"))
    assert (found["verdict"], found["to_check"]) == ("not_known", [])


def test_the_next_question_comes_with_its_choices_until_there_is_none() -> None:
    rules = book(items=[item("stay", cells=[cell("guest", "yes")], otherwise="no")])
    asked = verdicts.following(rules, told(rules), ())
    assert (asked["question"], asked["settled"], asked["total"]) == ("legal_status", 0, 1)
    assert [each["code"] for each in asked["choices"]] == ["guest", "citizen", "lost"]
    done = verdicts.following(rules, told(rules, legal_status="guest"), ())
    assert (done["question"], done["settled"]) == (None, 1)


def test_malformed_answers_are_all_named_and_never_repeated() -> None:
    rules = book()
    with pytest.raises(answers.AnswersMalformed) as raised:
        answers.read({"age": "secret-age", "insured": "secret-word"}, rules, date(2026, 1, 1))
    assert [each.key for each in raised.value.found] == ["age", "insured"]
    assert "secret" not in str(raised.value)
    assert "secret" not in repr(told(rules, legal_status="guest", age=71))
    assert not re.search(r"\b71\b", repr(told(rules, age=71))), "an address in memory may hold these digits"
