# SPDX-License-Identifier: EUPL-1.2
"""Paper: a typst template and data become a tagged PDF that a screen reader can read (PDF/UA-1).

Data stay data: what a text holds of markup is printed as it stands. No system font, package or network is used.
"""

import json
from collections.abc import Mapping
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import Any

import structlog
import typst

# Templates of every floor may import what stands in this folder.
ROOT = Path(__file__).resolve().parents[2]
FONTS = Path(__file__).parent / "fonts"
NOTHING = Path(__file__).parent / "nothing.typ"
# typst drops what it did not need again for ten documents.
_REMEMBERED = 10
_NO_GLYPH = "could not be displayed"

log = structlog.get_logger("pristan.documents")


class NotTypeset(Exception):
    """The template and the data make no document. The message is typst's own and may hold some of the data: never log it."""


class MissingGlyph(NotTypeset):
    """No font of ours has a letter of the data."""


def pdf(template: Path, data: Mapping[str, Any], *, made: date, is_strict: bool = False) -> bytes:
    """The document. ``made``: the day it says it was made on.

    Where our fonts lack a letter, a box stands for it and the document no longer claims PDF/UA; ``is_strict`` raises
    MissingGlyph instead. Raises NotTypeset.
    """
    inputs = {"data": json.dumps(data, ensure_ascii=False)}
    try:
        return _compiled(template, inputs, made, is_accessible=True)
    except MissingGlyph:
        if is_strict:
            raise
        log.warning("letter without a font", template=template.name)
        return _compiled(template, inputs, made, is_accessible=False)
    finally:
        _forget()


def _compiled(template: Path, inputs: dict[str, str], made: date, *, is_accessible: bool) -> bytes:
    compiler = _compiler(template)
    stamp = datetime(made.year, made.month, made.day, tzinfo=UTC)
    try:
        found = compiler.compile(
            format="pdf",
            sys_inputs=inputs,
            pdf_standards=["ua-1"] if is_accessible else [],
            timestamp=stamp,
        )
    except typst.TypstError as error:
        kind = MissingGlyph if _NO_GLYPH in str(error) else NotTypeset
        raise kind(str(error)) from None
    assert isinstance(found, bytes)
    return found


def _compiler(template: Path) -> typst.Compiler:
    return typst.Compiler(template, root=ROOT, font_paths=_fonts(), ignore_system_fonts=True)


def _forget() -> None:
    """Leave nothing of a document in memory: what one person took along is no matter of the next, and each would cost 20 MB."""
    nothing = _compiler(NOTHING)
    for _ in range(_REMEMBERED + 1):
        nothing.compile(format="svg")


@cache  # the fonts are part of the code
def _fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS])
