# SPDX-License-Identifier: EUPL-1.2
"""Decision records: numbered once, whole, listed, and never an unfilled form."""

import re
from collections import Counter
from pathlib import Path

import pytest

from tests.architecture.tree import ROOT

FOLDER = ROOT / "docs" / "decisions"
RECORDS = sorted(path for path in FOLDER.glob("*.md") if path.name != "README.md")
NAME = re.compile(r"(\d{4})-[a-z0-9]+(-[a-z0-9]+)*\.md")
TITLE = re.compile(r"# (\d{4})\. (.{8,})")
SECTIONS = ["## Context", "## Decision", "## Consequences"]


def problems(name: str, text: str) -> list[str]:
    """What is wrong with a record; empty if nothing."""
    named, titled = NAME.fullmatch(name), TITLE.match(text)
    found = []
    if not named:
        found.append("its name is not NNNN-a-few-words.md")
    if not titled:
        found.append("its first line is not `# NNNN. What was decided`")
    elif named and named[1] != titled[1]:
        found.append("the number in its name is not the one in its title")
    if titled and re.search(r"what was decided|title|template|NNNN", titled[2], re.I):
        found.append("its title is still that of the form")
    if "\nStatus: " not in text:
        found.append("it has no line `Status: ...`")
    headings = [line for line in text.splitlines() if line.startswith("## ")]
    if [heading for heading in headings if heading in SECTIONS] != SECTIONS:
        found.append(f"it lacks one of {', '.join(SECTIONS)}, in this order")
    consequences = text.split("## Consequences")[-1].lower()
    found += [
        f"its consequences name nothing {side}"
        for side in ("positive", "negative")
        if side not in consequences
    ]
    return found


def test_numbers_are_given_once():
    counted = Counter(path.name[:4] for path in RECORDS)
    assert [number for number, count in counted.items() if count > 1] == []


@pytest.mark.parametrize("path", RECORDS, ids=lambda path: path.stem)
def test_a_record_is_whole(path: Path):
    assert problems(path.name, path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("path", RECORDS, ids=lambda path: path.stem)
def test_a_record_is_listed(path: Path):
    line = f"({path.name})"
    assert line in (FOLDER / "README.md").read_text(encoding="utf-8"), (
        f"mend: add to docs/decisions/README.md: - [title]{line}"
    )


def test_the_list_names_no_record_that_is_not_there():
    linked = re.findall(r"\((\d{4}-[^)]+\.md)\)", (FOLDER / "README.md").read_text(encoding="utf-8"))
    assert sorted(linked) == sorted(path.name for path in RECORDS)


def test_an_unfilled_form_is_noticed():
    form = (FOLDER / "README.md").read_text(encoding="utf-8").split("```markdown\n")[1].split("```")[0]
    assert "its first line is not `# NNNN. What was decided`" in problems("0001-x.md", form)
    filled = form.replace("NNNN. What was decided, as a sentence", "0001. One city, one database")
    assert problems("0001-one-city.md", filled) == []
    assert problems("0002-one-city.md", filled) == ["the number in its name is not the one in its title"]
    assert "its consequences name nothing negative" in problems(
        "0001-one-city.md", filled.split("Negative")[0]
    )
