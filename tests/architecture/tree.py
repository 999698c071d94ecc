# SPDX-License-Identifier: EUPL-1.2
"""The files of the project, as git would take them: nothing built, fetched or ignored."""

import subprocess
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BUILT = {".mo", ".pyc", ".sqlite3"}
NOT_OURS = {".git", ".venv", "var", "build", "__pycache__", "node_modules", "vendor"}
CACHES = {".hypothesis", ".import_linter_cache", ".mypy_cache", ".pytest_cache", ".ruff_cache"}


@cache
def files() -> tuple[Path, ...]:
    """All files of the project, relative to its root."""
    named = _of_git() or [str(path.relative_to(ROOT)) for path in ROOT.rglob("*") if path.suffix not in BUILT]
    apart = NOT_OURS | CACHES
    return tuple(
        sorted(path for path in map(Path, named) if (ROOT / path).is_file() and not set(path.parts) & apart)
    )


def _of_git() -> list[str]:
    """What git knows or would take; nothing in an unpacked archive."""
    words = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    asked = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=False)
    return [name for name in asked.stdout.split("\0") if name] if asked.returncode == 0 else []


def ending(*suffixes: str) -> list[Path]:
    """The files whose names end so."""
    return [path for path in files() if path.name.endswith(suffixes)]


@cache
def text(path: Path) -> str:
    """What stands in a file; empty for pictures and the like."""
    try:
        return (ROOT / path).read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return ""


def documents() -> str:
    """All that is written for people: README, CONTRIBUTING, docs/."""
    return "\n".join(
        text(path) for path in ending(".md") if path.parts[0] in ("README.md", "CONTRIBUTING.md", "docs")
    )
