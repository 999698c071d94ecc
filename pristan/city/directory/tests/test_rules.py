# SPDX-License-Identifier: EUPL-1.2
"""Rules in a pack: what makes no sense is said with its line, and eligibility becomes a rule that never refuses what is not stated."""

from pathlib import Path
from typing import Any

import pytest

from pristan.city.directory import rule_checks
from pristan.city.directory.eligibility import covered, limits
from pristan.city.taxonomy.models import Concept
from pristan.city.taxonomy.selectors import Vocabulary
from pristan.platform.packs.files import SourceFile
from pristan.platform.packs.things import Thing

CONCEPTS = {"concept": {"legal-statuses/refugee", "legal-statuses/tourist", "rights/work"}, "entry": set()}
SINGLES = ["refugee", "worker", "stateless"]


def problems(**fields: Any) -> list[str]:
    thing = Thing("entry", "x", fields, SourceFile("x.yaml", ""))
    return [f"{each.what} {each.mend}" for each in rule_checks.check(thing, CONCEPTS, {"desk"})]


def right(*cells: dict[str, Any], code: str = "work") -> dict[str, Any]:
    return {
        "right": {"code": code, "cells": [{"status": "refugee", "entitled": "yes", **each} for each in cells]}
    }


def plan(**given: Any) -> dict[str, Any]:
    return {"procedure": {"plan": {"unknown": "show", "band": "now", **given}}}


def test_sound_rules_are_no_problem() -> None:
    assert (
        problems(**right({}, {"status": "tourist", "entitled": "conditional", "when": {"age": {"min": 15}}}))
        == []
    )
    assert (
        problems(**plan(**{"for": {"insured": False}, "counts_from": "days_since_arrival", "with": ["desk"]}))
        == []
    )
    assert problems() == []


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        (right(code="fly"), "`fly` is no right"),
        (right({"status": "king"}), "`king` is no legal status"),
        (right({}, {}), "stands here twice"),
        (right({"entitled": "no", "when": {"works": True}}), "has no condition"),
        (right({"entitled": "conditional", "when": {"agee": 3}}), "Did you mean `age`?"),
        (right({"when": {"legal_status": ["king"]}}), "Nothing has the code `king`"),
        (plan(**{"for": {"age": {"min": 9, "max": 3}}}), "`min` is above `max`"),
        (plan(urgent={"any": []}), "no list of conditions"),
        (plan(done={"insured": "yes"}), "neither true nor false"),
        (plan(counts_from="insured"), "no number that anybody tells"),
        (plan(**{"with": ["nobody"]}), "`nobody` is no entry"),
    ],
)
def test_a_rule_that_makes_no_sense_is_said_with_a_way_out(fields: dict[str, Any], words: str) -> None:
    (found,) = problems(**fields)
    assert words in found


def test_personas_are_read_and_their_slips_are_named(tmp_path: Path) -> None:
    text = """
- {id: a, situation: s, answers: {age: 3}, expect: {in_plan: [x]}}
- {id: b, situation: s, answers: {age: three, shoe: 4}, expect: {}}
- {id: c, answers: {}}
- 7
"""
    found = [(each.line, each.what) for each in rule_checks.personas(SourceFile("personas.yaml", text))]
    assert [line for line, _ in found] == [3, 3, 4, 5]
    assert "`age`" in found[0][1]
    assert "nobody declared `shoe`" in found[1][1]
    assert list(rule_checks.personas(None)) == []


def vocabulary() -> Vocabulary:
    given = {
        "refugee": ["protected"],
        "worker": ["foreigner"],
        "stateless": [],
        "protected": [],
        "foreigner": [],
    }
    found = {
        ("legal-statuses", key): Concept(scheme="legal-statuses", concept=key, broader=above, related=[])
        for key, above in given.items()
    }
    return Vocabulary(found, {})


def test_a_wide_code_covers_what_lies_below_it_and_what_no_code_reaches_is_not_known() -> None:
    cells, otherwise = covered(vocabulary(), ["protected"], SINGLES)
    assert {each["status"]: each["entitled"] for each in cells} == {
        "refugee": "yes",
        "worker": "no",
        "stateless": "unknown",
    }
    assert otherwise == "unknown"


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({}, None),
        ({"age_min": 15, "age_max": 29}, {"age": {"min": 15, "max": 29}}),
        ({"age_max": 0}, {"age": {"max": 0}}),
        ({"residence": "si"}, {"address_registered": True}),
        ({"residence": "mol"}, None),
        ({"insurance": "required"}, {"insured": True}),
        ({"insurance": "none"}, {"insured": False}),
        ({"insurance": "not_required"}, None),
    ],
)
def test_of_eligibility_a_machine_checks_age_address_and_insurance(
    given: dict[str, Any], expected: Any
) -> None:
    assert limits(given) == expected
