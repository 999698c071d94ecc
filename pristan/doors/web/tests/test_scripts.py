# SPDX-License-Identifier: EUPL-1.2
"""The scripts of the plan as texts: small, and each way in which an answer could leave or stay stands in one known place."""

import re
from pathlib import Path

import pytest

FOLDER = Path(__file__).resolve().parents[1] / "static" / "web"
SCRIPTS = sorted(each for each in FOLDER.glob("*.js") if each.name != "uqr.js")  # which is not ours
COMMENTS = re.compile(r"/\*.*?\*/|(?<!:)//[^\n]*", re.S)
LONGEST = 200
# Word -> the scripts that may say it.
KNOWN = {
    "fetch(": {"browser.js", "marking.js"}, "sessionStorage": {"kept.js"}, "localStorage": set(), "cookie": set(), "sendBeacon": set(),
    "XMLHttpRequest": set(), "WebSocket": set(), "indexedDB": set(), "pushState": {"making.js"}, "replaceState": {"making.js"},
    ".submit()": {"making.js"}, "console": set(), "eval": set(), "innerHTML": set(), "Date.now": set(), "new Date(": set(), "Intl": set(),
}  # fmt: skip


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.stem)
def test_a_script_is_small_and_says_what_it_is_for(script: Path) -> None:
    text = script.read_text("utf-8")
    assert text.startswith("// SPDX-License-Identifier: EUPL-1.2\n// ")
    assert text.count("\n") <= LONGEST


@pytest.mark.parametrize("word", KNOWN)
def test_where_an_answer_could_leave_or_stay_is_known(word: str) -> None:
    assert {each.name for each in SCRIPTS if word in COMMENTS.sub("", each.read_text("utf-8"))} == KNOWN[word]


def test_the_history_gets_a_number_and_no_address() -> None:
    said = re.findall(r"history\.(?:push|replace)State\(([^)]*)\)", (FOLDER / "making.js").read_text("utf-8"))
    assert set(said) == {'{ at: here }, ""'}
