# SPDX-License-Identifier: EUPL-1.2
"""The engine's scripts as texts: small, plain enough for old phones, and without a way to send or keep anything."""

import re
from pathlib import Path

import pytest

FOLDER = Path(__file__).resolve().parents[1] / "static" / "orientation"
SCRIPTS = sorted(FOLDER.glob("*.js"))
PRISTAN = FOLDER.parents[3]
IMPORT = re.compile(r'^import \{[^}]+\} from "(\./\w+\.js)";$', re.M)
COMMENTS = re.compile(r"/\*.*?\*/|(?<!:)//[^\n]*", re.S)
LONGEST = 200
# What would let an answer leave or stay, and what makes days depend on where the phone is.
FORBIDDEN = (
    "fetch", "XMLHttpRequest", "sendBeacon", "WebSocket", "Storage", "cookie", "indexedDB", "document", "globalThis", "navigator", "console",
    "postMessage", "history", "location", "eval", "Function", "Date.now", "new Date()", "getDate", "getFullYear", "toLocale", "Intl", "Math.random",
)  # fmt: skip
# Younger than ECMAScript 2020, as far as a text shows it.
YOUNG = re.compile(r"\?\?=|\|\|=|&&=|\d_\d|\.at\(|replaceAll|structuredClone|Object\.hasOwn|\.findLast|toSorted|static \{|\s#\w+|^await", re.M)  # fmt: skip


def code(script: Path) -> str:
    """What runs, without what explains it."""
    return COMMENTS.sub("", script.read_text("utf-8"))


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.stem)
def test_a_script_is_small_and_names_the_modules_that_it_follows(script: Path) -> None:
    text = script.read_text("utf-8")
    assert text.startswith("// SPDX-License-Identifier: EUPL-1.2\n")
    assert text.count("\n") <= LONGEST
    head = text.partition("\n\n")[0]
    for named in re.findall(r"(?:core|city)/[\w/]+(?:\.py)?", head):
        assert (PRISTAN / named).exists(), named


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.stem)
def test_a_script_reaches_nothing_and_runs_on_an_old_phone(script: Path) -> None:
    found = [word for word in FORBIDDEN if re.search(rf"(?<!\w){re.escape(word)}", code(script))]
    assert not found
    assert not YOUNG.search(code(script))


def test_scripts_import_only_each_other_and_never_in_a_circle() -> None:
    imports = {each.name: {path[2:] for path in IMPORT.findall(code(each))} for each in SCRIPTS}
    every = sum(len(re.findall(r"\bimport\b", code(each))) for each in SCRIPTS)
    assert every == sum(map(len, imports.values()))
    left = dict(imports)
    while free := [name for name, needs in left.items() if not needs & left.keys()]:
        for name in free:
            del left[name]
    assert not left, "these import each other: static files cannot be named by their contents"
    assert set[str]().union(*imports.values()) == {each.name for each in SCRIPTS} - {"engine.js"}
