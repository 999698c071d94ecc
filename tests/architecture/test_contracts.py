# SPDX-License-Identifier: EUPL-1.2
"""The import contracts hold, and they would notice: each breach planted here is found and named."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.tree import ROOT, ending

BREACHES = [
    ("pristan/core/breach.py", "import django", "pristan.core.breach -> django"),
    ("pristan/core/breach.py", "import httpx", "pristan.core.breach -> httpx"),
    ("pristan/core/text/breach.py", "from pristan.platform import ui", "pristan.core.text.breach -> pristan.platform.ui"),
    ("pristan/platform/audit/breach.py", "from pristan.city.directory import models", "pristan.platform.audit.breach -> pristan.city.directory.models"),
    ("pristan/platform/audit/breach.py", "from pristan.platform.published import services", "pristan.platform.audit.breach -> pristan.platform.published.services"),
    ("pristan/platform/search/breach.py", "from pristan.platform.translations import services", "pristan.platform.search.breach -> pristan.platform.translations.services"),
    ("pristan/platform/ui/breach.py", "from pristan.platform.published import readers", "pristan.platform.ui.breach -> pristan.platform.published.readers"),
    ("pristan/city/taxonomy/breach.py", "from pristan.city.directory import services", "pristan.city.taxonomy.breach -> pristan.city.directory.services"),
    ("pristan/city/directory/breach.py", "from pristan.doors.web import urls", "pristan.city.directory.breach -> pristan.doors.web.urls"),
    ("pristan/doors/web/breach.py", "from pristan.city.directory import models", "pristan.doors.web.breach -> pristan.city.directory.models"),
    ("pristan/doors/web/breach.py", "from pristan.platform.packs import services", "pristan.doors.web.breach -> pristan.platform.packs.services"),
    ("pristan/doors/web/breach.py", "from pristan.doors.cli import main", "pristan.doors.web.breach -> pristan.doors.cli.main"),
    ("pristan/core/breach.py", "from config import urls", "pristan.core.breach -> config.urls"),
]  # fmt: skip
INSIDE = "def late():\n    {line}\n"


@pytest.fixture(scope="module")
def copied(tmp_path_factory):
    """The Python of the project, apart, so that a breach can be planted."""
    folder = tmp_path_factory.mktemp("tree")
    for path in (
        path
        for path in ending(".py")
        if path.parts[0] in ("pristan", "config", "scripts") and "tests" not in path.parts
    ):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / path, folder / path)
    shutil.copyfile(ROOT / ".importlinter", folder / ".importlinter")
    return folder


@pytest.fixture
def planted(copied):
    """Write a module into the copy; it is taken away after the test."""
    made = []

    def plant(name: str, source: str) -> None:
        (copied / name).write_text(source, encoding="utf-8")
        made.append(copied / name)

    yield plant
    for path in made:
        path.unlink()


def lint(folder: Path) -> tuple[int, str]:
    """Exit status and words of import-linter, its line breaks taken out."""
    code = "import sys; from importlinter.cli import lint_imports_command; sys.path.insert(0, '.'); lint_imports_command()"
    done = subprocess.run(
        [sys.executable, "-c", code, "--no-cache", "--no-logo"], cwd=folder, capture_output=True, text=True, check=False,
        env={"PATH": "/usr/bin:/bin", "COLUMNS": "200", "PYTHONDONTWRITEBYTECODE": "1"},
    )  # fmt: skip
    return done.returncode, " ".join((done.stdout + done.stderr).split())


def test_the_tree_keeps_its_contracts(copied):
    status, words = lint(copied)
    assert status == 0, words
    assert "0 broken" in words


@pytest.mark.parametrize(
    ("name", "line", "said"), BREACHES, ids=[f"{Path(name).parent} {line}" for name, line, _ in BREACHES]
)
def test_a_planted_breach_is_found_and_named(copied, planted, name, line, said):
    planted(name, line + "\n")
    status, words = lint(copied)
    assert status == 1, words
    assert said in words


def test_an_import_inside_a_function_does_not_hide(copied, planted):
    planted("pristan/core/breach.py", INSIDE.format(line="import django"))
    status, words = lint(copied)
    assert status == 1
    assert "pristan.core.breach -> django" in words


def test_a_new_app_must_find_its_floor(copied):
    novelty = copied / "pristan/platform/novelty"
    novelty.mkdir()
    (novelty / "__init__.py").touch()
    status, words = lint(copied)
    shutil.rmtree(novelty)
    assert status == 1, words
    assert "novelty" in words
