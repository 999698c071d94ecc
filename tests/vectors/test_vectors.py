# SPDX-License-Identifier: EUPL-1.2
"""The engine in the browser answers what the server answers: thousands of cases, compared whole in a real Chromium."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

import msgspec
import pytest

from pristan.city.orientation.rulebook import Rulebook, read
from pristan.core.graph import BANDS
from tests.vectors.browser import opened
from tests.vectors.groups import Group, groups

pytestmark = [pytest.mark.django_db, pytest.mark.slow, pytest.mark.once]
LANGUAGE = "sl"
FEWEST, FEWEST_ASKED = 5_000, 1_500
BATCH = 150
COMPARE = """async ([portable, cases]) => (await import("/compare.js")).differences(portable, cases)"""
BECAUSE = {
    "days-after-arrival", "days-after-event", "before-expiry", "advice", "opens-after", "window", "event-not-told", "law-has-moved",
    "source-is-weak", "no-deadline",
}  # fmt: skip


@pytest.fixture(scope="module")
def book(ljubljana: None) -> Rulebook:
    """The rules of Ljubljana."""
    from pristan.platform.published import readers

    return read(readers.shared(kind="rules", language=LANGUAGE, version=readers.version()))


def test_the_browser_answers_what_the_server_answers(book: Rulebook, browser: Any) -> None:
    page, seen, wrong = opened(browser), Counter[str](), list[Any]()
    for group in groups(book, LANGUAGE):
        seen.update(met(group))
        for start in range(0, len(group.cases), BATCH):
            some = group.cases[start : start + BATCH]
            found = page.evaluate(COMPARE, [group.portable.decode(), msgspec.json.encode(some).decode()])
            wrong += [
                each
                | {"group": group.name, "case": start + each["case"], "given": some[each["case"]]["given"]}
                for each in found
            ]
    page.close()
    assert not wrong, f"{len(wrong)} cases differ, such as {wrong[:3]}"
    assert seen["case"] >= FEWEST
    assert seen["next"] >= FEWEST_ASKED
    assert {
        "yes",
        "no",
        "depends",
        "not_known",
        "malformed",
        "problem",
        "none",
        *BANDS,
        *BECAUSE,
        "legal",
        "practical",
        "aside",
        "article-not-verified",
    } <= seen.keys()


def met(group: Group) -> Iterator[str]:
    """What the cases of a group are about: so that a vector set that says little is noticed."""
    for case in group.cases:
        yield "case"
        yield from ("malformed" for _ in case["read"]["malformed"])
        yield from ("problem" for _ in case["read"]["problems"])
        yield from (each["verdict"] for each in case.get("verdicts", ()))
        plan = case.get("plan", {"steps": (), "circles": ()})
        yield from (each["strength"] for each in plan["circles"])
        yield from (each[name] for each in plan["steps"] for name in ("band", "because", "doubt"))
        yield from ("aside" for each in plan["steps"] if each["aside"])
        if "next" in case:
            yield "next"
            yield case["next"]["question"] or "none"
