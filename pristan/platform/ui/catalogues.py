# SPDX-License-Identifier: EUPL-1.2
"""Compile the interface's catalogues (locale/<language>/LC_MESSAGES/*.po) without gettext's tools."""

import tempfile
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po


def compile_catalogues(locale_dir: Path) -> int:
    """Write the .mo beside each .po that is newer than it (or has none). Returns how many were written.

    A fuzzy translation is left out: the reader then sees the interface's own language, not a guess.
    A file is there whole or not at all. Raises OSError where the folder cannot be written to.
    """
    stale = [source for source in sorted(locale_dir.glob("*/LC_MESSAGES/*.po")) if _is_stale(source)]
    for source in stale:
        _compile(source)
    return len(stale)


def _is_stale(source: Path) -> bool:
    compiled = source.with_suffix(".mo")
    return not compiled.exists() or compiled.stat().st_mtime_ns < source.stat().st_mtime_ns


def _compile(source: Path) -> None:
    language = source.parent.parent.name
    with source.open("rb") as file:
        catalogue = read_po(file, locale=language, domain=source.stem)
    compiled = source.with_suffix(".mo")
    with tempfile.NamedTemporaryFile(dir=source.parent, delete=False) as draft:
        write_mo(draft, catalogue)
    written = Path(draft.name)
    written.chmod(0o644)
    written.replace(compiled)
