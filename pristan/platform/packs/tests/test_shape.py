# SPDX-License-Identifier: EUPL-1.2
"""A value of the wrong shape is told in words: which file and line, what is wrong, how a right one looks."""

from typing import Annotated

import msgspec
import pytest
from msgspec import Meta

from pristan.platform.packs.files import SourceFile
from pristan.platform.packs.problems import Problem
from pristan.platform.packs.shape import shape_problem


class Phone(msgspec.Struct, forbid_unknown_fields=True):
    number: Annotated[str, Meta(pattern=r"^(\+\d[\d ]+|\d{2,6})$")]
    as_of: Annotated[str, Meta(pattern=r"^\d{4}(-\d{2})?$")] | None = None


class Card(msgspec.Struct, forbid_unknown_fields=True):
    name: str
    website: Annotated[str, Meta(pattern=r"^https?://\S+$")] | None = None
    email: Annotated[str, Meta(pattern=r"^[^@\s]+@[^@\s]+$")] | None = None
    phones: list[Phone] = []
    names: dict[str, str] = {}


# The file; line, place, words of what is wrong, words of the mend.
WRONG = [
    ("name: 12\n", 1, "`name`", "Expected text", "text in quotes"),
    ("name: a\nwebsite: example\n", 2, "`website`", "another form", "whole web address"),
    ("name: a\nemail: nobody\n", 2, "`email`", "another form", "one e-mail address"),
    ("name: a\nphones:\n  - number: \"112\"\n  - number: x\n", 4, "`phones.2.number`", "another form", "international form"),
    ("name: a\nphones:\n  - number: \"112\"\n    as_of: March\n", 4, "`phones.1.as_of`", "another form", "a date in quotes"),
    ("name: a\nphones:\n  - number: \"112\"\n    fax: 1\n", 4, "`phones.1`", "unknown field `fax`", "Remove the key"),
    ("name: a\nphones: 112\n", 2, "`phones`", "Expected", "docs/pack.md"),
    ("name: a\nnames:\n  sl: b\n  en: [c]\n", 2, "`names", "Expected text", "text in quotes"),
]  # fmt: skip


def problem_of(text: str) -> Problem:
    source = SourceFile("mini/x.yaml", text)
    with pytest.raises(msgspec.ValidationError) as wrong:
        msgspec.convert(source.data, Card)
    return shape_problem(source, (), wrong.value)


@pytest.mark.parametrize(("text", "line", "place", "what", "mend"), WRONG)
def test_a_wrong_value_has_file_line_reason_and_mend(text, line, place, what, mend):
    problem = problem_of(text)
    assert problem.path == "mini/x.yaml"
    assert place in problem.what and what in problem.what, str(problem)
    assert mend in problem.mend, str(problem)
    assert problem.line == line, str(problem)


def test_no_word_of_the_machine_reaches_the_clerk():
    for text, *_ in WRONG:
        told = str(problem_of(text))
        assert "regex" not in told and "`str`" not in told and "$" not in told, told


def test_a_problem_is_one_line_that_editors_jump_to_and_one_that_mends():
    first, second = str(Problem("mini/x.yaml", 7, "what is wrong", "Mend it so.")).split("\n")
    assert first == "mini/x.yaml:7: error: what is wrong" and second.strip() == "Mend it so."
    assert ": warning: " in str(Problem("x", 1, "odd", "look", is_error=False))


def test_problems_are_told_in_the_order_of_files_and_lines():
    told = [Problem("b", 1, "x", ""), Problem("a", 10, "x", ""), Problem("a", 9, "x", "")]
    assert [(each.path, each.line) for each in sorted(told)] == [("a", 9), ("a", 10), ("b", 1)]
