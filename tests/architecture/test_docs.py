# SPDX-License-Identifier: EUPL-1.2
"""Every verb, setting and command has its line in the documents, and no document sends a reader into the void."""

import argparse
import ast
import re

import pytest

from tests.architecture.tree import ROOT, documents, ending, text

VERB = re.compile(r"^([a-z][a-z-]*):.*## (.+)$", re.M)
LINK = re.compile(r"(?<!\!)\[[^\]]*\]\(([^)#\s]+)(?:#[^)]*)?\)|!\[[^\]]*\]\(([^)\s]+)\)")
FENCED = re.compile(r"```.*?```", re.S)
OUTSIDE = ("http://", "https://", "mailto:", "tel:")
OPERATIONS = (ROOT / "docs" / "operations.md").read_text(encoding="utf-8")


def verbs() -> list[str]:
    return [name for name, _ in VERB.findall((ROOT / "Makefile").read_text(encoding="utf-8"))]


def settings() -> list[str]:
    """Every environment variable that the settings or the start of the server read."""
    named = set()
    for path in (
        path
        for path in ending(".py")
        if path.parts[:2] == ("config", "settings") or path.parts[:3] == ("pristan", "doors", "cli")
    ):
        for node in ast.walk(ast.parse(text(path))):
            if (
                isinstance(node, ast.Call)
                and node.args
                and isinstance(node.args[0], ast.Constant)
                and _reads_environment(node.func)
            ):
                named.add(str(node.args[0].value))
    return sorted(named)


def _reads_environment(function: ast.expr) -> bool:
    return bool(re.fullmatch(r"env(\.\w+)?|os\.environ\.get|os\.getenv", ast.unparse(function)))


def commands() -> list[str]:
    """Every command of `pristan` with its subcommands: `pristan pack check`."""
    from pristan.doors.cli.main import parser

    return sorted(_below("pristan", parser()))


def _below(path: str, parser: argparse.ArgumentParser) -> list[str]:
    groups = [action for action in parser._actions if isinstance(action, argparse._SubParsersAction)]
    if not groups:
        return [path]
    return [
        name
        for group in groups
        for word, one in group.choices.items()
        for name in _below(f"{path} {word}", one)
    ]


def test_the_makefile_says_what_each_verb_does():
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    phony = re.search(r"^\.PHONY: (.+)$", makefile, re.M)[1].split()
    assert sorted(phony) == sorted(verbs())


@pytest.mark.parametrize("verb", [verb for verb in verbs() if verb != "help"])
def test_a_verb_is_explained(verb):
    assert re.search(rf"`make {verb}[ `]", documents()), (
        f"mend: a line with `make {verb}` in docs/operations.md"
    )


@pytest.mark.parametrize("name", settings())
def test_a_setting_is_explained(name):
    assert f"`{name}`" in OPERATIONS, f"mend: a line for `{name}` in the table of docs/operations.md"


def test_settings_are_found():
    assert {"PRISTAN_VAR", "DATABASE_URL", "SECRET_KEY", "PRISTAN_PORT"} <= set(settings())


def test_no_setting_is_explained_that_nobody_reads():
    rows = re.findall(r"^\| `([A-Z_]+)` \|", OPERATIONS, re.M)
    assert [name for name in rows if name not in settings()] == []


def test_a_command_is_explained():
    missing = [
        command
        for command in commands()
        if not re.search(rf"`{command.replace('search-', 'search ')}[ `]", documents())
    ]
    assert not missing, "mend: a line for each in docs/operations.md"


def test_a_command_shows_examples():
    from pristan.doors.cli.main import parser

    without = [
        path
        for path, one in _walk("pristan", parser())
        if "example" not in (one.epilog or "") and "example" not in one.format_help()
    ]
    assert not without


def _walk(path: str, parser: argparse.ArgumentParser) -> list[tuple[str, argparse.ArgumentParser]]:
    groups = [action for action in parser._actions if isinstance(action, argparse._SubParsersAction)]
    below = [
        found
        for group in groups
        for word, one in group.choices.items()
        for found in _walk(f"{path} {word}", one)
    ]
    return [(path, parser), *below]


@pytest.mark.parametrize("path", ending(".md"), ids=str)
def test_a_link_leads_somewhere(path):
    """Links between documents; those to the outside are looked at by `make audit`."""
    plain = FENCED.sub("", text(path))
    targets = [link or picture for link, picture in LINK.findall(plain)]
    missing = [
        target
        for target in targets
        if not target.startswith(OUTSIDE) and not (ROOT / path.parent / target).exists()
    ]
    assert not missing


def test_every_document_is_reachable():
    """From README, following links, one comes to every page of docs/."""
    seen, waiting = set(), [ROOT / "README.md"]
    while waiting:
        page = waiting.pop()
        if page in seen or not page.exists():
            continue
        seen.add(page)
        linked = [
            link
            for link, _ in LINK.findall(FENCED.sub("", page.read_text(encoding="utf-8")))
            if link.endswith(".md")
        ]
        waiting += [(page.parent / link).resolve() for link in linked if not link.startswith(OUTSIDE)]
    assert [str(path) for path in ending(".md") if path.parts[0] == "docs" and ROOT / path not in seen] == []
