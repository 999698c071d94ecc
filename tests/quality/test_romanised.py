# SPDX-License-Identifier: EUPL-1.2
"""Arabic and Persian as people type them with Latin letters, over the real city.

The questions (`romanised.jsonl`, machine drafted, in eight varieties) were written by somebody who knew nothing of how they are read; `good`
are the entries that answer one. Every second line, from the first, was looked at while it was built.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from pristan.core.text import romanised, tokenise
from pristan.doors.cli.batch import City
from pristan.platform.search.analysis import analyser
from pristan.platform.search.knowledge import knowledge
from pristan.platform.search.understanding import understand

ROWS = [
    json.loads(line) for line in Path(__file__).with_name("romanised.jsonl").read_text("utf-8").splitlines()
]


def of(kind: str, language: str = "") -> list[dict[str, Any]]:
    return [row for row in ROWS if row["kind"] == kind and language in ("", row["lang"])]


def heard(rows: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Those that are taken for words of danger."""
    for row in rows:
        if understand(row["text"], row["lang"], [row["lang"]], analyser(), knowledge()).crisis:
            yield row


@pytest.mark.once
@pytest.mark.django_db
@pytest.mark.parametrize("language", romanised.LANGUAGES)
def test_most_find_an_entry_that_answers_them_among_the_first_three(
    language: str, ljubljana: None, db: None
) -> None:
    city = City()
    asked = of("question", language)
    assert len(asked) == 60
    right = [row for row in asked if {*row["good"]} & {*city.answer(row | {"id": ""})["results"][:3]}]
    assert len(right) >= 50  # 21 (ar) and 37 (fa) as they are typed


def test_danger_is_heard_and_what_only_looks_like_it_seldom() -> None:
    danger, calm = of("danger"), of("calm")
    assert len([*heard(danger)]) >= len(danger) - 1
    assert len([*heard(calm)]) <= len(calm) / 4


@pytest.mark.parametrize("row", of("other"), ids=lambda row: row["text"])
def test_no_other_language_is_taken_for_it(row: dict[str, Any]) -> None:
    words = tokenise(row["text"])
    asked = understand(row["text"], row["lang"], [row["lang"]], analyser(), knowledge()).asked
    assert {each.surface for each in asked} <= {*words}
