# SPDX-License-Identifier: EUPL-1.2
"""Texts that a spreadsheet would take for a formula, made harmless in CSV, and back.

A CSV file has no way to say "this is text": Excel and LibreOffice run what begins with ``=``, ``+``, ``-`` or ``@`` (OWASP, *CSV Injection*),
in the widths of other scripts as well, after a tab, a line break, a blank or a character that nobody sees. Opened where columns are parted by another sign than
ours, a text falls apart, and each of its parts may begin so. Before each such place stands one apostrophe more; our own reader takes one away.
What comes between (apostrophes that were there) keeps its number, so every text comes back as it was.
"""

import re

# Plain, full-width, small, superscript and subscript forms, and the sign that typographers write for minus.
STARTS = "=+\\-@＝＋－＠﹦﹢﹣﹫⁼⁺⁻₌₊₋﬩−"
# Where a cell may begin when somebody else parts the columns.
_BEGIN = r"(?:^|(?<=[,;|\t\r\n]))"
# Blanks, invisible characters and quotation marks that programs skip; not those that part cells.
_SKIPPED = r"[ \"\x00\x0b\x0c\x1c-\x1f\x85\xa0\xad\u1680\u2000-\u200f\u2028-\u202f\u205f-\u2069\u3000\ufeff]*"
_DANGER = rf"(?={_SKIPPED}[{STARTS}\t\r\n])"
_ADD = re.compile(rf"{_BEGIN}('*){_DANGER}")
_TAKE = re.compile(rf"{_BEGIN}'('*){_DANGER}")


def harmless(text: str) -> str:
    """The text as it may stand in a CSV file."""
    return _ADD.sub(r"'\1", text)


def as_it_was(text: str) -> str:
    """The text that `harmless` was given."""
    return _TAKE.sub(r"\1", text)


def is_dangerous(text: str) -> bool:
    """Would a spreadsheet take it for more than text?"""
    return harmless(text) != text
