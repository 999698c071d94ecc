# SPDX-License-Identifier: EUPL-1.2
"""Text as a visitor may send it: nothing in it steers a screen, a file or the head of a letter."""

import unicodedata


def plain(text: str) -> str:
    """Text without what steers a screen or a file: control and direction characters, except line ends."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    kept = (
        each for each in lines if each == "\n" or unicodedata.category(each) not in ("Cc", "Cf", "Cs", "Co")
    )
    return "".join(kept).strip()


def line(text: str) -> str:
    """The same in one line."""
    return " ".join(plain(text).split())
