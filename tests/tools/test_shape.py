# SPDX-License-Identifier: EUPL-1.2
"""The measure measures: sizes, excuses, views, circles."""

import ast

import pytest

from scripts import shape


def function(body: str) -> int:
    return shape.length(next(shape.functions(ast.parse(body))))


def test_a_function_is_counted_without_docstring_and_decorators():
    assert function("def one():\n    return 1\n") == 2
    assert function('@cache\n@other\ndef one():\n    """Says\n\n    a lot.\n    """\n    return 1\n') == 2
    assert function("async def one():\n    a = 1\n\n    return a\n") == 4


def test_methods_and_nested_functions_count_each():
    source = "class A:\n    def b(self):\n        def c():\n            pass\n        return c\n"
    assert sorted(one.name for one in shape.functions(ast.parse(source))) == ["b", "c"]


@pytest.mark.parametrize(
    ("text", "is_excused"),
    [
        ("# SPDX\n# over budget: one table that belongs together\n", True),
        ("{# over budget: one form with many fields #}\n", True),
        ("/* over budget: the whole sprite */\n", True),
        ("# over budget:\n", False),
        ("/* over budget: */\n", False),
        ("\n" * 5 + "# over budget: too late\n", False),
        ("", False),
    ],
)
def test_an_excuse_stands_in_the_first_lines_and_gives_a_reason(text, is_excused):
    assert shape.is_excused(text) is is_excused


def test_over_budget_only_without_an_excuse():
    assert shape.Measured("file", "x.py", 401, is_excused=False).is_over
    assert not shape.Measured("file", "x.py", 401, is_excused=True).is_over
    assert not shape.Measured("file", "x.py", 400, is_excused=False).is_over
    assert shape.Measured("view", "views.py:1 show", 26, is_excused=False).is_over


def test_views_have_their_own_budget():
    assert shape.is_view(shape.ROOT / "pristan/city/desk/views.py")
    assert shape.is_view(shape.ROOT / "pristan/doors/web/views/home.py")
    assert not shape.is_view(shape.ROOT / "pristan/doors/web/page.py")


def test_circles_are_found_and_straight_lines_are_none():
    neighbours = {"a": ["b"], "b": ["c"], "c": ["a", "d"], "d": ["e"], "e": [], "f": ["f2"], "f2": ["f"]}
    groups = [group for group in shape.strong_components(neighbours) if len(group) > 1]
    assert sorted(map(sorted, groups)) == [["a", "b", "c"], ["f", "f2"]]
    assert all(len(group) == 1 for group in shape.strong_components({"a": ["b", "c"], "b": ["c"], "c": []}))


def test_a_long_chain_does_not_exhaust_the_stack():
    chain = {str(number): [str(number + 1)] for number in range(5000)} | {"5000": []}
    assert len(shape.strong_components(chain)) == 5001


def test_code_and_tests_are_told_apart():
    code, tests = shape.code_files(), shape.test_files()
    assert code
    assert tests
    assert not set(code) & set(tests)
    assert not [path for path in code if "migrations" in path.parts]
