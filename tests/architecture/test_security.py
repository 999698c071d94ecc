# SPDX-License-Identifier: EUPL-1.2
"""docs/security.md names tests that are there: a promise without its proof fails the build."""

import ast
import re
from functools import cache

import pytest

from tests.architecture.tree import ROOT

NAMED = sorted(
    set(re.findall(r"`([\w/]+\.py)::(\w+)`", (ROOT / "docs" / "security.md").read_text(encoding="utf-8")))
)
SHORT = ROOT / "pristan" / "doors" / "staff" / "tests"


@cache
def functions(name: str) -> set[str]:
    path = ROOT / name if "/" in name else SHORT / name
    return {
        node.name
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef)
    }


def test_points_name_tests():
    assert len(NAMED) > 30


@pytest.mark.parametrize(("name", "function"), NAMED, ids=[function for _, function in NAMED])
def test_a_named_test_is_there(name, function):
    assert function in functions(name), f"mend: docs/security.md names {name}::{function}"
